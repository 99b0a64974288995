package vn.thang.home;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import vn.thang.dashboard.target.TargetLine;

/**
 * What waits for a person in one role.
 *
 * @param role    key of the role below {@code home.desk.}
 * @param figures what waits; empty when nothing does
 * @param deed    the one thing to do first; null when there is nothing to do
 * @param urgent  the first last day, past ones included; null where no day presses
 * @param targets the targets that a leader has to know first; empty for all others
 */
public record Desk(String role, List<WaitingFigure> figures, Deed deed, LocalDate urgent, List<TargetLine> targets) {

    /** Desks whose days are nearest come first, those without a day last. */
    static final Comparator<Desk> MOST_URGENT_FIRST = Comparator.comparing(Desk::urgent,
            Comparator.nullsLast(Comparator.naturalOrder()));

    /** The primary deed: key of its text below {@code home.deed.}, and where it is done. */
    public record Deed(String text, String address) {
    }

    static Desk of(String role, List<WaitingFigure> figures, Deed deed, LocalDate urgent) {
        return new Desk(role, figures.stream().filter(WaitingFigure::speaks).toList(), deed, urgent, List.of());
    }

    Desk with(List<TargetLine> first) {
        return new Desk(role, figures, deed, urgent, first);
    }
}
