package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.target.PooledForecast.Series;

/** Shares of the country carried forward: the interval holds as often as it says, over trends, walks, jumps and plateaus. */
class PooledForecastTest {

    private static final int RUNS = 100;

    @Tag("simulation")
    @ParameterizedTest(name = "shared {0}, {1} agencies, {2} known, {3} ahead")
    @CsvSource({"0, 56, 8, 5", "0, 56, 8, 2", "0, 56, 5, 3", "0, 1, 12, 4", "0.05, 56, 8, 5", "0.05, 56, 8, 2",
            "0.05, 56, 5, 3",
            "0.05, 1, 12, 4", "0.05, 300, 8, 5", "0.15, 56, 8, 5", "0.15, 56, 8, 2", "0.15, 56, 5, 3",
            "0.15, 1, 12, 4"})
    void theIntervalHoldsFourTimesInFive(double shared, int agencies, int known, int ahead) {
        int held = 0;
        for (Worlds.Kind kind : Worlds.Kind.values()) {
            Random random = new Random(42);
            for (int run = 0; run < RUNS; run++) {
                List<Series> world = Worlds.world(kind, agencies, known + ahead, shared, random);
                Forecast.Step end = PooledForecast.of(Worlds.first(world, known), ahead, 0.9).orElseThrow().atEnd();
                double truth = Worlds.share(world, known + ahead - 1);
                held += truth >= end.low() && truth <= end.high() ? 1 : 0;
            }
        }
        double coverage = held / (double) (RUNS * Worlds.Kind.values().length);
        assertTrue(coverage >= 0.7 && coverage <= 0.9, "coverage " + coverage);
    }

    @Tag("simulation")
    @Test
    void theChanceComesTrueAsOftenAsItSays() {
        Random random = new Random(5);
        double said = 0;
        int came = 0;
        int runs = 4 * RUNS;
        for (int run = 0; run < runs; run++) {
            List<Series> world = Worlds.world(Worlds.Kind.values()[run % 4], 40, 12, 0.1, random);
            double demand = Worlds.share(world, 7) + 0.05;
            said += PooledForecast.of(Worlds.first(world, 8), 4, demand).orElseThrow().chance();
            came += Worlds.share(world, 11) >= demand ? 1 : 0;
        }
        assertEquals(came / (double) runs, said / runs, 0.1);
    }

    @Test
    void everyStepStaysInItsBoundsAndDoubtGrowsWithTime() {
        Random random = new Random(9);
        for (int run = 0; run < RUNS; run++) {
            Forecast forecast = PooledForecast.of(Worlds.world(Worlds.Kind.WALK, 20, 8, 0.3, random), 8, 0.9)
                    .orElseThrow();
            assertEquals(8, forecast.steps().size());
            for (Forecast.Step step : forecast.steps()) {
                assertTrue(0 <= step.low() && step.low() <= step.middle() && step.middle() <= step.high()
                        && step.high() <= 1);
            }
            assertTrue(forecast.chance() >= 0 && forecast.chance() <= 1);
            assertTrue(width(forecast.steps().get(0)) < width(forecast.steps().get(3)));
        }
    }

    private static double width(Forecast.Step step) {
        return step.high() - step.low();
    }

    /** 210 steps without a move leave, after 120 more, a chance of 0.8 that there is none: of the rest half rise. */
    @Test
    void whatNeverMovedIsExpectedToStay() {
        List<Series> still = still(30, 8, 40, 100);
        Forecast forecast = PooledForecast.of(still, 4, 0.9).orElseThrow();
        assertEquals(0.4, forecast.atEnd().middle(), 1e-6);
        assertEquals(0, forecast.chance(), 1e-6);
        assertEquals(0.9, PooledForecast.of(still, 4, 0.4).orElseThrow().chance(), 0.002);
        assertEquals(0.1, PooledForecast.of(still, 4, 0.4001).orElseThrow().chance(), 0.002);
    }

    /** 0 of any number of documents, six times: what counts is how many agencies did not move in how many steps. */
    @ParameterizedTest
    @CsvSource({"34, 20", "34, 20000", "34, 1", "3, 50"})
    void whatNeverBeganMayBegin(int agencies, int documents) {
        Forecast forecast = PooledForecast.of(still(agencies, 6, 0, documents), 4, 0.9).orElseThrow();
        for (int k = 1; k <= 4; k++) {
            Forecast.Step step = forecast.steps().get(k - 1);
            assertEquals(0, step.low());
            assertEquals(0, step.middle(), 1e-9);
            assertEquals(new Stillness(5L * agencies).mostMoved(k), step.high(), 1e-9);
            Forecast.Step done = PooledForecast.of(still(agencies, 6, documents, documents), 4, 0.9).orElseThrow()
                    .steps().get(k - 1);
            assertEquals(1 - step.high(), done.low(), 1e-9);
            assertEquals(1, done.high(), 1e-9);
        }
    }

