package vn.thang.assessment.answer;

import vn.thang.assessment.course.AssessmentState;

/**
 * A document by its name, with the answer it belongs to.
 *
 * @param assessment id of the assessment, which is in this state
 * @param sent       false while it belongs to an objection that the head has not sent
 */
public record NamedEvidence(long id, String title, String url, String criterion, String modelRef, String roundName,
        String agencyCode, String agencyName, String agencyPath, long assessment, AssessmentState state,
        boolean sent) {
}
