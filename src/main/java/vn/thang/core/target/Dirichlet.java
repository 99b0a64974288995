package vn.thang.core.target;

import java.util.Random;

/** Draws how a whole is divided, from weights that say in which proportion and, by their sum, how certainly. */
final class Dirichlet {

    private final Random random;

    Dirichlet(Random random) {
        this.random = random;
    }

    /** Shares that add up to 1; a part without weight gets none, and without any weight all get the same. */
    double[] draw(double[] weights) {
        double[] drawn = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            drawn[i] = weights[i] > 0 ? gamma(weights[i]) : 0;
            sum += drawn[i];
        }
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = sum > 0 ? drawn[i] / sum : 1d / drawn.length;
        }
        return drawn;
    }

    /** Marsaglia and Tsang 2000. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3d;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
