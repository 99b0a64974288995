package vn.thang.indicator.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.indicator.intake.BatchFilter;
import vn.thang.indicator.intake.BatchOrder;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** What sources have sent, batch by batch, and what became of it. */
@Named
@ViewScoped
public class BatchesPage extends ListPage<ReadingBatch, BatchOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReadingSources sources;

    @Inject
    private Language language;

    @Override
    protected List<String> filters() {
        return List.of("source", "way", "rejected");
    }

    @Override
    protected BatchOrder[] orders() {
        return BatchOrder.values();
    }

    @Override
    protected Slice<ReadingBatch> cut(Cut<BatchOrder> cut) {
        return sources.batches(BatchFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(ReadingBatch batch) {
        return batch.id();
    }

    public String fault(ReadingFault fault) {
        return language.text("source.line", fault.line(), fault.text(language.getLocale()));
    }

    public List<String> getSources() {
        return sources.codes();
    }

    public ReadingIntake.Way[] getWays() {
        return ReadingIntake.Way.values();
    }
}
