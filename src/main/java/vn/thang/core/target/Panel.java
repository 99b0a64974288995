package vn.thang.core.target;

import java.util.Arrays;
import java.util.List;

/**
 * The shares of many agencies at equal steps of time, and what they have in common. One agency has far too few values for a
 * trend of its own, so its noise, its drift and their spread are estimated from all of them together.
 *
 * <p>On the logistic scale an agency's value is a level with noise; the level moves by its drift and by a random step; the
 * drifts of the agencies scatter around a common one. A part of the random step is the same for all: a policy, a campaign,
 * a failure. The four variances follow from the moments of the differences. Source: local linear trend model, Harvey 1989;
 * estimated by the method of moments.
 */
final class Panel {

    /** Shares are kept about this far from 0 and 1, where the logistic scale ends. */
    static final double EDGE = 0.0005;
    private static final double LEAST_WALK = 0.02;

    private final double[][] values;
    private final double noise;
    private final double walk;
    private final double scatter;
    private final double drift;
    private final double shared;
    private final int steps;

    /** The state of one agency: its level, its drift and their covariance. */
    record State(double level, double drift, double levelVariance, double covariance, double driftVariance) {

        /** Of the value after some steps, when the drift adds up to {@code reach} of itself. */
        double mean(double reach) {
            return level + reach * drift;
        }

        double variance(double reach) {
            return levelVariance + 2 * reach * covariance + reach * reach * driftVariance;
        }
    }

    private Panel(double[][] values, double noise, double walk, double scatter, double drift, double shared,
            int steps) {
        this.values = values;
        this.noise = noise;
        this.walk = walk;
        this.scatter = scatter;
        this.drift = drift;
        this.shared = shared;
        this.steps = steps;
    }

    /** Numerators and denominators of an agency, one of each for every step; NaN where nothing is known. */
    static double[] logits(double[] parts, double[] wholes) {
        double[] logits = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            double more = more(wholes[i]);
            logits[i] = wholes[i] > 0 ? Normal.logit((parts[i] + more) / (wholes[i] + 2 * more)) : Double.NaN;
        }
        return logits;
    }

    /** The numerator to a share on the logistic scale, back from {@link #logits}. */
    static double part(double share, double whole) {
        return Math.min(whole, Math.max(0, share * (whole + 2 * more(whole)) - more(whole)));
    }

    /** So many cases more on either side keep a share from 0 and 1, where the logistic scale ends: half a case at least. */
    private static double more(double whole) {
        return Math.max(0.5, EDGE * whole);
    }

    /** @param values by agency and step, on the logistic scale; NaN where nothing is known */
    static Panel of(List<double[]> values) {
        double[][] differences = values.stream().map(Panel::differences).toArray(double[][]::new);
        double drift = Arrays.stream(differences).flatMapToDouble(Arrays::stream).filter(Double::isFinite).average()
                .orElse(0);
        Sum square = new Sum();
        Sum neighbours = new Sum();
        Sum means = new Sum();
        Sum counts = new Sum();
        for (double[] series : differences) {
            Sum own = new Sum();
            for (int t = 0; t < series.length; t++) {
                double d = series[t] - drift;
                square.add(d * d);
                own.add(d);
                if (t > 0) {
                    neighbours.add(d * (series[t - 1] - drift));
                }
            }
            means.add(own.count == 0 ? Double.NaN : own.mean() * own.mean());
            counts.add(own.count == 0 ? Double.NaN : own.count);
        }
        double g0 = square.mean();
        double g1 = neighbours.mean();
        double m = counts.mean();
        double noise = Math.max(0,
                m >= 3 ? (means.mean() - g1 - (g0 - g1) / m) / ((1 - 1 / m) * (1 - 2 / m)) : Math.max(-g1, g0 / 4));
        noise = Math.min(noise, g0 / 2);
        double scatter = m >= 2 ? Math.min(Math.max(0, g1 + noise), g0) : 0;
        double walk = Math.max(LEAST_WALK * g0, g0 - 2 * noise - scatter);
        return new Panel(values.toArray(double[][]::new), noise, walk, scatter, drift,
                shared(differences, drift, g0, walk), (int) Math.round(m));
    }

    /** How much of the steps all agencies share: what is left of the movement of their mean beyond chance. */
    private static double shared(double[][] differences, double drift, double g0, double walk) {
        if (differences.length < 2) {
            return 0;
        }
        Sum movement = new Sum();
        for (int t = 0; t < differences[0].length; t++) {
            Sum across = new Sum();
            for (double[] series : differences) {
                across.add(series[t] - drift);
            }
            movement.add(across.count < 2 ? Double.NaN : across.mean() * across.mean() - g0 / across.count);
        }
        double unbiased = movement.count > 1 ? movement.mean() * movement.count / (movement.count - 1)
                : movement.mean();
        return Math.max(0, Math.min(walk, unbiased));
    }

    private static double[] differences(double[] values) {
        double[] differences = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i + 1] - values[i];
        }
        return differences;
    }

    /** Where an agency stands after its first values: a Kalman filter. */
    State state(int agency, int known) {
        double[] series = values[agency];
        int first = 0;
        while (first < known && Double.isNaN(series[first])) {
            first++;
        }
        if (first == known) {
            return null;
        }
        State state = new State(series[first], drift, noise, 0, scatter);
        for (int t = first + 1; t < known; t++) {
            state = moved(state);
            state = Double.isNaN(series[t]) ? state : seen(state, series[t]);
        }
        return state;
    }

    private State moved(State s) {
        return new State(s.level + s.drift, s.drift, s.levelVariance + 2 * s.covariance + s.driftVariance + walk,
                s.covariance + s.driftVariance, s.driftVariance);
    }

    private State seen(State s, double value) {
        double total = s.levelVariance + noise;
        if (total == 0) {
            return s;
        }
        double level = s.levelVariance / total;
        double slope = s.covariance / total;
        double surprise = value - s.level;
        return new State(s.level + level * surprise, s.drift + slope * surprise, (1 - level) * s.levelVariance,
                (1 - level) * s.covariance, s.driftVariance - slope * s.covariance);
    }

    int size() {
        return values.length;
    }

    double noise() {
        return noise;
    }

    double walk() {
        return walk;
    }

    /** The variance of the step that all share. */
    double shared() {
        return shared;
    }

    /** How many differences an agency has on average. */
    int steps() {
        return steps;
    }

    /** A mean of what is known. */
    private static final class Sum {
        private double sum;
        private int count;

        void add(double value) {
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }
}
