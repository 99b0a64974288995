package vn.thang.calendar;

import java.time.LocalDate;

/**
 * A day in a calendar.
 *
 * @param id        by which calendars know it again, whatever becomes of it
 * @param summary   in the language of the person
 * @param address   of the page that tells more, below the address of the application
 * @param cancelled whether nothing happens on it any more
 * @param sequence  how often it changed, as far as that is known
 */
record CalendarDay(String id, LocalDate day, String summary, String address, boolean cancelled, int sequence) {
}
