package vn.thang.assessment.discrepancy;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A {@link Discrepancy} as lists and pages show it, with the names of people.
 *
 * @param measured    the level of the indicator when it was last looked at; null where none was ever known
 * @param period      that the value is about, as it is written; the first that is missing where none was ever known
 * @param value       null with the level
 * @param lapsed      whether nothing is measured, and the level, where there is one, is the last known one
 * @param late        whether it opened after the agency had handed in
 * @param explanation null until the agency has explained it; so are by whom and when
 * @param reason      of the decision; null until there is one
 * @param settledAt   when it ceased to stand, because the answer or the reading is another one; null while it stands
 * @param newestStep  id of the newest step of its history
 */
public record DiscrepancyEntry(long id, long assessment, String criterion, String dimension, Discrepancy.State state,
        int declared, Integer measured, boolean lapsed, String indicator, String period, BigDecimal value, boolean late,
        Instant openedAt,
        String explanation, String explainedBy, Instant explainedAt, String reason, String decidedBy, Instant decidedAt,
        Instant settledAt, long newestStep) {

    /** How many levels the entry counts for: one at least, since what lapsed was not measured above the answer but not at all. */
    public int difference() {
        return Math.max(1, declared - (measured == null ? 0 : measured));
    }

    public boolean standing() {
        return state.stands();
    }

    /** Whether the agency can explain the entry, or say it better. */
    public boolean explainable() {
        return state.isExplainable();
    }

    /** Whether a reviewer can decide on the explanation. */
    public boolean decidable() {
        return state.isDecidable();
    }

    /**
     * Returns the entry as it is shown to somebody.
     *
     * @param decision whether what a reviewer decided is shown; without it the entry stands as it was explained
     * @param names    whether the name of the reviewer is
     */
    DiscrepancyEntry shown(boolean decision, boolean names) {
        return decidedAt == null || decision && names ? this
                : new DiscrepancyEntry(id, assessment, criterion, dimension, state.shown(decision), declared, measured,
                        lapsed, indicator, period, value, late, openedAt, explanation, explainedBy, explainedAt,
                        decision ? reason : null, decision && names ? decidedBy : null, decision ? decidedAt : null,
                        settledAt, newestStep);
    }
}
