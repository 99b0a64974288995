package vn.thang.assessment.round;

/** How far a round has come. */
public enum RoundState {
    /** Prepared; everything about it may still change. */
    PLANNED,
    /** Agencies answer and hand in. */
    OPEN,
    /** Nothing is handed in any more; may be opened again. */
    CLOSED,
    /** What was handed in is the published result. */
    PUBLISHED
}
