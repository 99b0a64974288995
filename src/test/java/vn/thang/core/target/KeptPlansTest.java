package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What becomes of a target when plans are kept: by hand, and what holds whatever the numbers. */
class KeptPlansTest {

    private static final double NEARLY = 1e-12;
    private static final int WORLDS = 20_000;
    private static final long SEED = 20_261_129;

    @Test
    void byHand() {
        KeptPlans plans = new KeptPlans(34, 10, 6);
        assertEquals(16d / 34, plans.expected(1), NEARLY);
        assertEquals(13d / 34, plans.expected(0.5), NEARLY);
        // 12 of the other 24 are expected to rise: of the 6 with a plan 3 are among them already
        assertEquals((22d + 3) / 34, plans.expected(22d / 34, 1), NEARLY);
        // where the forecast falls, plans count whole
        assertEquals((8d + 6) / 34, plans.expected(8d / 34, 1), NEARLY);
    }

    @Test
    void whateverTheNumbers() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int world = 0; world < WORLDS; world++) {
            long inScope = 1 + random.nextLong(3_400);
            long reached = random.nextLong(inScope + 1);
            long lifted = random.nextLong(inScope - reached + 1);
            KeptPlans plans = new KeptPlans(inScope, reached, lifted);
            double forecast = random.nextDouble();
            double kept = random.nextDouble();
            double expected = plans.expected(forecast, kept);
            String told = plans + " " + forecast + " " + kept + " of seed " + SEED;
            assertTrue(expected >= forecast - NEARLY && expected <= 1, told);
            assertEquals(forecast, plans.expected(forecast, 0), NEARLY, told);
            assertTrue(plans.expected(forecast, Math.min(1, kept + 0.1)) >= expected - NEARLY, told);
            assertTrue(plans.expected(Math.min(1, forecast + 0.01), kept) >= expected - NEARLY, told);
            if (lifted < inScope - reached) {
                assertTrue(new KeptPlans(inScope, reached, lifted + 1).expected(forecast, kept) >= expected - NEARLY,
                        told);
            }
            if (forecast >= plans.today()) {
                assertTrue(expected >= plans.today() + kept * lifted / inScope - NEARLY, told);
            }
        }
    }

    @Test
    void whenAllOthersPlanAndKeepItTheWholeIsReached() {
        assertEquals(1, new KeptPlans(34, 10, 24).expected(0.4, 1), NEARLY);
        assertEquals(1, new KeptPlans(34, 34, 0).expected(1, 1), NEARLY);
    }

    @Test
    void moreThanThereAreCannotPlan() {
        assertThrows(IllegalArgumentException.class, () -> new KeptPlans(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new KeptPlans(34, 10, 25));
        assertThrows(IllegalArgumentException.class, () -> new KeptPlans(34, -1, 2));
    }
}
