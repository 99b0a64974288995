package vn.thang.assessment;

import static vn.thang.assessment.AssessmentState.HANDED_IN;
import static vn.thang.assessment.AssessmentState.IN_PROGRESS;
import static vn.thang.assessment.AssessmentState.NOT_STARTED;
import static vn.thang.assessment.AssessmentState.PUBLISHED;
import static vn.thang.assessment.AssessmentState.RETURNED;
import static vn.thang.assessment.AssessmentState.REVIEWED;
import static vn.thang.assessment.AssessmentState.UNDER_REVIEW;

import java.util.Map;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;

/**
 * The procedure as one table: which permission a step needs, in which states it can be taken, and where each leads.
 * Everything that is not here is refused.
 */
public enum Step {
    /** An answer or its evidence changes. Of what was returned, only the returned questions do. */
    ANSWER(Permission.ANSWER, "assessment.closed", Map.of(NOT_STARTED, IN_PROGRESS, IN_PROGRESS, IN_PROGRESS, RETURNED, RETURNED)),
    /** The agency hands in, or hands in again. */
    HAND_IN(Permission.HAND_IN, "assessment.closed", Map.of(IN_PROGRESS, HANDED_IN, RETURNED, HANDED_IN)),
    /** A reviewer confirms, corrects or returns one answer. */
    JUDGE(Permission.REVIEW, "review.not-now", Map.of(HANDED_IN, UNDER_REVIEW, UNDER_REVIEW, UNDER_REVIEW)),
    /** The returned questions go back to the agency; the others stay locked. */
    GIVE_BACK(Permission.REVIEW, "review.not-now", Map.of(UNDER_REVIEW, RETURNED)),
    /** The review ends; what was returned and never answered is decided as it stands. */
    CONCLUDE(Permission.REVIEW, "review.not-now", Map.of(HANDED_IN, REVIEWED, UNDER_REVIEW, REVIEWED, RETURNED, REVIEWED)),
    /** A review is taken up again before the result is published. */
    RESUME(Permission.REVIEW, "review.not-now", Map.of(REVIEWED, UNDER_REVIEW)),
    /** The ministry publishes the round. */
    PUBLISH(Permission.PUBLISH, "review.not-now", Map.of(HANDED_IN, PUBLISHED, REVIEWED, PUBLISHED));

    private final Permission permission;
    private final String refusal;
    private final Map<AssessmentState, AssessmentState> ways;

    Step(Permission permission, String refusal, Map<AssessmentState, AssessmentState> ways) {
        this.permission = permission;
        this.refusal = refusal;
        this.ways = ways;
    }

    public Permission permission() {
        return permission;
    }

    /** Where the step leads; empty where it cannot be taken. */
    public Optional<AssessmentState> from(AssessmentState state) {
        return Optional.ofNullable(ways.get(state));
    }

    /** @throws BusinessException when the step cannot be taken in the state */
    AssessmentState take(AssessmentState state) {
        return from(state).orElseThrow(() -> new BusinessException(refusal));
    }
}
