package vn.thang.assessment.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.platform.Moments;

/** The steps of the procedure that were taken, besides answers, verdicts and decisions, which are kept by themselves. */
@ApplicationScoped
public class TakenSteps {

    @PersistenceContext
    private EntityManager entities;

    /** Keeps the step and says under which id. */
    public long add(long assessmentId, Step step, String word, long person, Instant now) {
        entities.flush();
        long id = ((Number) entities.createNativeQuery("SELECT NEXT VALUE FOR assessment_step_seq").getSingleResult()).longValue();
        entities.createNativeQuery("INSERT INTO assessment_step (id, assessment_id, step, word, taken_by, taken_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id).setParameter(2, assessmentId).setParameter(3, step.name()).setParameter(4, word)
                .setParameter(5, person).setParameter(6, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).executeUpdate();
        return id;
    }

    /** The same step of several assessments, by one statement. */
    public void add(List<Long> assessmentIds, Step step, long person, Instant now) {
        entities.createNativeQuery("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at)"
                + " SELECT NEXT VALUE FOR assessment_step_seq, id, ?1, ?2, ?3 FROM assessment WHERE id IN ("
                + Moments.ids(assessmentIds) + ")")
                .setParameter(1, step.name()).setParameter(2, person).setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The same step of all assessments of a round that are in one of the states, by one statement; before they leave it. */
    public void add(long roundId, List<AssessmentState> states, Step step, long person, Instant now) {
        entities.flush();
        entities.createNativeQuery("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at)"
                + " SELECT NEXT VALUE FOR assessment_step_seq, id, ?1, ?2, ?3 FROM assessment WHERE round_id = ?4 AND state IN ("
                + states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ")) + ")")
                .setParameter(1, step.name()).setParameter(2, person).setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(4, roundId).executeUpdate();
    }

    /** The newest first. */
    @SuppressWarnings("unchecked")
    public List<TakenStep> of(long assessmentId) {
        return ((List<Object[]>) entities.createNativeQuery("""
                SELECT t.step, t.word, p.full_name, t.taken_at FROM assessment_step t JOIN person p ON p.id = t.taken_by
                WHERE t.assessment_id = ?1 ORDER BY t.taken_at DESC, t.id DESC LIMIT 100""").setParameter(1, assessmentId).getResultList())
                .stream().map(TakenSteps::taken).toList();
    }

    static TakenStep taken(Object[] row) {
        return new TakenStep(Step.valueOf((String) row[0]), (String) row[1], (String) row[2], Moments.instant(row[3]));
    }
}
