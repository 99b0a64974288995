package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.PooledForecast.Series;

/**
 * The interval against its formula. How often the drift comes is tested in {@link DampingTest}, what the panel knows of the
 * agencies in {@link PanelTest}, and what may begin in {@link StillnessTest}.
 */
class PooledForecastFormulaTest {

    private static final double TENTH = 1.2815516;
    /** Of a country whose past calls for a wider interval. */
    private static final long SEED = 19;
    private static final Damping NOTHING_TRIED = new Damping(new double[5], 0);

    /** Three agencies over four steps, whose noise, walk and scatter are all alike. */
    private final List<Series> alike = List.of(moved(20, -1, 0, 0.4, -0.6), moved(50, 0, -0.6, 0, -0.2),
            moved(80, 0.5, 0.4, 0.6, 0));

    /** Nothing but a common drift of 0.1: the middle is how much of it comes, and the interval holds other parts of it. */
    @Test
    void straightLinesGoOnAndFade() {
        List<Series> series = List.of(line(20, -1, 0.1, 4), line(50, 0, 0.1, 4), line(130, 0.5, 0.1, 4));
        List<Forecast.Step> steps = PooledForecast.of(series, 3, 0.9).orElseThrow().steps();
        for (int k = 1; k <= 3; k++) {
            double came = 0.1 * NOTHING_TRIED.reach(k);
            double parts = Math.pow(0.1 * NOTHING_TRIED.doubt(k), 2);
            double left = Math.pow(0.1 * (1 - NOTHING_TRIED.reach(1)), 2) * k * Math.pow(Normal.fewer(2), 2);
            double apart = TENTH * Math.sqrt((parts + left) * (1 + 0.36 * k * k / 9));
            DoubleUnaryOperator country = drift -> (logistic(-0.7 + drift) * 21 + logistic(0.3 + drift) * 51
                    + logistic(0.8 + drift) * 131 - 1.5) / 200;
            assertStep(new Forecast.Step(country.applyAsDouble(came - apart), country.applyAsDouble(came),
                    country.applyAsDouble(came + apart)), steps.get(k - 1));
        }
    }

    @Test
    void fallingLinesAreTheMirrorOfRisingOnes() {
        Forecast.Step up = PooledForecast.of(List.of(line(40, 0.3, 0.1, 6), line(90, -1, 0.1, 6)), 2, 0.9).orElseThrow()
                .atEnd();
        Forecast.Step down = PooledForecast.of(List.of(line(40, -0.3, -0.1, 6), line(90, 1, -0.1, 6)), 2, 0.9)
                .orElseThrow().atEnd();
        assertStep(new Forecast.Step(1 - up.high(), 1 - up.middle(), 1 - up.low()), down);
    }

    /** After four steps there is nothing to try yet, and the interval is not widened. */
    @Test
    void theIntervalHoldsWhatIsSharedAndWhatIsLeftOfOwnChance() {
        Forecast forecast = PooledForecast.of(alike, 4, 0.9).orElseThrow();
        assertEquals(Optional.empty(), forecast.backtest());
        for (int k = 1; k <= 4; k++) {
            assertStep(expected(alike, k), forecast.steps().get(k - 1));
        }
    }

    /** Nine intervals, one step ahead from the 4th to the 8th and two from the 4th to the 7th: the eighth of the misses counts. */
    @Test
    void theIntervalIsWidenedByWhatItWouldHaveMissed() {
        List<Series> series = Worlds.world(Worlds.Kind.JUMP, 12, 9, 0.1, new Random(SEED));
        List<Double> misses = new ArrayList<>();
        for (int known = 4; known < 9; known++) {
            for (int k = 1; k <= Math.min(2, 9 - known); k++) {
                misses.add(expected(Worlds.first(series, known), k).miss(Worlds.share(series, known + k - 1)));
            }
        }
        assertEquals(9, misses.size());
        double eighth = misses.stream().sorted().toList().get(7);
        assertTrue(1.05 < eighth && eighth < 1.95 && misses.get(7) != eighth, misses.toString());
        Forecast.Step raw = expected(series, 2);
        Forecast.Step end = PooledForecast.of(series, 2, 0.9).orElseThrow().atEnd();
        assertStep(new Forecast.Step(raw.middle() - eighth * (raw.middle() - raw.low()), raw.middle(),
                raw.middle() + eighth * (raw.high() - raw.middle())), end);
    }

