package vn.thang.dashboard.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.round.RoundState;
import vn.thang.core.target.NationalFigure;
import vn.thang.core.target.Participation;

/**
 * A round that has begun, with how far it is.
 *
 * @param lastChange when the last agency handed in or was published; null while none has
 * @param version    of the round itself
 * @param readings   batches of readings that have come by now, for all rounds the same: what is measured changes with it
 * @param participation per cent of every type that have to take part for the round to speak for the country
 * @param types      how many agencies of each type in scope take part, and how many of them handed in
 */
public record RoundChoice(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        String state, Instant lastChange, int version, long readings, boolean rehearsal, int participation,
        Map<String, Participation> types) {

    public RoundChoice {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
    }

    public boolean open() {
        return state.equals("OPEN");
    }

    public boolean published() {
        return state.equals("PUBLISHED");
    }

    /** Whether its results were published and withdrawn since. */
    public boolean withdrawn() {
        return state.equals("WITHDRAWN");
    }

    /** What its results are called: official, preliminary or withdrawn. */
    public String standing() {
        return ResultStanding.of(RoundState.valueOf(state)).key();
    }

    /** Whether its results are official: published, and no rehearsal. */
    public boolean official() {
        return published() && !rehearsal;
    }

    /** Whether it runs and is no rehearsal: it is news beside the figures. */
    public boolean running() {
        return !rehearsal && (state.equals("OPEN") || state.equals("CLOSED"));
    }

    /** Whether it speaks for the country as far as its scope reaches: official, and enough agencies of every type took part. */
    public boolean national() {
        return official() && agencies() > 0
                && types.values().stream().allMatch(part -> part.reaches(participation));
    }

    NationalFigure.Asked<RoundChoice> asked() {
        return new NationalFigure.Asked<>(this, dueOn, types.keySet(), national());
    }

    /** Types of agency in scope. */
    public Set<String> scope() {
        return types.keySet();
    }

    /** All in scope. */
    public long agencies() {
        return types.values().stream().mapToLong(Participation::due).sum();
    }

    /** Of them those that handed in, published ones included. */
    public long handedIn() {
        return types.values().stream().mapToLong(Participation::came).sum();
    }

    public long waiting() {
        return agencies() - handedIn();
    }
}
