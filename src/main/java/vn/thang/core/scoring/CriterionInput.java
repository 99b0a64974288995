package vn.thang.core.scoring;

import java.util.Set;

/**
 * All that is known of one criterion of one agency in one round.
 *
 * @param declared  what the agency chose; null while unanswered
 * @param evidence  levels for which evidence is attached
 * @param measured  level from a fresh reading of the linked indicator; null when there is none
 * @param confirmed what a reviewer set; null while unreviewed
 * @param exempt    granted by the supervisor for this round
 */
public record CriterionInput(Answer declared, Set<Integer> evidence, Integer measured, Answer confirmed, boolean exempt) {

    public CriterionInput {
        evidence = Set.copyOf(evidence);
        if (declared instanceof Answer.Exempt || confirmed instanceof Answer.Exempt) {
            throw new IllegalArgumentException("an exemption is granted, not answered");
        }
    }

    public static CriterionInput declared(Answer declared, Set<Integer> evidence) {
        return new CriterionInput(declared, evidence, null, null, false);
    }

    /** The same with what was measured. */
    public CriterionInput measuredAt(int level) {
        return new CriterionInput(declared, evidence, level, confirmed, exempt);
    }

    /** The same, exempt. What was declared stays beside it. */
    public CriterionInput exempted() {
        return new CriterionInput(declared, evidence, measured, confirmed, true);
    }
}