    @Test
    void theTrialsAreScoredByWhatCame() {
        List<Series> series = Worlds.world(Worlds.Kind.JUMP, 12, 6, 0.1, new Random(SEED));
        double[] truth = IntStream.range(0, 6).mapToDouble(t -> Worlds.share(series, t)).toArray();
        List<Series> four = Worlds.first(series, 4);
        double score = expected(four, 1).score(truth[4]) + expected(four, 2).score(truth[5])
                + expected(Worlds.first(series, 5), 1).score(truth[5]);
        Forecast.Backtest backtest = PooledForecast.of(series, 2, 0.9).orElseThrow().backtest().orElseThrow();
        assertEquals(3, backtest.tried());
        assertEquals(score / 3, backtest.score(), 1e-6);
        double moved = Math.abs(truth[4] - truth[3]) + Math.abs(truth[5] - truth[3]) + Math.abs(truth[5] - truth[4]);
        assertEquals(10 * moved / 3, backtest.unmoved(), 1e-9);
    }

    /** 81 of 210, but 80 of 200 in the fifth step, of which the third agency tells a numerator only. */
    @Test
    void aNumeratorWithoutDenominatorIsNotCounted() {
        List<Series> series = List.of(still(6, 40, 100), still(6, 40, 100), still(6, 1, 10));
        series.get(2).wholes()[4] = 0;
        Forecast.Backtest backtest = PooledForecast.of(series, 1, 0.9).orElseThrow().backtest().orElseThrow();
        assertEquals(2, backtest.tried());
        assertEquals(10 * (0.4 - 81 / 210d), backtest.unmoved(), 1e-9);
    }

    @Test
    void aStepOfWhichNothingIsKnownIsNotTried() {
        List<Series> series = List.of(still(6, 40, 100), still(6, 20, 50));
        series.forEach(one -> one.wholes()[4] = 0);
        Forecast.Backtest backtest = PooledForecast.of(series, 1, 0.9).orElseThrow().backtest().orElseThrow();
        assertEquals(1, backtest.tried());
        assertEquals(0, backtest.unmoved(), 1e-9);
    }

