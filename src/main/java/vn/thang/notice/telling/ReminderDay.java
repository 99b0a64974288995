package vn.thang.notice.telling;

import java.time.LocalDate;

/**
 * A day on which people are reminded of a last day.
 *
 * @param left how many days are left then; negative when the last one is over
 */
public record ReminderDay(LocalDate on, long left) {
}
