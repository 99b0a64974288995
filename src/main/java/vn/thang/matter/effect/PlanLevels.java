package vn.thang.matter.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.matter.Matter;
import vn.thang.matter.plan.ImprovementPlan;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.Time;
import vn.thang.platform.sql.Flushed;

/** The levels to which results come by plans, as {@link PlanEffects} keeps them, and how many plans were kept. */
@ApplicationScoped
class PlanLevels {

    @Inject
    private Flushed flushed;

    /**
     * How many agencies of a type in a round come from a level to another by their plans.
     *
     * @param round id of the round
     */
    record Lifted(String type, long round, int now, int kept, long agencies) {

        boolean reaches(int level) {
            return now < level && kept >= level;
        }
    }

    /**
     * What the plan of one agency leads to.
     *
     * @param dueOn     day by which measures count
     * @param levelSeen without measures about restricted answers
     */
    record Effect(LocalDate dueOn, int levelNow, int levelKept, int levelSeen) {
    }

    /**
     * How many units below an agency stand at a level, and come to another by their plans.
     *
     * @param kept the level once they are kept; that of now where nothing is planned
     */
    record Units(int now, int kept, long units) {
    }

    /** Returns how many agencies come from which level to which by what they plan until the day. */
    List<Lifted> lifted(LocalDate due) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT a.type, s.round_id AS round, e.level_now AS now, e.level_kept AS kept, COUNT(*) AS agencies
                FROM plan_effect e JOIN counted_assessment s ON s.id = e.assessment_id JOIN agency a ON a.id = s.agency_id
                WHERE e.level_kept > e.level_now AND e.due_on = (SELECT MAX(n.due_on) FROM plan_effect n
                    WHERE n.assessment_id = e.assessment_id AND n.due_on <= :due)
                GROUP BY a.type, s.round_id, e.level_now, e.level_kept""").bind("due", due).mapTo(Lifted.class)
                .list());
    }

    /**
     * Returns how the units of today below an agency stand by their last published result, and once they have kept what they plan
     * until the day.
     *
     * @param path       of the agency, which is not among them
     * @param restricted whether measures about restricted answers count
     */
    List<Units> below(String path, LocalDate due, LocalDate today, boolean restricted) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT n.level AS now, COALESCE(IF(:restricted, e.level_kept, e.level_seen), n.level) AS kept,
                    COUNT(*) AS units
                FROM (SELECT s.id, c.level, ROW_NUMBER() OVER (PARTITION BY s.agency_id
                        ORDER BY r.due_on DESC, r.id DESC) AS place
                    FROM agency a JOIN counted_assessment s ON s.agency_id = a.id
                    JOIN assessment_round r ON r.id = s.round_id AND r.state = :published AND r.rehearsal = FALSE
                    JOIN assessment_score c ON c.assessment_id = s.id
                    WHERE a.path LIKE CONCAT(:path, '%') AND a.path <> :path AND s.state = :final
                        AND <lasting>) n
                LEFT JOIN plan_effect e ON e.assessment_id = n.id AND e.due_on = (SELECT MAX(o.due_on)
                    FROM plan_effect o WHERE o.assessment_id = n.id AND o.due_on <= :due)
                WHERE n.place = 1
                GROUP BY n.level, kept""").define("lasting", Lasting.on("a", ":today")).bind("path", path)
                .bind("due", due).bind("today", today)
                .bind("restricted", restricted).bind("published", RoundState.PUBLISHED)
                .bind("final", AssessmentState.PUBLISHED).mapTo(Units.class).list());
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
                SELECT COALESCE(SUM(m.state = :done AND <ended_on> <= m.first_due_on), 0)
                    AS kept, COUNT(*) AS of
                FROM matter m WHERE m.kind = :measure AND m.person_id IS NOT NULL
                    AND (m.first_due_on < :today OR m.state = :done)""").define("ended_on", Time.dayOf("m.ended_at"))
                .bind("done", Matter.State.DONE).bind("measure", Matter.Kind.MEASURE).bind("today", today)
                .mapTo(ImprovementPlan.Kept.class).one());
    }
}
