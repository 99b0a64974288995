package vn.thang.home;

import java.time.LocalDate;

/**
 * A figure of the first page that leads to the page where the same number stands.
 *
 * @param text    key of the text below {@code home.figure.}
 * @param count   null where there is something to take and nothing to count
 * @param address of the page, from the root of the application
 * @param since   since when the oldest waits; null where that says nothing
 * @param until   the next last day; null where there is none
 * @param detail  a name that belongs to it, such as that of a round; null for none
 */
public record WaitingFigure(String text, Long count, String address, LocalDate since, LocalDate until, String detail) {

    static WaitingFigure of(String text, long count, String address) {
        return new WaitingFigure(text, count, address, null, null, null);
    }

    static WaitingFigure to(String text, String address, String detail, LocalDate on) {
        return new WaitingFigure(text, null, address, on, null, detail);
    }

    WaitingFigure since(LocalDate day) {
        return new WaitingFigure(text, count, address, day, until, detail);
    }

    WaitingFigure until(LocalDate day) {
        return new WaitingFigure(text, count, address, since, day, detail);
    }

    /** Whether it says anything: what counts nothing is left out. */
    boolean speaks() {
        return count == null || count > 0;
    }
}
