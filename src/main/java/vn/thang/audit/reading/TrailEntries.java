package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import vn.thang.audit.ApartValue;
import vn.thang.audit.seal.StoredEntry;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;

/** Entries of the trail as lists show them. */
@ApplicationScoped
class TrailEntries {

    /** In entries that are older than their columns for values, the value of an answer stands in the details. */
    private static final List<String> OF_ANSWERS = List.of("answer", "confirm", "correct", "second-opinion",
            "write-objection", "decide");
    /** Whether an entry tells of what is a draft: its values are not shown, and of its details the criterion alone. */
    private static final String DRAFT = """
            e.subject = :assessment AND c.id IS NOT NULL AND (e.action IN (<drafted>) AND c.state IN (<waiting>)
                OR (e.action IN (<objecting>) OR e.action IN (<onceObjecting>) AND e.at > c.handed_in_at
                        AND NOT COALESCE(e.after_value, e.before_value, '') REGEXP :level)
                    AND COALESCE(c.reply, '') <> :objected)""";
    /**
     * What is shown of the details, and looked through for words: of old entries, of evidence and of drafts the criterion
     * alone.
     */
    private static final String DETAILS = """
            CASE WHEN e.action IN (<answers>) AND (e.details REGEXP '^[^ =]+='
                    OR COALESCE(e.before_value, e.after_value, e.before_hash, e.after_hash) IS NULL)
                OR e.subject = :assessment AND e.action IN (<evidence>) OR %s
                THEN SUBSTRING_INDEX(SUBSTRING_INDEX(e.details, '=', 1), ' ', 1) ELSE e.details END""".formatted(DRAFT);
    private static final String FROM = """
            FROM change_log e LEFT JOIN assessment c ON e.subject = :assessment AND c.id = e.subject_id
            """;
    /** Judgements are left out until they are issued, so that no filter tells of them either. */
    private static final String SHOWN = """
            NOT (e.subject = :assessment AND e.action IN (<judging>) AND EXISTS (SELECT 1 FROM assessment j
                WHERE j.id = e.subject_id AND j.state NOT IN (<issued>)))""";
    /** What was done to one answer: its code comes first, or among others; or what was done to all answers at once. */
    private static final String OF_ANSWER = """
            e.subject = :assessment AND (SUBSTRING_INDEX(SUBSTRING_INDEX(e.details, ' ', 1), '=', 1) = :answer
                OR e.action IN (<several>)
                    AND CONCAT(' ', REPLACE(e.details, ',', ' '), ' ') LIKE CONCAT('% ', :answer, ' %')
                OR e.action IN (<all>))""";
    /** What names several criteria at once. */
    private static final List<String> OF_SEVERAL = List.of("carry-over", "follow-discrepancies",
            "open-late-discrepancy");
    /** What is done to an assessment with all its answers, on the way from the agency to the publication. */
    private static final List<String> OF_ALL = List.of("import", "submit", "withdraw", "hand-in", "admit", "turn-back",
            "give-back", "finish-second-review", "conclude", "resume", "accept", "object", "settle", "publish-result");
    private static final Map<String, List<String>> LISTS = Map.of("answers", OF_ANSWERS, "evidence",
            StoredEntry.OF_EVIDENCE, "drafted", TrailSight.DRAFTED, "waiting", TrailSight.WAITING, "objecting",
            TrailSight.OBJECTING, "onceObjecting", TrailSight.ONCE_OBJECTING, "judging", TrailSight.JUDGING, "issued",
            TrailSight.ISSUED, "several", OF_SEVERAL, "all", OF_ALL);
    private static final int DIGITS_OF_SESSION = 12;
    private static final String ROW = """
            SELECT e.id, e.at, p.username, p.full_name AS person, e.as_role AS role, g.name AS role_agency, e.action,
                e.subject, e.subject_id, a.code AS agency_code, a.name AS agency,
                %1$s AS details,
                IF(%2$s, NULL, e.before_value) AS was, IF(%2$s, NULL, e.after_value) AS became,
                e.before_hash IS NOT NULL OR e.after_hash IS NOT NULL
                    OR (%2$s) AND (e.before_value IS NOT NULL OR e.after_value IS NOT NULL) AS apart,
                v.content AS address, LEFT(e.session_hash, :digits) AS session, s.block
            %3$s LEFT JOIN person p ON p.id = e.person_id LEFT JOIN agency a ON a.id = e.agency_id
            LEFT JOIN agency g ON g.id = e.as_agency_id
            LEFT JOIN trail_value v ON v.entry_id = e.id AND v.kind = :address
            LEFT JOIN trail_seal s ON s.entry_id = e.id
            WHERE\s""".formatted(DETAILS, DRAFT, FROM);

