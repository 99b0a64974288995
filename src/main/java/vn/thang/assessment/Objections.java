package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;

/** All objections of agencies; those taken back before they were handed in are only in the database. */
@ApplicationScoped
class Objections {

    @PersistenceContext
    private EntityManager entities;

    void add(Objection objection) {
        entities.persist(objection);
    }

    Optional<Objection> find(long assessmentId, String criterion) {
        return entities.createQuery("SELECT o FROM Objection o WHERE o.assessmentId = :assessment AND o.criterion = :criterion"
                + " AND o.withdrawnAt IS NULL", Objection.class).setParameter("assessment", assessmentId).setParameter("criterion", criterion)
                .getResultStream().findFirst();
    }

    Objection get(long assessmentId, String criterion) {
        return find(assessmentId, criterion).orElseThrow(() -> new BusinessException.NotFound("reply.unknown", criterion));
    }

    /** In the order in which they were first written. */
    @SuppressWarnings("unchecked")
    List<RaisedObjection> of(long assessmentId) {
        return ((List<Object[]>) entities.createNativeQuery("""
                SELECT o.criterion, o.provisional, o.claimed, o.grounds, w.full_name, o.written_at, o.decision, o.value, o.reasons, o.members,
                       d.full_name, o.decided_at
                FROM objection o JOIN person w ON w.id = o.written_by LEFT JOIN person d ON d.id = o.decided_by
                WHERE o.assessment_id = ?1 AND o.withdrawn_at IS NULL ORDER BY o.id""").setParameter(1, assessmentId).getResultList()).stream()
                .map(row -> new RaisedObjection((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                        Assessments.instant(row[5]), row[6] == null ? null : Objection.Decision.valueOf((String) row[6]), (String) row[7],
                        (String) row[8], (String) row[9], (String) row[10], Assessments.instant(row[11]))).toList();
    }

    /** Whether the person ever gave a verdict on the answer. */
    boolean judged(long personId, long assessmentId, String criterion) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM verdict WHERE assessment_id = ?1 AND criterion = ?2"
                + " AND given_by = ?3").setParameter(1, assessmentId).setParameter(2, criterion).setParameter(3, personId)
                .getSingleResult()).longValue() > 0;
    }

    /** Ids of the assessments whose objections wait for the panel, the oldest first. */
    @SuppressWarnings("unchecked")
    List<Long> waiting(List<String> subtrees, int most) {
        if (subtrees.isEmpty()) {
            return List.of();
        }
        StringBuilder within = new StringBuilder();
        for (int i = 0; i < subtrees.size(); i++) {
            within.append(i == 0 ? "" : " OR ").append("a.path LIKE ?").append(i + 1);
        }
        var query = entities.createNativeQuery("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " WHERE s.state = 'OBJECTION' AND (" + within + ") ORDER BY s.replied_at, s.id LIMIT " + most);
        for (int i = 0; i < subtrees.size(); i++) {
            query.setParameter(i + 1, subtrees.get(i) + "%");
        }
        return ((List<Number>) query.getResultList()).stream().map(Number::longValue).toList();
    }

    void flush() {
        entities.flush();
    }
}
