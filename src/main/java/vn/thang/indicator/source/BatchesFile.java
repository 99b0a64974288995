package vn.thang.indicator.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.indicator.intake.BatchFilter;
import vn.thang.indicator.intake.BatchOrder;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The batches of readings as a file. */
@ApplicationScoped
class BatchesFile implements ListFile {

    @Inject
    private ReadingSources sources;

    @Override
    public String name() {
        return "reading-batches";
    }

    @Override
    public Content<ReadingBatch> content(Asked asked) {
        return new Content<>(asked.text("source.batches"),
                sources.batches(BatchFilter.of(asked.filters()), asked.whole(BatchOrder.values())).rows(),
                List.of(new Column<>(asked.text("source.arrived"), 14,
                        batch -> LocalDate.ofInstant(batch.arrivedAt(), Time.ZONE)),
                        new Column<>(asked.text("source.source"), 26, ReadingBatch::source),
                        new Column<>(asked.text("source.way"), 22, batch -> asked.text("source.way." + batch.way())),
                        new Column<>(asked.text("source.accepted"), 14, ReadingBatch::accepted),
                        new Column<>(asked.text("source.corrected"), 14, ReadingBatch::corrected),
                        new Column<>(asked.text("source.unchanged"), 14, ReadingBatch::unchanged),
                        new Column<>(asked.text("source.rejected"), 14, ReadingBatch::rejected)));
    }
}
