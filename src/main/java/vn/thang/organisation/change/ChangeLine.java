package vn.thang.organisation.change;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A change of an agency as its page tells it.
 *
 * @param takenAt when the tree followed; null while the day is to come
 */
public record ChangeLine(long id, AgencyChange.Kind kind, LocalDate day, String decision, String agency,
        String agencyName, String parentBefore, String parentBeforeName, String parentBeforeNameEn, String parent,
        String parentName, String parentNameEn,
        String nameBefore, Instant takenAt, String madeBy) {

    public boolean waits() {
        return takenAt == null;
    }
}
