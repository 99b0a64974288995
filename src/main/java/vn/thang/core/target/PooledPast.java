package vn.thang.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A {@link PooledForecast} made at every earlier step, knowing only what was known then: how it would have done, how far it has to
 * be widened for that, and how fast growth has slowed.
 */
final class PooledPast {

    /** How many steps are known where the method is tried first. */
    private static final int FIRST_TRIED = 4;
    private static final double CONFIDENCE = 0.8;
    private static final double MOST_WIDENING = 2;

    private final List<PooledForecast.Series> series;
    private final int known;
    private final int ahead;
    private final List<PooledForecast> then = new ArrayList<>();
    private final double[][][] squares;
    private final List<Trial> trials;

    PooledPast(List<PooledForecast.Series> series, int known, int ahead) {
        this.series = series;
        this.known = known;
        this.ahead = ahead;
        squares = new double[known][][];
        for (int origin = FIRST_TRIED; origin < known; origin++) {
            PooledForecast one = new PooledForecast(series, origin);
            then.add(one);
            squares[origin] = new double[Math.min(ahead, known - origin) + 1][];
            for (int step = 1; step < squares[origin].length; step++) {
                squares[origin][step] = one.squares(step, PooledForecast.share(series, origin + step - 1));
            }
        }
        trials = trials();
    }

    /** What errors told of the damping when so many steps were known. */
    Damping damping(int at) {
        double[] sum = new double[Damping.FADINGS.length];
        int count = 0;
        for (int origin = FIRST_TRIED; origin < at; origin++) {
            for (int step = 1; step < squares[origin].length && origin + step <= at; step++) {
                double[] one = squares[origin][step];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += one[i] / step;
                }
                count++;
            }
        }
        int of = Math.max(1, count);
        return new Damping(Arrays.stream(sum).map(square -> square / of).toArray(),
                Math.max(0, at - FIRST_TRIED));
    }

    private List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (int origin = FIRST_TRIED; origin < known; origin++) {
            Damping damping = damping(origin);
            OptionalDouble last = PooledForecast.share(series, origin - 1);
            for (int step = 1; step <= Math.min(ahead, known - origin); step++) {
                OptionalDouble truth = PooledForecast.share(series, origin + step - 1);
                if (truth.isPresent() && then.get(origin - FIRST_TRIED).hasAgencies()) {
                    Forecast.Step drawn = then.get(origin - FIRST_TRIED).step(step, damping);
                    trials.add(new Trial(drawn, last.orElse(drawn.middle()), truth.getAsDouble()));
                }
            }
        }
        return trials;
    }

    /**
     * By how much the interval must grow to have held four times in five, had it been drawn at every earlier step: the
     * split conformal factor with a rolling origin. At least 1, since a calm past promises nothing.
     */
    double widening() {
        List<Double> misses = new ArrayList<>(trials.stream().map(trial -> trial.drawn().miss(trial.truth())).toList());
        Collections.sort(misses);
        int at = (int) Math.ceil((misses.size() + 1) * CONFIDENCE) - 1;
        return misses.isEmpty() ? 1 : Math.max(1, Math.min(MOST_WIDENING, misses.get(Math.min(at, misses.size() - 1))));
    }

    Optional<Forecast.Backtest> backtest() {
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        int held = (int) trials.stream().filter(Trial::held).count();
        double score = trials.stream().mapToDouble(trial -> trial.drawn().score(trial.truth())).average().orElseThrow();
        double unmoved = trials.stream()
                .mapToDouble(trial -> new Forecast.Step(trial.last(), trial.last(), trial.last()).score(trial.truth()))
                .average().orElseThrow();
        return Optional.of(new Forecast.Backtest(trials.size(), held, score, unmoved));
    }

    /** An interval that was drawn at an earlier step, what was known last then, and what became true. */
    private record Trial(Forecast.Step drawn, double last, double truth) {

        /** Up to the error of the arithmetic. */
        private boolean held() {
            return truth >= drawn.low() - PooledForecast.ROUNDING && truth <= drawn.high() + PooledForecast.ROUNDING;
        }
    }
}
