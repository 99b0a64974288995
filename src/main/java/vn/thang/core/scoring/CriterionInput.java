package vn.thang.core.scoring;

import java.util.HashSet;
import java.util.Set;

/**
 * All that is known of one criterion of one agency in one round.
 *
 * @param declared  what the agency chose; null while unanswered
 * @param evidence  levels for which evidence is attached that holds
 * @param expired   levels for which there is evidence, but none that still holds; they support nothing
 * @param measured  level from a fresh reading of the linked indicator; null when there is none
 * @param confirmed what a reviewer or the panel set; null while unreviewed
 * @param panel     whether it was the panel that set it
 * @param exempt    granted by the supervisor for this round
 */
public record CriterionInput(Answer declared, Set<Integer> evidence, Set<Integer> expired, Integer measured,
        Answer confirmed, boolean panel, boolean exempt) {

    public CriterionInput {
        evidence = Set.copyOf(evidence);
        expired = Set.copyOf(expired);
        if (declared instanceof Answer.Exempt || confirmed instanceof Answer.Exempt) {
            throw new IllegalArgumentException("an exemption is granted, not answered");
        }
    }

    /** An input without expired evidence whose confirmed answer, if there is one, a reviewer set. */
    public CriterionInput(Answer declared, Set<Integer> evidence, Integer measured, Answer confirmed, boolean exempt) {
        this(declared, evidence, Set.of(), measured, confirmed, false, exempt);
    }

    public static CriterionInput declared(Answer declared, Set<Integer> evidence) {
        return new CriterionInput(declared, evidence, null, null, false);
    }

    /** Returns this input with what was measured. */
    public CriterionInput measuredAt(int level) {
        return new CriterionInput(declared, evidence, expired, level, confirmed, panel, exempt);
    }

    /** Returns this input with these levels as those whose evidence no longer holds, unless other evidence does. */
    public CriterionInput expiredAt(Set<Integer> levels) {
        Set<Integer> lost = new HashSet<>(levels);
        lost.removeAll(evidence);
        return new CriterionInput(declared, evidence, lost, measured, confirmed, panel, exempt);
    }

    /** Returns this input with what a reviewer set, or the panel; null leaves what follows from the answer. */
    public CriterionInput ruled(Answer value, boolean byPanel) {
        return new CriterionInput(declared, evidence, expired, measured, value, byPanel && value != null, exempt);
    }

    /** Returns this input as exempt. What was declared stays beside it. */
    public CriterionInput exempted() {
        return new CriterionInput(declared, evidence, expired, measured, confirmed, panel, true);
    }
}
