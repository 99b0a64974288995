package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Scoring;
import vn.thang.platform.Time;
import vn.thang.platform.sql.Flushed;

/** What results become once plans are kept. It follows from every step of a measure in the same transaction; nobody else stores it. */
@ApplicationScoped
class PlanEffects {

    @Inject
    private Flushed flushed;

    @Inject
    private MatterFigures figures;

    @Inject
    private Catalog catalog;

    private record Measure(String criterion, String raiseTo, LocalDate dueOn, boolean restricted) {
    }

    /**
     * How many agencies of a type in a round come to a level by their plans.
     *
     * @param round id of the round
     */
    record Lifted(String type, long round, long agencies) {
    }

    /**
     * What the plan of one agency leads to.
     *
     * @param dueOn     last day of the phase
     * @param levelSeen without measures about restricted answers
     */
    record Effect(LocalDate dueOn, int levelNow, int levelKept, int levelSeen) {
    }

    void happened(@Observes MatterEvent event) {
        switch (event) {
            case MatterEvent.MeasurePlanned planned -> follow(planned.matter());
            case MatterEvent.MatterMoved moved -> follow(moved.matter());
            case MatterEvent.MatterClosed closed -> follow(closed.matter());
            case MatterEvent.MatterDropped dropped -> follow(dropped.matter());
            case MatterEvent.MatterAsked asked -> {
            }
            case MatterEvent.MatterAnswered answered -> {
            }
            case MatterEvent.MatterAccepted accepted -> {
            }
            case MatterEvent.MatterAskedAgain again -> {
            }
            case MatterEvent.DecisionTaken taken -> {
            }
            case MatterEvent.MatterSucceeded succeeded -> {
            }
            case MatterEvent.MatterOrphaned orphaned -> {
            }
            case MatterEvent.OwnerNamed named -> {
            }
            case MatterEvent.WordWritten written -> {
            }
        }
    }

    private void follow(long matter) {
        flushed.withHandle(sql -> sql.createQuery("""
                SELECT assessment_id FROM matter WHERE id = :id AND kind = :measure""").bind("id", matter)
                .bind("measure", Matter.Kind.MEASURE).mapTo(Long.class).findOne()).ifPresent(this::renew);
    }

    private void renew(long assessment) {
        AssessmentView result = figures.result(assessment);
        List<Measure> measures = flushed.withHandle(sql -> sql.createQuery("""
                SELECT criterion, raise_to, due_on, restricted FROM matter
                WHERE assessment_id = :assessment AND kind = :measure AND state <> :dropped""")
                .bind("assessment", assessment).bind("measure", Matter.Kind.MEASURE)
                .bind("dropped", Matter.State.DROPPED).mapTo(Measure.class).list());
        flushed.useHandle(sql -> sql.createUpdate("DELETE FROM plan_effect WHERE assessment_id = :assessment")
                .bind("assessment", assessment).execute());
        int now = result.scored().official().whole().level();
        for (LocalDate due : catalog.programme().phases().stream().map(Programme.Phase::due).distinct().toList()) {
            List<Measure> until = measures.stream().filter(one -> !one.dueOn().isAfter(due)).toList();
            int kept = level(result, until);
            int seen = level(result, until.stream().filter(one -> !one.restricted()).toList());
            if (kept > now) {
                flushed.useHandle(sql -> sql.createUpdate("""
                        INSERT INTO plan_effect (assessment_id, due_on, level_now, level_kept, level_seen)
                        VALUES (:assessment, :due, :now, :kept, :seen)""").bind("assessment", assessment)
                        .bind("due", due).bind("now", now).bind("kept", kept).bind("seen", seen).execute());
            }
        }
    }

    /** The level with the answers to which the measures lead, by the same function as every score. */
    private static int level(AssessmentView result, List<Measure> measures) {
        Answers answers = result.scored().answers();
        for (Measure measure : measures) {
            answers = answers.with(measure.criterion(),
                    Answer.parse(result.scored().criterion(measure.criterion()).scale(), measure.raiseTo()));
        }
        return Scoring.score(result.scored().model(), answers).whole().level();
    }

    /** Returns how many agencies that are below a level come to it by what they plan until the day. */
    List<Lifted> lifted(LocalDate due, int level) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT a.type, s.round_id AS round, COUNT(*) AS agencies
                FROM plan_effect e JOIN counted_assessment s ON s.id = e.assessment_id JOIN agency a ON a.id = s.agency_id
                WHERE e.due_on = :due AND e.level_now < :level AND e.level_kept >= :level
                GROUP BY a.type, s.round_id""").bind("due", due).bind("level", level).mapTo(Lifted.class).list());
    }

    /** Returns what the plan of the agency leads to after its newest result that has one, the nearest day first. */
    List<Effect> of(String agency) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT e.due_on, e.level_now, e.level_kept, e.level_seen FROM plan_effect e
                WHERE e.assessment_id = (SELECT MAX(s.id) FROM assessment s JOIN agency a ON a.id = s.agency_id
                    JOIN plan_effect n ON n.assessment_id = s.id WHERE a.code = :agency)
                ORDER BY e.due_on""").bind("agency", agency).mapTo(Effect.class).list());
    }

    /** Counts the measures whose first last day is over or that are done, and of them those that were done by then. */
    ImprovementPlan.Kept kept(LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COALESCE(SUM(m.state = :done AND DATE(DATE_ADD(m.ended_at, INTERVAL :hours HOUR)) <= m.first_due_on), 0)
                    AS kept, COUNT(*) AS of
                FROM matter m WHERE m.kind = :measure AND m.person_id IS NOT NULL
                    AND (m.first_due_on < :today OR m.state = :done)""")
                .bindMap(Map.of("done", Matter.State.DONE, "measure", Matter.Kind.MEASURE, "today", today, "hours",
                        Time.ZONE.getRules().getOffset(java.time.Instant.EPOCH).getTotalSeconds() / 3_600))
                .mapTo(ImprovementPlan.Kept.class).one());
    }
}
