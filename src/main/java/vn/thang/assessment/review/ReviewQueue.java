package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.discrepancy.Discrepancies;
import vn.thang.assessment.discrepancy.Discrepancy;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.section.Sections;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.Subtrees;
import vn.thang.security.Role;

/**
 * What is to be reviewed, ordered by risk in the database: how far the declaration stands above its evidence, and how far
 * it rose since the last published round in which the agency took part, where the levels of the two compare. An agency that takes
 * part for the first time counts as risen by one level, one whose officers all do as risen by half a level. Each level above what was measured counts by its part of all answers: twice while
 * it is not explained, and no more once the explanation was accepted.
 */
@ApplicationScoped
public class ReviewQueue {

    private static final String FROM = """
            FROM counted_assessment s
            JOIN assessment_round r ON r.id = s.round_id AND r.state IN (<running>)
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN agency p ON p.id = a.parent_id AND p.parent_id IS NOT NULL
            JOIN assessment_score c ON c.assessment_id = s.id
            LEFT JOIN assigned_review w ON w.assessment_id = s.id
            LEFT JOIN person v ON v.id = w.reviewer_id
            """;
    /**
     * With b, the last published result of the agency by any version of the model, and l, its score where that version goes on in
     * this one: found for all at once, which takes a fifth of a search for each. It is told of which agencies.
     */
    private static final String LAST = """
            LEFT JOIN (SELECT y.id AS running_id, z.agency_id, z.id, z.round_id,
                    e.model_version = y.model_version OR CONCAT(y.model_id, '/', y.model_version, ' ', e.model_id, '/',
                        e.model_version) IN (<joined>) AS joined,
                    ROW_NUMBER() OVER (PARTITION BY y.id, z.agency_id ORDER BY e.opens_on DESC, e.id DESC) AS nth
                FROM assessment_round y
                JOIN assessment_round e ON e.opens_on < y.opens_on AND e.model_id = y.model_id
                    AND e.state = :published AND NOT e.rehearsal
                JOIN counted_assessment z ON z.round_id = e.id AND z.state IN (<handedIn>)%s
                WHERE y.state IN (<running>)) b
                ON b.running_id = s.round_id AND b.agency_id = s.agency_id AND b.nth = 1
            LEFT JOIN assessment_score l ON l.assessment_id = b.id AND b.joined
            """;
    /** Its officers all began after the last round was due: for them it is the first. */
    static final String NEW_OFFICER = """
            (b.id IS NOT NULL
                AND EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = s.agency_id AND m.role IN (<officers>)
                    AND %1$s)
                AND NOT EXISTS (SELECT 1 FROM membership m JOIN assessment_round e ON e.id = b.round_id
                    WHERE m.agency_id = s.agency_id AND m.role IN (<officers>)
                    AND %1$s AND m.valid_from <= e.due_on))""".formatted(Lasting.since("m", "r.opens_on"));
    /** With h, what stands above its measured level or lapsed, and is not accepted. */
    private static final String HELD = """
            LEFT JOIN (SELECT assessment_id, COUNT(*) AS entries, SUM(state = :unexplained) AS unexplained,
                    SUM(%s * IF(state = :unexplained, 2, 1)) AS levels
                FROM discrepancy d WHERE state IN (<unaccepted>)
                GROUP BY assessment_id) h ON h.assessment_id = s.id
            """.formatted(Discrepancies.DIFFERENCE);
    private static final String DUE = "LEFT JOIN assessment_due d ON d.assessment_id = s.id\n";
    static final String JUDGED = """
            (SELECT COUNT(*) FROM verdict v WHERE v.assessment_id = s.id AND v.replaced_at IS NULL)""";
    static final String SAMPLED = "EXISTS (SELECT 1 FROM second_review g WHERE g.assessment_id = s.id)";
    static final String RISK = """
            (GREATEST(0, c.declared_index - c.index_value)
                + IF(b.id IS NULL, 1, GREATEST(0, COALESCE(c.declared_index - l.index_value, 0))) + IF(%s, 0.5, 0)
                + COALESCE(h.levels / GREATEST(1, c.applicable), 0))""".formatted(NEW_OFFICER);
    /** Everything about those of one page, in the order in which they were found. */
    private static final String LINES = """
            SELECT s.id AS assessment, a.code AS agency_code, a.name AS agency_name, a.name_en AS agency_name_en,
                a.type AS agency_type,
                p.name AS parent_name, p.name_en AS parent_name_en, s.state, s.handed_in_at, r.name AS round_name,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref, c.level, c.declared_level,
                c.declared_index - c.index_value AS unsupported, b.id IS NULL AS first_round,
                c.declared_index - l.index_value AS rise, %s AS judged,
                (SELECT COUNT(*) FROM verdict v WHERE v.assessment_id = s.id AND v.replaced_at IS NULL
                    AND v.kind = :sentBack) AS returned,
                c.applicable, d.stage, d.due_on, %s AS sampled,
                EXISTS (SELECT 1 FROM second_review g WHERE g.assessment_id = s.id AND g.done_at IS NOT NULL) AS second_done,
                %s AS new_officer,
                COALESCE(h.entries, 0) AS discrepancies, COALESCE(h.unexplained, 0) AS unexplained,
                COALESCE(h.levels / GREATEST(1, c.applicable), 0) AS above_measured,
                %s AS risk,
                v.full_name AS reviewer
            %s%s%s%sWHERE s.id IN (<ids>)
            ORDER BY FIELD(s.id, <ids>)
            """.formatted(JUDGED, SAMPLED, NEW_OFFICER, RISK, FROM, LAST.formatted(" AND z.agency_id IN (<agencies>)"),
            DUE, HELD);

