package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.course.CourseSight;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Nobody decides on what an agency handed in that they belonged to since the last round, or below which it lies. */
@ApplicationScoped
public class Impartiality {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Verdicts verdicts;

    @Inject
    private SecondReviews seconds;

    /** @throws BusinessException when the person may not decide on it, or nobody may now */
    public AssessmentHead reviewable(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.REVIEW, head.agencyPath());
        if (belongs(head)) {
            throw new BusinessException.Forbidden("review.own-agency");
        }
        if (!head.reviewable()) {
            throw new BusinessException("review.not-now");
        }
        return head;
    }

    /** Whether the person is the second reviewer of it: they judge apart from the first. */
    public boolean isSecond(long assessmentId) {
        return seconds.find(assessmentId)
                .filter(second -> second.reviewer() != null && second.reviewer().equals(caller.personId())).isPresent();
    }

    /**
     * Returns what the caller sees of assessments in their states. A second reviewer who has not finished does not see what the
     * first one said.
     */
    public CourseSight sight() {
        CourseSight sight = CourseSight.of(caller);
        return caller.personId() == null || !caller.can(Permission.REVIEW) ? sight
                : sight.blindTo(seconds.unfinished(caller.personId()));
    }

    public boolean belongs(AssessmentHead head) {
        return caller.personId() != null && verdicts.belonged(caller.personId(), head, assessments.before(head));
    }
}
