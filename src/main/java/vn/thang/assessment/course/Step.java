package vn.thang.assessment.course;

import static vn.thang.assessment.course.AssessmentState.ADMITTED;
import static vn.thang.assessment.course.AssessmentState.FINAL;
import static vn.thang.assessment.course.AssessmentState.HANDED_IN;
import static vn.thang.assessment.course.AssessmentState.IN_PROGRESS;
import static vn.thang.assessment.course.AssessmentState.NOT_STARTED;
import static vn.thang.assessment.course.AssessmentState.OBJECTION;
import static vn.thang.assessment.course.AssessmentState.PROVISIONAL;
import static vn.thang.assessment.course.AssessmentState.PUBLISHED;
import static vn.thang.assessment.course.AssessmentState.READY;
import static vn.thang.assessment.course.AssessmentState.RETURNED;
import static vn.thang.assessment.course.AssessmentState.REVIEWED;
import static vn.thang.assessment.course.AssessmentState.UNDER_REVIEW;

import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;

/**
 * The procedure as one table: which permission a step needs, in which states it can be taken, and where each leads.
 * Everything that is not here is refused.
 */
public enum Step {
    /** An answer or its evidence changes. Of what was returned, only the returned questions do. */
    ANSWER(Permission.ANSWER, "assessment.closed", way(NOT_STARTED, IN_PROGRESS), way(IN_PROGRESS, IN_PROGRESS),
            way(RETURNED, RETURNED)),
    /** The answers are complete and wait for the signature of the head. */
    SUBMIT(Permission.HAND_IN, "assessment.closed", way(IN_PROGRESS, READY), way(RETURNED, READY)),
    /** Back to the officers before the signature, to where it came from. */
    WITHDRAW(Permission.HAND_IN, "sign.not-ready", way(READY, IN_PROGRESS), way(READY, RETURNED)),
    /** The head signs, and the agency hands in by it; what was admitted before is not checked for completeness again. */
    HAND_IN(Permission.SIGN, "sign.not-ready", way(READY, HANDED_IN), way(READY, ADMITTED)),
    /** What was handed in is formally complete. */
    ADMIT(Permission.REVIEW, "completeness.not-now", way(HANDED_IN, ADMITTED)),
    /** Something is missing: the agency takes it up again as a whole. */
    TURN_BACK(Permission.REVIEW, "completeness.not-now", way(HANDED_IN, IN_PROGRESS)),
    /** A reviewer confirms, corrects or returns one answer. */
    JUDGE(Permission.REVIEW, "review.not-now", way(ADMITTED, UNDER_REVIEW), way(UNDER_REVIEW, UNDER_REVIEW)),
    /** The returned questions go back to the agency; the others stay locked. */
    GIVE_BACK(Permission.REVIEW, "review.not-now", way(UNDER_REVIEW, RETURNED)),
    /** The review ends; what was returned and never handed in again is decided as it stands. */
    CONCLUDE(Permission.REVIEW, "review.not-now", way(READY, REVIEWED), way(ADMITTED, REVIEWED),
            way(UNDER_REVIEW, REVIEWED),
            way(RETURNED, REVIEWED)),
    /** A review is taken up again before the result is published. */
    RESUME(Permission.REVIEW, "review.not-now", way(REVIEWED, UNDER_REVIEW)),
    /** The provisional results go to the agencies with all their inputs. */
    ISSUE(Permission.PUBLISH, "reply.not-now", way(ADMITTED, PROVISIONAL), way(REVIEWED, PROVISIONAL)),
    /** The agency accepts its provisional result. */
    ACCEPT(Permission.SIGN, "reply.not-now", way(PROVISIONAL, FINAL)),
    /** The agency hands in its objections. */
    OBJECT(Permission.SIGN, "reply.not-now", way(PROVISIONAL, OBJECTION)),
    /** The panel decides on one objection. */
    DECIDE(Permission.DECIDE, "reply.not-now", way(OBJECTION, OBJECTION)),
    /** The panel has decided on all of them. */
    SETTLE(Permission.DECIDE, "reply.not-now", way(OBJECTION, FINAL)),
    /** The last day for replies has passed without one. */
    LAPSE(Permission.PUBLISH, "reply.not-now", way(PROVISIONAL, FINAL)),
    /** The ministry publishes the round. */
    PUBLISH(Permission.PUBLISH, "review.not-now", way(FINAL, PUBLISHED));

    private final Permission permission;
    private final String refusal;
    private final List<Way> ways;

    private record Way(AssessmentState from, AssessmentState to) {
    }

    Step(Permission permission, String refusal, Way... ways) {
        this.permission = permission;
        this.refusal = refusal;
        this.ways = List.of(ways);
    }

    private static Way way(AssessmentState from, AssessmentState to) {
        return new Way(from, to);
    }

    public Permission permission() {
        return permission;
    }

    /** The states in which it can be taken. */
    public List<AssessmentState> states() {
        return ways.stream().map(Way::from).distinct().toList();
    }

    /** Where the step can lead; empty where it cannot be taken. */
    public List<AssessmentState> from(AssessmentState state) {
        return ways.stream().filter(way -> way.from() == state).map(Way::to).toList();
    }

    /** @throws BusinessException when the step cannot be taken in the state */
    public AssessmentState take(AssessmentState state) {
        return from(state).stream().findFirst().orElseThrow(() -> new BusinessException(refusal));
    }

    /** @throws BusinessException when the step does not lead from one state to the other */
    AssessmentState take(AssessmentState state, AssessmentState to) {
        return Optional.ofNullable(to).filter(from(state)::contains).orElseThrow(() -> new BusinessException(refusal));
    }
}
