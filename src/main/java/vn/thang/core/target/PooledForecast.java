package vn.thang.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The forecast of a share that is the sum of the agencies' numerators divided by the sum of their denominators.
 *
 * <p>Every agency is carried forward by what the {@link Panel} knows of it, its drift fading as the {@link Damping} says, and
 * the agencies that are still there are added up with their last denominators. The interval holds what all agencies share:
 * steps still to come, the error of the common drift, and that nobody knows how fast the drift fades; what remains of the
 * agencies' own chance in the sum; and that agencies which never moved may move after all ({@link Stillness}). It never leaves
 * 0 to 1.
 *
 * <p>No forecast is made further ahead than twice as far as the data reach back, nor from fewer than {@link #LEAST_KNOWN}
 * steps, or {@link #LEAST_ALONE} where there is one series only.
 */
public final class PooledForecast {

    static final int LEAST_KNOWN = 3;
    static final int LEAST_ALONE = 8;
    /** From here on a demand of everything counts as met: the last cases of a country are not a matter of a trend. */
    public static final double EVERYTHING = 0.995;
    /** By how much the doubt grows as the steps ahead become as many as those known: the drift itself will have changed. */
    private static final double BEYOND = 0.6;
    static final double ROUNDING = 1e-9;

    /**
     * What an agency has reported, step by step.
     *
     * @param parts  numerators
     * @param wholes denominators; where one is missing or 0, nothing is known
     * @param until  the step with which the agency is no more, counted from 0; it leaves the sum there
     */
    public record Series(double[] parts, double[] wholes, int until) {

        /** @throws IllegalArgumentException when numerators and denominators are not equally many */
        public Series {
            if (parts.length != wholes.length) {
                throw new IllegalArgumentException(parts.length + " numerators, " + wholes.length + " denominators");
            }
        }

        /** Of an agency that is there to stay. */
        public Series(double[] parts, double[] wholes) {
            this(parts, wholes, Integer.MAX_VALUE);
        }

        /** What it counts for after so many known steps: its last denominator, and nothing once it is no more. */
        private double weight(int known) {
            for (int t = known - 1; t >= 0 && until >= known; t--) {
                if (wholes[t] > 0) {
                    return wholes[t];
                }
            }
            return 0;
        }

        /** In how many steps it could have moved and did not; 0 when it did. */
        private int stillFor(int known) {
            int first = -1;
            int steps = 0;
            for (int t = 0; t < known; t++) {
                if (wholes[t] > 0) {
                    first = first < 0 ? t : first;
                    steps += t == first ? 0 : 1;
                    if (parts[t] * wholes[first] != parts[first] * wholes[t]) {
                        return 0;
                    }
                }
            }
            return steps;
        }
    }

    private final Panel panel;
    private final List<Panel.State> states = new ArrayList<>();
    private final double[] wholes;
    private final double drift;
    private final double all;
    private final Optional<Stillness> stillness;
    private final double stillParts;
    private final double stillRests;
    private final long movable;

    PooledForecast(List<Series> series, int known) {
        panel = Panel
                .of(series.stream().map(one -> Arrays.copyOf(Panel.logits(one.parts(), one.wholes()), known)).toList());
        wholes = series.stream().mapToDouble(one -> one.weight(known)).toArray();
        all = Arrays.stream(wholes).sum();
        double drifts = 0;
        double parts = 0;
        double rests = 0;
        long steps = 0;
        long still = 0;
        for (int i = 0; i < panel.size(); i++) {
            Panel.State state = panel.state(i, known);
            states.add(state);
            if (wholes[i] > 0) {
                drifts += wholes[i] * state.drift();
                int stillFor = series.get(i).stillFor(known);
                double part = stillFor == 0 ? 0 : Panel.part(Normal.logistic(state.level()), wholes[i]);
                parts += part;
                rests += stillFor == 0 ? 0 : wholes[i] - part;
                steps += stillFor;
                still += stillFor == 0 ? 0 : 1;
            }
        }
        drift = drifts / all;
        stillness = steps == 0 ? Optional.empty() : Optional.of(new Stillness(steps));
        stillParts = parts / all;
        stillRests = rests / all;
        long counted = Arrays.stream(wholes).filter(whole -> whole > 0).count();
        movable = still == counted ? still : 0;
    }

    /**
     * @param series of the agencies, all over the same steps of time
     * @param ahead  steps from the last one to the due day
     * @param demand the share that is to be reached at least, 0 to 1
     * @return empty where the data do not carry a forecast
     */
    public static Optional<Forecast> of(List<Series> series, int ahead, double demand) {
        int known = known(series);
        boolean alone = series.stream().filter(one -> one.weight(known) > 0).count() < 2;
        if (ahead < 1 || ahead > Forecast.FAR * known || known < (alone ? LEAST_ALONE : LEAST_KNOWN)
                || series.stream().allMatch(one -> one.weight(known) == 0)) {
            return Optional.empty();
        }
        PooledPast past = new PooledPast(series, known, ahead);
        double widening = past.widening();
        PooledForecast forecast = new PooledForecast(series, known);
        Damping damping = past.damping(known);
        List<Forecast.Step> steps = new ArrayList<>();
        for (int step = 1; step <= ahead; step++) {
            steps.add(forecast.step(step, damping).widened(widening));
        }
        return Optional
                .of(new Forecast(steps, forecast.chance(steps.get(ahead - 1), ahead, Math.min(demand, EVERYTHING)),
                        2 * ahead > known, past.backtest()));
    }

    /** Whether any agency was left that counts. */
    boolean hasAgencies() {
        return all > 0;
    }

    /** By how much each damping would have erred; nothing where the truth is not known. */
    double[] squares(int step, OptionalDouble truth) {
        return Arrays.stream(Damping.FADINGS).map(fading -> truth.isEmpty() || all == 0 ? 0
                : Math.pow(share(step, Damping.reach(fading, step), 0) - truth.getAsDouble(), 2)).toArray();
    }

    static OptionalDouble share(List<Series> series, int step) {
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

    Forecast.Step step(int step, Damping damping) {
        double reach = damping.reach(step);
        double left = Math.pow((1 - damping.reach(1)) * drift, 2);
        double estimated = (panel.shared() + left) * step + panel.shared() * reach * reach / Math.max(1, panel.steps());
        double shared = Math.hypot(Normal.fewer(panel.steps() - 1) * Math.sqrt(estimated),
                damping.doubt(step) * drift) * Math.hypot(1, BEYOND * step / Math.max(1, panel.steps()));
        double middle = share(step, reach, 0);
        double own = Normal.TENTH * Math.sqrt(ownVariance(step, reach));
        double moved = stillness.map(still -> still.mostMoved(step)).orElse(0d);
        double down = norm(middle - share(step, reach, -Normal.TENTH * shared), own, moved * stillParts);
        double up = norm(share(step, reach, Normal.TENTH * shared) - middle, own, moved * stillRests);
        return new Forecast.Step(Math.max(0, middle - down), middle, Math.min(1, middle + up));
    }

    private static double norm(double a, double b, double c) {
        return Math.hypot(Math.hypot(a, b), c);
    }

    /** The share of the country when all agencies are moved on the logistic scale. */
    private double share(int step, double reach, double shift) {
        double sum = 0;
        for (int i = 0; i < states.size(); i++) {
            if (wholes[i] > 0) {
                sum += Panel.part(
                        Normal.meanLogistic(states.get(i).mean(reach) + shift, variance(i, step, reach)), wholes[i]);
            }
        }
        return sum / all;
    }

    private double variance(int agency, int step, double reach) {
        return states.get(agency).variance(reach) + step * (panel.walk() - panel.shared());
    }

    private double ownVariance(int step, double reach) {
        double sum = 0;
        for (int i = 0; i < states.size(); i++) {
            if (wholes[i] > 0) {
                double share = Normal.logistic(states.get(i).mean(reach));
                double slope = wholes[i] * share * (1 - share);
                sum += slope * slope * (variance(i, step, reach) + panel.noise());
            }
        }
        return sum / (all * all);
    }

    /** Where no agency ever moved, most futures are that none will, and those that rise are half of the others. */
    private double chance(Forecast.Step end, int ahead, double demand) {
        boolean met = demand <= end.middle() + ROUNDING;
        double chance = chance(end, demand);
        if (movable == 0) {
            return chance;
        }
        double moved = (1 - stillness.orElseThrow().nothingMoves(movable * ahead)) / 2;
        return met ? Math.max(chance, 1 - moved) : Math.min(chance, moved);
    }

    private static double chance(Forecast.Step end, double demand) {
        double wanted = scale(demand);
        double middle = scale(end.middle());
        double side = wanted > middle ? scale(end.high()) - middle : middle - scale(end.low());
        return side <= 0 ? (wanted <= middle ? 1 : 0) : 1 - Normal.below((wanted - middle) * Normal.TENTH / side);
    }

    private static double scale(double share) {
        return Normal.logit(Math.min(1 - Panel.EDGE, Math.max(Panel.EDGE, share)));
    }
}
