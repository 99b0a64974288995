package vn.thang.indicator.reading;

import java.time.Instant;
import java.util.List;

/** A batch of readings of a source, with what became of it. */
public record ReadingBatch(long id, String source, String way, Instant arrivedAt, int taken, int accepted,
        int corrected, int unchanged, int rejected,
        List<ReadingFault> faults, List<ReadingFault> notes) {
}
