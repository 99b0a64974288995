package vn.thang.assessment.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** All assessments. */
@ApplicationScoped
public class Assessments {

    private static final String HEAD = """
            SELECT s.id, s.state, s.started_at, s.handed_in_at, p.full_name AS handed_in_by, s.receipt, s.content_hash,
                r.id AS round_id, r.code AS round_code, r.name AS round_name,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref, r.opens_on,
                COALESCE(x.due_on, r.due_on) AS due_on, r.state AS round_state,
                a.id AS agency_id, a.code AS agency_code, a.name AS agency_name, a.name_en AS agency_name_en,
                a.type AS agency_type,
                a.path AS agency_path, s.ready_from,
                w.step AS sent_back_step, w.word AS sent_back_word, q.full_name AS sent_back_taken_by,
                w.taken_at AS sent_back_taken_at,
                d.stage AS time_stage, d.due_on AS time_due_on,
                COALESCE(x.due_on >= :today, FALSE) AS time_extension_runs,
                s.first_handed_in_at AS time_first_handed_in_at,
                r.due_on AS time_round_due_on, r.below_first AS time_below_first, s.below_by AS time_below_by,
                u.below_by AS time_above_by, s.published_at AS time_published_at
            FROM assessment s
            JOIN assessment_round r ON r.id = s.round_id
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN person p ON p.id = s.handed_in_by
            LEFT JOIN assessment_due d ON d.assessment_id = s.id
            LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = :answering AND x.replaced_at IS NULL
            LEFT JOIN assessment u ON u.round_id = s.round_id AND u.agency_id = a.parent_id
            LEFT JOIN assessment_step w ON w.id = s.sent_back
            LEFT JOIN person q ON q.id = w.taken_by
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    @Inject
    private Clock clock;

    /** With its row locked before anything else is read: who changes an assessment does so alone. */
    public Assessment lock(long id) {
        return Optional.ofNullable(entities.find(Assessment.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown"));
    }

    public AssessmentHead head(long id) {
        return heads("WHERE s.id = :id", query -> query.bind("id", id)).stream().findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown"));
    }

    public Optional<AssessmentHead> findHead(String roundCode, String agencyCode) {
        return heads("WHERE r.code = :round AND a.code = :agency",
                query -> query.bind("round", roundCode).bind("agency", agencyCode))
                .stream().findFirst();
    }

    public List<AssessmentHead> heads(List<Long> ids) {
        return ids.isEmpty() ? List.of() : heads("WHERE s.id IN (<ids>)", query -> query.bindList("ids", ids));
    }

    /** Those of an agency in rounds that are open or closed, the newest first. */
    public List<AssessmentHead> running(String agencyCode) {
        return heads("""
                WHERE a.code = :agency AND r.state IN (<running>)
                ORDER BY r.opens_on DESC, r.id DESC LIMIT 5""",
                query -> query.bind("agency", agencyCode).bindList("running", RoundState.running()));
    }

    /** Assessments of the agencies, newest round first. */
    public List<AssessmentHead> ofAgencies(List<Long> agencyIds) {
        return agencyIds.isEmpty() ? List.of() : heads("""
                WHERE a.id IN (<agencies>) AND r.state <> :planned
                ORDER BY r.opens_on DESC, a.path""",
                query -> query.bindList("agencies", agencyIds).bind("planned", RoundState.PLANNED));
    }

    /**
     * Finds the assessment of the agency in the last published round before this one, of any version of the model. Which one that is
     * is asked apart, so that the database need not think about the order of all that stands beside it: that took twice as long.
     */
    public Optional<AssessmentHead> before(AssessmentHead head) {
        return heads("""
                WHERE s.id = (SELECT b.id FROM assessment b JOIN assessment_round o ON o.id = b.round_id
                    WHERE b.agency_id = :agency AND o.opens_on < :opensOn AND o.model_id = :model
                        AND b.state IN (<handedIn>) AND o.state = :published AND NOT o.rehearsal
                    ORDER BY o.opens_on DESC, o.id DESC LIMIT 1)""",
                query -> query.bind("agency", head.agencyId()).bind("opensOn", head.opensOn())
                        .bind("model", head.modelRef().split("/")[0]).bind("published", RoundState.PUBLISHED)
                        .bindList("handedIn", AssessmentState.handedIn()))
                .stream().findFirst();
    }

    /** {@link Step#ADMIT} for all of them, which are locked. */
    public void admit(List<Long> ids) {
        flushed.useHandle(sql -> sql
                .createUpdate("UPDATE assessment SET state = :admitted, version = version + 1 WHERE id IN (<ids>)")
                .bind("admitted", AssessmentState.ADMITTED).bindList("ids", ids).execute());
    }

    private List<AssessmentHead> heads(String which, UnaryOperator<Query> bound) {
        return flushed.withHandle(sql -> bound.apply(sql.createQuery(HEAD + which)).bind("today", LocalDate.now(clock))
                .bind("answering", Stage.ANSWERING)
                .mapTo(AssessmentHead.class).list());
    }
}
