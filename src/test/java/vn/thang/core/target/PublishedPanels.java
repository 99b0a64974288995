package vn.thang.core.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.core.target.PooledForecast.Series;

/** Published series of agencies by kind, as src/test/resources/series/README.md names them, in panels that share nothing. */
final class PublishedPanels {

    private static final double EQUAL = 10_000;
    private static final Set<String> NORTHEAST = Set.of("CONNECTICUT", "MAINE", "MASSACHUSETTS", "NEW_HAMPSHIRE",
            "RHODE_ISLAND", "VERMONT", "NEW_JERSEY", "NEW_YORK", "PENNSYLVANIA");
    private static final Set<String> MIDWEST = Set.of("ILLINOIS", "INDIANA", "MICHIGAN", "OHIO", "WISCONSIN", "IOWA",
            "KANSAS", "MINNESOTA", "MISSOURI", "NEBRASKA", "NORTH_DAKOTA", "SOUTH_DAKOTA");
    private static final Set<String> WEST = Set.of("ARIZONA", "COLORADO", "IDAHO", "MONTANA", "NEVADA", "NEW_MEXICO",
            "UTAH", "WYOMING", "ALASKA", "CALIFORNIA", "HAWAII", "OREGON", "WASHINGTON");

    private PublishedPanels() {
    }

    /** Internet users of countries and wearers of seat belts in states, from their first per cent on. */
    static Map<String, List<Series>> adoption() {
        Map<String, List<Series>> panels = new TreeMap<>(internet(6));
        Map<String, Map<String, double[]>> belts = new TreeMap<>();
        for (String[] row : rows("seat-belts")) {
            double[] values = belts.computeIfAbsent("belts " + row[0], panel -> new TreeMap<>())
                    .computeIfAbsent(row[1], state -> missing(15));
            values[Integer.parseInt(row[2]) - 1983] = row[3].isEmpty() ? Double.NaN : Double.parseDouble(row[3]);
        }
        belts.forEach(
                (panel, states) -> panels.put(panel, states.values().stream().map(PublishedPanels::equal).toList()));
        return panels;
    }

    /** Internet users from the year 1990 on, where they were none; the first {@code skip} years are left out. */
    private static Map<String, List<Series>> internet(int skip) {
        Map<String, List<Series>> panels = new TreeMap<>();
        int count = 0;
        for (String[] row : rows("internet")) {
            double[] values = missing(30);
            int from = Integer.parseInt(row[2]) - 1990;
            for (int i = 3; i < row.length; i++) {
                values[from + i - 3] = row[i].isEmpty() ? Double.NaN : Double.parseDouble(row[i]) / 100;
            }
            panels.computeIfAbsent("internet " + row[0] + " " + count++ % 2, panel -> new ArrayList<>())
                    .add(equal(Arrays.copyOfRange(values, skip, 30)));
        }
        return panels;
    }

    /** Countries whose users were none for years: those of Africa. */
    static Map<String, List<Series>> fromNothing() {
        Map<String, List<Series>> panels = new TreeMap<>(internet(0));
        panels.keySet().removeIf(panel -> !panel.contains("Africa"));
        return panels;
    }

    /** Shares of states: young men and unemployed, by census region. */
    static Map<String, List<Series>> regions() {
        Map<String, List<Series>> panels = new TreeMap<>();
        for (String file : List.of("young-men", "unemployment")) {
            states(file).forEach((state, series) -> panels
                    .computeIfAbsent(file + " " + region(state), panel -> new ArrayList<>()).add(series));
        }
        return panels;
    }

    /** Shares that leap: government and labour in the product of countries, by six equal parts of the alphabet. */
    static Map<String, List<Series>> scores() {
        Map<String, List<Series>> panels = new TreeMap<>();
        for (String[] row : rows("national-accounts")) {
            double[] values = new double[28];
            for (int t = 0; t < 28; t++) {
                values[t] = Double.parseDouble(row[t + 3]);
            }
            panels.computeIfAbsent(row[0] + " " + row[1], panel -> new ArrayList<>()).add(equal(values));
        }
        return panels;
    }

    /** Scores of how countries are governed, which experts give anew each year: two panels of fourteen. */
    static Map<String, List<Series>> governance() {
        Map<String, List<Series>> panels = new TreeMap<>();
        int count = 0;
        for (String[] row : rows("governance")) {
            panels.computeIfAbsent("governance " + count++ % 2, panel -> new ArrayList<>())
                    .add(equal(Arrays.stream(row, 1, row.length).mapToDouble(Double::parseDouble).toArray()));
        }
        return panels;
    }

