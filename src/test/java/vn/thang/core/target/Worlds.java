package vn.thang.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Countries whose future is known: agencies that move by a rule, with chance of their own and chance that all share. */
final class Worlds {

    /** How the agencies move on the logistic scale. */
    enum Kind { TREND, WALK, JUMP, PLATEAU }

    private Worlds() {
    }

    /** Numerators and denominators of every agency over so many steps. */
    static List<PooledForecast.Series> world(Kind kind, int agencies, int steps, double shared, Random random) {
        double[] common = new double[steps];
        double drift = 0.02 + 0.12 * random.nextDouble();
        int turn = 1 + random.nextInt(steps);
        double jump = 0.5 * random.nextGaussian();
        for (int t = 1; t < steps; t++) {
            double move = switch (kind) {
                case TREND, WALK -> drift;
                case JUMP -> t == turn ? jump : drift / 2;
                case PLATEAU -> t < turn ? drift : 0;
            };
            common[t] = common[t - 1] + move + shared * random.nextGaussian();
        }
        List<PooledForecast.Series> series = new ArrayList<>();
        double start = 2 * random.nextDouble() - 1;
        for (int i = 0; i < agencies; i++) {
            double level = start + random.nextGaussian();
            double own = 0.05 * random.nextGaussian();
            double[] parts = new double[steps];
            double[] wholes = new double[steps];
            double whole = Math.round(Math.exp(3 + 4 * random.nextDouble()));
            double walk = kind == Kind.WALK ? 0.15 : 0.05;
            double moved = 0;
            for (int t = 0; t < steps; t++) {
                moved += t == 0 ? 0 : own + walk * random.nextGaussian();
                double share = Normal.logistic(level + common[t] + moved + 0.08 * random.nextGaussian());
                parts[t] = Math.round(whole * share);
                wholes[t] = whole;
            }
            series.add(new PooledForecast.Series(parts, wholes));
        }
        return series;
    }

    static double share(List<PooledForecast.Series> series, int step) {
        return series.stream().mapToDouble(one -> one.parts()[step]).sum()
                / series.stream().mapToDouble(one -> one.wholes()[step]).sum();
    }

    static List<PooledForecast.Series> first(List<PooledForecast.Series> series, int steps) {
        return series.stream().map(one -> new PooledForecast.Series(Arrays.copyOf(one.parts(), steps),
                Arrays.copyOf(one.wholes(), steps))).toList();
    }

    /**
     * States of agencies in round after round: a quarter never moves, the others climb with a chance that differs from round
     * to round.
     */
    static int[][] climbs(int agencies, int rounds, int states, Random random) {
        int[][] at = new int[rounds][agencies];
        double up = 0.15 + 0.3 * random.nextDouble();
        for (int i = 0; i < agencies; i++) {
            at[0][i] = Math.min(states - 1, (int) (random.nextDouble() * random.nextDouble() * states));
        }
        for (int t = 1; t < rounds; t++) {
            double climb = Math.max(0.02, Math.min(0.8, up + 0.05 * random.nextGaussian()));
            for (int i = 0; i < agencies; i++) {
                double luck = random.nextDouble();
                int move = i % 4 == 0 ? 0 : luck < climb ? 1 : luck > 0.96 ? -1 : 0;
                at[t][i] = Math.max(0, Math.min(states - 1, at[t - 1][i] + move));
            }
        }
        return at;
    }

    /** Every third agency is of the first group, the others of the second. */
    static List<StepwiseForecast.Group> groups(int[][] at, int rounds, int states) {
        List<StepwiseForecast.Group> groups = new ArrayList<>();
        for (int group = 0; group < 2; group++) {
            long[][] transitions = new long[states][states];
            long[] now = new long[states];
            for (int i = 0; i < at[0].length; i++) {
                if ((i % 3 == 0 ? 0 : 1) == group) {
                    for (int t = 1; t < rounds; t++) {
                        transitions[at[t - 1][i]][at[t][i]]++;
                    }
                    now[at[rounds - 1][i]]++;
                }
            }
            groups.add(new StepwiseForecast.Group(transitions, now));
        }
        return groups;
    }
}