    @Test
    void noIntervalIsWithoutWidthWhileAgenciesMayMove() {
        Random random = new Random(4);
        for (int run = 0; run < RUNS; run++) {
            int whole = 1 + random.nextInt(5_000);
            List<Series> still = still(2 + random.nextInt(40), 3 + random.nextInt(8), random.nextInt(whole + 1), whole);
            Forecast.Step step = PooledForecast.of(still, 2, 0.9).orElseThrow().steps().get(0);
            double share = still.get(0).parts()[0] / whole;
            assertTrue(step.high() - step.low() > 1e-4, step.toString());
            assertTrue(step.low() <= share + 1e-9 && step.high() >= share - 1e-9, step.toString());
        }
    }

    @Test
    void everythingIsReachedFromNineHundredNinetyFiveInAThousand() {
        assertTrue(PooledForecast.of(still(30, 8, 2_000, 2_000), 4, 1).orElseThrow().chance() > 0.85);
        assertTrue(PooledForecast.of(still(30, 8, 1_995, 2_000), 4, 1).orElseThrow().chance() > 0.85);
        assertTrue(PooledForecast.of(still(30, 8, 1_900, 2_000), 4, 1).orElseThrow().chance() < 0.2);
    }

    /** A large agency that closed counts up to its last period and no longer, though it is learnt from. */
    @Test
    void whoIsNoMoreLeavesWithItsLastPeriod() {
        List<Series> series = new ArrayList<>(still(5, 8, 20, 100));
        Series large = still(1, 8, 9_000, 10_000).get(0);
        series.add(new Series(large.parts(), large.wholes(), 8));
        assertTrue(PooledForecast.of(series, 1, 0.9).orElseThrow().atEnd().middle() > 0.8);
        double[] gone = large.wholes().clone();
        gone[7] = 0;
        series.set(5, new Series(large.parts(), gone, 7));
        assertEquals(0.2, PooledForecast.of(series, 1, 0.9).orElseThrow().atEnd().middle(), 1e-6);
        series.set(5, new Series(large.parts(), gone, 8));
        assertTrue(PooledForecast.of(series, 1, 0.9).orElseThrow().atEnd().middle() > 0.8, "it is late only");
    }

    @Test
    void withoutAnybodyLeftThereIsNothingToForecast() {
        List<Series> series = still(5, 8, 20, 100).stream().map(one -> new Series(one.parts(), one.wholes(), 7))
                .toList();
        assertEquals(Optional.empty(), PooledForecast.of(series, 1, 0.9));
    }

    @Test
    void whoIsSeenForTheFirstTimeInTheLastPeriodCounts() {
        List<Series> series = new ArrayList<>(still(5, 8, 20, 100));
        Series first = still(1, 8, 9_000, 10_000).get(0);
        Arrays.fill(first.wholes(), 0, 7, 0);
        series.add(first);
        assertEquals(9_100 / 10_500d, PooledForecast.of(series, 1, 0.9).orElseThrow().atEnd().middle(), 0.01);
    }

