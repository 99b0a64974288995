package vn.thang.indicator.intake;

import java.time.Instant;
import java.util.List;
import vn.thang.indicator.reading.ReadingFault;

/** A batch of readings of a source, with what became of it. */
public record ReadingBatch(long id, String source, String way, Instant arrivedAt, int taken, int accepted,
        int corrected, int unchanged, int rejected,
        List<ReadingFault> faults, List<ReadingFault> notes) {
}
