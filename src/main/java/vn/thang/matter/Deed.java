package vn.thang.matter;

import java.util.EnumSet;
import java.util.Set;
import vn.thang.matter.Matter.Kind;
import vn.thang.matter.Matter.State;

/**
 * What can be done in the course of a matter: by which side, in which kinds and states, to which state it leads. The side
 * that is asked answers; all else is done by the side that asks, which of a measure is the agency itself.
 */
public enum Deed {
    ANSWER(true, true, EnumSet.of(Kind.QUESTION, Kind.RECOMMENDATION, Kind.DECISION),
            EnumSet.of(State.OPEN, State.AGAIN, State.ANSWERED, State.ACCEPTED)),
    ACCEPT(false, false, EnumSet.of(Kind.QUESTION, Kind.RECOMMENDATION, Kind.DECISION), EnumSet.of(State.ANSWERED)),
    ASK_AGAIN(false, true, EnumSet.of(Kind.QUESTION, Kind.RECOMMENDATION, Kind.DECISION), EnumSet.of(State.ANSWERED)),
    /** The day is moved; the first one is kept. */
    MOVE(false, true, EnumSet.allOf(Kind.class), EnumSet.complementOf(EnumSet.of(State.DONE, State.DROPPED))),
    CLOSE(false, true, EnumSet.of(Kind.RECOMMENDATION, Kind.MEASURE, Kind.DECISION),
            EnumSet.complementOf(EnumSet.of(State.DONE, State.DROPPED))),
    DROP(false, true, EnumSet.allOf(Kind.class), EnumSet.complementOf(EnumSet.of(State.DONE, State.DROPPED)));

    private final boolean ofTheAsked;
    private final boolean worded;
    private final Set<Kind> kinds;
    private final Set<State> states;

    Deed(boolean ofTheAsked, boolean worded, Set<Kind> kinds, Set<State> states) {
        this.ofTheAsked = ofTheAsked;
        this.worded = worded;
        this.kinds = kinds;
        this.states = states;
    }

    /** Whether the side that is asked does it. */
    public boolean ofTheAsked() {
        return ofTheAsked;
    }

    /** Whether it needs words. */
    public boolean worded() {
        return worded;
    }

    /** Whether it names a day. */
    public boolean dated() {
        return this == MOVE || this == ASK_AGAIN;
    }

    /** Whether it says that what was asked for is there, so that nobody does it on an answer of their own. */
    public boolean decides() {
        return this == ACCEPT || this == CLOSE;
    }

    /** Whether a matter of this kind can take it in this state. */
    public boolean fits(Kind kind, State state) {
        return kinds.contains(kind) && states.contains(state);
    }

    /** Returns the state to which it leads. */
    State after(State before) {
        return switch (this) {
            case ANSWER -> State.ANSWERED;
            case ACCEPT -> State.ACCEPTED;
            case ASK_AGAIN -> State.AGAIN;
            case MOVE -> before;
            case CLOSE -> State.DONE;
            case DROP -> State.DROPPED;
        };
    }
}
