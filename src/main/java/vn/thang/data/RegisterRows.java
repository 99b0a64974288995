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
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.matter.Deed;
import vn.thang.platform.sql.Subtrees;

/** The rows of registers in the order of their ids, so that a program goes on where it stopped, whatever comes meanwhile. */
@ApplicationScoped
class RegisterRows {

    @Inject
    private Jdbi jdbi;

    record Round(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
            RoundState state, boolean rehearsal, String scope, long agencies, long handedIn) {
    }

    record Agency(long id, String code, String name, String nameEn, String type, String parent, String path,
            LocalDate validFrom, LocalDate validTo, String predecessors) {
    }

    record HandIn(long id, String code, String type, String parent, String path, AssessmentState state,
            Integer answered, Integer applicable, LocalDate dueOn, LocalDate handedInOn) {
    }

    record Reading(long id, String indicator, LocalDate period, String agency, String path, String source, String way,
            BigDecimal numerator, BigDecimal denominator, BigDecimal value, Instant measuredAt, Instant arrivedAt,
            boolean replaced, String standing, String sha256) {
    }

    record Discrepancy(long id, String agency, String path, String criterion, String dimension, boolean restricted,
            String state, int declared, int measured, boolean lapsed, String indicator, String period,
            BigDecimal value, boolean late, Instant openedAt, String explanation, Instant explainedAt, String reason,
            Instant decidedAt, Instant settledAt) {
    }

    record Matter(long id, String kind, String about, String target, String criterion, String raiseTo,
            boolean restricted, String agency, String path, String state, Instant askedAt, LocalDate dueOn,
            Instant endedAt, BigDecimal money, String words, String answer) {
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

    List<Round> rounds() {
        return jdbi.withHandle(sql -> rounds(sql.createQuery(ROUNDS + "ORDER BY r.due_on, r.id")).mapTo(Round.class)
                .list());
    }

    Optional<Round> round(String code) {
        return jdbi.withHandle(sql -> rounds(sql.createQuery(ROUNDS + "AND r.code = :code")).bind("code", code)
                .mapTo(Round.class).findOne());
    }

    private static Query rounds(Query query) {
        return query.bind("planned", RoundState.PLANNED).bindList("handedIn", AssessmentState.handedIn());
    }

    List<Agency> agencies(Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT a.id, a.code, a.name, a.name_en, a.type, p.code AS parent, a.path, a.valid_from, a.valid_to,
                    (SELECT GROUP_CONCAT(f.code ORDER BY f.code SEPARATOR ' ') FROM agency_predecessor o
                        JOIN agency f ON f.id = o.predecessor_id WHERE o.agency_id = a.id) AS predecessors
                FROM agency a LEFT JOIN agency p ON p.id = a.parent_id
                WHERE a.id > :after AND <seen> ORDER BY a.id LIMIT :most"""), seen, asked).mapTo(Agency.class).list());
    }

    List<HandIn> handIn(long round, Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT s.id, a.code, a.type, p.code AS parent, a.path, s.state, c.answered, c.applicable,
                    COALESCE((SELECT x.due_on FROM stage_extension x WHERE x.assessment_id = s.id
                        AND x.stage = :answering AND x.replaced_at IS NULL), r.due_on) AS due_on,
                    DATE(s.first_handed_in_at + INTERVAL 7 HOUR) AS handed_in_on
                FROM counted_assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id
                JOIN assessment_place w ON w.assessment_id = s.id
                LEFT JOIN agency p ON p.id = w.parent_id LEFT JOIN assessment_score c ON c.assessment_id = s.id
                WHERE s.round_id = :round AND s.id > :after AND <seen> ORDER BY s.id LIMIT :most"""), seen, asked)
                .bind("round", round).bind("answering", Stage.ANSWERING).mapTo(HandIn.class).list());
    }

    List<Reading> readings(Subtrees seen, Asked asked, String indicator) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT n.id, n.indicator, n.period, a.code AS agency, a.path, n.source, b.way, n.numerator,
                    n.denominator, n.value, n.measured_at, n.arrived_at,
                    EXISTS (SELECT 1 FROM reading o WHERE o.agency_id = n.agency_id AND o.indicator = n.indicator
                        AND o.period = n.period AND o.id > n.id) AS replaced,
                    CASE WHEN j.reading_id IS NULL THEN 'taken' WHEN j.confirmed_at IS NULL THEN 'waits'
                        ELSE 'confirmed' END AS standing, LOWER(HEX(n.payload)) AS sha256
                FROM reading n JOIN agency a ON a.id = n.agency_id JOIN reading_batch b ON b.id = n.batch_id
                LEFT JOIN reading_jump j ON j.reading_id = n.id
                WHERE n.id > :after AND (:since IS NULL OR n.arrived_at >= :since)
                    AND (:indicator IS NULL OR n.indicator = :indicator) AND <seen> ORDER BY n.id LIMIT :most"""), seen,
                asked).bind("since", asked.since()).bind("indicator", indicator).mapTo(Reading.class).list());
    }

    List<Discrepancy> discrepancies(long round, Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT d.id, a.code AS agency, a.path, d.criterion, d.dimension, d.restricted, d.state, d.declared,
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

    List<Matter> matters(Subtrees seen, Asked asked) {
        return jdbi.withHandle(sql -> asked(sql.createQuery("""
                SELECT m.id, m.kind, m.about, m.target, m.criterion, m.raise_to, m.restricted, a.code AS agency, a.path,
                    m.state, m.asked_at, m.due_on, m.ended_at, m.money,
                    (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id ORDER BY t.id LIMIT 1) AS words,
                    (SELECT t.words FROM matter_step t WHERE t.matter_id = m.id AND t.step = :answer
                        ORDER BY t.id DESC LIMIT 1) AS answer
                FROM matter m JOIN agency a ON a.id = m.agency_id
                WHERE m.id > :after AND (:since IS NULL OR m.asked_at >= :since OR EXISTS (SELECT 1 FROM matter_step t
                    WHERE t.matter_id = m.id AND t.taken_at >= :since)) AND <seen> ORDER BY m.id LIMIT :most"""), seen,
                asked).bind("since", asked.since()).bind("answer", Deed.ANSWER).mapTo(Matter.class).list());
    }

    private static Query asked(Query query, Subtrees seen, Asked asked) {
        return query.define("seen", seen.condition("a.path")).bindMap(seen.values()).bind("after", asked.after())
                .bind("most", asked.most());
    }
}
