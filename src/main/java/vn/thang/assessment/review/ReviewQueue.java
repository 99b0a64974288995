package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.section.Sections;
import vn.thang.platform.Moments;
import vn.thang.platform.Slice;

/**
 * What is to be reviewed, ordered by risk in the database: how far the declaration stands above its evidence, and how far
 * it rose since the last round. An agency that takes part for the first time counts as risen by one level, one whose
 * officers all do as risen by half a level. Each level above what was measured counts by its part of all answers: twice while
 * it is not explained, and no more once the explanation was accepted.
 */
@ApplicationScoped
public class ReviewQueue {

    private static final String FROM = """
             FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.state IN ('OPEN', 'CLOSED')
            JOIN agency a ON a.id = s.agency_id LEFT JOIN agency p ON p.id = a.parent_id AND p.parent_id IS NOT NULL
            JOIN assessment_score c ON c.assessment_id = s.id
            LEFT JOIN assessment b ON b.agency_id = s.agency_id AND b.round_id = (
              SELECT e.id FROM assessment_round e WHERE e.due_on < r.due_on AND e.model_id = r.model_id
              AND e.model_version = r.model_version ORDER BY e.due_on DESC LIMIT 1) AND b.state NOT IN %s
            LEFT JOIN assessment_score l ON l.assessment_id = b.id
            """.formatted(AssessmentState.WAITING);
    /** Its officers all began after the last round was due: for them it is the first. */
    private static final String NEW_OFFICER = """
            (b.id IS NOT NULL AND EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = s.agency_id AND m.role = 'OFFICER'
              AND (m.valid_to IS NULL OR m.valid_to >= r.opens_on))
            AND NOT EXISTS (SELECT 1 FROM membership m JOIN assessment_round e ON e.id = b.round_id WHERE m.agency_id = s.agency_id
              AND m.role = 'OFFICER' AND (m.valid_to IS NULL OR m.valid_to >= r.opens_on) AND m.valid_from <= e.due_on))""";
    private static final String COLUMNS = """
            SELECT s.id, a.code, a.name, a.type, p.name, s.state, s.handed_in_at, r.name, c.level, c.declared_level,
            c.declared_index - c.index_value, c.declared_index - l.index_value,
            (SELECT COUNT(*) FROM verdict v WHERE v.assessment_id = s.id AND v.replaced_at IS NULL),
            (SELECT COUNT(*) FROM verdict v WHERE v.assessment_id = s.id AND v.replaced_at IS NULL AND v.kind = 'RETURNED'),
            c.applicable, d.stage, d.due_on,
            EXISTS (SELECT 1 FROM second_review g WHERE g.assessment_id = s.id),
            EXISTS (SELECT 1 FROM second_review g WHERE g.assessment_id = s.id AND g.done_at IS NOT NULL), """ + NEW_OFFICER + ", COALESCE(h.entries, 0), COALESCE(h.unexplained, 0),"
            + " COALESCE(h.levels / GREATEST(1, c.applicable), 0)";
    /** What stands above its measured level and is not accepted. */
    private static final String ABOVE_MEASURED = " LEFT JOIN (SELECT assessment_id, COUNT(*) AS entries, SUM(state = 'OPEN') AS unexplained,"
            + " SUM((declared - measured) * IF(state = 'OPEN', 2, 1)) AS levels FROM discrepancy WHERE state IN ('OPEN', 'EXPLAINED', 'REJECTED')"
            + " GROUP BY assessment_id) h ON h.assessment_id = s.id";
    private static final String DUE = " LEFT JOIN assessment_due d ON d.assessment_id = s.id";
    private static final String ORDER = " ORDER BY GREATEST(0, c.declared_index - c.index_value)"
            + " + GREATEST(0, COALESCE(c.declared_index - l.index_value, 1)) + IF(" + NEW_OFFICER + ", 0.5, 0)"
            + " + COALESCE(h.levels / GREATEST(1, c.applicable), 0) DESC, a.path, s.id";

    /** Nothing formally missing: the same as no {@link Finding}; and of agencies that the person did not belong to. */
    private static final String COMPLETE = """
             AND s.state = 'HANDED_IN' AND c.evidenced >= 1
            AND NOT EXISTS (SELECT 1 FROM answer x WHERE x.assessment_id = s.id AND x.comment IS NULL AND x.value IN ('4', '5')%1$s
              AND NOT EXISTS (SELECT 1 FROM exemption y WHERE y.assessment_id = s.id AND y.criterion = x.criterion AND y.granted = TRUE))
            AND NOT EXISTS (SELECT 1 FROM evidence f LEFT JOIN evidence_content t ON t.evidence_id = COALESCE(f.content_id, f.id) WHERE f.assessment_id = s.id
              AND f.kind = 'FILE' AND f.removed_at IS NULL AND t.evidence_id IS NULL AND NOT EXISTS (SELECT 1 FROM exemption y
              WHERE y.assessment_id = s.id AND y.criterion = f.criterion AND y.granted = TRUE))
            AND NOT EXISTS (SELECT 1 FROM evidence k WHERE k.assessment_id = s.id AND k.removed_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM evidence f WHERE f.assessment_id = s.id AND f.criterion = k.criterion AND f.kind = 'FILE'
                AND f.removed_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM exemption y WHERE y.assessment_id = s.id AND y.criterion = k.criterion AND y.granted = TRUE))
            AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = %2$d AND m.agency_id = s.agency_id
              AND m.role IN %3$s AND (m.valid_to IS NULL OR m.valid_to >= COALESCE((SELECT MAX(e.opens_on) FROM assessment_round e
                JOIN assessment z ON z.round_id = e.id AND z.agency_id = s.agency_id AND z.state NOT IN %4$s
                WHERE e.opens_on < r.opens_on AND e.model_id = r.model_id AND e.model_version = r.model_version), r.opens_on)))
            AND NOT EXISTS (SELECT 1 FROM assessment_section g JOIN assessment z ON z.id = g.assessment_id AND z.agency_id = s.agency_id
              WHERE g.person_id = %2$d OR g.unit_id IN (SELECT m.agency_id FROM membership m WHERE m.person_id = %2$d AND m.role IN %3$s))""";