    /** Pairs of states of one region that are one, as after a merger with joined history. */
    static Map<String, List<Series>> merged() {
        return regions().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            List<Series> pairs = new ArrayList<>();
            List<Series> states = entry.getValue();
            for (int i = 0; i + 1 < states.size(); i += 2) {
                pairs.add(sum(states.get(i), states.get(i + 1)));
            }
            return pairs;
        }, (a, b) -> a, TreeMap::new));
    }

    private static Series sum(Series a, Series b) {
        double[] parts = a.parts().clone();
        double[] wholes = a.wholes().clone();
        for (int t = 0; t < parts.length; t++) {
            parts[t] += b.parts()[t];
            wholes[t] += b.wholes()[t];
        }
        return new Series(parts, wholes);
    }

    /** No published ones: simulated countries of 56 agencies, most of which leap or fall once. */
    static Map<String, List<Series>> simulatedShifts() {
        Random random = new Random(11);
        Map<String, List<Series>> panels = new TreeMap<>();
        for (int world = 0; world < 20; world++) {
            panels.put("world " + world, Worlds.world(Worlds.Kind.JUMP, 56, 16, 0.1, random));
        }
        return panels;
    }

    /** Levels of agencies round by round: by panel, then by round, then by agency. */
    static Map<String, int[][]> levels() {
        Map<String, int[][]> panels = new TreeMap<>();
        belts(4).forEach((panel, at) -> panels.put("enforcement " + panel, at));
        internet(6).forEach((panel, countries) -> {
            List<Series> known = countries.stream()
                    .filter(one -> Arrays.stream(one.wholes(), 0, 22).allMatch(whole -> whole > 0)).toList();
            int[][] at = new int[22][known.size()];
            for (int t = 0; t < at.length; t++) {
                for (int i = 0; i < known.size(); i++) {
                    at[t][i] = band(known.get(i).parts()[t] / EQUAL);
                }
            }
            panels.put(panel, at);
        });
        return panels;
    }

    private static int band(double share) {
        return share < 0.01 ? 0 : share < 0.1 ? 1 : share < 0.3 ? 2 : share < 0.5 ? 3 : share < 0.75 ? 4 : 5;
    }

    /** Laws that none or few had at first: a limit of alcohol and the carrying of weapons. */
    static Map<String, int[][]> laws() {
        Map<String, int[][]> panels = new TreeMap<>();
        belts(5).forEach((panel, at) -> panels.put("alcohol " + panel, at));
        Map<String, List<int[]>> carrying = new TreeMap<>();
        for (String[] row : rows("adoption")) {
            int[] states = new int[23];
            for (int t = 0; t < 23 && row.length > 1; t++) {
                states[t] = 1977 + t >= Integer.parseInt(row[1]) ? 1 : 0;
            }
            carrying.computeIfAbsent("carrying " + region(row[0]), panel -> new ArrayList<>()).add(states);
        }
        carrying.forEach((panel, states) -> panels.put(panel, turned(states)));
        return panels;
    }

    private static Map<String, int[][]> belts(int column) {
        Map<String, Map<String, int[]>> panels = new TreeMap<>();
        for (String[] row : rows("seat-belts")) {
            panels.computeIfAbsent(row[0], panel -> new TreeMap<>()).computeIfAbsent(row[1],
                    state -> new int[15])[Integer.parseInt(row[2]) - 1983] = Integer.parseInt(row[column]);
        }
        Map<String, int[][]> turned = new TreeMap<>();
        panels.forEach((panel, states) -> turned.put(panel, turned(states.values())));
        return turned;
    }

    private static int[][] turned(Collection<int[]> agencies) {
        List<int[]> all = List.copyOf(agencies);
        int[][] turned = new int[all.get(0).length][all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int t = 0; t < turned.length; t++) {
                turned[t][i] = all.get(i)[t];
            }
        }
        return turned;
    }

    private static Map<String, Series> states(String file) {
        Map<String, List<double[]>> byState = new LinkedHashMap<>();
        for (String[] row : rows(file)) {
            byState.computeIfAbsent(row[0], state -> new ArrayList<>())
                    .add(new double[]{Double.parseDouble(row[2]), Double.parseDouble(row[3])});
        }
        Map<String, Series> states = new LinkedHashMap<>();
        byState.forEach((state, values) -> states.put(state,
                new Series(values.stream().mapToDouble(value -> value[0]).toArray(),
                        values.stream().mapToDouble(value -> value[1]).toArray())));
        return states;
    }

    private static String region(String state) {
        String name = state.trim().toUpperCase(Locale.ROOT).replace(' ', '_');
        return NORTHEAST.contains(name) ? "Northeast"
                : MIDWEST.contains(name) ? "Midwest" : WEST.contains(name) ? "West"
                        : "South";
    }

    private static Series equal(double[] shares) {
        return new Series(Arrays.stream(shares).map(share -> Double.isNaN(share) ? 0 : share * EQUAL).toArray(),
                Arrays.stream(shares).map(share -> Double.isNaN(share) ? 0 : EQUAL).toArray());
    }

    private static double[] missing(int steps) {
        double[] values = new double[steps];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static List<String[]> rows(String file) {
        try (InputStream in = PublishedPanels.class.getResourceAsStream("/series/" + file + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