    /** The day on which the last round of the agency began, or this one: of the assessment s in the round r. */
    public static final String SINCE = """
            COALESCE((SELECT MAX(e.opens_on) FROM assessment_round e
                JOIN counted_assessment z ON z.round_id = e.id AND z.agency_id = s.agency_id AND z.state IN (<handedIn>)
                WHERE e.opens_on < r.opens_on AND e.state = :published AND NOT e.rehearsal AND e.model_id = r.model_id), r.opens_on)""";
    /** Nothing formally missing: the same as no {@link Finding}; and of agencies that the person did not belong to. */
    private static final String COMPLETE = """

            AND s.state = :unchecked AND c.evidenced >= 1
            AND NOT EXISTS (SELECT 1 FROM answer x
                WHERE x.assessment_id = s.id AND x.comment IS NULL
                AND CONCAT(r.model_id, '/', r.model_version, ' ', x.value) IN (<high>)
                AND CONCAT(r.model_id, '/', r.model_version, ' ', x.criterion) NOT IN (<points>)
                AND NOT EXISTS (SELECT 1 FROM exemption y
                    WHERE y.assessment_id = s.id AND y.criterion = x.criterion AND y.granted = TRUE))
            AND NOT EXISTS (SELECT 1 FROM evidence f
                LEFT JOIN evidence_content t ON t.evidence_id = COALESCE(f.content_id, f.id)
                WHERE f.assessment_id = s.id AND f.kind = :file AND f.removed_at IS NULL AND t.evidence_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM exemption y
                    WHERE y.assessment_id = s.id AND y.criterion = f.criterion AND y.granted = TRUE))
            AND NOT EXISTS (SELECT 1 FROM evidence k WHERE k.assessment_id = s.id AND k.removed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM evidence f
                    WHERE f.assessment_id = s.id AND f.criterion = k.criterion AND f.kind = :file AND f.removed_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM exemption y
                    WHERE y.assessment_id = s.id AND y.criterion = k.criterion AND y.granted = TRUE))
            AND NOT """ + Verdicts.belonged(":person", "s.agency_id", ReviewQueue.SINCE);
    /** What waits for a reviewer. */
    static final Set<AssessmentState> TO_REVIEW = EnumSet.of(AssessmentState.HANDED_IN,
            AssessmentState.ADMITTED, AssessmentState.UNDER_REVIEW);

    /** Steps by which an assessment went back to the agency. */
    static final Set<Step> BACKWARDS = EnumSet.of(Step.TURN_BACK, Step.GIVE_BACK);

    @Inject
    private Flushed flushed;

    @Inject
    private Catalog catalog;

    /** Three statements: how many there are, which of them stand on the page, and what is shown of these. */
    Slice<QueueLine> list(List<String> paths, QueueFilter filter, Cut<QueueOrder> cut) {
        Subtrees subtrees = new Subtrees(paths);
        String where = where(subtrees, filter);
        return flushed.withHandle(sql -> {
            long total = bound(sql.createQuery("SELECT COUNT(*) " + from(filter) + where), subtrees, filter)
                    .mapTo(Long.class)
                    .one();
            String found = "SELECT s.id, s.agency_id " + joined(filter, cut.order()) + where + " ORDER BY "
                    + cut.sql("a.path, s.id") + " LIMIT :size OFFSET :offset";
            return Slice.of(total, cut, (size, offset) -> lines(sql, bound(sql.createQuery(found), subtrees, filter)
                    .bind("size", size).bind("offset", offset).mapTo(Found.class).list()));
        });
    }

    /** What the filter and the order ask for, since the database would read the rest of all assessments too. */
    private static String joined(QueueFilter filter, QueueOrder order) {
        return FROM + (filter.mark() != null || order.weighs() ? LAST.formatted("") : "")
                + (order.weighs() ? HELD : "") + (order == QueueOrder.DUE ? DUE : "");
    }

    /** An assessment of a page. */
    record Found(long id, long agencyId) {
    }

    private List<QueueLine> lines(Handle sql, List<Found> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        return signals(sql.createQuery(LINES)).bindList("ids", page.stream().map(Found::id).toList())
                .bindList("agencies", page.stream().map(Found::agencyId).distinct().toList())
                .bind("sentBack", Verdict.Kind.RETURNED).mapTo(QueueLine.class).list();
    }

