package vn.thang.calendar;

import java.time.Instant;

/**
 * A private address as its owner sees it; the whole of it is shown once and kept nowhere.
 *
 * @param mark       the beginning of its key, by which its owner tells it from others
 * @param lastReadAt null while no calendar has read it
 * @param endedAt    when it was revoked; null while it was not
 */
public record CalendarAddress(long id, String mark, Instant madeAt, Instant lastReadAt, Instant endedAt) {

    /** Whether calendars read it. */
    public boolean holds() {
        return endedAt == null;
    }
}
