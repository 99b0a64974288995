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

    @Test
    void whatNeverMovedIsExpectedToStay() {
        List<Series> still = still(30, 8, 40, 100);
        Forecast forecast = PooledForecast.of(still, 4, 0.9).orElseThrow();
        assertEquals(0.4, forecast.atEnd().middle(), 1e-6);
        assertEquals(0, forecast.chance());
        assertEquals(1, PooledForecast.of(still, 4, 0.4).orElseThrow().chance());
    }

    @Test
    void everythingIsReachedFromNineHundredNinetyFiveInAThousand() {
        assertEquals(1, PooledForecast.of(still(30, 8, 2_000, 2_000), 4, 1).orElseThrow().chance());
        assertEquals(0, PooledForecast.of(still(30, 8, 1_900, 2_000), 4, 1).orElseThrow().chance());
    }

    /** Four known steps to draw from; after that 1 step ahead from the 4th to the 7th and 2 steps ahead from the 4th to the 6th. */
    @Test
    void theSameMethodIsTriedAtEveryEarlierStep() {
        Forecast.Backtest still = PooledForecast.of(still(30, 8, 40, 100), 2, 0.9).orElseThrow().backtest()
                .orElseThrow();
        assertEquals(new Forecast.Backtest(7, 7, 0, 0), new Forecast.Backtest(still.tried(), still.held(),
                Math.round(still.score() * 1e6), Math.round(still.unmoved() * 1e6)));
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
        assertEquals(Optional.empty(), PooledForecast.of(still(30, 3, 4, 10), 1, 0.9));
        assertEquals(Optional.empty(), PooledForecast.of(still(30, 6, 4, 10), 7, 0.9));
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
        assertEquals(Optional.empty(), PooledForecast.of(open, 7, 0.9));
        assertTrue(PooledForecast.of(open, 6, 0.9).isPresent());
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
