package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

class AttainmentTest {

    private static final Comparison NINETY = Comparison.atLeast(90);

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
