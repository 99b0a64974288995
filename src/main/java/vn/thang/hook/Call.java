package vn.thang.hook;

import java.time.Instant;

/**
 * What an address was told, and what came of it.
 *
 * @param nextAt when it is tried next; null when it was taken or given up
 * @param answer last status of HTTP; null without one
 * @param fault  end of a key of texts; null where the last attempt did not fail
 */
public record Call(long id, long webhook, String address, Topic topic, String body, Instant madeAt, int attempts,
        Instant nextAt, Integer answer, String fault, Instant sentAt) {

    /** How a call stands. */
    public enum Standing {
        SENT, WAITING, FAILED
    }

    public Standing standing() {
        return sentAt != null ? Standing.SENT : nextAt != null ? Standing.WAITING : Standing.FAILED;
    }
}
