package vn.thang.platform.work;

import java.time.Duration;
import java.util.List;

/**
 * Work that the application does by itself again and again, on one server at a time. A run that was missed while no
 * server was up is made up as soon as one is.
 */
public interface RecurringWork {

    /** Names the kind in the database and in the texts {@code work.kind.*}. */
    String name();

    /** Answers when it is done. */
    Rhythm rhythm();

    /** Does the work in transactions of its own. */
    void run(Progress progress);

    /** Answers how long each next attempt waits after a fault, unless the regular time comes sooner. */
    default List<Duration> pauses() {
        return List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    }
}
