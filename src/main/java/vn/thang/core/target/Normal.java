package vn.thang.core.target;

/** The normal distribution and the logistic scale, in double precision as far as forecasts need it. */
final class Normal {

    /** Four fifths of the mass lie within so many standard deviations. */
    static final double TENTH = 1.2815515655446004;

    private Normal() {
    }

    /** The share of the mass below x, to seven digits: Abramowitz and Stegun, 26.2.17. */
    static double below(double x) {
        if (x < 0) {
            return 1 - below(-x);
        }
        double t = 1 / (1 + 0.2316419 * x);
        double series = t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * series;
    }

    /**
     * By how much an interval widens when the standard deviation is estimated from few values: the 90th percentile of
     * Student's distribution over that of the normal one, by the expansion of Cornish and Fisher.
     */
    static double fewer(int degrees) {
        double z = TENTH;
        double n = Math.max(1, degrees);
        return 1 + (z * z + 1) / (4 * n) + (5 * Math.pow(z, 4) + 16 * z * z + 3) / (96 * n * n);
    }

    static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The mean of the logistic of a normal number, to about one per cent of its sd: MacKay's approximation. */
    static double meanLogistic(double mean, double variance) {
        return logistic(mean / Math.sqrt(1 + Math.PI * variance / 8));
    }
}