    /** Steps of 0.4, 0.32, 0.256 and so on: who forecast with the mean of all steps would go far too high. */
    @Test
    void growthThatSlowsIsForecastToSlow() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double[] parts = new double[10];
            double[] wholes = new double[10];
            double at = -1.5 + 0.1 * i;
            for (int t = 0; t < 10; t++) {
                parts[t] = 1_000 * Normal.logistic(at);
                wholes[t] = 1_000;
                at += 0.5 * Math.pow(0.7, t);
            }
            series.add(new Series(parts, wholes));
        }
        List<Series> known = Worlds.first(series, 8);
        Forecast.Step end = PooledForecast.of(known, 2, 0.9).orElseThrow().atEnd();
        double now = Worlds.share(series, 7);
        double truth = Worlds.share(series, 9);
        assertTrue(end.middle() - now < 2.5 * (truth - now), now + " " + truth + " " + end);
        assertTrue(end.low() <= truth, end.toString());
    }

    /** Four known steps to draw from; after that 1 step ahead from the 4th to the 7th and 2 steps ahead from the 4th to the 6th. */
    @Test
    void theSameMethodIsTriedAtEveryEarlierStep() {
        Forecast.Backtest still = PooledForecast.of(still(30, 8, 40, 100), 2, 0.9).orElseThrow().backtest()
                .orElseThrow();
        assertEquals(7, still.tried());
        assertEquals(7, still.held());
        assertEquals(0, still.unmoved(), 1e-6);
        List<Series> jump = new ArrayList<>();
        for (Series one : still(30, 8, 40, 100)) {
            one.parts()[7] = 60;
            jump.add(one);
        }
        Forecast.Backtest jumped = PooledForecast.of(jump, 2, 0.9).orElseThrow().backtest().orElseThrow();
        assertEquals(7, jumped.tried());
        assertEquals(5, jumped.held(), "nobody saw it coming, one step before or two");
        assertEquals(2 * 10 * 0.2 / 7, jumped.unmoved(), 1e-3);
        assertEquals(Optional.empty(), PooledForecast.of(still(2, 4, 4, 10), 2, 0.9).orElseThrow().backtest());
    }

    @Test
    void theScoreIsTheWidthAndTenTimesWhatLiesOutside() {
        Forecast.Step step = new Forecast.Step(0.4, 0.5, 0.7);
        assertEquals(0.3, step.score(0.4), 1e-9);
        assertEquals(0.3, step.score(0.7), 1e-9);
        assertEquals(0.3 + 10 * 0.1, step.score(0.3), 1e-9);
        assertEquals(0.3 + 10 * 0.2, step.score(0.9), 1e-9);
    }

    @Test
    void biggerAgenciesCountForMore() {
        List<Series> series = new ArrayList<>(still(5, 8, 0, 10));
        series.addAll(still(1, 8, 450, 450));
        assertEquals(0.9, PooledForecast.of(series, 1, 0.9).orElseThrow().atEnd().middle(), 0.005);
    }

    @Test
    void gapsAndLateStartsAreBridged() {
        List<Series> world = Worlds.world(Worlds.Kind.TREND, 40, 10, 0, new Random(2));
        List<Series> gaps = new ArrayList<>();
        for (int i = 0; i < world.size(); i++) {
            double[] wholes = world.get(i).wholes().clone();
            wholes[i % 9] = 0;
            wholes[0] = i % 2 == 0 ? Double.NaN : wholes[0];
            gaps.add(new Series(world.get(i).parts(), wholes));
        }
        gaps.add(new Series(new double[10], new double[10]));
        double whole = PooledForecast.of(world, 2, 0.9).orElseThrow().atEnd().middle();
        assertEquals(whole, PooledForecast.of(gaps, 2, 0.9).orElseThrow().atEnd().middle(), 0.02);
    }

    @Test
    void noForecastIsMadeWhereTheDataCarryNone() {
        assertEquals(Optional.empty(), PooledForecast.of(List.of(), 1, 0.9));
        assertEquals(Optional.empty(), PooledForecast.of(still(30, 2, 4, 10), 1, 0.9));
        assertTrue(PooledForecast.of(still(30, 3, 4, 10), 6, 0.9).isPresent());
        assertEquals(Optional.empty(), PooledForecast.of(still(30, 6, 4, 10), 13, 0.9));
        assertEquals(Optional.empty(), PooledForecast.of(still(30, 6, 4, 10), 0, 0.9));
        assertEquals(Optional.empty(), PooledForecast.of(still(1, 7, 4, 10), 1, 0.9));
        assertTrue(PooledForecast.of(still(1, 8, 4, 10), 1, 0.9).isPresent());
        assertTrue(PooledForecast.of(still(2, 4, 4, 10), 4, 0.9).orElseThrow().indicative());
        assertFalse(PooledForecast.of(still(2, 4, 4, 10), 2, 0.9).orElseThrow().indicative());
        assertThrows(IllegalArgumentException.class, () -> new Series(new double[1], new double[2]));
    }

    @Test
    void stepsAfterTheLastKnownOneAreNotKnown() {
        List<Series> open = new ArrayList<>();
        for (Series one : still(30, 6, 4, 10)) {
            double[] wholes = Arrays.copyOf(one.wholes(), 8);
            open.add(new Series(Arrays.copyOf(one.parts(), 8), wholes));
        }
        assertEquals(Optional.empty(), PooledForecast.of(open, 13, 0.9));
        assertTrue(PooledForecast.of(open, 12, 0.9).isPresent());
    }

    private static List<Series> still(int agencies, int steps, double part, double whole) {
        double[] parts = new double[steps];
        double[] wholes = new double[steps];
        Arrays.fill(parts, part);
        Arrays.fill(wholes, whole);
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < agencies; i++) {
            series.add(new Series(parts.clone(), wholes.clone()));
        }
        return series;
    }
}
