package vn.thang.matter.meeting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A meeting as lists show it.
 *
 * @param heldOn     its day
 * @param preparedBy name of whoever began it
 * @param frozenAt   null before its figures are frozen
 * @param hash       of what is frozen; null before
 * @param decided    how many decisions it took
 * @param open       how many of them are not done
 */
public record Meeting(long id, LocalDate heldOn, State state, String preparedBy, String frozenBy, Instant frozenAt,
        Instant closedAt, String hash, long decided, long open) {

    /** How far it is. */
    public enum State {
        PREPARED, FROZEN, CLOSED
    }

    /** Whether its figures are not frozen yet. */
    public boolean prepared() {
        return state == State.PREPARED;
    }

    /** Whether it can decide. */
    public boolean deciding() {
        return state == State.FROZEN;
    }
}
