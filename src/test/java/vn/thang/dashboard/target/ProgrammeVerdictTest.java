package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Status;
import vn.thang.core.target.TargetMeasure;

/** The answer to the question of the national page is counted from the status of every target. */
class ProgrammeVerdictTest {

    private static final Programme.Phase NEAR = new Programme.Phase("P1", 2025, LocalDate.of(2027, 12, 31));
    private static final Programme.Phase FAR = new Programme.Phase("P2", 2028, LocalDate.of(2030, 12, 31));

    private static final List<TargetLine> LINES = List.of(line("A", NEAR, "data", Status.AT_RISK),
            line("B", FAR, "data", Status.OFF_TRACK), line("C", NEAR, "security", Status.OFF_TRACK),
            line("D", FAR, "security", Status.ACHIEVED), line("E", NEAR, "data", Status.ON_TRACK),
            line("F", FAR, "data", Status.NO_DATA));

    private final ProgrammeVerdict verdict = ProgrammeVerdict.of(new Programme("p", "1", "2629", LocalDate.EPOCH,
            List.of(NEAR, FAR), List.of("institutions", "data", "security"), List.of(), 80), LINES);

    private static TargetLine line(String code, Programme.Phase phase, String group, Status status) {
        return new TargetLine(new Programme.ProgrammeTarget(code, phase, group,
                new Demand(Demand.Relation.AT_LEAST, BigDecimal.TEN, Demand.Unit.PERCENT), TargetMeasure.POOLED,
                Set.of(),
                OptionalInt.empty(),
                Optional.empty(), false, Optional.empty(), List.of()), 0, List.of(), List.of(),
                new Outlook(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), "too-few", 0, 0, status),
                TargetQuality.UNKNOWN);
    }

    @Test
    void everyTargetIsCountedOnce() {
        ProgrammeVerdict.Count whole = verdict.whole();
        assertEquals(LINES.size(), whole.all());
        assertEquals(2, whole.expected());
        assertEquals(2, whole.offTrack());
        assertEquals(1, whole.atRisk());
        assertEquals(1, whole.unknown());
        assertEquals(0, whole.few());
        assertEquals(LINES.size(), verdict.phases().stream().mapToLong(part -> part.count().all()).sum());
        assertEquals(LINES.size(), verdict.groups().stream().mapToLong(part -> part.count().all()).sum());
    }

    @Test
    void aGroupWithoutATargetIsNamed() {
        assertEquals(List.of("institutions", "data", "security"),
                verdict.groups().stream().map(ProgrammeVerdict.Part::code).toList());
        assertTrue(verdict.groups().get(0).bare());
        assertEquals(4, verdict.groups().get(1).count().all());
    }

    /** What is off track comes before what is at risk, and what is due first before what is due later. */
    @Test
    void theExceptionsComeWorstFirst() {
        assertEquals(List.of("C", "B", "A"),
                verdict.exceptions().stream().map(line -> line.target().code()).toList());
    }
}
