package vn.thang.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The forecast of a share that is the sum of the agencies' numerators divided by the sum of their denominators.
 *
 * <p>Every agency is carried forward by what the {@link Panel} knows of it, its drift fading by a tenth with every step
 * (damped trend, Gardner and McKenzie 1985), and the agencies are added up with their last denominators. The interval holds
 * what all agencies share: steps still to come, the error of the common drift, and that nobody knows whether the drift
 * fades, ends or goes on; and what remains of the agencies' own chance in the sum. It never leaves 0 to 1.
 *
 * <p>No forecast is made further ahead than the data reach back, nor from fewer than {@link #LEAST_KNOWN} steps, or
 * {@link #LEAST_ALONE} where there is one series only.
 */
public final class PooledForecast {

    static final int LEAST_KNOWN = 4;
    static final int LEAST_ALONE = 8;
    /** From here on a demand of everything counts as met: the last cases of a country are not a matter of a trend. */
    public static final double EVERYTHING = 0.995;
    private static final double FADING = 0.9;
    /** Standard deviation of how much of the expected drift will come: it may end at once, or go on unfaded. */
    private static final double DOUBT = 0.4;
    private static final double CONFIDENCE = 0.8;
    private static final double MOST_WIDENING = 2;
    private static final double ROUNDING = 1e-9;

    /**
     * What an agency has reported, step by step.
     *
     * @param parts  numerators
     * @param wholes denominators; where one is missing or 0, nothing is known
     */
    public record Series(double[] parts, double[] wholes) {

        /** @throws IllegalArgumentException when they are not equally many */
        public Series {
            if (parts.length != wholes.length) {
                throw new IllegalArgumentException(parts.length + " numerators, " + wholes.length + " denominators");
            }
        }

        private double lastWhole(int known) {
            for (int t = known - 1; t >= 0; t--) {
                if (wholes[t] > 0) {
                    return wholes[t];
                }
            }
            return 0;
        }
    }

    private final Panel panel;
    private final List<Panel.State> states = new ArrayList<>();
    private final double[] wholes;
    private final double drift;

    private PooledForecast(List<Series> series, int known) {
        panel = Panel
                .of(series.stream().map(one -> Arrays.copyOf(Panel.logits(one.parts(), one.wholes()), known)).toList());
        wholes = series.stream().mapToDouble(one -> one.lastWhole(known)).toArray();
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < panel.size(); i++) {
            Panel.State state = panel.state(i, known);
            states.add(state);
            if (state != null) {
                sum += wholes[i] * state.drift();
                weights += wholes[i];
            }
        }
        drift = weights == 0 ? 0 : sum / weights;
    }

    /**
     * @param series of the agencies, all over the same steps of time
     * @param ahead  steps from the last one to the due day
     * @param demand the share that is to be reached at least, 0 to 1
     * @return empty where the data do not carry a forecast
     */
    public static Optional<Forecast> of(List<Series> series, int ahead, double demand) {
        int known = known(series);
        boolean alone = series.stream().filter(one -> one.lastWhole(known) > 0).count() < 2;
        if (ahead < 1 || ahead > known || known < (alone ? LEAST_ALONE : LEAST_KNOWN)) {
            return Optional.empty();
        }
        PooledForecast forecast = new PooledForecast(series, known);
        List<Trial> trials = trials(series, known, ahead);
        double widening = widening(trials);
        List<Forecast.Step> steps = new ArrayList<>();
        for (int step = 1; step <= ahead; step++) {
            steps.add(forecast.step(step).widened(widening));
        }
        return Optional
                .of(new Forecast(steps, chance(steps.get(ahead - 1), demand), 2 * ahead > known, backtest(trials)));
    }

    /** An interval that was drawn at an earlier step, what was known last then, and what became true. */
    private record Trial(Forecast.Step drawn, double last, double truth) {

        /** Up to the error of the arithmetic, since what never moves is drawn without any width. */
        private boolean held() {
            return truth >= drawn.low() - ROUNDING && truth <= drawn.high() + ROUNDING;
        }
    }

    private static List<Trial> trials(List<Series> series, int known, int ahead) {
        List<Trial> trials = new ArrayList<>();
        for (int origin = LEAST_KNOWN; origin < known; origin++) {
            PooledForecast then = new PooledForecast(series, origin);
            OptionalDouble last = share(series, origin - 1);
            for (int step = 1; step <= Math.min(ahead, known - origin); step++) {
                OptionalDouble truth = share(series, origin + step - 1);
                if (truth.isPresent()) {
                    Forecast.Step drawn = then.step(step);
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
    private static double widening(List<Trial> trials) {
        List<Double> misses = new ArrayList<>(trials.stream().map(trial -> trial.drawn().miss(trial.truth())).toList());
        Collections.sort(misses);
        int at = (int) Math.ceil((misses.size() + 1) * CONFIDENCE) - 1;
        return misses.isEmpty() ? 1 : Math.max(1, Math.min(MOST_WIDENING, misses.get(Math.min(at, misses.size() - 1))));
    }

    private static Optional<Forecast.Backtest> backtest(List<Trial> trials) {
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

    private static OptionalDouble share(List<Series> series, int step) {
        double parts = 0;
        double wholes = 0;
        for (Series one : series) {
            if (one.wholes()[step] > 0) {
                parts += one.parts()[step];
                wholes += one.wholes()[step];
            }
        }
        return wholes == 0 ? OptionalDouble.empty() : OptionalDouble.of(parts / wholes);
    }

    /** Steps up to the last one of which anything is known. */
    private static int known(List<Series> series) {
        int known = 0;
        for (Series one : series) {
            for (int t = known; t < one.wholes().length; t++) {
                known = one.wholes()[t] > 0 ? t + 1 : known;
            }
        }
        return known;
    }

    private Forecast.Step step(int step) {
        double reach = 0;
        for (int j = 1; j <= step; j++) {
            reach += Math.pow(FADING, j);
        }
        double estimated = panel.shared() * (step + reach * reach / Math.max(1, panel.steps()));
        double shared = Math.hypot(Normal.fewer(panel.steps() - 1) * Math.sqrt(estimated), DOUBT * reach * drift);
        double middle = share(step, reach, 0);
        double own = Normal.TENTH * Math.sqrt(ownVariance(step, reach));
        double down = Math.hypot(middle - share(step, reach, -Normal.TENTH * shared), own);
        double up = Math.hypot(share(step, reach, Normal.TENTH * shared) - middle, own);
        return new Forecast.Step(Math.max(0, middle - down), middle, Math.min(1, middle + up));
    }

    /** The share of the country when all agencies are moved on the logistic scale. */
    private double share(int step, double reach, double shift) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i) != null) {
                double share = Normal.meanLogistic(states.get(i).mean(reach) + shift, variance(i, step, reach));
                sum += Math.min(wholes[i], Math.max(0, share * (wholes[i] + 1) - 0.5));
                all += wholes[i];
            }
        }
        return sum / all;
    }

    private double variance(int agency, int step, double reach) {
        return states.get(agency).variance(reach) + step * (panel.walk() - panel.shared());
    }

    private double ownVariance(int step, double reach) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i) != null) {
                double share = Normal.logistic(states.get(i).mean(reach));
                double slope = wholes[i] * share * (1 - share);
                sum += slope * slope * (variance(i, step, reach) + panel.noise());
                all += wholes[i];
            }
        }
        return sum / (all * all);
    }

    private static double chance(Forecast.Step end, double demand) {
        double wanted = scale(Math.min(demand, EVERYTHING));
        double middle = scale(end.middle());
        double side = wanted > middle ? scale(end.high()) - middle : middle - scale(end.low());
        return side <= 0 ? (wanted <= middle ? 1 : 0) : 1 - Normal.below((wanted - middle) * Normal.TENTH / side);
    }

    private static double scale(double share) {
        return Normal.logit(Math.min(1 - Panel.EDGE, Math.max(Panel.EDGE, share)));
    }
}
