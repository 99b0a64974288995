package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.platform.Moments;

/** All answers of agencies, with their history. */
@ApplicationScoped
public class StoredAnswers {

    @PersistenceContext
    private EntityManager entities;

    /** Stores the answer, keeps it in the history, and says which version it is. */
    public int store(long assessmentId, String criterion, String value, String comment, Long person, Instant now) {
        StoredAnswer answer = entities.createQuery(
                "SELECT a FROM StoredAnswer a WHERE a.assessmentId = :assessment AND a.criterion = :criterion", StoredAnswer.class)
                .setParameter("assessment", assessmentId).setParameter("criterion", criterion)
                .getResultStream().findFirst().orElseGet(() -> new StoredAnswer(assessmentId, criterion));
        answer.set(value, comment, person, now);
        entities.persist(answer);
        entities.persist(new AnswerChange(assessmentId, answer));
        entities.flush();
        return answer.version();
    }

    public List<GivenAnswer> of(long assessmentId) {
        return rows("SELECT a.criterion, a.value, a.comment, p.full_name, a.answered_at, a.version FROM answer a"
                + " LEFT JOIN person p ON p.id = a.answered_by WHERE a.assessment_id = ?1", assessmentId).stream()
                .map(StoredAnswers::given).toList();
    }

    public List<GivenAnswer> history(long assessmentId, String criterion) {
        return rows("""
                SELECT h.criterion, h.value, h.comment, p.full_name, h.answered_at, 0 FROM answer_history h
                LEFT JOIN person p ON p.id = h.answered_by
                WHERE h.assessment_id = ?1 AND h.criterion = ?2 ORDER BY h.answered_at DESC, h.id DESC LIMIT 50""",
                assessmentId, criterion).stream().map(StoredAnswers::given).toList();
    }

    /** Declared answers of other agencies of the same type in the same round, with their numbers. */
    public Map<String, Long> peers(AssessmentHead head, String criterion) {
        Map<String, Long> peers = new TreeMap<>();
        rows("SELECT w.value, COUNT(*) FROM answer w JOIN assessment s ON s.id = w.assessment_id JOIN agency a ON a.id = s.agency_id"
                + " WHERE s.round_id = ?1 AND a.type = ?2 AND w.criterion = ?3 AND s.id <> ?4 AND w.value IS NOT NULL GROUP BY w.value",
                head.roundId(), head.agencyType(), criterion, head.id()).forEach(row -> peers.put((String) row[0], ((Number) row[1]).longValue()));
        return peers;
    }

    private static GivenAnswer given(Object[] row) {
        return new GivenAnswer((String) row[0], (String) row[1], (String) row[2], (String) row[3], Moments.instant(row[4]),
                ((Number) row[5]).intValue());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }
}
