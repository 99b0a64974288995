package vn.thang.assessment.conduct.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.sql.Flushed;

/** Rounds with their days and how far they are, each list by one statement. */
@ApplicationScoped
class RoundDays {

    private static final String COMING = """
            WITH days AS (
                SELECT id AS round_id, :answering AS stage, due_on FROM assessment_round
                UNION ALL
                SELECT round_id, stage, due_on FROM round_stage WHERE stage <> :answering)
            SELECT r.code, r.name, r.state, r.opens_on, r.due_on, n.stage AS next_stage, n.due_on AS next_on,
                COALESCE(p.agencies, 0) AS agencies, COALESCE(p.handed_in, 0) AS handed_in,
                COALESCE(p.answering, 0) AS answering, COALESCE(p.checking, 0) AS checking,
                COALESCE(p.reviewing, 0) AS reviewing, COALESCE(p.correcting, 0) AS correcting,
                COALESCE(p.replying, 0) AS replying, COALESCE(p.deciding, 0) AS deciding,
                COALESCE(p.publishing, 0) AS publishing
            FROM assessment_round r
            LEFT JOIN (SELECT round_id, stage, due_on,
                    ROW_NUMBER() OVER (PARTITION BY round_id ORDER BY due_on, FIELD(stage, <stages>)) AS nth
                FROM days WHERE due_on >= :today) n ON n.round_id = r.id AND n.nth = 1
            LEFT JOIN (SELECT g.round_id, SUM(g.agencies) AS agencies, SUM(IF(g.handed_in, g.agencies, 0)) AS handed_in,
                    SUM(IF(t.stage = :answering, g.agencies, 0)) AS answering,
                    SUM(IF(t.stage = :checking, g.agencies, 0)) AS checking,
                    SUM(IF(t.stage = :reviewing, g.agencies, 0)) AS reviewing,
                    SUM(IF(t.stage = :correcting, g.agencies, 0)) AS correcting,
                    SUM(IF(t.stage = :replying, g.agencies, 0)) AS replying,
                    SUM(IF(t.stage = :deciding, g.agencies, 0)) AS deciding,
                    SUM(IF(t.stage = :publishing, g.agencies, 0)) AS publishing
                FROM (SELECT s.round_id, IF(s.state = :ready AND s.ready_from = :returned, :returned, s.state) AS state,
                        s.state IN (<handedIn>) AS handed_in, COUNT(*) AS agencies
                    FROM counted_assessment s
                    JOIN assessment_round o ON o.id = s.round_id AND o.state NOT IN (<issued>)
                    GROUP BY 1, 2, 3) g
                LEFT JOIN stage_of_state t ON t.state = g.state
                GROUP BY g.round_id) p ON p.round_id = r.id
            WHERE r.state NOT IN (<issued>)
            ORDER BY COALESCE(n.due_on, r.due_on), r.code""";
    private static final String DAYS = """
            SELECT r.id, r.code, r.name, r.state, d.stage, d.day,
                (SELECT MAX(s.published_at) FROM assessment s WHERE s.round_id = r.id) AS published_at
            FROM (SELECT id AS round_id, NULL AS stage, opens_on AS day FROM assessment_round
                UNION ALL SELECT id, :answering, due_on FROM assessment_round
                UNION ALL SELECT round_id, stage, due_on FROM round_stage WHERE stage <> :answering) d
            JOIN assessment_round r ON r.id = d.round_id
            WHERE NOT r.rehearsal AND d.day >= :since
            ORDER BY d.day, r.id, d.stage IS NOT NULL, FIELD(d.stage, <stages>)""";
    private static final String PUBLISHED = """
            SELECT r.code, r.name, CONCAT(r.model_id, '/', r.model_version) AS model_ref, COUNT(s.id) AS results,
                MAX(s.published_at) AS published_at
            FROM assessment_round r LEFT JOIN counted_assessment s ON s.round_id = r.id AND s.state = :published
            WHERE r.state = :published AND NOT r.rehearsal
            GROUP BY r.id ORDER BY r.due_on DESC, r.code DESC LIMIT 1""";

    private static final String MARK = """
            SELECT r.code, r.name, r.rehearsal, w.reason AS withdrawn_reason, w.confirmed_at AS withdrawn_at
            FROM assessment_round r
            LEFT JOIN round_withdrawal w ON w.round_id = r.id AND w.confirmed_at IS NOT NULL
            WHERE r.code = :round OR r.id = (SELECT s.round_id FROM assessment s WHERE s.id = :assessment)
            ORDER BY r.code = :round LIMIT 1""";

    @Inject
    private Flushed flushed;

    /** Returns what every page of the round says of it; empty where it has no mark. */
    Optional<RoundMark> mark(String round, Long assessment) {
        return flushed.withHandle(sql -> sql.createQuery(MARK).bind("round", round).bind("assessment", assessment)
                .mapTo(RoundMark.class).findOne()).filter(RoundMark::marked);
    }

    /** Returns the rounds that are not published, the one with the next last day first. */
    List<ComingRound> coming(LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery(COMING).bind("today", today)
                .bind("answering", Stage.ANSWERING).bind("checking", Stage.CHECK).bind("reviewing", Stage.REVIEW)
                .bind("correcting", Stage.CORRECTION).bind("replying", Stage.REPLY).bind("deciding", Stage.DECISION)
                .bind("publishing", Stage.PUBLICATION).bindList("stages", List.of(Stage.values()))
                .bindList("handedIn", AssessmentState.handedIn()).bind("ready", AssessmentState.READY)
                .bind("returned", AssessmentState.RETURNED).bindList("issued", RoundState.issued())
                .mapTo(ComingRound.class).list());
    }

    /** Returns the days of rounds, rehearsals left out, the first one first. */
    List<RoundDay> days(LocalDate since) {
        return flushed.withHandle(sql -> sql.createQuery(DAYS).bind("since", since)
                .bind("answering", Stage.ANSWERING).bindList("stages", List.of(Stage.values()))
                .mapTo(RoundDay.class).list());
    }

    /** Returns the last round that was published; empty before the first. */
    Optional<PublishedRound> lastPublished() {
        return flushed.withHandle(sql -> sql.createQuery(PUBLISHED).bind("published", RoundState.PUBLISHED)
                .mapTo(PublishedRound.class).findOne());
    }
}
