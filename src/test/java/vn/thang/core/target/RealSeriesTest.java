package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.PooledForecast.Series;

/** The forecasts over real series, made at every earlier year and compared with what came. */
class RealSeriesTest {

    private static final int FIRST_YEAR = 1977;
    private static final int YEARS = 23;

    /** How often the interval held the truth. */
    private static final class Held {
        private int of;
        private int held;

        void add(Forecast.Step step, double truth) {
            of++;
            held += truth >= step.low() && truth <= step.high() ? 1 : 0;
        }

        double share() {
            return held / (double) of;
        }

        @Override
        public String toString() {
            return held + " of " + of;
        }
    }

    @Tag("simulation")
    @Test
    void theIntervalHoldsForSharesOfTheCountry() throws IOException {
        Held held = new Held();
        for (String file : List.of("young-men", "unemployment")) {
            List<Series> series = series(file);
            int steps = series.get(0).parts().length;
            for (int known = PooledForecast.LEAST_KNOWN; known < steps; known++) {
                for (int window : new int[]{6, 8, 12}) {
                    int from = Math.max(0, known - window);
                    for (int ahead = 1; ahead <= Math.min(3, Math.min(known - from, steps - known)); ahead++) {
                        int first = from;
                        int last = known;
                        held.add(PooledForecast
                                .of(series.stream().map(one -> part(one, first, last)).toList(), ahead, 0.5)
                                .orElseThrow()
                                .atEnd(), Worlds.share(series, known + ahead - 1));
                    }
                }
            }
        }
        assertTrue(held.share() >= 0.7 && held.share() <= 0.9, held.toString());
    }

    private static Series part(Series series, int from, int to) {
        return new Series(Arrays.copyOfRange(series.parts(), from, to), Arrays.copyOfRange(series.wholes(), from, to));
    }

    @Tag("simulation")
    @Test
    void theIntervalHoldsForTheSpreadOfALaw() throws IOException {
        List<String[]> rows = rows("adoption");
        int[][] at = new int[YEARS][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            for (int t = 0; t < YEARS && row.length > 1; t++) {
                at[t][i] = FIRST_YEAR + t >= Integer.parseInt(row[1]) ? 1 : 0;
            }
        }
        Held held = new Held();
        for (int known = 2; known < YEARS; known++) {
            for (int window : new int[]{2, 4, 8}) {
                int from = Math.max(0, known - window);
                int rounds = known - from;
                int[][] seen = Arrays.copyOfRange(at, from, known);
                for (int ahead = 1; rounds >= 2 && ahead <= Math.min(3, Math.min(rounds, YEARS - known)); ahead++) {
                    held.add(
                            StepwiseForecast.of(Worlds.groups(seen, rounds, 2), rounds, ahead, 1, 0.5).orElseThrow()
                                    .atEnd(),
                            Arrays.stream(at[known + ahead - 1]).sum() / (double) rows.size());
                }
            }
        }
        assertTrue(held.share() >= 0.7 && held.share() <= 0.9, held.toString());
    }

    private static List<Series> series(String file) throws IOException {
        Map<String, List<double[]>> byState = new TreeMap<>();
        for (String[] row : rows(file)) {
            byState.computeIfAbsent(row[0], state -> new ArrayList<>())
                    .add(new double[]{Double.parseDouble(row[2]), Double.parseDouble(row[3])});
        }
        return byState.values().stream()
                .map(values -> new Series(values.stream().mapToDouble(value -> value[0]).toArray(),
                        values.stream().mapToDouble(value -> value[1]).toArray()))
                .toList();
    }

    private static List<String[]> rows(String file) throws IOException {
        try (InputStream in = RealSeriesTest.class.getResourceAsStream("/series/" + file + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                    .toList();
        }
    }
}
