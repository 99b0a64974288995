package vn.thang.assessment.discrepancy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;

/**
 * Which entries of the register; null means all, as to the state all that stand.
 *
 * @param round     code of the round
 * @param words     part of the name whatever its marks, or beginning of the code of the agency
 * @param type      key of a type of agency
 * @param indicator code of the indicator
 * @param top       path of ids of the agency at or below which they are
 */
public record DiscrepancyFilter(String round, Discrepancy.State state, String dimension, String words, String type,
        String indicator, String top) {

    public DiscrepancyFilter {
        round = GivenText.orNull(round);
        dimension = GivenText.orNull(dimension);
        words = GivenText.orNull(words);
        type = GivenText.orNull(type);
        indicator = GivenText.orNull(indicator);
    }

    /** Those of all agencies. */
    public DiscrepancyFilter(String round, Discrepancy.State state, String dimension, String words, String type,
            String indicator) {
        this(round, state, dimension, words, type, indicator, null);
    }

    /** The same of an agency and those below it. */
    public DiscrepancyFilter below(String path) {
        return new DiscrepancyFilter(round, state, dimension, words, type, indicator, path);
    }

    /** From what an address says; a state that there is none of counts as not given. */
    public static DiscrepancyFilter of(String round, String state, String dimension, String words, String type,
            String indicator) {
        return new DiscrepancyFilter(round,
                Stream.of(Discrepancy.State.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null),
                dimension, words, type, indicator);
    }

    /** The same by the names of the parameters. */
    static DiscrepancyFilter of(Map<String, String> asked) {
        return of(asked.get("round"), asked.get("state"), asked.get("dimension"), asked.get("q"), asked.get("type"),
                asked.get("indicator"));
    }

    DiscrepancyFilter in(String otherRound) {
        return new DiscrepancyFilter(otherRound, state, dimension, words, type, indicator, top);
    }

    List<Discrepancy.State> states() {
        return state != null ? List.of(state) : List.copyOf(Discrepancy.State.standing());
    }
}
