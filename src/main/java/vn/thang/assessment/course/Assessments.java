package vn.thang.assessment.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;

/** All assessments. */
@ApplicationScoped
public class Assessments {

    private static final String HEAD = """
            SELECT s.id, s.state, s.started_at, s.handed_in_at, p.full_name, s.receipt, s.content_hash,
                   r.id, r.code, r.name, CONCAT(r.model_id, '/', r.model_version), r.opens_on,
                   COALESCE(x.due_on, r.due_on), r.state, a.id, a.code, a.name, a.type, a.path, s.ready_from, w.step, w.word, q.full_name,
                   w.taken_at, d.stage, d.due_on, x.due_on,
                   IF(s.handed_in_at IS NULL, NULL, s.first_handed_in_at),
                   r.due_on, r.below_first, s.below_by, u.below_by, s.published_at
            FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
            LEFT JOIN person p ON p.id = s.handed_in_by LEFT JOIN assessment_due d ON d.assessment_id = s.id
            LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = 'ANSWERING' AND x.replaced_at IS NULL
            LEFT JOIN assessment u ON u.round_id = s.round_id AND u.agency_id = a.parent_id
            LEFT JOIN assessment_step w ON w.id = s.sent_back LEFT JOIN person q ON q.id = w.taken_by
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** With its row locked before anything else is read: who changes an assessment does so alone. */
    public Assessment lock(long id) {
        return Optional.ofNullable(entities.find(Assessment.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown"));
    }

    public AssessmentHead head(long id) {
        return heads(HEAD + "WHERE s.id = ?1", id).stream().findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown"));
    }

    public Optional<AssessmentHead> findHead(String roundCode, String agencyCode) {
        return heads(HEAD + "WHERE r.code = ?1 AND a.code = ?2", roundCode, agencyCode).stream().findFirst();
    }

    public List<AssessmentHead> heads(List<Long> ids) {
        return ids.isEmpty() ? List.of() : heads(HEAD + "WHERE s.id IN (" + Moments.ids(ids) + ")");
    }

    /** Those of an agency in rounds that are open or closed, the newest first. */
    public List<AssessmentHead> running(String agencyCode) {
        return heads(HEAD + "WHERE a.code = ?1 AND r.state IN ('OPEN', 'CLOSED') ORDER BY r.opens_on DESC, r.id DESC LIMIT 5", agencyCode);
    }

    /** Assessments of the agencies, newest round first. */
    public List<AssessmentHead> ofAgencies(List<Long> agencyIds) {
        String places = IntStream.rangeClosed(1, agencyIds.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
        return agencyIds.isEmpty() ? List.of() : heads(HEAD + "WHERE a.id IN (" + places
                + ") AND r.state <> 'PLANNED' ORDER BY r.opens_on DESC, a.path", agencyIds.toArray());
    }

    /** The same agency's assessment in the newest earlier round of the same model. */
    public Optional<AssessmentHead> before(AssessmentHead head) {
        return heads(HEAD + """
                WHERE a.id = ?1 AND r.opens_on < ?2 AND CONCAT(r.model_id, '/', r.model_version) = ?3
                  AND s.state NOT IN %s ORDER BY r.opens_on DESC LIMIT 1""".formatted(AssessmentState.WAITING),
                head.agencyId(), Date.valueOf(head.opensOn()), head.modelRef()).stream().findFirst();
    }

    /** Sends what changed, so that a failure shows here and not at the end of the transaction. */
    public void flush() {
        entities.flush();
    }

    /** {@link Step#ADMIT} for all of them, which are locked. */
    public void admit(List<Long> ids) {
        entities.createNativeQuery("UPDATE assessment SET state = 'ADMITTED', version = version + 1 WHERE id IN (" + Moments.ids(ids) + ")")
                .executeUpdate();
    }

    private List<AssessmentHead> heads(String sql, Object... arguments) {
        return rows(sql, arguments).stream().map(row -> new AssessmentHead(((Number) row[0]).longValue(),
                AssessmentState.valueOf((String) row[1]), Moments.instant(row[2]), Moments.instant(row[3]), (String) row[4], (String) row[5],
                (String) row[6], ((Number) row[7]).longValue(), (String) row[8], (String) row[9], (String) row[10],
                Moments.day(row[11]), Moments.day(row[12]), (String) row[13], ((Number) row[14]).longValue(), (String) row[15],
                (String) row[16], (String) row[17], (String) row[18], row[19] == null ? null : AssessmentState.valueOf((String) row[19]),
                row[20] == null ? null : TakenSteps.taken(Arrays.copyOfRange(row, 20, 24)), time(row))).toList();
    }

    private AssessmentTime time(Object[] row) {
        return new AssessmentTime(row[24] == null ? null : Stage.valueOf((String) row[24]), Moments.day(row[25]),
                row[26] != null && !Moments.day(row[26]).isBefore(LocalDate.now(clock)), Moments.instant(row[27]), Moments.day(row[28]),
                Moments.flag(row[29]), Moments.day(row[30]), Moments.day(row[31]), Moments.instant(row[32]));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }
}
