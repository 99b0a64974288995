package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

class AttainmentTest {

    private static final Comparison NINETY = Comparison.atLeast(90);

    /** Nine of ten reached it and one is missing: it may be that all did, but nobody knows. */
    @Test
    void achievedNeedsTheLowerBound() {
        Attainment attainment = new Attainment(9, 10, 1, Comparison.atLeast(100));
        assertFalse(attainment.achieved());
        assertEquals(1, attainment.gap());
        assertEquals(Optional.of(Fraction.of(9, 10)), attainment.share());
        assertEquals(Optional.of(Fraction.of(1, 1)), attainment.highest());
        assertThrows(IllegalArgumentException.class, () -> new Attainment(9, 10, 2, NINETY));
    }

    /** Whatever those would answer who are missing: what is achieved stays so, and the share stays between the bounds. */
    @Test
    void nothingThatIsMissingCanUndoWhatIsSaid() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            long all = 1L + random.nextInt(200);
            long missing = random.nextLong(all + 1);
            long reached = random.nextLong(all - missing + 1);
            Comparison required = Comparison.atLeast(random.nextInt(101));
            Attainment said = new Attainment(reached, all, missing, required);
            assertEquals(all, said.reached() + said.notReached() + said.missing());
            Attainment later = new Attainment(reached + random.nextLong(missing + 1), all, required);
            assertTrue(!said.achieved() || later.achieved());
            assertTrue(later.share().orElseThrow().compareTo(said.share().orElseThrow()) >= 0);
            assertTrue(later.share().orElseThrow().compareTo(said.highest().orElseThrow()) <= 0);
            assertEquals(said.achieved(), said.gap() == 0);
        }
    }

    @Test
    void sharesAreExactAndReduced() {
        assertEquals(Optional.of(Fraction.of(5, 8)), new Attainment(35, 56, Comparison.atLeast(100)).share());
    }

    @Test
    void ninetyPercentOfFiftySixNeedsFiftyOneAgencies() {
        assertEquals(51, new Attainment(0, 56, NINETY).needed());
        assertEquals(1, new Attainment(50, 56, NINETY).gap());
        assertFalse(new Attainment(50, 56, NINETY).achieved());
        assertTrue(new Attainment(51, 56, NINETY).achieved());
    }

    @Test
    void aWholeNumberIsNotRoundedUp() {
        assertEquals(54, new Attainment(0, 60, NINETY).needed());
        assertEquals(56, new Attainment(0, 56, Comparison.atLeast(100)).needed());
    }

    @Test
    void moreThanNeededLeavesNoGap() {
        assertEquals(0, new Attainment(60, 60, NINETY).gap());
    }

    @Test
    void nobodyInScopeIsNoValueAndNoSuccess() {
        Attainment empty = new Attainment(0, 0, Comparison.atLeast(100));
        assertEquals(Optional.empty(), empty.share());
        assertFalse(empty.achieved());
    }

    @Test
    void refusesNumbersThatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Attainment(57, 56, Comparison.atLeast(100)));
        assertThrows(IllegalArgumentException.class, () -> new Attainment(-1, 56, Comparison.atLeast(100)));
    }
}
