package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Status;
import vn.thang.core.target.Trajectory;

/** The status of a target without a forecast, against a way that is straight and one that goes in steps. */
class OutlookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final Trajectory.Point FIRST = new Trajectory.Point(LocalDate.of(2025, 12, 31), Fraction.of(40));
    private static final Outlook.Made NONE = new Outlook.Made(Optional.empty(), List.of(), "too-few", 3, 8);

    @Test
    void theStraightWayExpectsHalfOfItAtHalfTime() {
        ProgrammeTarget straight = target(Optional.empty(), List.of());
        assertEquals(70d, outlook(straight, 70).expectedNow(), 0.1);
        assertEquals(Status.ON_TRACK, outlook(straight, 70).status());
        assertEquals(Status.AT_RISK, outlook(straight, 65).status());
        assertEquals(Status.OFF_TRACK, outlook(straight, 60).status());
    }

    @Test
    void aPlanInStepsExpectsItsLastStep() {
        ProgrammeTarget planned = target(Optional.empty(),
                List.of(point(2026, 6, 50), point(2026, 12, 56), point(2027, 6, 90)));
        assertEquals(56d, outlook(planned, 56).expectedNow());
        assertEquals(Status.ON_TRACK, outlook(planned, 56).status());
        assertEquals(Status.AT_RISK, outlook(planned, 52).status());
        assertEquals(Status.OFF_TRACK, outlook(planned, 51).status());
    }

    @Test
    void aKnownBaselineMakesTheWayLonger() {
        ProgrammeTarget planned = target(Optional.of(new Trajectory.Point(LocalDate.of(2025, 6, 30), Fraction.of(20))),
                List.of(point(2026, 12, 56)));
        assertEquals(Status.AT_RISK, outlook(planned, 47).status(), "nine of thirty-six");
        assertEquals(Status.OFF_TRACK, outlook(planned, 46).status());
    }

    private static Trajectory.Point point(int year, int month, int value) {
        return new Trajectory.Point(LocalDate.of(year, month, 30), Fraction.of(value));
    }

    private static Outlook outlook(ProgrammeTarget target, int today) {
        return Outlook.of(target.way(FIRST), target.begin(FIRST).value(), DAY, Optional.of(Fraction.of(today)), false,
                NONE);
    }

    /** P1-01 with another plan. */
    private static ProgrammeTarget target(Optional<Trajectory.Point> baseline, List<Trajectory.Point> steps) {
        ProgrammeTarget real = new Catalog(Optional.empty()).programme().target("P1-01");
        return new ProgrammeTarget(real.code(), real.phase(), real.group(), real.demand(), real.measure(), real.scope(),
                real.level(), real.condition(),
                real.perAgency(), baseline, steps);
    }
}
