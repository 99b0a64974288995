package vn.thang.matter.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Scoring;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.asking.MatterFigures;
import vn.thang.platform.sql.Flushed;

/**
 * What results become once plans are kept, from day to day: each day by which a measure is due has its level, and the newest until
 * a day tells of it, whatever phases the programme has. It follows from every step of a measure in the same transaction.
 */
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
                SELECT assessment_id FROM matter WHERE id = :id AND kind = :measure AND assessment_id IS NOT NULL""")
                .bind("id", matter)
                .bind("measure", Matter.Kind.MEASURE).mapTo(Long.class).findOne()).ifPresent(this::renew);
    }

    /** Computes anew what the measures of a result lead to. Last days of phases are days too: servers of older releases ask for these alone. */
    void renew(long assessment) {
        AssessmentView result = figures.result(assessment);
        List<Measure> measures = flushed.withHandle(sql -> sql.createQuery("""
                SELECT criterion, raise_to, due_on, restricted FROM matter
                WHERE assessment_id = :assessment AND kind = :measure AND state <> :dropped""")
                .bind("assessment", assessment).bind("measure", Matter.Kind.MEASURE)
                .bind("dropped", Matter.State.DROPPED).mapTo(Measure.class).list());
        flushed.useHandle(sql -> sql.createUpdate("DELETE FROM plan_effect WHERE assessment_id = :assessment")
                .bind("assessment", assessment).execute());
        int now = result.scored().official().whole().level();
        LocalDate first = measures.stream().map(Measure::dueOn).min(Comparator.naturalOrder()).orElse(LocalDate.MAX);
        Stream.concat(measures.stream().map(Measure::dueOn),
                catalog.programme().phases().stream().map(Programme.Phase::due)).distinct()
                .filter(day -> !day.isBefore(first)).forEach(day -> {
                    List<Measure> until = measures.stream().filter(one -> !one.dueOn().isAfter(day)).toList();
                    int kept = level(result, until);
                    int seen = level(result, until.stream().filter(one -> !one.restricted()).toList());
                    flushed.useHandle(sql -> sql.createUpdate("""
                            INSERT INTO plan_effect (assessment_id, due_on, level_now, level_kept, level_seen)
                            VALUES (:assessment, :due, :now, :kept, :seen)""").bind("assessment", assessment)
                            .bind("due", day).bind("now", now).bind("kept", kept).bind("seen", seen).execute());
                });
    }

    /** Returns the results with a measure of whose day nothing is known: a release that knew the last days of phases alone wrote them. */
    List<Long> behind() {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT DISTINCT m.assessment_id FROM matter m
                WHERE m.kind = :measure AND m.state <> :dropped AND m.assessment_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM plan_effect e WHERE e.assessment_id = m.assessment_id AND e.due_on = m.due_on)
                ORDER BY m.assessment_id""").bind("measure", Matter.Kind.MEASURE)
                .bind("dropped", Matter.State.DROPPED).mapTo(Long.class).list());
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
}
