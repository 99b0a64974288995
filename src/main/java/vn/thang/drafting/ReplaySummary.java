package vn.thang.drafting;

import java.time.Instant;
import java.util.List;

/**
 * What a round would have come to by a draft, in numbers.
 *
 * @param agencies how many were scored by both versions
 * @param unasked  criteria that no answer of the round can stand for
 * @param broken   criteria whose answers mean something else by the draft, so that they count on neither side
 * @param steps    how many move from which level to which
 * @param rules    how many move by which rule, the most first
 */
public record ReplaySummary(String round, String modelRef, int agencies, String unasked, List<String> broken,
        Instant madeAt, List<Step> steps, List<ByRule> rules) {

    /** So many move from one level to another. */
    public record Step(int from, int to, long agencies) {
    }

    /** So many move by one rule of one dimension; of the whole where that is empty. */
    public record ByRule(String node, ReplayMove.Rule rule, long agencies) {
    }

    /** Returns how many agencies move. */
    public long moving() {
        return steps.stream().mapToLong(Step::agencies).sum();
    }

    /** Returns how many of them rise. */
    public long rising() {
        return steps.stream().filter(step -> step.to() > step.from()).mapToLong(Step::agencies).sum();
    }
}
