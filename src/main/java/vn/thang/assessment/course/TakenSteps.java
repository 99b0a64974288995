package vn.thang.assessment.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.thang.platform.sql.Flushed;

/** The steps of the procedure that were taken, besides answers, verdicts and decisions, which are kept by themselves. */
@ApplicationScoped
public class TakenSteps {

    @Inject
    private Flushed flushed;

    /** Keeps the step and says under which id. */
    public long add(long assessmentId, Step step, String word, long person, Instant now) {
        return flushed.withHandle(sql -> {
            long id = sql.createQuery("SELECT NEXT VALUE FOR assessment_step_seq").mapTo(Long.class).one();
            sql.createUpdate("""
                    INSERT INTO assessment_step (id, assessment_id, step, word, taken_by, taken_at)
                    VALUES (:id, :assessment, :step, :word, :person, :now)""")
                    .bind("id", id).bind("assessment", assessmentId).bind("step", step).bind("word", word)
                    .bind("person", person).bind("now", now).execute();
            return id;
        });
    }

    /** Adds one step to several assessments by one statement. */
    public void add(List<Long> assessmentIds, Step step, long person, Instant now) {
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at)
                SELECT NEXT VALUE FOR assessment_step_seq, id, :step, :person, :now FROM assessment WHERE id IN (<ids>)""")
                .bind("step", step).bind("person", person).bind("now", now).bindList("ids", assessmentIds).execute());
    }

    /**
     * Adds one step, by one statement, to all assessments of a round that are in one of the states, before they leave
     * it.
     */
    public void add(long roundId, List<AssessmentState> states, Step step, long person, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at)
                SELECT NEXT VALUE FOR assessment_step_seq, id, :step, :person, :now
                FROM counted_assessment WHERE round_id = :round AND state IN (<states>)""")
                .bind("step", step).bind("person", person).bind("now", now).bind("round", roundId)
                .bindList("states", states).execute());
    }

    /** The newest first. */
    public List<TakenStep> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT t.step, t.word, p.full_name AS taken_by, t.taken_at
                FROM assessment_step t JOIN person p ON p.id = t.taken_by
                WHERE t.assessment_id = :assessment ORDER BY t.taken_at DESC, t.id DESC LIMIT 100""")
                .bind("assessment", assessmentId).mapTo(TakenStep.class).list());
    }
}