    /** 50 of 100 today, and 270 of 300 whose denominator was told once. */
    @Test
    void whoReportedOnceStillCounts() {
        Series once = new Series(new double[]{270, 0, 0, 0, 0, 0, 0, 0}, new double[]{300, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(320 / 400d,
                PooledForecast.of(List.of(still(8, 50, 100), once), 1, 0.9).orElseThrow().atEnd().middle(), 1e-9);
    }

    @Test
    void whoNeverReportedIsNoCompany() {
        assertEquals(Optional.empty(), PooledForecast.of(List.of(still(7, 4, 10), still(7, 0, 0)), 1, 0.9));
        assertTrue(PooledForecast.of(List.of(still(8, 4, 10), still(8, 0, 0)), 1, 0.9).isPresent());
        assertTrue(PooledForecast.of(List.of(still(7, 4, 10), still(7, 4, 10)), 1, 0.9).isPresent());
    }

    /** On the logistic scale; 0.00518 of the normal distribution lies beyond twice the 90th percentile. */
    @Test
    void theChanceIsReadFromTheInterval() {
        Forecast.Step end = PooledForecast.of(alike, 2, 0.9).orElseThrow().atEnd();
        assertEquals(0.9, chance(alike, end.low()), 1e-6);
        assertEquals(0.5, chance(alike, end.middle()), 1e-6);
        assertEquals(0.1, chance(alike, end.high()), 1e-6);
        assertEquals(0.00518, chance(alike, logistic(2 * logit(end.high()) - logit(end.middle()))), 1e-5);
        assertEquals(1 - 0.00518, chance(alike, logistic(2 * logit(end.low()) - logit(end.middle()))), 1e-5);
    }

    @Test
    void aDemandOfNothingIsMet() {
        assertEquals(1, chance(List.of(still(6, 0, 5_000), still(6, 0, 5_000)), 0), 1e-6);
        List<Series> falling = List.of(fall(9, 8, 8, 6, 7, 4), fall(9, 7, 8, 6, 5, 4), fall(8, 9, 6, 7, 5, 3));
        Forecast.Step end = PooledForecast.of(falling, 2, 0).orElseThrow().atEnd();
        assertTrue(end.middle() < Panel.EDGE && end.high() > Panel.EDGE, end.toString());
        assertEquals(1, chance(falling, 0));
    }

    /** The formula written down once more, as sums over agencies that are all known at every step. */
    private static Forecast.Step expected(List<Series> series, int k) {
        Damping damping = damping(series);
        return expected(series, k, damping.reach(k), damping.reach(1), damping.doubt(k));
    }

    private static Forecast.Step expected(List<Series> series, int k, double reach, double first, double doubt) {
        int known = series.get(0).wholes().length;
        Panel panel = Panel.of(series.stream().map(one -> Panel.logits(one.parts(), one.wholes())).toList());
        List<Panel.State> states = IntStream.range(0, series.size()).mapToObj(i -> panel.state(i, known)).toList();
        double[] sizes = series.stream().mapToDouble(one -> one.wholes()[known - 1]).toArray();
        double all = Arrays.stream(sizes).sum();
        double m = panel.steps();
        double drift = total(sizes.length, i -> sizes[i] / all * states.get(i).drift());
        double steps = Math.pow(Normal.fewer((int) m - 1), 2)
                * (k * (panel.shared() + Math.pow((1 - first) * drift, 2)) + reach * reach * panel.shared() / m);
        double deviation = Math.sqrt((steps + Math.pow(doubt * drift, 2)) * (1 + 0.36 * k * k / (m * m)));
        double ownSteps = k * panel.walk() - k * panel.shared();
        DoubleUnaryOperator country = shift -> total(sizes.length, i -> (sizes[i] + 1) / all * Normal.meanLogistic(
                states.get(i).level() + reach * states.get(i).drift() + shift, states.get(i).variance(reach) + ownSteps)
                - 0.5 / all);
        double own = TENTH * TENTH * total(sizes.length, i -> {
            double e = Math.exp(states.get(i).mean(reach));
            return Math.pow(sizes[i] / all * e / (1 + e) / (1 + e), 2)
                    * (states.get(i).variance(reach) + ownSteps + panel.noise());
        });
        double middle = country.applyAsDouble(0);
        double low = middle - country.applyAsDouble(-TENTH * deviation);
        double high = country.applyAsDouble(TENTH * deviation) - middle;
        return new Forecast.Step(middle - Math.sqrt(low * low + own), middle, middle + Math.sqrt(high * high + own));
    }

    /** What the errors told that were known by the last step: those of one step count whole, of two half, of three a third. */
    private static Damping damping(List<Series> series) {
        int known = series.get(0).wholes().length;
        double[] squares = new double[Damping.FADINGS.length];
        int count = 0;
        for (int origin = 4; origin < known; origin++) {
            for (int k = 1; k <= Math.min(2, known - origin); k++) {
                double truth = Worlds.share(series, origin + k - 1);
                for (int i = 0; i < squares.length; i++) {
                    double reach = Damping.reach(Damping.FADINGS[i], k);
                    double middle = expected(Worlds.first(series, origin), k, reach, 0, 0).middle();
                    squares[i] += Math.pow(middle - truth, 2) / k;
                }
                count++;
            }
        }
        int of = Math.max(1, count);
        return new Damping(Arrays.stream(squares).map(square -> square / of).toArray(), Math.max(0, known - 4));
    }

    private static double total(int of, IntToDoubleFunction one) {
        return IntStream.range(0, of).mapToDouble(one).sum();
    }

    private static double chance(List<Series> series, double demand) {
        return PooledForecast.of(series, 2, demand).orElseThrow().chance();
    }

    /** An agency whose share moves straight on the logistic scale. */
    private static Series line(double whole, double start, double drift, int steps) {
        double[] moves = new double[steps - 1];
        Arrays.fill(moves, drift - 0.05);
        return moved(whole, start, moves);
    }

    /** An agency that moves by 0.05 and what is given; numerators so that the share with half a case more is met. */
    private static Series moved(double whole, double start, double... around) {
        double[] parts = new double[around.length + 1];
        double[] wholes = new double[around.length + 1];
        double at = start;
        for (int t = 0; t < parts.length; t++) {
            at += t == 0 ? 0 : 0.05 + around[t - 1];
            parts[t] = logistic(at) * (whole + 1) - 0.5;
            wholes[t] = whole;
        }
        return new Series(parts, wholes);
    }

    private static Series fall(double... parts) {
        double[] wholes = new double[parts.length];
        Arrays.fill(wholes, 10_000);
        return new Series(parts, wholes);
    }

    private static Series still(int steps, double part, double whole) {
        double[] parts = new double[steps];
        double[] wholes = new double[steps];
        Arrays.fill(parts, part);
        Arrays.fill(wholes, whole);
        return new Series(parts, wholes);
    }

    private static double logistic(double x) {
        return Math.exp(x) / (1 + Math.exp(x));
    }

    private static double logit(double share) {
        return Math.log(share) - Math.log(1 - share);
    }

    private static void assertStep(Forecast.Step expected, Forecast.Step step) {
        assertEquals(expected.low(), step.low(), 1e-6);
        assertEquals(expected.middle(), step.middle(), 1e-6);
        assertEquals(expected.high(), step.high(), 1e-6);
    }
}
