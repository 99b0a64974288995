package vn.thang.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.discrepancy.Discrepancy.State;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.indicator.reading.InForce;
import vn.thang.matter.Deed;
import vn.thang.platform.Time;
import vn.thang.platform.sql.Subtrees;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** The rows of registers in the order of their ids, so that a program goes on where it stopped, whatever comes meanwhile. */
@ApplicationScoped
public class RegisterRows {

    @Inject
    private Jdbi jdbi;

    public record Round(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
            RoundState state, boolean rehearsal, String scope, long agencies, long handedIn) {
    }

    public record Agency(long id, String code, String name, String nameEn, String type, String parent, String path,
            LocalDate validFrom, LocalDate validTo, String predecessors) {
    }

    public record HandIn(long id, String code, String type, String parent, String path, AssessmentState state,
            Integer answered, Integer applicable, LocalDate dueOn, LocalDate handedInOn, String submitter,
            String contacts) {
    }

    public record Reading(long id, String indicator, LocalDate period, String agency, String path, String source,
            String way,
            BigDecimal numerator, BigDecimal denominator, BigDecimal value, Instant measuredAt, Instant arrivedAt,
            boolean replaced, String standing, String sha256) {
    }

    public record Discrepancy(long id, long assessment, AssessmentState course, String agency, String path,
            String criterion,
            String dimension, boolean restricted, State state, int declared, Integer measured, boolean lapsed,
            String indicator, String period,
            BigDecimal value, boolean late, Instant openedAt, String explanation, Instant explainedAt, String reason,
            Instant decidedAt, Instant settledAt) {
    }

    public record Matter(long id, String kind, String about, String target, String criterion, String raiseTo,
            boolean restricted, String agency, String path, String state, Instant askedAt, LocalDate dueOn,
            Instant endedAt, BigDecimal money, String words, String answer, String askedBy, String askedFrom,
            String person, LocalDate firstDueOn, BigDecimal figureValue, BigDecimal figureWanted, boolean figurePercent,
            Integer figureLevel, String figureStatus, String figurePeriod, String figureStanding, String indicator,
            String source, String round, Long meeting, Integer figureMeasured, String figureIndicator,
            BigDecimal figureReading, String figureReadingPeriod) {
    }

    public record Step(long id, long matter, boolean restricted, String path, String step, String words,
            LocalDate dueOn,
            String takenBy, Instant takenAt) {
    }

    private static final String ROUNDS = """
            SELECT r.id, r.code, r.name, CONCAT(r.model_id, '/', r.model_version) AS model_ref, r.opens_on, r.due_on,
                r.state, r.rehearsal,
                (SELECT GROUP_CONCAT(c.agency_type ORDER BY c.agency_type SEPARATOR ' ') FROM round_scope c
                    WHERE c.round_id = r.id) AS scope,
                (SELECT COUNT(*) FROM counted_assessment s WHERE s.round_id = r.id) AS agencies,
                (SELECT COUNT(*) FROM counted_assessment s WHERE s.round_id = r.id AND s.state IN (<handedIn>)) AS handed_in
            FROM assessment_round r WHERE r.state <> :planned
            """;

    public List<Round> rounds() {
        return jdbi.withHandle(sql -> rounds(sql.createQuery(ROUNDS + "ORDER BY r.due_on, r.id")).mapTo(Round.class)
                .list());
    }

    public Optional<Round> round(String code) {
        return jdbi.withHandle(sql -> rounds(sql.createQuery(ROUNDS + "AND r.code = :code")).bind("code", code)
                .mapTo(Round.class).findOne());
    }

    private static Query rounds(Query query) {
        return query.bind("planned", RoundState.PLANNED).bindList("handedIn", AssessmentState.handedIn());
    }

