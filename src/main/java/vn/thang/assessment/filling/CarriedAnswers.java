package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.assessment.course.AssessmentHead;

/** Which answers were taken over from elsewhere, and which are offered to units below. */
@ApplicationScoped
class CarriedAnswers {

    @PersistenceContext
    private EntityManager entities;

    /** Where an answer comes from. */
    enum Origin { LAST, ABOVE, MEASURED }

    /**
     * An answer that was taken over and not changed since.
     *
     * @param name of the round, of the agency above, or the period of the reading
     */
    record Mark(String origin, String name) {
    }

    /** Marks this version of the answer. */
    void mark(long assessmentId, String criterion, int version, Origin origin, String name) {
        entities.createNativeQuery("INSERT INTO carried_answer (assessment_id, criterion, version, origin, origin_name) VALUES (?1, ?2, ?3, ?4, ?5)"
                + " ON DUPLICATE KEY UPDATE version = VALUES(version), origin = VALUES(origin), origin_name = VALUES(origin_name)")
                .setParameter(1, assessmentId).setParameter(2, criterion).setParameter(3, version).setParameter(4, origin.name())
                .setParameter(5, name).executeUpdate();
    }

    /** By criterion; an answer that was changed since is the agency's own and has no mark. */
    Map<String, Mark> marks(long assessmentId) {
        Map<String, Mark> marks = new HashMap<>();
        rows("SELECT c.criterion, c.origin, c.origin_name FROM carried_answer c JOIN answer a ON a.assessment_id = c.assessment_id"
                + " AND a.criterion = c.criterion AND a.version = c.version WHERE c.assessment_id = ?1", assessmentId)
                .forEach(row -> marks.put((String) row[0], new Mark((String) row[1], (String) row[2])));
        return marks;
    }

    /** Criteria whose answers the agency offers. */
    Set<String> offered(long assessmentId) {
        return new TreeSet<>(this.<String>list("SELECT criterion FROM offered_answer WHERE assessment_id = ?1", assessmentId));
    }

    void offer(long assessmentId, Set<String> criteria) {
        entities.createNativeQuery("DELETE FROM offered_answer WHERE assessment_id = ?1").setParameter(1, assessmentId).executeUpdate();
        criteria.forEach(criterion -> entities.createNativeQuery("INSERT INTO offered_answer (assessment_id, criterion) VALUES (?1, ?2)")
                .setParameter(1, assessmentId).setParameter(2, criterion).executeUpdate());
    }

    /** What the agency above offers in the same round: id and name of where it comes from with each answer. */
    List<OfferedAnswer> fromAbove(AssessmentHead head) {
        List<OfferedAnswer> offers = new ArrayList<>();
        rows("SELECT a.criterion, a.value, a.comment, b.name, s.id FROM offered_answer o JOIN assessment s ON s.id = o.assessment_id"
                + " JOIN agency b ON b.id = s.agency_id JOIN agency c ON c.parent_id = b.id AND c.id = ?1"
                + " JOIN answer a ON a.assessment_id = s.id AND a.criterion = o.criterion AND a.value IS NOT NULL WHERE s.round_id = ?2",
                head.agencyId(), head.roundId()).forEach(row -> offers.add(new OfferedAnswer(Origin.ABOVE.name(), (String) row[0], (String) row[1],
                        (String) row[2], (String) row[3], ((Number) row[4]).longValue())));
        return offers;
    }

    private List<Object[]> rows(String sql, Object... arguments) {
        return list(sql, arguments);
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(String sql, Object... arguments) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }
}
