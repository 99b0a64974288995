package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Trajectory.Point;

class TrajectoryTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);

    @Test
    void theStraightWayIsExactOnEveryDay() {
        Trajectory way = Trajectory.linear(point(0, 40), point(1_000, 100));
        assertEquals(Fraction.of(40), way.at(BEGIN));
        assertEquals(Fraction.of(70), way.at(BEGIN.plusDays(500)));
        assertEquals(Fraction.of(4_006, 100), way.at(BEGIN.plusDays(1)));
        assertEquals(Fraction.of(100), way.at(BEGIN.plusDays(1_000)));
    }

    @Test
    void beforeAndAfterTheWayItsEndsHold() {
        Trajectory way = Trajectory.linear(point(10, 40), point(20, 100));
        assertEquals(Fraction.of(40), way.at(BEGIN));
        assertEquals(Fraction.of(100), way.at(BEGIN.plusDays(30)));
    }

    @Test
    void aWayCanGoDown() {
        assertEquals(Fraction.of(15), Trajectory.linear(point(0, 20), point(10, 10)).at(BEGIN.plusDays(5)));
    }

    @Test
    void aBaselineOnTheDueDayLeavesNoWay() {
        assertEquals(List.of(point(10, 100)), Trajectory.linear(point(10, 40), point(10, 100)).points());
        assertEquals(Fraction.of(100), Trajectory.linear(point(11, 40), point(10, 100)).at(BEGIN));
    }

    @Test
    void stepsHoldUntilTheNext() {
        Trajectory way = new Trajectory(List.of(point(0, 10), point(10, 50), point(20, 90)), true);
        assertEquals(Fraction.of(10), way.at(BEGIN.plusDays(9)));
        assertEquals(Fraction.of(50), way.at(BEGIN.plusDays(10)));
        assertEquals(Fraction.of(50), way.at(BEGIN.plusDays(19)));
        assertEquals(Fraction.of(90), way.at(BEGIN.plusDays(25)));
        assertEquals(Fraction.of(10), way.at(BEGIN.minusDays(1)));
        assertEquals(List.of(point(0, 10), point(10, 10), point(10, 50), point(20, 50), point(20, 90)), way.corners());
        assertEquals(way.points(), new Trajectory(way.points(), false).corners());
    }

    @Test
    void pointsGivenAsDataAreJoinedInTheirOrder() {
        Trajectory way = new Trajectory(List.of(point(0, 0), point(10, 50), point(30, 60)), false);
        assertEquals(Fraction.of(25), way.at(BEGIN.plusDays(5)));
        assertEquals(Fraction.of(55), way.at(BEGIN.plusDays(20)));
    }

    @Test
    void refusesWhatIsNoWay() {
        assertThrows(IllegalArgumentException.class, () -> new Trajectory(List.of(), false));
        assertThrows(IllegalArgumentException.class, () -> new Trajectory(List.of(point(1, 0), point(1, 1)), false));
        assertThrows(IllegalArgumentException.class, () -> new Trajectory(List.of(point(2, 0), point(1, 1)), true));
    }

    private static Point point(int day, int value) {
        return new Point(BEGIN.plusDays(day), Fraction.of(value));
    }
}
