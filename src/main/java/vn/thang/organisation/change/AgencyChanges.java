package vn.thang.organisation.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.sql.Flushed;

/** What was done with agencies by which decision, and the moves that are to come. */
@ApplicationScoped
class AgencyChanges {

    private static final String LINE = """
            SELECT c.id, c.kind, c.day, c.decision, a.code AS agency, a.name AS agency_name, b.code AS parent_before,
                b.name AS parent_before_name, b.name_en AS parent_before_name_en, n.code AS parent,
                n.name AS parent_name, n.name_en AS parent_name_en, c.name_before,
                c.taken_at, p.full_name AS made_by
            FROM agency_change c
            JOIN agency a ON a.id = c.agency_id
            LEFT JOIN agency b ON b.id = c.parent_before
            LEFT JOIN agency n ON n.id = c.parent_id
            LEFT JOIN person p ON p.id = c.made_by
            WHERE c.dropped_at IS NULL AND\s""";
    private static final String NEWEST_FIRST = " ORDER BY c.day DESC, c.id DESC";

    @Inject
    private Flushed flushed;

    /** A change as it is to be kept; parents and the name before are null where they do not change. */
    record Made(AgencyChange.Kind kind, String agency, LocalDate day, String decision, String parentBefore,
            String parent, String nameBefore, Long madeBy, Instant madeAt, Instant takenAt) {
    }

    void add(Made made) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO agency_change (agency_id, kind, day, decision, parent_before, parent_id, name_before, made_by,
                    made_at, taken_at)
                SELECT a.id, :kind, :day, :decision, (SELECT id FROM agency WHERE code = :parentBefore),
                    (SELECT id FROM agency WHERE code = :parent), :nameBefore, :madeBy, :madeAt, :takenAt
                FROM agency a WHERE a.code = :agency""").bind("kind", made.kind()).bind("day", made.day())
                .bind("decision", made.decision()).bind("parentBefore", made.parentBefore())
                .bind("parent", made.parent()).bind("nameBefore", made.nameBefore()).bind("madeBy", made.madeBy())
                .bind("madeAt", made.madeAt()).bind("takenAt", made.takenAt()).bind("agency", made.agency()).execute());
    }

    /** Returns what was done with an agency, or is to come, the newest first. */
    List<ChangeLine> of(String agency) {
        return flushed.withHandle(sql -> sql.createQuery(LINE + "a.code = :agency" + NEWEST_FIRST)
                .bind("agency", agency).mapTo(ChangeLine.class).list());
    }

    /** Returns the moves whose day has come, in their order, and locks them. */
    List<ChangeLine> due(LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery(
                LINE + "c.kind = :move AND c.taken_at IS NULL AND c.day <= :today ORDER BY c.day, c.id FOR UPDATE")
                .bind("move", AgencyChange.Kind.MOVE).bind("today", today).mapTo(ChangeLine.class).list());
    }

    /** Returns the moves to come, on this day or later, that lead below these agencies. */
    List<ChangeLine> waitingBelow(List<String> parents, LocalDate day) {
        return waiting("n.code IN (<codes>)", parents, day);
    }

    /** Returns the moves to come, on this day or later, of these agencies. */
    List<ChangeLine> waitingOf(List<String> agencies, LocalDate day) {
        return waiting("a.code IN (<codes>)", agencies, day);
    }

    /** Returns the moves to come up to a day, in the order in which they will be taken. */
    List<ChangeLine> waitingUntil(LocalDate day) {
        return flushed.withHandle(sql -> sql.createQuery(
                LINE + "c.kind = :move AND c.taken_at IS NULL AND c.day <= :day ORDER BY c.day, c.id")
                .bind("move", AgencyChange.Kind.MOVE).bind("day", day).mapTo(ChangeLine.class).list());
    }

    /** Counts the moves to come that lead below these agencies or are of them; empty where there are none. */
    Optional<Long> waitingTo(List<Long> ending, LocalDate day) {
        return ending.isEmpty() ? Optional.empty() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM agency_change
                WHERE (parent_id IN (<ending>) OR agency_id IN (<ending>)) AND kind = :move AND taken_at IS NULL
                    AND dropped_at IS NULL AND day >= :day""").bindList("ending", ending)
                .bind("move", AgencyChange.Kind.MOVE).bind("day", day).mapTo(Long.class).findOne()
                .filter(many -> many > 0));
    }

    private List<ChangeLine> waiting(String which, List<String> codes, LocalDate day) {
        return codes.isEmpty() ? List.of() : flushed.withHandle(sql -> sql.createQuery(
                LINE + which + " AND c.kind = :move AND c.taken_at IS NULL AND c.day >= :day ORDER BY c.day, c.id")
                .bindList("codes", codes).bind("move", AgencyChange.Kind.MOVE).bind("day", day)
                .mapTo(ChangeLine.class).list());
    }

    /** Lets a move to come lead below another agency. */
    void lead(long id, String parent) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE agency_change SET parent_id = (SELECT id FROM agency WHERE code = :parent) WHERE id = :id""")
                .bind("parent", parent).bind("id", id).execute());
    }

    void taken(long id, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("UPDATE agency_change SET taken_at = :now WHERE id = :id")
                .bind("now", now).bind("id", id).execute());
    }

    /** Takes a move that is to come back; answers whether there was one. */
    boolean drop(long id, Instant now) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE agency_change SET dropped_at = :now
                WHERE id = :id AND taken_at IS NULL AND dropped_at IS NULL""").bind("now", now).bind("id", id)
                .execute()) == 1;
    }

    /** Counts the agencies of a type that there are on a day. */
    long count(String type, LocalDate day, String lasting) {
        return flushed.withHandle(sql -> sql.createQuery(
                "SELECT COUNT(*) FROM agency a WHERE a.type = :type AND " + lasting)
                .bind("type", type).bind("day", day).mapTo(Long.class).one());
    }
}
