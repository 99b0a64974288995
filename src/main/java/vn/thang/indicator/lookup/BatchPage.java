package vn.thang.indicator.lookup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.indicator.reading.ReadingBatch;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** One batch of readings, with every line that was not taken. */
@Named
@RequestScoped
public class BatchPage {

    @Inject
    private ReadingLookup lookup;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long id;

    @Inject
    @Param
    private Integer page;

    private ReadingBatch batch;
    private Slice<ReadingFault> faults;

    public boolean isFound() {
        if (batch == null) {
            batch = notices.found(() -> lookup.batch(id == null ? 0 : id));
            faults = batch == null ? null : lookup.faults(batch.id(), page == null ? 1 : page);
        }
        return batch != null;
    }

    public ReadingBatch getBatch() {
        return batch;
    }

    public Slice<ReadingFault> getFaults() {
        return faults;
    }
}
