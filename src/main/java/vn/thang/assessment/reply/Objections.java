package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;
import vn.thang.platform.Slice;

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
                        Moments.instant(row[5]), row[6] == null ? null : Objection.Decision.valueOf((String) row[6]), (String) row[7],
                        (String) row[8], (String) row[9], (String) row[10], Moments.instant(row[11]))).toList();
    }

    /** Whether the person ever gave a verdict on the answer. */
    boolean judged(long personId, long assessmentId, String criterion) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM verdict WHERE assessment_id = ?1 AND criterion = ?2"
                + " AND given_by = ?3").setParameter(1, assessmentId).setParameter(2, criterion).setParameter(3, personId)
                .getSingleResult()).longValue() > 0;
    }

    /** What waits for the panel, the oldest first; two statements however many there are. */
    @SuppressWarnings("unchecked")
    Slice<WaitingObjections> waiting(List<String> subtrees, int page) {
        String from = " FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE s.state = 'OBJECTION' AND (1 = 0"
                + IntStream.rangeClosed(1, subtrees.size()).mapToObj(" OR a.path LIKE ?%d"::formatted).collect(Collectors.joining()) + ")";
        long total = ((Number) bound(entities.createNativeQuery("SELECT COUNT(*)" + from), subtrees).getSingleResult()).longValue();
        int shown = Slice.existing(page, total);
        List<Object[]> rows = bound(entities.createNativeQuery("""
                SELECT w.id, w.code, w.name, r.name, w.replied_at, COUNT(o.id), SUM(o.decision IS NULL), d.due_on
                FROM (SELECT s.id, s.round_id, s.replied_at, a.code, a.name %s ORDER BY s.replied_at, s.id LIMIT %d OFFSET %d) w
                JOIN assessment_round r ON r.id = w.round_id JOIN objection o ON o.assessment_id = w.id AND o.withdrawn_at IS NULL
                LEFT JOIN assessment_due d ON d.assessment_id = w.id GROUP BY w.id ORDER BY w.replied_at, w.id"""
                .formatted(from, Slice.SIZE, Slice.offset(shown))), subtrees).getResultList();
        return new Slice<>(rows.stream().map(row -> new WaitingObjections(((Number) row[0]).longValue(), (String) row[1], (String) row[2],
                (String) row[3], Moments.instant(row[4]), ((Number) row[5]).intValue(), ((Number) row[6]).intValue(),
                Moments.day(row[7]))).toList(), total, shown);
    }

    private static Query bound(Query query, List<String> subtrees) {
        for (int i = 0; i < subtrees.size(); i++) {
            query.setParameter(i + 1, subtrees.get(i) + "%");
        }
        return query;
    }

    void flush() {
        entities.flush();
    }
}
