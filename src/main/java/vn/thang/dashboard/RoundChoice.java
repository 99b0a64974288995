package vn.thang.dashboard;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A round that has begun, with how far it is.
 *
 * @param agencies   all in scope
 * @param handedIn   of them, published ones included
 * @param lastChange when the last of them handed in or was published; null while none has
 * @param version    of the round itself
 * @param readings   batches of readings that have come by now, for all rounds the same: what is measured changes with it
 */
public record RoundChoice(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        String state,
        long agencies, long handedIn, Instant lastChange, int version, long readings) {

    public boolean open() {
        return state.equals("OPEN");
    }

    public boolean published() {
        return state.equals("PUBLISHED");
    }

    public long waiting() {
        return agencies - handedIn;
    }
}
