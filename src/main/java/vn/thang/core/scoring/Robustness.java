package vn.thang.core.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;

/**
 * How firm levels and ranks are when the weights are a matter of opinion: all weights of the model are drawn anew many
 * times, each evenly from a range around its value, and all agencies are scored with every draw. The same seed gives the
 * same figures. Source: OECD/JRC Handbook on Constructing Composite Indicators, uncertainty analysis.
 *
 * @param draws   how many times
 * @param spreads one for each agency, in the order given
 */
public record Robustness(int draws, List<Spread> spreads) {

    /** Weights are scaled by this, so that drawn ones are whole numbers and levels stay exact. */
    private static final int SCALE = 1_000;
    private static final int LOW = 5;
    private static final int HIGH = 95;
    private static final int PERCENT = 100;

    /**
     * An agency under the weights as they are, and from the 5th to the 95th percentile of the draws.
     *
     * @param rank    1 for the best; by level, then by index; equal ones share a rank
     * @param changed draws in which its level is another
     */
    public record Spread(int rank, int rankLow, int rankHigh, int level, int levelLow, int levelHigh, int changed) {

        /** Whether the level stays the same in the middle nine tenths of the draws. */
        public boolean firm() {
            return levelLow == level && levelHigh == level;
        }
    }

    /** What one set of weights gives for all agencies. */
    private record Outcome(int[] levels, int[] ranks) {
    }

    public Robustness {
        spreads = List.copyOf(spreads);
    }

    /** How many agencies do not keep their level from the 5th to the 95th percentile of the draws. */
    public long changing() {
        return spreads.stream().filter(spread -> !spread.firm()).count();
    }

    /**
     * @param agencies answers of one column; what does not apply to an agency is exempt
     * @param percent  how far a weight may move up or down, 0 to 99
     * @throws IllegalArgumentException without draws or with a percentage out of range
     */
    public static Robustness of(MaturityModel model, List<Answers> agencies, long seed, int draws, int percent) {
        if (draws < 1 || percent < 0 || percent >= PERCENT) {
            throw new IllegalArgumentException(draws + " draws of " + percent + " %");
        }
        FlatModel flat = new FlatModel(model);
        List<FlatModel.Leaves> leaves = agencies.stream().map(flat::leaves).toList();
        Outcome asIs = exact(model, agencies);
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> sources = IntStream.range(0, draws).mapToObj(draw -> random.split()).toList();
        List<Outcome> outcomes = sources.parallelStream()
                .map(source -> outcome(model, flat, leaves, drawn(flat.weights(), source, percent))).toList();
        return new Robustness(draws, IntStream.range(0, agencies.size()).parallel()
                .mapToObj(agency -> spread(agency, asIs, outcomes)).toList());
    }

    /** The weights of a draw, in thousandths. */
    static long[] drawn(long[] weights, SplittableRandom source, int percent) {
        int reach = SCALE * percent / PERCENT;
        long[] drawn = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            drawn[i] = weights[i] * (SCALE - reach + source.nextInt(2 * reach + 1));
        }
        return drawn;
    }

    /** By the exact indexes, so that equal ones share a rank and others never do. */
    private static Outcome exact(MaturityModel model, List<Answers> agencies) {
        List<NodeScore> scores = agencies.parallelStream().map(answers -> Scoring.score(model, answers).whole())
                .toList();
        List<Fraction> keys = scores.stream()
                .map(score -> Fraction.of(10L * Math.max(0, score.level())).plus(score.index())).toList();
        Map<Fraction, Integer> ranks = new HashMap<>();
        List<Fraction> sorted = keys.stream().sorted(Comparator.reverseOrder()).toList();
        for (int at = 0; at < sorted.size(); at++) {
            ranks.putIfAbsent(sorted.get(at), at + 1);
        }
        return new Outcome(scores.stream().mapToInt(score -> Math.max(0, score.level())).toArray(),
                keys.stream().mapToInt(ranks::get).toArray());
    }

    private static Outcome outcome(MaturityModel model, FlatModel flat, List<FlatModel.Leaves> agencies,
            long[] weights) {
        int whole = flat.size() - 1;
        int[] levels = new int[agencies.size()];
        double[] keys = new double[agencies.size()];
        for (int i = 0; i < levels.length; i++) {
            FlatModel.Leaves leaves = new FlatModel.Leaves(agencies.get(i).levels().clone(),
                    agencies.get(i).indexes().clone());
            flat.score(leaves, weights);
            levels[i] = model.hasLevel() ? Math.max(0, leaves.levels()[whole]) : 0;
            keys[i] = model.hasIndex() ? -(levels[i] * 10d + leaves.indexes()[whole]) : 0;
        }
        return new Outcome(levels, ranks(keys));
    }

    /** 1 for the least key; keys that differ by less than the error of the arithmetic share a rank. */
    private static int[] ranks(double[] keys) {
        double[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int at = Arrays.binarySearch(sorted, keys[i] - FlatModel.NOISE);
            at = at < 0 ? -at - 1 : at;
            while (at > 0 && sorted[at - 1] == sorted[at]) {
                at--;
            }
            ranks[i] = at + 1;
        }
        return ranks;
    }

    private static Spread spread(int agency, Outcome asIs, List<Outcome> outcomes) {
        int[] ranks = outcomes.stream().mapToInt(outcome -> outcome.ranks()[agency]).sorted().toArray();
        int[] levels = outcomes.stream().mapToInt(outcome -> outcome.levels()[agency]).sorted().toArray();
        int level = asIs.levels()[agency];
        int changed = (int) Arrays.stream(levels).filter(other -> other != level).count();
        return new Spread(asIs.ranks()[agency], percentile(ranks, LOW), percentile(ranks, HIGH), level,
                percentile(levels, LOW), percentile(levels, HIGH), changed);
    }

    /** By the nearest rank. */
    static int percentile(int[] sorted, int percent) {
        return sorted[Math.max(0, (sorted.length * percent + PERCENT - 1) / PERCENT - 1)];
    }
}
