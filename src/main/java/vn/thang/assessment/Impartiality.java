package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Nobody decides on what an agency handed in that they belonged to since the last round. */
@ApplicationScoped
class Impartiality {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Verdicts verdicts;

    /** @throws BusinessException when the person may not decide on it, or nobody may now */
    AssessmentHead reviewable(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.REVIEW, head.agencyPath());
        if (belongs(head)) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (!head.isReviewable()) {
            throw new BusinessException("review.not-now");
        }
        return head;
    }

    boolean belongs(AssessmentHead head) {
        return caller.personId() != null && verdicts.belonged(caller.personId(), head, assessments.before(head));
    }
}