    @PersistenceContext
    private EntityManager entities;

    /**
     * @param words part of the name or the code of an agency; null for all
     * @param state null for everything that waits for a reviewer
     */
    public record Filter(String words, AssessmentState state) {
    }

    Slice<QueueLine> list(List<String> subtrees, Filter filter, int page) {
        List<Object> arguments = new ArrayList<>();
        String where = where(subtrees, filter, arguments);
        long total = ((Number) bound(entities.createNativeQuery("SELECT COUNT(*)" + FROM + where), arguments)
                .getSingleResult()).longValue();
        return Slice.of(total, page, before -> rows(bound(entities.createNativeQuery(COLUMNS + FROM + DUE + ABOVE_MEASURED
                + where + ORDER + " LIMIT " + Slice.SIZE + " OFFSET " + before), arguments)));
    }

    /**
     * Who admits, and what they need not have commented.
     *
     * @param points criteria on a points scale, which have no levels, each after its model version and a blank
     */
    record Candidates(long person, Set<String> points) {
    }

    long countComplete(List<String> subtrees, Filter filter, Candidates candidates) {
        List<Object> arguments = new ArrayList<>();
        String where = where(subtrees, filter, arguments) + complete(candidates, arguments);
        return number(bound(entities.createNativeQuery("SELECT COUNT(*)" + FROM + where), arguments).getSingleResult()).longValue();
    }

    /** Ids of the first that can be admitted without looking at them one by one. */
    @SuppressWarnings("unchecked")
    List<Long> complete(List<String> subtrees, Filter filter, Candidates candidates, int most) {
        List<Object> arguments = new ArrayList<>();
        String where = where(subtrees, filter, arguments) + complete(candidates, arguments);
        return ((List<Number>) bound(entities.createNativeQuery("SELECT s.id" + FROM + where + " ORDER BY s.id LIMIT " + most), arguments)
                .getResultList()).stream().map(Number::longValue).toList();
    }

    /** Of these, those that still wait for the check, with their rows locked. */
    @SuppressWarnings("unchecked")
    List<Long> lockHandedIn(List<Long> ids) {
        return ids.isEmpty() ? ids : ((List<Number>) entities.createNativeQuery("SELECT id FROM assessment WHERE state = 'HANDED_IN'"
                + " AND id IN (" + Moments.ids(ids) + ") FOR UPDATE").getResultList()).stream().map(Number::longValue).toList();
    }

    private static String complete(Candidates candidates, List<Object> arguments) {
        String without = candidates.points().stream().map(point -> {
            arguments.add(point);
            return "?" + arguments.size();
        }).collect(Collectors.joining(", "));
        return COMPLETE.formatted(without.isEmpty() ? ""
                : " AND CONCAT(r.model_id, '/', r.model_version, ' ', x.criterion) NOT IN (" + without + ")",
                candidates.person(), Sections.ANSWERING, AssessmentState.WAITING);
    }

    private static String where(List<String> subtrees, Filter filter, List<Object> arguments) {
        StringBuilder where = new StringBuilder(" WHERE s.state IN ('HANDED_IN', 'ADMITTED', 'UNDER_REVIEW')");
        if (filter.state() != null) {
            arguments.add(filter.state().name());
            where = new StringBuilder(" WHERE s.state = ?1 AND s.state NOT IN " + AssessmentState.WAITING);
        }
        where.append(subtrees.stream().map(path -> {
            arguments.add(path + "%");
            return "a.path LIKE ?" + arguments.size();
        }).collect(Collectors.joining(" OR ", " AND (1 = 0 OR ", ")")));
        if (filter.words() != null) {
            arguments.add("%" + filter.words().replaceAll("[!%_]", "!$0") + "%");
            where.append(" AND (a.name LIKE ?%d ESCAPE '!' OR a.code LIKE ?%d ESCAPE '!')".formatted(arguments.size(), arguments.size()));
        }
        return where.toString();
    }

    private static Query bound(Query query, List<Object> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            query.setParameter(i + 1, arguments.get(i));
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private static List<QueueLine> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream().map(row -> new QueueLine(number(row[0]).longValue(), (String) row[1],
                (String) row[2], (String) row[3], (String) row[4], AssessmentState.valueOf((String) row[5]), Moments.instant(row[6]),
                (String) row[7], number(row[8]).intValue(), number(row[9]).intValue(), number(row[10]).doubleValue(),
                row[11] == null ? null : number(row[11]).doubleValue(), number(row[12]).intValue(), number(row[13]).intValue(),
                number(row[14]).intValue(),
                row[15] == null ? null : Stage.valueOf((String) row[15]), Moments.day(row[16]), Moments.flag(row[17]),
                Moments.flag(row[18]), Moments.flag(row[19]), number(row[20]).intValue(), number(row[21]).intValue(),
                number(row[22]).doubleValue())).toList();
    }

    private static Number number(Object value) {
        return (Number) value;
    }
}
