package vn.thang.core.target;

import java.util.Arrays;

/**
 * How much of a drift comes, since growth slows: of today's drift a part remains with every step (damped trend, Gardner and
 * McKenzie 1985). Which part nobody knows beforehand, so several are weighed: by what is expected of any series, and by how
 * far each would have erred at the earlier steps of this one (Bayesian model averaging with normal errors of unknown size).
 */
final class Damping {

    /** What remains of the drift with every step: it ends at once, it fades, or it goes on nearly for ever. */
    static final double[] FADINGS = {0, 0.5, 0.8, 0.9, 0.97};
    private static final double[] EXPECTED = {0.15, 0.15, 0.25, 0.25, 0.2};
    /** Errors below half a per cent tell nothing. */
    private static final double LEAST_ERROR = 0.005;

    private final double[] squares;
    private final int tried;

    /**
     * @param squares the mean square by which each part would have erred; shares of the country
     * @param tried   at how many earlier steps that was tried; from none nothing is known
     */
    Damping(double[] squares, int tried) {
        this.squares = squares.clone();
        this.tried = tried;
    }

    /** The further ahead, the fewer trials speak for it: one less for every two steps. */
    private double[] weights(int steps) {
        double[] weights = EXPECTED.clone();
        double least = Arrays.stream(squares).min().orElseThrow() + LEAST_ERROR * LEAST_ERROR;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double worse = (squares[i] + LEAST_ERROR * LEAST_ERROR) / least;
            weights[i] *= Math.pow(worse, -Math.max(0, tried - (steps - 1) / 2d) / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** How many times today's drift comes in so many steps when such a part of it remains with each. */
    static double reach(double fading, int steps) {
        double reach = 0;
        for (int step = 1; step <= steps; step++) {
            reach += Math.pow(fading, step);
        }
        return reach;
    }

    /** How many times today's drift is expected to come. */
    double reach(int steps) {
        double[] weights = weights(steps);
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * reach(FADINGS[i], steps);
        }
        return mean;
    }

    /** The standard deviation of that. */
    double doubt(int steps) {
        double[] weights = weights(steps);
        double mean = reach(steps);
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * Math.pow(reach(FADINGS[i], steps) - mean, 2);
        }
        return Math.sqrt(variance);
    }
}
