package vn.thang.assessment.score;

import java.util.Map;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.indicator.reading.MeasuredLevels;

/**
 * Everything of one assessment that is scored, with the agency as it is shown.
 *
 * @param agencyPath of ids, which says for whom its restricted answers are
 * @param parentName of the agency above; null at the first level
 * @param inputs     criterion code to what is known of it; criteria that are neither answered nor measured are absent
 * @param comments   criterion code to comment, where there is one and comments were wanted
 * @param readings   criterion code to what was measured, where something fresh was
 */
public record AssessmentInputs(long id, String agencyCode, String agencyName, String agencyType, String agencyPath,
        String parentName, AssessmentState state, Map<String, CriterionInput> inputs, Map<String, String> comments,
        Map<String, MeasuredLevels.Measured> readings) {
}
