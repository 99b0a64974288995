package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How much of a drift comes: what is expected of any series, and what the errors of this one tell. */
class DampingTest {

    private static final Damping NOTHING_TRIED = new Damping(new double[5], 0);

    @Test
    void theReachAddsUpWhatRemainsOfTheDrift() {
        assertEquals(0, Damping.reach(0, 5));
        assertEquals(0.5 + 0.25 + 0.125, Damping.reach(0.5, 3), 1e-12);
        assertEquals(9 * (1 - Math.pow(0.9, 7)), Damping.reach(0.9, 7), 1e-12);
    }

    /** 0.15 x 0.5 + 0.25 x 0.8 + 0.25 x 0.9 + 0.2 x 0.97 of the drift come in one step. */
    @Test
    void beforeAnythingWasTriedTwoThirdsAreExpected() {
        assertEquals(0.694, NOTHING_TRIED.reach(1), 1e-12);
        double square = 0.15 * 0.25 + 0.25 * 0.64 + 0.25 * 0.81 + 0.2 * 0.9409;
        assertEquals(Math.sqrt(square - 0.694 * 0.694), NOTHING_TRIED.doubt(1), 1e-12);
    }

    /** Errors 16 times as large in the square, tried once: a quarter of what was expected is left of the others. */
    @Test
    void thePartThatErredLeastCountsForMore() {
        double others = 15 * 0.005 * 0.005;
        Damping damping = new Damping(new double[]{0, others, others, others, others}, 1);
        double reach = (0.15 * 0.5 + 0.25 * 0.8 + 0.25 * 0.9 + 0.2 * 0.97) / 4 / (0.15 + 0.85 / 4);
        assertEquals(reach, damping.reach(1), 1e-12);
    }

    /** Four trials speak like two for five steps ahead, and for nine or more not at all. */
    @Test
    void theFurtherAheadTheLessThePastSays() {
        double others = 15 * 0.005 * 0.005;
        Damping damping = new Damping(new double[]{0, others, others, others, others}, 4);
        double[] reaches = {0, Damping.reach(0.5, 5), Damping.reach(0.8, 5), Damping.reach(0.9, 5),
                Damping.reach(0.97, 5)};
        double mean = 0.15 * reaches[1] + 0.25 * reaches[2] + 0.25 * reaches[3] + 0.2 * reaches[4];
        assertEquals(mean / 16 / (0.15 + 0.85 / 16), damping.reach(5), 1e-12);
        assertTrue(damping.reach(8) < NOTHING_TRIED.reach(8));
        assertEquals(NOTHING_TRIED.reach(9), damping.reach(9), 1e-12);
        assertEquals(NOTHING_TRIED.doubt(20), damping.doubt(20), 1e-12);
    }

    @Test
    void doubtGrowsWithEveryStep() {
        for (int step = 1; step < 20; step++) {
            assertTrue(NOTHING_TRIED.doubt(step) < NOTHING_TRIED.doubt(step + 1));
        }
    }
}
