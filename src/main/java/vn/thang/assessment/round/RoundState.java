package vn.thang.assessment.round;

import java.util.EnumSet;
import java.util.Set;

/** How far a round has come. */
public enum RoundState {
    /** Prepared; everything about it may still change. */
    PLANNED,
    /** Agencies answer and hand in. */
    OPEN,
    /** Nothing is handed in any more; may be opened again. */
    CLOSED,
    /** What was handed in is the published result. */
    PUBLISHED,
    /** The published results were withdrawn: they can still be read and verified, and enter no figure any more. */
    WITHDRAWN;

    /** Returns the states of rounds whose results were published, also where they were withdrawn since. */
    public static Set<RoundState> issued() {
        return EnumSet.of(PUBLISHED, WITHDRAWN);
    }

    /** Returns the states of rounds that have begun and are not published. */
    public static Set<RoundState> running() {
        return EnumSet.of(OPEN, CLOSED);
    }

    /** Whether a round in this state has begun and is not published. */
    public boolean runs() {
        return running().contains(this);
    }
}
