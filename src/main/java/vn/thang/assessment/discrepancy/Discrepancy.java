package vn.thang.assessment.discrepancy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * An entry of the register: an agency declared more than was measured.
 *
 * @param measured    the level of the indicator when it was last looked at
 * @param period      that the value is about, as it is written
 * @param late        whether it opened after the agency had handed in
 * @param explanation null until the agency has explained it; so are by whom and when
 * @param reason      of the decision; null until there is one
 * @param settledAt   when it ceased to stand, because the answer or the reading is another one; null while it stands
 * @param newestStep  id of the newest step of its history
 */
public record Discrepancy(long id, long assessment, String criterion, String dimension, State state, int declared,
        int measured,
        String indicator, String period, BigDecimal value, boolean late, Instant openedAt, String explanation,
        String explainedBy,
        Instant explainedAt, String reason, String decidedBy, Instant decidedAt, Instant settledAt, long newestStep) {

    /** From open to explained by the agency, to accepted or rejected by a reviewer; settled once it no longer stands. */
    public enum State {
        OPEN, EXPLAINED, ACCEPTED, REJECTED, SETTLED;

        /** Returns the states of what stands and no reviewer has accepted. */
        public static Set<State> unaccepted() {
            return EnumSet.of(OPEN, EXPLAINED, REJECTED);
        }
    }

    public int difference() {
        return declared - measured;
    }

    public boolean standing() {
        return state != State.SETTLED;
    }

    /** Whether the agency can explain it, or say it better. */
    public boolean explainable() {
        return state == State.OPEN || state == State.EXPLAINED;
    }

    /** Without what the first reviewer said of it. */
    Discrepancy undecided() {
        return decidedAt == null ? this
                : new Discrepancy(id, assessment, criterion, dimension, settledAt == null ? State.EXPLAINED : state,
                        declared,
                        measured, indicator, period, value, late, openedAt, explanation, explainedBy, explainedAt, null,
                        null, null, settledAt, newestStep);
    }
}
