package vn.thang.assessment.course;

import vn.thang.assessment.round.RoundState;

/** What a result may be called: official is only what is published. Pages and files ask here. */
public enum ResultStanding {
    /** The agency may still change what it declares. */
    NOT_HANDED_IN("result.not-handed-in"),
    /** Review, objections and decisions may still change the result. */
    PRELIMINARY("result.preliminary"),
    /** The result is published. */
    OFFICIAL("result.official"),
    /** The result was published and withdrawn since. */
    WITHDRAWN("result.withdrawn");

    private final String key;

    ResultStanding(String key) {
        this.key = key;
    }

    /** Returns the standing of the results of a round, of which only what was handed in is shown. */
    public static ResultStanding of(RoundState round) {
        return switch (round) {
            case PUBLISHED -> OFFICIAL;
            case WITHDRAWN -> WITHDRAWN;
            case PLANNED, OPEN, CLOSED -> PRELIMINARY;
        };
    }

    /** Returns the standing of the result of one agency. */
    public static ResultStanding of(AssessmentHead head) {
        return head.state().isHandedIn() ? of(head.roundState()) : NOT_HANDED_IN;
    }

    /** The key of the text that names the standing. */
    public String key() {
        return key;
    }
}
