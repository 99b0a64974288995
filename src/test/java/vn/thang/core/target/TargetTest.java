package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

class TargetTest {

    private static final Comparison ALL = Comparison.atLeast(100);
    private static final Comparison NINETY = Comparison.atLeast(90);

    @Test
    void whoIsAboveTheLevelCountsForItAndWhoHasNoLevelOnlyInTheDenominator() {
        Attainment attainment = new Target(3, ALL).attainment(new long[]{1, 2, 4, 8, 16, 32}, 64);
        assertEquals(56, attainment.reached());
        assertEquals(127, attainment.inScope());
        assertEquals(64, attainment.missing());
        assertEquals(7, attainment.notReached());
        assertEquals(71, attainment.gap());
        assertFalse(attainment.achieved());
    }

    @Test
    void theLowestAndTheHighestLevelHaveNoNeighbourThatSlipsIn() {
        long[] agencies = {1, 2, 4, 8, 16, 32};
        assertEquals(62, new Target(1, ALL).attainment(agencies, 0).reached());
        assertEquals(32, new Target(5, ALL).attainment(agencies, 0).reached());
        assertThrows(IllegalArgumentException.class, () -> new Target(0, ALL));
        assertThrows(IllegalArgumentException.class, () -> new Target(8, ALL));
    }

    /** 90 % of 56 agencies is 50.4, so 51 are needed; of 50 it is 45 exactly. */
    @ParameterizedTest
    @CsvSource({"50,56,51,1,false", "51,56,51,0,true", "52,56,51,0,true", "44,50,45,1,false", "45,50,45,0,true",
            "0,56,51,51,false", "0,1,1,1,false", "1,1,1,0,true"})
    void theGapIsTheLeastNumberOfAgenciesThatLifts(long reached, long all, long needed, long gap, boolean achieved) {
        Attainment attainment = new Attainment(reached, all, NINETY);
        assertEquals(needed, attainment.needed());
        assertEquals(gap, attainment.gap());
        assertEquals(achieved, attainment.achieved());
    }

    @Test
    void aShareThatMustBePassedIsNotReachedByMeetingIt() {
        assertEquals(1, new Attainment(50, 100, Comparison.moreThan(50)).gap());
        assertFalse(new Attainment(50, 100, Comparison.moreThan(50)).achieved());
        assertTrue(new Attainment(51, 100, Comparison.moreThan(50)).achieved());
    }

    @Test
    void theShareIsExact() {
        assertEquals(Optional.of(Fraction.of(31, 56)), new Attainment(31, 56, ALL).share());
    }

    @Test
    void withoutAgenciesThereIsNoDataAndNothingIsAchieved() {
        Attainment attainment = new Target(3, ALL).attainment(new long[6], 0);
        assertFalse(attainment.hasData());
        assertFalse(attainment.achieved());
        assertEquals(Optional.empty(), attainment.share());
        assertEquals(0, attainment.gap());
        assertEquals(0, attainment.needed());
    }

    @Test
    void moreThanAllIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Attainment(2, 1, ALL));
        assertThrows(IllegalArgumentException.class, () -> new Attainment(-1, 1, ALL));
    }
}