    public List<Agency> agencies(Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT a.id, a.code, a.name, a.name_en, a.type, p.code AS parent, a.path, a.valid_from, a.valid_to,
                    (SELECT GROUP_CONCAT(f.code ORDER BY f.code SEPARATOR ' ') FROM agency_predecessor o
                        JOIN agency f ON f.id = o.predecessor_id WHERE o.agency_id = a.id) AS predecessors
                FROM agency a LEFT JOIN agency p ON p.id = a.parent_id
                WHERE a.id > :after AND <seen> AND (:since IS NULL
                    OR CONVERT_TZ(a.changed_at, @@time_zone, '+00:00') >= :since
                    OR EXISTS (SELECT 1 FROM agency_predecessor o JOIN agency f ON f.id = o.predecessor_id
                        WHERE o.agency_id = a.id AND CONVERT_TZ(f.changed_at, @@time_zone, '+00:00') >= :since))
                ORDER BY a.id LIMIT :most"""), seen, asked).bind("since", asked.since()).mapTo(Agency.class).list());
    }

    /** Whoever is late is so by another day each day, and has changed since any day before. */
    public List<HandIn> handIn(long round, Subtrees seen, Asked asked, LocalDate today) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT s.id, a.code, a.type, p.code AS parent, a.path, s.state, c.answered, c.applicable,
                    COALESCE(x.due_on, r.due_on) AS due_on, <handed_in_on> AS handed_in_on,
                    (SELECT t.full_name FROM assessment_submitter u JOIN person t ON t.id = u.person_id
                        WHERE u.assessment_id = s.id AND u.ended_at IS NULL) AS submitter,
                    (SELECT GROUP_CONCAT(DISTINCT CONCAT(t.full_name, COALESCE(CONCAT(' <', t.email, '>'), ''))
                        ORDER BY t.full_name SEPARATOR '\n')
                        FROM membership m JOIN person t ON t.id = m.person_id
                        WHERE m.agency_id = a.id AND m.role IN (<contacts>) AND t.active AND m.valid_from <= :today
                            AND (m.valid_to IS NULL OR m.valid_to >= :today)) AS contacts
                FROM counted_assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id
                JOIN assessment_place w ON w.assessment_id = s.id
                LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = :answering AND x.replaced_at IS NULL
                LEFT JOIN agency p ON p.id = w.parent_id LEFT JOIN assessment_score c ON c.assessment_id = s.id
                WHERE s.round_id = :round AND s.id > :after AND <seen> AND (:since IS NULL OR c.computed_at >= :since
                    OR s.published_at >= :since OR CONVERT_TZ(r.changed_at, @@time_zone, '+00:00') >= :since
                    OR EXISTS (SELECT 1 FROM assessment_step t WHERE t.assessment_id = s.id AND t.taken_at >= :since)
                    OR EXISTS (SELECT 1 FROM stage_extension n WHERE n.assessment_id = s.id
                        AND (n.given_at >= :since OR n.replaced_at >= :since))
                    OR EXISTS (SELECT 1 FROM assessment_submitter u WHERE u.assessment_id = s.id
                        AND (u.named_at >= :since OR u.ended_at >= :since))
                    OR s.first_handed_in_at IS NULL AND COALESCE(x.due_on, r.due_on) < :today AND :sinceDay < :today)
                ORDER BY s.id LIMIT :most"""), seen, asked).define("handed_in_on", Time.dayOf("s.first_handed_in_at"))
                .bind("round", round).bind("answering", Stage.ANSWERING)
                .bind("since", asked.since()).bind("sinceDay", asked.sinceDay()).bind("today", today)
                .bindList("contacts", Role.with(Permission.HAND_IN)).mapTo(HandIn.class).list());
    }

    public List<Reading> readings(Subtrees seen, Asked asked, String indicator) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT n.id, n.indicator, n.period, a.code AS agency, a.path, n.source, b.way, n.numerator,
                    n.denominator, n.value, n.measured_at, n.arrived_at,
                    <replaced> AS replaced,
                    CASE WHEN NOT <settled> THEN 'waits' WHEN j.reading_id IS NULL THEN 'taken' ELSE 'confirmed' END
                        AS standing, LOWER(HEX(n.payload)) AS sha256
                FROM reading n JOIN agency a ON a.id = n.agency_id
                LEFT JOIN reading_batch b ON b.id = n.batch_id
                LEFT JOIN reading_jump j ON j.reading_id = n.id
                WHERE n.id > :after AND (:since IS NULL OR n.arrived_at >= :since)
                    AND (:indicator IS NULL OR n.indicator = :indicator) AND <seen> ORDER BY n.id LIMIT :most"""), seen,
                asked).define("replaced", InForce.replaced("n")).define("settled", InForce.settled("n"))
                .bind("since", asked.since()).bind("indicator", indicator).mapTo(Reading.class).list());
    }

    public List<Discrepancy> discrepancies(long round, Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT d.id, s.id AS assessment, s.state AS course, a.code AS agency, a.path, d.criterion, d.dimension, d.restricted, d.state, d.declared,
                    d.measured, d.lapsed, d.indicator, d.period, d.value, d.late, d.opened_at, d.explanation,
                    d.explained_at, d.reason, d.decided_at, d.settled_at
                FROM discrepancy d JOIN assessment s ON s.id = d.assessment_id JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND s.state IN (<handedIn>) AND d.id > :after
                    AND (:since IS NULL OR GREATEST(d.opened_at, COALESCE(d.explained_at, d.opened_at),
                        COALESCE(d.decided_at, d.opened_at), COALESCE(d.settled_at, d.opened_at)) >= :since)
                    AND <seen> ORDER BY d.id LIMIT :most"""), seen, asked).bind("round", round)
                .bind("since", asked.since()).bindList("handedIn", AssessmentState.handedIn())
                .mapTo(Discrepancy.class).list());
    }

    public List<Matter> matters(Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT m.id, m.kind, m.about, m.target, m.criterion, m.raise_to, m.restricted, a.code AS agency, a.path,
                    m.state, m.asked_at, m.due_on, m.ended_at, m.money,
                    (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id ORDER BY t.id LIMIT 1) AS words,
                    (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id AND t.step = :answer
                        ORDER BY t.id DESC LIMIT 1) AS answer,
                    b.full_name AS asked_by, f.code AS asked_from, p.full_name AS person, m.first_due_on,
                    m.figure_value, m.figure_wanted, m.figure_percent, m.figure_level, m.figure_status, m.figure_period,
                    m.figure_standing, m.indicator, m.source, r.code AS round, m.meeting_id AS meeting,
                    m.figure_measured, m.figure_indicator, m.figure_reading, m.figure_reading_period
                FROM matter m JOIN agency a ON a.id = m.agency_id JOIN agency f ON f.id = m.asked_from
                JOIN person b ON b.id = m.asked_by LEFT JOIN person p ON p.id = m.person_id
                LEFT JOIN assessment s ON s.id = m.assessment_id LEFT JOIN assessment_round r ON r.id = s.round_id
                WHERE m.id > :after AND (:since IS NULL OR m.asked_at >= :since OR EXISTS (SELECT 1 FROM matter_step t
                    WHERE t.matter_id = m.id AND t.taken_at >= :since)) AND <seen> ORDER BY m.id LIMIT :most"""), seen,
                asked).bind("since", asked.since()).bind("answer", Deed.ANSWER).mapTo(Matter.class).list());
    }

    public List<Step> steps(Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT t.id, t.matter_id AS matter, m.restricted, a.path, t.step, t.words, t.due_on,
                    p.full_name AS taken_by, t.taken_at
                FROM matter_step t JOIN matter m ON m.id = t.matter_id JOIN agency a ON a.id = m.agency_id
                LEFT JOIN person p ON p.id = t.taken_by
                WHERE t.id > :after AND (:since IS NULL OR t.taken_at >= :since) AND <seen>
                ORDER BY t.id LIMIT :most"""), seen, asked).bind("since", asked.since()).mapTo(Step.class).list());
    }

    private static Query asked(Query query, Subtrees seen, Asked asked) {
        return query.define("seen", seen.condition("a.path")).bindMap(seen.values()).bind("after", asked.after())
                .bind("most", asked.most());
    }
}
