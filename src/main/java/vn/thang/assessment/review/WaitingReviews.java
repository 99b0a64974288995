package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.Subtrees;

/** Counts what waits for reviewers, for the first page of each of them. */
@ApplicationScoped
public class WaitingReviews {

    @Inject
    private Flushed flushed;

    /**
     * How much waits for the reviewers.
     *
     * @param since      when the longest waiting was handed in; null when nothing waits
     * @param until      the first last day of a stage; null when nothing waits
     * @param again      what came back from agencies to whom questions were returned
     * @param againSince when the first of these came
     * @param seconds    second reviews that the person has begun and not finished
     * @param late       what is past the last day of its stage
     * @param lateSince  the first of these last days
     * @param first      the assessment that waits longest; null when nothing waits
     * @param firstState its state
     */
    public record Figures(long waiting, Instant since, LocalDate until, long again, Instant againSince, long seconds,
            long late,
            LocalDate lateSince, Long first, AssessmentState firstState) {
    }

    /** Counts what waits and what is marked, by one statement. */
    Figures figures(List<String> paths, QueueFilter.Seen seen) {
        Subtrees subtrees = new Subtrees(paths);
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) AS waiting, MIN(q.handed_in_at) AS since, MIN(q.due_on) AS until,
                    COALESCE(SUM(q.again), 0) AS again, MIN(IF(q.again, q.handed_in_at, NULL)) AS again_since,
                    COALESCE(SUM(q.second), 0) AS seconds,
                    COALESCE(SUM(q.due_on < :today), 0) AS late, MIN(IF(q.due_on < :today, q.due_on, NULL)) AS late_since,
                    MIN(IF(q.nth = 1, q.id, NULL)) AS `first`, MIN(IF(q.nth = 1, q.state, NULL)) AS first_state
                FROM (SELECT s.id, s.state, s.handed_in_at, %s AS again, %s AS second, d.due_on,
                        ROW_NUMBER() OVER (ORDER BY s.handed_in_at, s.id) AS nth
                    FROM counted_assessment s
                    JOIN assessment_round r ON r.id = s.round_id AND r.state IN (<running>)
                    JOIN agency a ON a.id = s.agency_id
                    LEFT JOIN assessment_due d ON d.assessment_id = s.id
                    WHERE s.state IN (<states>) AND %s) q"""
                .formatted(QueueMark.AGAIN.condition(), QueueMark.SECOND.condition(), subtrees.condition("a.path")))
                .bindMap(subtrees.values()).bind("today", seen.today()).bind("seer", seen.person())
                .bindList("states", ReviewQueue.TO_REVIEW).bindList("running", RoundState.running())
                .bindList("backwards", ReviewQueue.BACKWARDS)
                .mapTo(Figures.class).one());
    }
}
