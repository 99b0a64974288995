package vn.thang.core.target;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Three simple forecasts of one series of shares, which a better one has to beat; intervals from their own errors. */
enum Simple {

    /** The last value stays. */
    LAST_VALUE {
        @Override
        Line fit(double[] shares) {
            double[] errors = new double[shares.length - 1];
            for (int t = 1; t < shares.length; t++) {
                errors[t - 1] = shares[t] - shares[t - 1];
            }
            return new Line(ahead -> shares[shares.length - 1], errors, 1);
        }
    },
    /** Level and trend are smoothed and the trend fades (Gardner and McKenzie 1985); weights by least squares. */
    DAMPED_TREND {
        @Override
        Line fit(double[] shares) {
            Line best = null;
            for (double level = 0.2; level <= 1; level += 0.2) {
                for (double slope = 0.1; slope <= 0.9; slope += 0.2) {
                    for (double fading : new double[]{0.8, 0.9, 0.98}) {
                        Line line = damped(shares, level, slope, fading);
                        best = best == null || line.square() < best.square() ? line : best;
                    }
                }
            }
            return best;
        }
    },
    /** A logistic curve up to a ceiling, by least squares; the last error fades not. */
    LOGISTIC_GROWTH {
        @Override
        Line fit(double[] shares) {
            Line best = null;
            double most = Arrays.stream(shares).max().orElseThrow();
            for (double ceiling = 1; ceiling > most + 0.005; ceiling -= 0.05) {
                Line line = logistic(shares, ceiling);
                best = best == null || line.square() < best.square() ? line : best;
            }
            return best == null ? LAST_VALUE.fit(shares) : best;
        }
    };

    abstract Line fit(double[] shares);

    /** What is expected after so many steps, and how it erred by now. */
    record Line(IntToDoubleFunction middle, double[] errors, int fitted) {

        double square() {
            return Arrays.stream(errors).map(error -> error * error).sum();
        }

        Forecast.Step step(int ahead) {
            int degrees = Math.max(1, errors.length - fitted);
            double deviation = Math.sqrt(square() / degrees * ahead) * Normal.fewer(degrees) * Normal.TENTH;
            double at = Math.max(0, Math.min(1, middle.applyAsDouble(ahead)));
            return new Forecast.Step(Math.max(0, at - deviation), at, Math.min(1, at + deviation));
        }
    }

    private static Line damped(double[] shares, double level, double slope, double fading) {
        double at = shares[0];
        double trend = shares[1] - shares[0];
        double[] errors = new double[shares.length - 1];
        for (int t = 1; t < shares.length; t++) {
            double expected = at + fading * trend;
            errors[t - 1] = t == 1 ? 0 : shares[t] - expected;
            double before = at;
            at = level * shares[t] + (1 - level) * expected;
            trend = slope * (at - before) + (1 - slope) * fading * trend;
        }
        double last = at;
        double going = trend;
        return new Line(ahead -> last + going * fading * (1 - Math.pow(fading, ahead)) / (1 - fading), errors, 2);
    }

    private static Line logistic(double[] shares, double ceiling) {
        int n = shares.length;
        double[] z = Arrays.stream(shares).map(share -> Math.max(0.0005, Math.min(0.9995, share / ceiling)))
                .map(Normal::logit).toArray();
        double mean = Arrays.stream(z).average().orElseThrow();
        double across = 0;
        double along = 0;
        for (int t = 0; t < n; t++) {
            across += (t - (n - 1) / 2d) * z[t];
            along += (t - (n - 1) / 2d) * (t - (n - 1) / 2d);
        }
        double slope = across / along;
        IntToDoubleFunction curve = t -> ceiling * Normal.logistic(mean + slope * (t - (n - 1) / 2d));
        double[] errors = new double[n];
        for (int t = 0; t < n; t++) {
            errors[t] = shares[t] - curve.applyAsDouble(t);
        }
        return new Line(ahead -> curve.applyAsDouble(n - 1 + ahead), errors, 3);
    }
}
