package vn.thang.assessment.course;

import java.util.EnumSet;
import java.util.Set;

/** Where an assessment stands in the procedure; {@link Step} says what leads from one to the next. */
public enum AssessmentState {
    NOT_STARTED, IN_PROGRESS, READY, HANDED_IN, ADMITTED, UNDER_REVIEW, RETURNED, REVIEWED,
    PROVISIONAL, OBJECTION, FINAL, PUBLISHED;

    /** Whether the agency can still change answers: all of them, or those that came back. */
    public boolean isOpen() {
        return open().contains(this);
    }

    /** Whether it lies with the reviewers, or with the agency on their request. */
    public boolean isReviewable() {
        return reviewable().contains(this);
    }

    /** Whether the agency has handed in, whatever happened since; what waits for its signature is not handed in. */
    public boolean isHandedIn() {
        return compareTo(READY) > 0;
    }

    /** Whether the agency has its provisional result: from then on everything that enters the score is shown. */
    public boolean isIssued() {
        return compareTo(REVIEWED) > 0;
    }

    /** Returns the states of what is issued. */
    public static Set<AssessmentState> issued() {
        return EnumSet.range(PROVISIONAL, PUBLISHED);
    }

    /** Returns the states of what is not handed in yet. */
    public static Set<AssessmentState> waiting() {
        return EnumSet.range(NOT_STARTED, READY);
    }

    /** Returns the states in which the agency can change answers. */
    public static Set<AssessmentState> open() {
        return EnumSet.of(NOT_STARTED, IN_PROGRESS, RETURNED);
    }

    /** Returns the states of what lies with the reviewers, or with the agency on their request. */
    public static Set<AssessmentState> reviewable() {
        return EnumSet.range(HANDED_IN, REVIEWED);
    }

    /** Returns the states of what the agency has handed in, whatever happened since. */
    public static Set<AssessmentState> handedIn() {
        return EnumSet.complementOf(EnumSet.range(NOT_STARTED, READY));
    }
}