    /**
     * Who admits, and what they need not have commented.
     *
     * @param points criteria on a points scale, which have no levels, each after its model version and a blank
     * @param high   levels that need a comment, each after its model version and a blank
     */
    record Candidates(long person, Set<String> points, Set<String> high) {
    }

    long countComplete(List<String> paths, QueueFilter filter, Candidates candidates) {
        Subtrees subtrees = new Subtrees(paths);
        return flushed.withHandle(
                sql -> complete(sql.createQuery("SELECT COUNT(*) " + from(filter) + where(subtrees, filter) + COMPLETE),
                        subtrees, filter, candidates).mapTo(Long.class).one());
    }

    /** Ids of the first that can be admitted without looking at them one by one. */
    List<Long> complete(List<String> paths, QueueFilter filter, Candidates candidates, int most) {
        Subtrees subtrees = new Subtrees(paths);
        return flushed
                .withHandle(sql -> complete(
                        sql.createQuery("SELECT s.id " + from(filter) + where(subtrees, filter) + COMPLETE
                                + " ORDER BY s.id LIMIT :most"),
                        subtrees, filter, candidates).bind("most", most)
                        .mapTo(Long.class).list());
    }

    /** Locks those of these assessments that still wait for the check, and returns their ids. */
    List<Long> lockHandedIn(List<Long> ids) {
        return ids.isEmpty() ? ids : flushed.withHandle(sql -> sql.createQuery("""
                SELECT id FROM assessment WHERE state = :unchecked AND id IN (<ids>) FOR UPDATE""")
                .bind("unchecked", AssessmentState.HANDED_IN).bindList("ids", ids).mapTo(Long.class).list());
    }

    private Query complete(Query query, Subtrees subtrees, QueueFilter filter, Candidates candidates) {
        Set<String> points = candidates.points().isEmpty() ? Set.of("") : candidates.points();
        return bound(query, subtrees, filter).bind("unchecked", AssessmentState.HANDED_IN)
                .bind("person", candidates.person()).bind("file", AttachedEvidence.FILE)
                .bindList("points", points).bindList("high", candidates.high())
                .bindList("answering", Sections.answering());
    }

    /** Each version of a model with each earlier one with which its levels compare. */
    private List<String> comparing() {
        List<String> refs = catalog.models().stream().map(MaturityModel::ref).toList();
        return refs.stream().flatMap(ref -> refs.stream().filter(before -> catalog.compares(ref, before))
                .map(before -> ref + " " + before)).toList();
    }

    /** Marks alone ask for the result before. */
    private static String from(QueueFilter filter) {
        return filter.mark() == null ? FROM : FROM + LAST.formatted("");
    }

    private static String where(Subtrees subtrees, QueueFilter filter) {
        return "WHERE s.state IN (<states>) AND " + subtrees.condition("a.path")
                + AgencyWords.condition(filter.words())
                + (filter.mark() == null ? "" : " AND " + filter.mark().condition())
                + (filter.type() == null ? "" : " AND a.type = :type")
                + (filter.above() == null ? ""
                        : " AND a.path LIKE (SELECT CONCAT(t.path, '%') FROM agency t WHERE t.code = :above)")
                + (filter.reviewer() == null ? ""
                        : filter.reviewer() == 0 ? " AND w.reviewer_id IS NULL" : " AND w.reviewer_id = :reviewer");
    }

    private Query bound(Query query, Subtrees subtrees, QueueFilter filter) {
        if (filter.seen() != null) {
            query.bind("today", filter.seen().today()).bind("seer", filter.seen().person());
        }
        return signals(query).bind("type", filter.type()).bind("above", filter.above())
                .bind("reviewer", filter.reviewer()).bindList("backwards", BACKWARDS)
                .bindMap(subtrees.values()).bindMap(AgencyWords.arguments(filter.words()))
                .bindList(EmptyHandling.NULL_KEYWORD, "states", states(filter));
    }

    /** Binds what the signals of an assessment are told by; a statement need not ask for all of them. */
    private Query signals(Query query) {
        return query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindList("officers", Role.officers()).bind("unexplained", Discrepancy.State.OPEN)
                .bindList("unaccepted", Discrepancy.State.unaccepted())
                .bindList("running", RoundState.running()).bindList("handedIn", AssessmentState.handedIn())
                .bindList(EmptyHandling.NULL_KEYWORD, "joined", comparing()).bind("published", RoundState.PUBLISHED);
    }

    /** What is not handed in yet is in no queue, whoever asks for it. */
    private static Set<AssessmentState> states(QueueFilter filter) {
        Set<AssessmentState> states = filter.state() == null ? EnumSet.copyOf(TO_REVIEW) : EnumSet.of(filter.state());
        states.retainAll(AssessmentState.handedIn());
        return states;
    }
}