    @Inject
    private Flushed flushed;

    /** A page; two statements however many there are. */
    Slice<TrailRow> list(TrailFilter filter, Cut<TrailOrder> cut) {
        Map<String, Object> arguments = new HashMap<>();
        String where = condition(filter, arguments);
        return flushed.withHandle(sql -> Slice.of(count(sql, where, arguments), cut, (size, offset) -> bound(sql
                .createQuery(
                        ROW + where + (oldestFirst(cut) ? " ORDER BY e.at, e.id" : " ORDER BY e.at DESC, e.id DESC")
                                + " LIMIT :size OFFSET :offset"),
                arguments).bind("digits", DIGITS_OF_SESSION)
                .bind("address", ApartValue.Kind.ADDRESS).bind("size", size).bind("offset", offset)
                .mapTo(TrailRow.class).list()));
    }

    long count(TrailFilter filter) {
        Map<String, Object> arguments = new HashMap<>();
        String where = condition(filter, arguments);
        return flushed.withHandle(sql -> count(sql, where, arguments));
    }

    private static long count(Handle sql, String where, Map<String, Object> arguments) {
        return bound(sql.createQuery("SELECT COUNT(*)\n" + FROM + "WHERE " + where), arguments).mapTo(Long.class).one();
    }

    /** Binds whatever these statements name, each of them a part of it. */
    private static Query bound(Query query, Map<String, Object> arguments) {
        query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        LISTS.forEach(query::bindList);
        return query.bind("assessment", StoredEntry.ASSESSMENT).bind("objected", TrailSight.OBJECTED)
                .bind("level", StoredEntry.LEVEL).bindMap(arguments);
    }

    /** Lists what has been done to whatever, by name. */
    List<String> actions() {
        return flushed.withHandle(sql -> sql.createQuery("SELECT DISTINCT e.action FROM change_log e ORDER BY e.action")
                .mapTo(String.class).list());
    }

    /** Lists the kinds of things to which anything was done. */
    List<String> subjects() {
        return flushed
                .withHandle(sql -> sql.createQuery("SELECT DISTINCT e.subject FROM change_log e ORDER BY e.subject")
                        .mapTo(String.class).list());
    }

    private static boolean oldestFirst(Cut<TrailOrder> cut) {
        return cut.order() == TrailOrder.TIME && !cut.descending();
    }

    private static String condition(TrailFilter filter, Map<String, Object> arguments) {
        StringBuilder condition = new StringBuilder(SHOWN);
        and(condition, arguments, " AND e.at >= :begin", "begin", filter.begin());
        and(condition, arguments, " AND e.at < :end", "end", filter.end());
        and(condition, arguments,
                """
                \sAND (e.person_id = (SELECT f.id FROM person f WHERE f.username = :person)
                    OR e.subject = 'person' AND e.subject_id = (SELECT f.id FROM person f WHERE f.username = :person))""",
                "person", filter.person());
        and(condition, arguments, """
                \sAND e.agency_id IN (SELECT b.id FROM agency b JOIN agency t ON b.path LIKE CONCAT(t.path, '%')
                    WHERE t.code = :agency)""", "agency", filter.agency());
        and(condition, arguments, " AND e.action = :action", "action", filter.action());
        and(condition, arguments, " AND e.subject = :subject", "subject", filter.subject());
        and(condition, arguments, " AND e.subject_id = :subjectId", "subjectId", filter.subjectId());
        and(condition, arguments, " AND " + OF_ANSWER, "answer", filter.answer());
        and(condition, arguments, " AND " + DETAILS + " LIKE :words ESCAPE '!'", "words",
                filter.words() == null ? null : "%" + filter.words().replaceAll("[!%_]", "!$0") + "%");
        return condition.toString();
    }

    private static void and(StringBuilder condition, Map<String, Object> arguments, String sql, String name,
            Object value) {
        if (value != null) {
            condition.append(sql);
            arguments.put(name, value);
        }
    }
}
