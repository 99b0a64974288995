package vn.thang.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The forecast of the share of agencies that stand at a state or above, where states are few and ordered: maturity levels, or
 * a condition met and not met. Agencies move between states from one round to the next by a Markov chain. The chances of a
 * group of like agencies lean on those of all, these on a prior, as far as they were seen too rarely to speak for
 * themselves (Dirichlet with shrinkage). A thousand futures are drawn with a fixed seed, so that everybody sees the same
 * figures.
 *
 * <p>Rounds differ by more than chance, since all agencies hear of the same law on the same day. So no round counts for more
 * than {@link #ROUND_COUNTS} independent observations of a state, and every future round differs as much.
 *
 * <p>An agency that did not hand in is not at the lowest state. It stands where it was last seen, moved on by the steps since,
 * and one that was never seen as the others of its group do.
 *
 * <p>Where nobody was ever seen to cross into what counts, nor out of it, the interval holds that nobody will, and as many as
 * that allows ({@link Stillness}).
 *
 * <p>No forecast is made without one observed transition, nor more than twice as many rounds ahead as are known.
 */
public final class StepwiseForecast {

    static final double ROUND_COUNTS = 40;
    private static final int DRAWS = 1_000;
    private static final long SEED = 20_251_201;
    private static final double FOR_PRIOR = 3;
    private static final double FOR_ALL = 30;
    private static final double DOWN = 0.05;
    private static final double UP = 0.22;
    private static final double UP_TWO = 0.03;

    /**
     * Like agencies.
     *
     * @param transitions agencies by their state in a round and in the next, summed over the rounds that are known
     * @param present     agencies by their state in the last round
     * @param silent      agencies that were due and did not hand in, by how many rounds ago they were last seen, one first,
     *                    and by their state then
     * @param never       agencies that were due and never seen
     */
    public record Group(long[][] transitions, long[] present, long[][] silent, long never) {

        /** All agencies handed in. */
        public Group(long[][] transitions, long[] present) {
            this(transitions, present, new long[0][], 0);
        }

        private long agencies() {
            return Arrays.stream(present).sum() + Arrays.stream(silent).flatMapToLong(Arrays::stream).sum() + never;
        }
    }

    private final List<Group> groups;
    private final int states;
    private final int rounds;
    private final double[][] all;
    private final Dirichlet dirichlet = new Dirichlet(new Random(SEED));

    private StepwiseForecast(List<Group> groups, int states, int rounds) {
        this.groups = groups;
        this.states = states;
        this.rounds = rounds;
        this.all = new double[states][states];
        for (int from = 0; from < states; from++) {
            for (Group group : groups) {
                for (int to = 0; to < states; to++) {
                    all[from][to] += group.transitions()[from][to];
                }
            }
            all[from] = leaning(all[from], prior(from), FOR_PRIOR);
            double sum = Arrays.stream(all[from]).sum();
            all[from] = Arrays.stream(all[from]).map(count -> count / sum).toArray();
        }
    }

    /**
     * @param rounds how many rounds are known, at least 2
     * @param ahead  rounds from the last one to the due day
     * @param least  the state that counts, or above, from 0
     * @param demand the share that is to be reached at least, 0 to 1
     * @return empty where the data do not carry a forecast
     */
    public static Optional<Forecast> of(List<Group> groups, int rounds, int ahead, int least, double demand) {
        long agencies = groups.stream().mapToLong(Group::agencies).sum();
        long moved = groups.stream()
                .mapToLong(group -> Arrays.stream(group.transitions()).flatMapToLong(Arrays::stream).sum()).sum();
        if (agencies == 0 || moved == 0 || rounds < 2 || ahead < 1 || ahead > Forecast.FAR * rounds) {
            return Optional.empty();
        }
        StepwiseForecast forecast = new StepwiseForecast(groups, groups.get(0).present().length, rounds);
        double[][] shares = new double[ahead][DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            forecast.draw(shares, draw, least, agencies);
        }
        double wanted = Math.min(demand, PooledForecast.EVERYTHING);
        double chance = Arrays.stream(shares[ahead - 1]).filter(share -> share >= wanted).count() / (double) DRAWS;
        double half = 0.5 / agencies;
        double now = counted(groups, least) / Math.max(1d, counted(groups, 0));
        boolean still = still(groups, least);
        Optional<Stillness> below = seen(groups, 0, least);
        Optional<Stillness> above = seen(groups, least, forecast.states);
        List<Forecast.Step> steps = new ArrayList<>();
        for (double[] step : shares) {
            Arrays.sort(step);
            int k = steps.size() + 1;
            double low = Math.max(0, step[DRAWS / 10] - half);
            double high = Math.min(1, step[DRAWS - DRAWS / 10 - 1] + half);
            steps.add(new Forecast.Step(still ? Math.min(low, now * (1 - moved(above, k))) : low, step[DRAWS / 2],
                    still ? Math.max(high, now + (1 - now) * moved(below, k)) : high));
        }
        return Optional.of(new Forecast(steps, chance, ahead > rounds - 1));
    }

    /** How many agencies stand at a state or above, or were last seen there. */
    private static long counted(List<Group> groups, int least) {
        return groups.stream()
                .flatMap(group -> Stream.concat(Stream.of(group.present()), Arrays.stream(group.silent())))
                .flatMapToLong(states -> Arrays.stream(states, least, states.length)).sum();
    }

    /** Whether nobody was ever seen to enter the states that count, nor to leave them. */
    private static boolean still(List<Group> groups, int least) {
        for (Group group : groups) {
            for (int from = 0; from < group.transitions().length; from++) {
                for (int to = 0; to < group.transitions().length; to++) {
                    if (from < least != to < least && group.transitions()[from][to] > 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The steps of agencies that began in these states; empty where none was seen. */
    private static Optional<Stillness> seen(List<Group> groups, int first, int end) {
        long steps = groups.stream().flatMap(group -> Arrays.stream(group.transitions(), first, end))
                .flatMapToLong(Arrays::stream).sum();
        return steps == 0 ? Optional.empty() : Optional.of(new Stillness(steps));
    }

    private static double moved(Optional<Stillness> still, int ahead) {
        return still.map(seen -> seen.mostMoved(ahead)).orElse(0d);
    }

    private void draw(double[][] shares, int draw, int least, long agencies) {
        for (Group group : groups) {
            double[][] chances = new double[states][];
            for (int from = 0; from < states; from++) {
                chances[from] = dirichlet.draw(leaning(group.transitions()[from], all[from], FOR_ALL));
            }
            double[] now = present(group, chances);
            for (int step = 0; step < shares.length; step++) {
                now = moved(now, chances);
                shares[step][draw] += Arrays.stream(now, least, states).sum() / agencies;
            }
        }
    }

    /**
     * Where the agencies of the group stand in the last round. Who did not hand in moved on from where it was last seen, by
     * as many steps as have passed since; who was never seen stands as the others of the group do.
     */
    private double[] present(Group group, double[][] chances) {
        double[] now = Arrays.stream(group.present()).asDoubleStream().toArray();
        for (int since = 0; since < group.silent().length; since++) {
            double[] moved = Arrays.stream(group.silent()[since]).asDoubleStream().toArray();
            for (int step = 0; step <= since; step++) {
                moved = moved(moved, chances);
            }
            for (int state = 0; state < states; state++) {
                now[state] += moved[state];
            }
        }
        double known = Arrays.stream(now).sum();
        for (int state = 0; state < states; state++) {
            now[state] += group.never() * (known > 0 ? now[state] / known : state == 0 ? 1 : 0);
        }
        return now;
    }

    /** A round later: every state is left as its chances of this round say, and single agencies by chance. */
    private double[] moved(double[] now, double[][] chances) {
        double[] next = new double[states];
        for (int from = 0; from < states; from++) {
            if (now[from] > 0) {
                double certain = 1 / (1 / ROUND_COUNTS + 1 / now[from]);
                double[] leaving = dirichlet
                        .draw(Arrays.stream(chances[from]).map(chance -> chance * certain).toArray());
                for (int to = 0; to < states; to++) {
                    next[to] += now[from] * leaving[to];
                }
            }
        }
        return next;
    }

    private double[] leaning(long[] seen, double[] towards, double weight) {
        return leaning(Arrays.stream(seen).asDoubleStream().toArray(), towards, weight);
    }

    /** What was seen, with no more weight than its rounds carry, and so many observations of what it leans on. */
    private double[] leaning(double[] seen, double[] towards, double weight) {
        double counts = 1 / (1 + Arrays.stream(seen).sum() / (ROUND_COUNTS * (rounds - 1)));
        double[] leaning = new double[states];
        for (int to = 0; to < states; to++) {
            leaning[to] = seen[to] * counts + weight * towards[to];
        }
        return leaning;
    }

    /** Most stay, some move up, few fall: what comparable programmes saw before this one was seen. */
    private double[] prior(int from) {
        double[] prior = new double[states];
        double[] moves = {DOWN, 1 - DOWN - UP - UP_TWO, UP, UP_TWO};
        for (int i = 0; i < moves.length; i++) {
            prior[Math.min(states - 1, Math.max(0, from + i - 1))] += moves[i];
        }
        return prior;
    }
}
