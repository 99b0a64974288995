package vn.thang.core.target;

import java.time.LocalDate;

/**
 * From when to when an agency is there, both days included. Its code does not make it another, and what it is due for is asked of
 * the period of a figure, never of today.
 *
 * @param from null where nobody knows the first day
 * @param to   null while it lasts
 */
public record Existence(LocalDate from, LocalDate to) {

    /** Whether it is there on a day. */
    public boolean on(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }

    /** Whether a figure of the period is due from it: it is there on the last day. */
    public boolean isDue(LocalDate end) {
        return on(end);
    }

    /** Whether it is there on any day of the period, so that it may report on it. */
    public boolean touches(LocalDate begin, LocalDate end) {
        return (from == null || !from.isAfter(end)) && (to == null || !to.isBefore(begin));
    }

    /** Whether it is no more on a day. */
    public boolean isOver(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** Whether it closed within the period: it may still report, and is not due. */
    public boolean closedWithin(LocalDate begin, LocalDate end) {
        return touches(begin, end) && to != null && to.isBefore(end);
    }
}
