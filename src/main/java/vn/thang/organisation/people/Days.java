package vn.thang.organisation.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Days that follow each other.
 *
 * @param last the last of them; null where they go on
 */
public record Days(LocalDate first, LocalDate last) {

    /** Returns those of these days on which none of the others lies. */
    public List<Days> without(Collection<Days> others) {
        List<Days> left = new ArrayList<>();
        LocalDate next = first;
        for (Days other : others.stream().sorted(Comparator.comparing(Days::first)).toList()) {
            if (other.last != null && other.last.isBefore(next) || last != null && other.first.isAfter(last)) {
                continue;
            }
            if (other.first.isAfter(next)) {
                left.add(new Days(next, other.first.minusDays(1)));
            }
            if (other.last == null) {
                return left;
            }
            next = other.last.plusDays(1);
        }
        if (last == null || !next.isAfter(last)) {
            left.add(new Days(next, last));
        }
        return left;
    }
}
