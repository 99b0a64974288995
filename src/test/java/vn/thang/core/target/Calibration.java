package vn.thang.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;
import vn.thang.core.target.PooledForecast.Series;

/** How intervals of one kind of series did, beside three simple methods: coverage with its exact band, score and error. */
final class Calibration {

    private static final double OUTSIDE = 0.2;
    private static final double SURE = 0.95;

    private static final class Tally {
        private double score;
        private double error;
        private double bias;
        private double width;
        private int held;
        private int of;
        private final Map<String, int[]> panels = new TreeMap<>();

        void add(String panel, Forecast.Step step, double truth) {
            boolean holds = truth >= step.low() - 1e-9 && truth <= step.high() + 1e-9;
            int[] own = panels.computeIfAbsent(panel, name -> new int[2]);
            own[0] += holds ? 1 : 0;
            own[1]++;
            held += holds ? 1 : 0;
            of++;
            score += step.score(truth);
            error += Math.abs(step.middle() - truth);
            bias += step.middle() - truth;
            width += step.high() - step.low();
        }
    }

    private final Tally own = new Tally();
    private final Map<Simple, Tally> simple = new EnumMap<>(Simple.class);

    /** Every window of known steps, and steps ahead. */
    static Calibration ofShares(Map<String, List<Series>> panels, int[] windows, int[] ahead) {
        Calibration calibration = new Calibration();
        panels.forEach((panel, series) -> {
            int steps = series.get(0).parts().length;
            for (int window : windows) {
                for (int known = window; known < steps; known++) {
                    int from = known - window;
                    int to = known;
                    List<Series> seen = series.stream().map(one -> part(one, from, to)).toList();
                    double[] shares = IntStream.range(0, window).mapToDouble(t -> Worlds.share(seen, t)).toArray();
                    for (int step : ahead) {
                        double truth = known + step - 1 < steps ? Worlds.share(series, known + step - 1) : Double.NaN;
                        if (!Double.isNaN(truth) && Arrays.stream(shares).noneMatch(Double::isNaN)) {
                            PooledForecast.of(seen, step, 0.5)
                                    .ifPresent(made -> calibration.add(panel, made.atEnd(), shares, step, truth));
                        }
                    }
                }
            }
        });
        return calibration;
    }

    static Calibration ofLevels(Map<String, int[][]> panels, int states, int[] windows, int[] ahead) {
        Calibration calibration = new Calibration();
        panels.forEach((panel, at) -> {
            for (int window : windows) {
                for (int known = window; known < at.length; known++) {
                    int[][] seen = Arrays.copyOfRange(at, known - window, known);
                    for (int step : ahead) {
                        for (int least = 1; least < states && known + step - 1 < at.length; least++) {
                            int counted = least;
                            double[] shares = Arrays.stream(seen).mapToDouble(round -> share(round, counted)).toArray();
                            double truth = share(at[known + step - 1], least);
                            StepwiseForecast.of(Worlds.groups(seen, window, states), window, step, least, 0.5)
                                    .ifPresent(made -> calibration.add(panel, made.atEnd(), shares, step, truth));
                        }
                    }
                }
            }
        });
        return calibration;
    }

    private static double share(int[] round, int least) {
        return Arrays.stream(round).filter(state -> state >= least).count() / (double) round.length;
    }

    private static Series part(Series series, int from, int to) {
        return new Series(Arrays.copyOfRange(series.parts(), from, to), Arrays.copyOfRange(series.wholes(), from, to));
    }

    private void add(String panel, Forecast.Step step, double[] shares, int ahead, double truth) {
        own.add(panel, step, truth);
        for (Simple method : Simple.values()) {
            simple.computeIfAbsent(method, name -> new Tally()).add(panel, method.fit(shares).step(ahead), truth);
        }
    }

    int tried() {
        return own.of;
    }

    double coverage() {
        return own.held / (double) own.of;
    }

    /**
     * The exact band of Clopper and Pearson for as many independent forecasts as the panels, whose own forecasts go together,
     * are worth: the variance between panels over that of chance, at least 1.
     */
    double[] band() {
        double share = coverage();
        double between = own.panels.values().stream().mapToDouble(one -> Math.pow(one[0] - share * one[1], 2)).sum()
                * own.panels.size() / Math.max(1, own.panels.size() - 1d);
        double effect = Math.max(1, between / Math.max(1e-9, own.of * share * (1 - share)));
        double n = Math.max(own.panels.size(), own.of / effect);
        double held = share * n;
        double tail = (1 - SURE) / 2;
        return new double[]{held <= 0 ? 0 : new BetaDistribution(held, n - held + 1).inverseCumulativeProbability(tail),
                held >= n - 1e-9 ? 1 : new BetaDistribution(held + 1, n - held).inverseCumulativeProbability(1 - tail)};
    }

    double score() {
        return own.score / own.of;
    }

    double error() {
        return own.error / own.of;
    }

    double score(Simple method) {
        return simple.get(method).score / own.of;
    }

    double error(Simple method) {
        return simple.get(method).error / own.of;
    }

    double bestScore() {
        return Arrays.stream(Simple.values()).mapToDouble(this::score).min().orElseThrow();
    }

    double bestError() {
        return Arrays.stream(Simple.values()).mapToDouble(this::error).min().orElseThrow();
    }

    /** A row of the table in the document. */
    String row(String kind) {
        if (own.of == 0) {
            return "| " + kind + " | 0 |";
        }
        double[] band = band();
        List<String> cells = new ArrayList<>(List.of(kind, String.valueOf(own.panels.size()), String.valueOf(own.of),
                number("%.0f", 100 * coverage()), number("%.0f", 100 * band[0]) + "–" + number("%.0f", 100 * band[1]),
                number("%.1f", 100 * own.width / own.of), number("%+.1f", 100 * own.bias / own.of), point(score())));
        Arrays.stream(Simple.values()).forEach(method -> cells.add(point(score(method))));
        cells.add(point(error()));
        Arrays.stream(Simple.values()).forEach(method -> cells.add(point(error(method))));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String point(double share) {
        return number("%.1f", 100 * share);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
