package vn.thang.assessment.score;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.indicator.measured.MeasuredLevels;

/**
 * Everything of one assessment that is scored, with the agency as it is shown.
 *
 * @param agencyPath of ids, which says for whom its restricted answers are
 * @param parentName of the agency above; null at the first level
 * @param inputs     criterion code to what is known of it; criteria that are neither answered nor measured are absent
 * @param comments   criterion code to comment, where there is one and comments were wanted
 * @param readings   criterion code to what was measured, where something is used or lapsed
 */
public record AssessmentInputs(long id, String agencyCode, String agencyName, String agencyType, String agencyPath,
        String parentName, AssessmentState state, Map<String, CriterionInput> inputs, Map<String, String> comments,
        Map<String, MeasuredLevels.Measured> readings) {

    /** Returns the same without what reviewers set. */
    public AssessmentInputs unjudged() {
        return new AssessmentInputs(id, agencyCode, agencyName, agencyType, agencyPath, parentName, state,
                ScoredAssessment.unjudged(inputs), comments, readings);
    }

    /** Returns the inputs that count in figures: what reviewers set does once the results are issued. */
    public AssessmentInputs counted() {
        return state.isIssued() ? this : unjudged();
    }

    /**
     * Returns the inputs for the whole model: what does not apply to the type of the agency is exempt, so that the weights of
     * the others keep their proportions.
     */
    public Map<String, CriterionInput> forWhole(MaturityModel model) {
        Map<String, CriterionInput> whole = new HashMap<>(inputs);
        model.criteria().stream().filter(criterion -> !criterion.appliesTo(agencyType))
                .forEach(criterion -> whole.put(criterion.code(), CriterionInput.declared(null, Set.of()).exempted()));
        return whole;
    }
}
