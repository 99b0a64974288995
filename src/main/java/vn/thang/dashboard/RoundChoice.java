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
 * @param thinnest   of the types of agency in scope, how much of the one took part that took part least; from 0 to 1
 */
public record RoundChoice(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        String state,
        long agencies, long handedIn, Instant lastChange, int version, long readings,
        double thinnest) {

    /** So much of every type of agency has to take part for a round to speak for the country. */
    static final double PARTICIPATION = 0.8;

    public boolean open() {
        return state.equals("OPEN");
    }

    public boolean published() {
        return state.equals("PUBLISHED");
    }

    /** Whether it speaks for the country: published, and enough agencies of every type took part. */
    public boolean national() {
        return published() && thinnest >= PARTICIPATION;
    }

    public long waiting() {
        return agencies - handedIn;
    }
}
