package vn.thang.hook;

import java.time.Instant;
import java.util.List;

/**
 * An address that is told of events.
 *
 * @param endedAt null while it is told
 * @param waiting calls that are still tried
 * @param failed  calls that were given up
 */
public record Webhook(long id, String address, List<Topic> topics, Instant madeAt, Instant endedAt, long waiting,
        long failed) {

    /** Whether it is told. */
    public boolean told() {
        return endedAt == null;
    }
}
