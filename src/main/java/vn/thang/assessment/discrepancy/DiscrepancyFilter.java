package vn.thang.assessment.discrepancy;

import java.util.List;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;

/**
 * Which entries of the register; null means all, as to the state all that stand.
 *
 * @param round     code of the round
 * @param words     part of the name whatever its marks, or beginning of the code of the agency
 * @param type      key of a type of agency
 * @param indicator code of the indicator
 */
public record DiscrepancyFilter(String round, Discrepancy.State state, String dimension, String words, String type,
        String indicator) {

    public DiscrepancyFilter {
        round = GivenText.orNull(round);
        dimension = GivenText.orNull(dimension);
        words = GivenText.orNull(words);
        type = GivenText.orNull(type);
        indicator = GivenText.orNull(indicator);
    }

    /** From what an address says; a state that there is none of counts as not given. */
    public static DiscrepancyFilter of(String round, String state, String dimension, String words, String type,
            String indicator) {
        return new DiscrepancyFilter(round,
                Stream.of(Discrepancy.State.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null),
                dimension, words, type, indicator);
    }

    DiscrepancyFilter in(String otherRound) {
        return new DiscrepancyFilter(otherRound, state, dimension, words, type, indicator);
    }

    List<Discrepancy.State> states() {
        return state != null ? List.of(state) : List.copyOf(Discrepancy.State.standing());
    }
}
