package vn.thang.core.review;

import java.util.Map;

/**
 * What a random sample says about how many of a whole are wrong. All is drawn without putting back, so the hypergeometric
 * distribution holds exactly, also where the whole is small.
 *
 * @param population how many there are
 * @param size       how many of them were drawn
 * @param wrong      how many of those were found to be wrong
 */
public record ErrorSample(long population, int size, int wrong) {

    /** What rounding may leave between a probability and its bound. */
    private static final double ROUNDING = 1e-12;

    public ErrorSample {
        if (population < 1 || size < 0 || size > population || wrong < 0 || wrong > size) {
            throw new IllegalArgumentException(wrong + " of " + size + " of " + population);
        }
    }

    /**
     * Returns the smallest sample that shows with the confidence that no more than the tolerable share is wrong, as long as no
     * more than the allowed number is found wrong in it.
     *
     * @param tolerable  share of the whole between 0 and 1
     * @param confidence between 0 and 1
     */
    public static int needed(long population, double tolerable, double confidence, int allowed) {
        if (population < 1 || !(tolerable >= 0 && tolerable < 1) || !(confidence > 0 && confidence < 1)
                || allowed < 0) {
            throw new IllegalArgumentException(tolerable + ", " + confidence + ", " + allowed + " of " + population);
        }
        long tooMany = (long) Math.floor(tolerable * population + ROUNDING) + 1;
        int least = allowed + 1;
        long most = population;
        while (least < most) {
            int middle = (int) ((least + most) / 2);
            if (chance(population, tooMany, middle, allowed) <= 1 - confidence + ROUNDING) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return (int) Math.min(least, population);
    }

    /** The one-sided upper bound at the confidence: the greatest number of wrong ones in the whole under which so few would still be found. */
    public long most(double confidence) {
        long least = wrong;
        long most = population - size + wrong;
        while (least < most) {
            long middle = (least + most + 1) / 2;
            if (chance(population, middle, size, wrong) > 1 - confidence + ROUNDING) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least;
    }

    /** The upper bound as a share of the whole. */
    public double bound(double confidence) {
        return (double) most(confidence) / population;
    }

    /** The bound of a whole that was drawn stratum by stratum: the sum of the bounds of the strata, which is rather too high than too low. */
    public static double bound(Iterable<ErrorSample> strata, double confidence) {
        long most = 0;
        long population = 0;
        for (ErrorSample stratum : strata) {
            most += stratum.most(confidence);
            population += stratum.population();
        }
        return population == 0 ? 0 : (double) most / population;
    }

    /** The projected share of wrong ones in a whole of strata: each stratum counts by its size. Strata without a sample count as unknown, and there must be none. */
    public static double projected(Iterable<ErrorSample> strata) {
        double wrong = 0;
        long population = 0;
        for (ErrorSample stratum : strata) {
            if (stratum.size() == 0) {
                throw new IllegalArgumentException("Nothing was drawn of a stratum");
            }
            wrong += (double) stratum.wrong() * stratum.population() / stratum.size();
            population += stratum.population();
        }
        return population == 0 ? 0 : wrong / population;
    }

    /**
     * Divides a sample among strata in proportion to their sizes: every stratum gets at least one, none gets more than it has, and
     * what is left by rounding goes to the greatest remainders, in the order of the strata where these are equal.
     */
    public static Map<String, Integer> divided(Map<String, Long> strata, int size) {
        return Strata.divided(strata, size);
    }

    /** How likely it is that at most so many of a sample are wrong when this many of the whole are. */
    static double chance(long population, long wrongInAll, int sample, int found) {
        long right = population - wrongInAll;
        long first = Math.max(0, sample - right);
        long last = Math.min(Math.min(found, sample), wrongInAll);
        if (first > last) {
            return 0;
        }
        double part = Math.exp(ways(wrongInAll, first) + ways(right, sample - first) - ways(population, sample));
        double sum = part;
        for (long x = first; x < last; x++) {
            part *= (double) (wrongInAll - x) * (sample - x) / ((double) (x + 1) * (right - sample + x + 1));
            sum += part;
        }
        return Math.min(1, sum);
    }

    /** The logarithm of how many ways there are to choose so many of all. */
    private static double ways(long all, long chosen) {
        double sum = 0;
        for (long i = 1; i <= Math.min(chosen, all - chosen); i++) {
            sum += Math.log((double) (all - i + 1) / i);
        }
        return sum;
    }
}
