package vn.thang.core.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.thang.core.model.Fraction;

/**
 * How far two reviewers agree who set levels independently of each other.
 *
 * <p>Weighted kappa compares the disagreement that was observed with the one that the two distributions of levels would give
 * by chance: 1 is full agreement, 0 no more than chance. A difference weighs by its square, so that 2 against 4 weighs four
 * times as much as 2 against 3 (Cohen 1968, "Weighted kappa", Psychological Bulletin 70; quadratic weights).
 *
 * <p>Example: pairs (1,1) (2,2) (3,2) (3,3) differ once by 1. By chance the squares would sum to 5, so kappa is
 * 1 − 4·1/20 = 4/5.
 *
 * @param pairs  how many answers both have judged
 * @param same   how many got the same level from both
 * @param kappa  exact; empty when there are no pairs, or when both gave all answers one and the same level
 * @param shift  mean of the second level minus the first; zero without pairs
 */
public record Agreement(int pairs, int same, Optional<Fraction> kappa, Fraction shift) {

    /** Two levels of one answer, independent of each other. */
    public record Pair(int first, int second) {

        int squared() {
            return (first - second) * (first - second);
        }
    }

    public static Agreement of(List<Pair> pairs) {
        long observed = pairs.stream().mapToLong(Pair::squared).sum();
        Map<Integer, Long> firsts = pairs.stream().collect(Collectors.groupingBy(Pair::first, Collectors.counting()));
        Map<Integer, Long> seconds = pairs.stream().collect(Collectors.groupingBy(Pair::second, Collectors.counting()));
        long chance = 0;
        for (Map.Entry<Integer, Long> first : firsts.entrySet()) {
            for (Map.Entry<Integer, Long> second : seconds.entrySet()) {
                chance += first.getValue() * second.getValue() * new Pair(first.getKey(), second.getKey()).squared();
            }
        }
        int same = (int) pairs.stream().filter(pair -> pair.squared() == 0).count();
        long shift = pairs.stream().mapToLong(pair -> pair.second() - pair.first()).sum();
        return new Agreement(pairs.size(), same,
                chance == 0 ? Optional.empty()
                        : Optional.of(Fraction.ONE.minus(Fraction.of(observed * pairs.size(), chance))),
                pairs.isEmpty() ? Fraction.ZERO : Fraction.of(shift, pairs.size()));
    }
}
