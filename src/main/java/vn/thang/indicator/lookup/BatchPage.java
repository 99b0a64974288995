package vn.thang.indicator.lookup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.indicator.intake.FaultOrder;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** One batch of readings, with every line that was not taken. */
@Named
@ViewScoped
public class BatchPage extends ListPage<ReadingFault, FaultOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReadingLookup lookup;

    @Inject
    private NoticePage notices;

    private transient ReadingBatch batch;

    @Override
    protected boolean prepare() {
        return getBatch() != null;
    }

    @Override
    protected List<String> filters() {
        return List.of("id", "q");
    }

    @Override
    protected FaultOrder[] orders() {
        return FaultOrder.values();
    }

    @Override
    protected Slice<ReadingFault> cut(Cut<FaultOrder> cut) {
        return lookup.faults(GivenText.number(getAsked().get("id")), GivenText.orNull(getAsked().get("q")), cut);
    }

    @Override
    protected Object key(ReadingFault fault) {
        return fault.line() + fault.key();
    }

    /** The batch, which is found again on each request. */
    public ReadingBatch getBatch() {
        if (batch == null) {
            batch = notices.found(() -> lookup.batch(GivenText.number(getAsked().get("id"))));
        }
        return batch;
    }
}
