package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.organisation.agency.FormerSelves;
import vn.thang.platform.sql.Flushed;

/** Which answers were taken over from elsewhere, and which are offered to units below. */
@ApplicationScoped
class CarriedAnswers {

    @Inject
    private Flushed flushed;

    @Inject
    private Clock clock;

    /** Where an answer comes from. */
    enum Origin { LAST, FORMER, ABOVE, MEASURED }

    /**
     * An answer that was taken over and not changed since.
     *
     * @param name of the round, of the agency above, or the period of the reading
     */
    record Mark(String origin, String name) {
    }

    private record Marked(String criterion, String origin, String name) {
    }

    /** Marks this version of the answer. */
    void mark(long assessmentId, String criterion, int version, Origin origin, String name) {
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                INSERT INTO carried_answer (assessment_id, criterion, version, origin, origin_name)
                VALUES (:assessment, :criterion, :version, :origin, :name)
                ON DUPLICATE KEY UPDATE version = VALUES(version), origin = VALUES(origin), origin_name = VALUES(origin_name)""")
                .bind("assessment", assessmentId).bind("criterion", criterion).bind("version", version)
                .bind("origin", origin)
                .bind("name", name).execute());
    }

    /** By criterion; an answer that was changed since is the agency's own and has no mark. */
    Map<String, Mark> marks(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT c.criterion, c.origin, c.origin_name AS name
                FROM carried_answer c
                JOIN answer a ON a.assessment_id = c.assessment_id AND a.criterion = c.criterion AND a.version = c.version
                WHERE c.assessment_id = :assessment""").bind("assessment", assessmentId).mapTo(Marked.class)
                .collect(Collectors.toMap(Marked::criterion, marked -> new Mark(marked.origin(), marked.name()))));
    }

    /** Criteria whose answers the agency offers. */
    Set<String> offered(long assessmentId) {
        return flushed.withHandle(sql -> sql
                .createQuery("SELECT criterion FROM offered_answer WHERE assessment_id = :assessment")
                .bind("assessment", assessmentId).mapTo(String.class).collect(Collectors.toCollection(TreeSet::new)));
    }

    void offer(long assessmentId, Set<String> criteria) {
        flushed.useHandle(sql -> {
            sql.createUpdate("DELETE FROM offered_answer WHERE assessment_id = :assessment")
                    .bind("assessment", assessmentId).execute();
            criteria.forEach(criterion -> sql.createUpdate(
                    "INSERT INTO offered_answer (assessment_id, criterion) VALUES (:assessment, :criterion)")
                    .bind("assessment", assessmentId).bind("criterion", criterion).execute());
        });
    }

    /**
     * What the agency above offers in the same round, and what agencies that were merged into this one answered in it before: id and
     * name of where it comes from with each answer. Where several of these answered a question, the first by code speaks.
     */
    List<OfferedAnswer> fromOthers(AssessmentHead head) {
        return flushed.withHandle(sql -> sql.createQuery("""
                WITH RECURSIVE %s
                SELECT :above AS origin, a.criterion, a.value, a.comment, b.name AS `from`, s.id AS source
                FROM offered_answer o
                JOIN assessment s ON s.id = o.assessment_id
                JOIN agency b ON b.id = s.agency_id
                JOIN agency c ON c.parent_id = b.id AND c.id = :agency
                JOIN answer a ON a.assessment_id = s.id AND a.criterion = o.criterion AND a.value IS NOT NULL
                WHERE s.round_id = :round
                UNION ALL
                SELECT :former, t.criterion, t.value, t.comment, m.name, e.id
                FROM former f
                JOIN agency m ON m.id = f.member
                JOIN assessment e ON e.agency_id = f.member AND e.round_id = :round
                JOIN answer t ON t.assessment_id = e.id AND t.value IS NOT NULL
                WHERE f.ended IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM former g JOIN agency n ON n.id = g.member AND n.code < m.code
                    JOIN assessment d ON d.agency_id = g.member AND d.round_id = :round
                    JOIN answer u ON u.assessment_id = d.id AND u.criterion = t.criterion AND u.value IS NOT NULL
                    WHERE g.ended IS NOT NULL)""".formatted(FormerSelves.of("a.id = :agency", ":today")))
                .bind("above", Origin.ABOVE).bind("former", Origin.FORMER).bind("agency", head.agencyId())
                .bind("today", LocalDate.now(clock)).bind("round", head.roundId()).mapTo(OfferedAnswer.class).list());
    }
}
