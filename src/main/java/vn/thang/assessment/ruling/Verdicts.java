package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.section.Sections;
import vn.thang.platform.Moments;

/** All verdicts of reviewers. */
@ApplicationScoped
public class Verdicts {

    private static final String COLUMNS = "SELECT v.id, v.criterion, v.kind, v.value, v.declared, v.reason, v.due_on, p.full_name,"
            + " v.given_at FROM verdict v JOIN person p ON p.id = v.given_by WHERE v.assessment_id = ?1 AND ";

    @PersistenceContext
    private EntityManager entities;

    /** Takes the place of the verdict that held so far, which stays in the history. */
    public void replace(long assessmentId, String criterion, Verdict verdict, Instant now) {
        entities.createNativeQuery("UPDATE verdict SET replaced_at = ?1 WHERE assessment_id = ?2 AND criterion = ?3 AND replaced_at IS NULL")
                .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).setParameter(2, assessmentId)
                .setParameter(3, criterion).executeUpdate();
        entities.persist(verdict);
        entities.flush();
    }

    /** The verdicts that hold, by criterion. */
    public Map<String, GivenVerdict> of(long assessmentId) {
        Map<String, GivenVerdict> verdicts = new LinkedHashMap<>();
        rows(COLUMNS + "v.replaced_at IS NULL ORDER BY v.id", assessmentId)
                .forEach(row -> verdicts.put((String) row[1], given(row)));
        return verdicts;
    }

    /** What scoring needs to know of verdicts and exemptions, by one statement. */
    public Rulings rulings(long assessmentId) {
        Rulings rulings = new Rulings(new HashMap<>(), new HashSet<>());
        for (Object[] row : rows("SELECT criterion, value FROM verdict WHERE assessment_id = ?1 AND replaced_at IS NULL AND value IS NOT NULL"
                + " UNION ALL SELECT criterion, NULL FROM exemption WHERE assessment_id = ?1 AND granted = TRUE", assessmentId)) {
            if (row[1] == null) {
                rulings.exempt().add((String) row[0]);
            } else {
                rulings.confirmed().put((String) row[0], (String) row[1]);
            }
        }
        return rulings;
    }

    /** Returns what keeps the answer to a criterion from being changed by those to whom it was given. */
    public Optional<AnswerLock> lock(AssessmentHead head, String criterion) {
        return AnswerLock.of(head, new AnswerLock.Question(criterion, true, returned(head).contains(criterion),
                rulings(head.id()).exempt().contains(criterion)));
    }

    /** Returns the criteria that came back from the review and wait for the agency. */
    public Set<String> returned(AssessmentHead head) {
        return head.state() != AssessmentState.RETURNED ? Set.of() : of(head.id()).values().stream()
                .filter(GivenVerdict::returned).map(GivenVerdict::criterion).collect(Collectors.toSet());
    }

    /** All that was ever said of an answer, newest first. */
    public List<GivenVerdict> history(long assessmentId, String criterion) {
        return rows(COLUMNS + "v.criterion = ?2 ORDER BY v.given_at DESC, v.id DESC", assessmentId, criterion).stream()
                .map(Verdicts::given).toList();
    }

    /**
     * Whether the person has worked for the agency since its last round began, or this one when it is the first: in a role
     * of it, or on a section that it gave them.
     */
    public boolean belonged(long personId, AssessmentHead head, Optional<AssessmentHead> last) {
        LocalDate since = last.orElse(head).opensOn();
        return ((Number) entities.createNativeQuery("""
                SELECT (SELECT COUNT(*) FROM membership m WHERE m.person_id = ?1 AND m.agency_id = ?2 AND m.role IN %1$s
                  AND (m.valid_to IS NULL OR m.valid_to >= ?3))
                + (SELECT COUNT(*) FROM assessment_section x JOIN assessment s ON s.id = x.assessment_id AND s.agency_id = ?2
                  WHERE COALESCE(x.ended_at, ?3) >= ?3 AND (x.person_id = ?1 OR x.unit_id IN (SELECT m.agency_id FROM membership m
                  WHERE m.person_id = ?1 AND m.role IN %1$s AND (m.valid_to IS NULL OR m.valid_to >= ?3))))"""
                .formatted(Sections.ANSWERING)).setParameter(1, personId).setParameter(2, head.agencyId())
                .setParameter(3, Date.valueOf(since)).getSingleResult()).longValue() > 0;
    }

    private static GivenVerdict given(Object[] row) {
        return new GivenVerdict(((Number) row[0]).longValue(), (String) row[1], Verdict.Kind.valueOf((String) row[2]), (String) row[3],
                (String) row[4], (String) row[5], Moments.day(row[6]), (String) row[7], Moments.instant(row[8]));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... arguments) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }
}
