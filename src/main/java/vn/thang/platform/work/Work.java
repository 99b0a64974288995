package vn.thang.platform.work;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Work as it stands in the database: waiting, running, done or failed. Of recurring work this is its last run.
 *
 * @param starter  id of the person who started it; null for the application itself
 * @param node     server that has it, or had it last; null before the first attempt
 * @param nextAt   when it is tried again after a fault; null for not at all
 * @param doing    key of the text of what is being done; null for nothing yet
 * @param outcome  result, or the last fault; null for none yet
 * @param incident number under which the fault stands in the log; null for none
 * @param file     name of the file that it has made; null for none
 */
public record Work(long id, String kind, boolean recurring, String subject, Long starter, String starterName,
        Instant startedAt, State state, int failures, String node, Instant begunAt, Instant endedAt, Instant nextAt,
        long done, long total,
        String doing, KeyedWords outcome, String link, String incident, String file) {

    /** What ended is kept so long, with the file that it made. */
    static final Duration KEPT = Duration.ofDays(30);

    /** How work stands. */
    public enum State {
        WAITING, RUNNING, DONE, FAILED;

        /** States of work that has not ended. */
        static final Set<State> ACTIVE = EnumSet.of(WAITING, RUNNING);
    }

    /** Answers whether it still waits or runs. */
    public boolean active() {
        return State.ACTIVE.contains(state);
    }

    /** Answers until when it is kept; null while it has not ended. */
    public Instant keptUntil() {
        return endedAt == null ? null : endedAt.plus(KEPT);
    }

    public boolean failed() {
        return state == State.FAILED;
    }
}
