package vn.thang.platform.work;

import java.time.Duration;
import java.util.List;

/**
 * A kind of work that people start. The use case that starts it has checked the permission; when it runs, the caller
 * has the rights of that moment, on whichever server and however much later.
 *
 * @param <I> the record that says what is to be done; every kind has its own
 */
public interface WorkKind<I extends WorkInput> {

    /** Names the kind in the database and in the texts {@code work.kind.*}. */
    String name();

    /** Answers the type of the input, by which the kind is found. */
    Class<I> input();

    /** Does the work. It may be called again after a server was lost, and must then not do twice what was done. */
    WorkResult run(I input, Progress progress);

    /**
     * Answers whether all of it stands in one transaction, which holds the result too: such work is done once or not
     * at all. Work that is not whole opens its own transactions.
     */
    default boolean whole() {
        return true;
    }

    /**
     * Answers how long each next attempt waits after a fault; after the last the work has failed. A refusal is never
     * retried.
     */
    default List<Duration> pauses() {
        return List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    }
}
