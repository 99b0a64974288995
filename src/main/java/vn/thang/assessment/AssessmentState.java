package vn.thang.assessment;

/** Where an assessment stands in the procedure; {@link Step} says what leads from one to the next. */
public enum AssessmentState {
    NOT_STARTED, IN_PROGRESS, HANDED_IN, UNDER_REVIEW, RETURNED, REVIEWED, PUBLISHED;

    /** As conditions of SQL see it: what is not handed in yet. */
    public static final String WAITING = "('NOT_STARTED', 'IN_PROGRESS')";

    /** Whether the agency can still change answers: all of them, or those that came back. */
    public boolean isOpen() {
        return !isHandedIn() || this == RETURNED;
    }

    /** Whether the agency has handed in, whatever happened since. */
    public boolean isHandedIn() {
        return this != NOT_STARTED && this != IN_PROGRESS;
    }
}
