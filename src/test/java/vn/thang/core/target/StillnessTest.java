package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may begin where nothing ever moved. */
class StillnessTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 34, 170, 16_605, 1_000_000})
    void theRateIsAtMostTheNinetiethPercentileOfABeta(long steps) {
        double exact = new BetaDistribution(0.5, steps + 0.5).inverseCumulativeProbability(0.9);
        assertEquals(exact, new Stillness(steps).mostMoved(1), exact * 1e-4 + 1e-9);
    }

    @Test
    void whatMovesInOneStepHasMovedInTheNext() {
        Stillness stillness = new Stillness(170);
        double once = stillness.mostMoved(1);
        assertEquals(1 - Math.pow(1 - once, 3), stillness.mostMoved(3), 1e-12);
    }

    /** The mean of (1 - p) to the power of so many steps over Beta(1/2, n + 1/2): for one step (n + 1/2) / (n + 1). */
    @Test
    void thatNothingMovesBecomesLessLikely() {
        assertEquals(1, new Stillness(7).nothingMoves(0));
        assertEquals(7.5 / 8, new Stillness(7).nothingMoves(1), 1e-12);
        assertEquals(7.5 / 8 * 8.5 / 9, new Stillness(7).nothingMoves(2), 1e-12);
    }
}
