package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Step;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.Subtrees;

/** All objections of agencies; those taken back before they were handed in are only in the database. */
@ApplicationScoped
public class Objections {

    private static final String WAITING = """
            FROM counted_assessment s
            JOIN agency a ON a.id = s.agency_id
            JOIN assessment_round r ON r.id = s.round_id
            LEFT JOIN (SELECT assessment_id, COUNT(*) AS objections, SUM(decision IS NULL) AS undecided FROM objection
                WHERE withdrawn_at IS NULL GROUP BY assessment_id) o ON o.assessment_id = s.id
            LEFT JOIN assessment_due d ON d.assessment_id = s.id
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    void add(Objection objection) {
        entities.persist(objection);
    }

    Optional<Objection> find(long assessmentId, String criterion) {
        return entities
                .createQuery("SELECT o FROM Objection o WHERE o.assessmentId = :assessment AND o.criterion = :criterion"
                        + " AND o.withdrawnAt IS NULL", Objection.class)
                .setParameter("assessment", assessmentId).setParameter("criterion", criterion)
                .getResultStream().findFirst();
    }

    Objection get(long assessmentId, String criterion) {
        return find(assessmentId, criterion)
                .orElseThrow(() -> new BusinessException.NotFound("reply.unknown", criterion));
    }

    /** In the order in which they were first written. */
    List<RaisedObjection> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT o.criterion, o.provisional, o.claimed, o.grounds, w.full_name AS written_by, o.written_at, o.decision,
                    o.value, o.reasons, o.members, d.full_name AS decided_by, o.decided_at,
                    COALESCE(s.reply = :objected, FALSE) AS sent
                FROM objection o
                JOIN assessment s ON s.id = o.assessment_id
                JOIN person w ON w.id = o.written_by
                LEFT JOIN person d ON d.id = o.decided_by
                WHERE o.assessment_id = :assessment AND o.withdrawn_at IS NULL ORDER BY o.id""")
                .bind("assessment", assessmentId).bind("objected", Step.OBJECT).mapTo(RaisedObjection.class).list());
    }

    /** Returns those of them that are shown to a person: to others than the people of the agency once its head has sent them. */
    List<RaisedObjection> shown(AssessmentHead head, CourseSight sight) {
        return of(head.id()).stream().filter(one -> sight.showsObjection(one.sent(), head.agencyPath())).toList();
    }

    /** Whether the person ever gave a verdict on the answer. */
    boolean judged(long personId, long assessmentId, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM verdict
                    WHERE assessment_id = :assessment AND criterion = :criterion AND given_by = :person)""")
                .bind("assessment", assessmentId).bind("criterion", criterion).bind("person", personId)
                .mapTo(Boolean.class).one());
    }

    /** A page of what waits for the panel; two statements however many there are. */
    Slice<WaitingObjections> waiting(List<String> paths, ObjectionFilter filter, LocalDate today,
            Cut<ObjectionOrder> cut) {
        Subtrees subtrees = new Subtrees(paths);
        String from = WAITING + "WHERE s.state = :objection AND " + subtrees.condition("a.path")
                + " AND a.type = COALESCE(:type, a.type) AND (NOT :late OR d.due_on < :today)"
                + AgencyWords.condition(filter.words());
        return flushed.withHandle(sql -> Slice.of(
                asked(sql.createQuery("SELECT COUNT(*) " + from), subtrees, filter, today).mapTo(Long.class).one(), cut,
                (size, offset) -> asked(sql.createQuery("""
                        SELECT s.id AS assessment, a.code AS agency_code, a.name AS agency_name,
                            a.name_en AS agency_name_en, r.name AS round_name,
                            s.replied_at AS handed_in_at, COALESCE(o.objections, 0) AS objections,
                            COALESCE(o.undecided, 0) AS undecided, d.due_on
                        """ + from + " ORDER BY " + cut.sql("s.replied_at, s.id") + " LIMIT :size OFFSET :offset"),
                        subtrees, filter, today).bind("size", size).bind("offset", offset)
                        .mapTo(WaitingObjections.class).list()));
    }

    private static Query asked(Query query, Subtrees subtrees, ObjectionFilter filter, LocalDate today) {
        return query.bind("objection", AssessmentState.OBJECTION).bindMap(subtrees.values())
                .bindMap(AgencyWords.arguments(filter.words())).bind("type", filter.type())
                .bind("late", filter.late()).bind("today", today);
    }

    /**
     * How much waits for the panel.
     *
     * @param since when the oldest came; null when nothing waits, as for the first last day
     * @param until first last day to decide
     * @param late  those whose last day is over
     * @param first the assessment whose last day comes first; null when nothing waits
     */
    public record Figures(long waiting, Instant since, LocalDate until, long late, Long first) {
    }

    /** Counts the assessments whose objections wait, by one statement. */
    Figures figures(List<String> paths, LocalDate today) {
        Subtrees subtrees = new Subtrees(paths);
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) AS waiting, MIN(q.replied_at) AS since, MIN(q.due_on) AS until,
                    COALESCE(SUM(q.due_on < :today), 0) AS late, MIN(IF(q.nth = 1, q.id, NULL)) AS `first`
                FROM (SELECT s.id, s.replied_at, d.due_on,
                        ROW_NUMBER() OVER (ORDER BY d.due_on IS NULL, d.due_on, s.replied_at, s.id) AS nth
                    FROM counted_assessment s JOIN agency a ON a.id = s.agency_id
                    LEFT JOIN assessment_due d ON d.assessment_id = s.id
                    WHERE s.state = :objection AND %s) q""".formatted(subtrees.condition("a.path")))
                .bind("objection", AssessmentState.OBJECTION).bind("today", today).bindMap(subtrees.values())
                .mapTo(Figures.class).one());
    }

}
