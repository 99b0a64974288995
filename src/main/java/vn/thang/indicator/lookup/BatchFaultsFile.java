package vn.thang.indicator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.indicator.intake.FaultOrder;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.ListFile;

/** The lines of a batch that were not taken, as a file. */
@ApplicationScoped
class BatchFaultsFile implements ListFile {

    @Inject
    private ReadingLookup lookup;

    @Override
    public String name() {
        return "reading-faults";
    }

    @Override
    public Content<ReadingFault> content(Asked asked) {
        long batch = lookup.batch(GivenText.number(asked.of("id"))).id();
        return new Content<>(asked.text("reading.batch", batch) + " " + asked.text("reading.sheet.faults-table"),
                lookup.faults(batch, GivenText.orNull(asked.of("q")), asked.whole(FaultOrder.values())).rows(),
                List.of(new Column<>(asked.text("organisation.import.line"), 10, ReadingFault::line),
                        new Column<>(asked.text("reading.reason"), 100, fault -> fault.text(asked.language()))));
    }
}
