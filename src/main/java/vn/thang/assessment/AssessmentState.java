package vn.thang.assessment;

/** Where an assessment stands. */
public enum AssessmentState {
    NOT_STARTED, IN_PROGRESS, HANDED_IN, PUBLISHED;

    /** Whether answers can still change. */
    public boolean isOpen() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }
}
