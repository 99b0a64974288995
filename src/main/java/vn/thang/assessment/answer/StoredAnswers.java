package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.platform.Flushed;

/** All answers of agencies, with their history. */
@ApplicationScoped
public class StoredAnswers {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    /** Stores the answer, keeps it in the history, and says which version it is. */
    public int store(long assessmentId, String criterion, String value, String comment, Long person, Instant now) {
        StoredAnswer answer = entities.createQuery(
                "SELECT a FROM StoredAnswer a WHERE a.assessmentId = :assessment AND a.criterion = :criterion",
                StoredAnswer.class)
                .setParameter("assessment", assessmentId).setParameter("criterion", criterion)
                .getResultStream().findFirst().orElseGet(() -> new StoredAnswer(assessmentId, criterion));
        answer.set(value, comment, person, now);
        entities.persist(answer);
        entities.persist(new AnswerChange(assessmentId, answer));
        entities.flush(); // which makes the version
        return answer.version();
    }

    public List<GivenAnswer> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT a.criterion, a.value, a.comment, p.full_name AS answered_by, a.answered_at, a.version
                FROM answer a LEFT JOIN person p ON p.id = a.answered_by WHERE a.assessment_id = :assessment""")
                .bind("assessment", assessmentId).mapTo(GivenAnswer.class).list());
    }

    public List<GivenAnswer> history(long assessmentId, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT h.criterion, h.value, h.comment, p.full_name AS answered_by, h.answered_at, 0 AS version
                FROM answer_history h LEFT JOIN person p ON p.id = h.answered_by
                WHERE h.assessment_id = :assessment AND h.criterion = :criterion
                ORDER BY h.answered_at DESC, h.id DESC LIMIT 50""")
                .bind("assessment", assessmentId).bind("criterion", criterion).mapTo(GivenAnswer.class).list());
    }

    private record Peers(String value, long agencies) {
    }

    /** Declared answers of other agencies of the same type in the same round, with their numbers. */
    public Map<String, Long> peers(AssessmentHead head, String criterion) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT w.value, COUNT(*) AS agencies FROM answer w JOIN assessment s ON s.id = w.assessment_id
                JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND a.type = :type AND w.criterion = :criterion AND s.id <> :assessment
                AND w.value IS NOT NULL GROUP BY w.value""")
                .bind("round", head.roundId()).bind("type", head.agencyType()).bind("criterion", criterion)
                .bind("assessment", head.id()).mapTo(Peers.class)
                .collect(Collectors.toMap(Peers::value, Peers::agencies, Long::sum, TreeMap::new)));
    }
}
