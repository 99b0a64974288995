package vn.thang.indicator.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.thang.indicator.reading.ReadingFault;

/** A batch of readings of a source, with what became of it. */
public record ReadingBatch(long id, String source, String way, Instant arrivedAt, int taken, int accepted,
        int corrected, int unchanged, int rejected,
        List<ReadingFault> faults, List<ReadingFault> notes) {

    /** The same without what is told of readings of these indicators, since it names agencies with their figures. */
    public ReadingBatch without(Set<String> indicators) {
        return new ReadingBatch(id, source, way, arrivedAt, taken, accepted, corrected, unchanged, rejected, faults,
                notes.stream().filter(note -> note.arguments().stream().noneMatch(indicators::contains)).toList());
    }
}
