package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;
import vn.thang.platform.Slice;

/** The assessments of the units directly below an agency, in the same round. */
@ApplicationScoped
public class UnitsBelow {

    private static final String FROM = """
             FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id
            LEFT JOIN assessment_score c ON c.assessment_id = s.id
            LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = 'ANSWERING' AND x.replaced_at IS NULL
            WHERE s.round_id = ?1 AND a.parent_id = ?2""";
    private static final String NOT_HANDED_IN = " AND s.state IN " + AssessmentState.WAITING;

    @PersistenceContext
    private EntityManager entities;

    /** By name; those that did not hand in yet, or all of them. Two statements however many there are. */
    @SuppressWarnings("unchecked")
    Slice<UnitLine> list(AssessmentHead head, boolean waitingOnly, int page, int questions) {
        String where = waitingOnly ? NOT_HANDED_IN : "";
        long total = ((Number) entities.createNativeQuery("SELECT COUNT(*)" + FROM + where).setParameter(1, head.roundId())
                .setParameter(2, head.agencyId()).getSingleResult()).longValue();
        int shown = Slice.existing(page, total);
        List<Object[]> rows = entities.createNativeQuery("SELECT s.id, a.code, a.name, s.state, COALESCE(c.answered, 0), COALESCE(c.applicable, ?3),"
                + " COALESCE(x.due_on, r.due_on), s.handed_in_at" + FROM + where + " ORDER BY a.name, a.code LIMIT " + Slice.SIZE + " OFFSET "
                + Slice.offset(shown)).setParameter(1, head.roundId()).setParameter(2, head.agencyId()).setParameter(3, questions).getResultList();
        return new Slice<>(rows.stream().map(row -> new UnitLine(((Number) row[0]).longValue(), (String) row[1], (String) row[2],
                AssessmentState.valueOf((String) row[3]), ((Number) row[4]).intValue(), ((Number) row[5]).intValue(), Moments.day(row[6]),
                Moments.instant(row[7]))).toList(), total, shown);
    }

    /** How many are in each state. */
    @SuppressWarnings("unchecked")
    Map<AssessmentState, Long> count(AssessmentHead head) {
        Map<AssessmentState, Long> counts = new EnumMap<>(AssessmentState.class);
        ((List<Object[]>) entities.createNativeQuery("SELECT s.state, COUNT(*)" + FROM + " GROUP BY s.state").setParameter(1, head.roundId())
                .setParameter(2, head.agencyId()).getResultList())
                .forEach(row -> counts.put(AssessmentState.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return counts;
    }

    /** Those of the assessments whose agencies have units below that take part. */
    @SuppressWarnings("unchecked")
    Set<Long> having(List<Long> assessments) {
        return assessments.isEmpty() ? Set.of() : ((List<Number>) entities.createNativeQuery("SELECT DISTINCT t.id FROM assessment t"
                + " JOIN agency c ON c.parent_id = t.agency_id JOIN assessment s ON s.round_id = t.round_id AND s.agency_id = c.id"
                + " WHERE t.id IN (" + Moments.ids(assessments) + ")").getResultList()).stream().map(Number::longValue).collect(Collectors.toSet());
    }

    /** @throws BusinessException while units below have to hand in first and did not */
    public void requireHandedIn(AssessmentHead head) {
        if (head.time().waitsForBelow()) {
            long waiting = count(head).entrySet().stream().filter(count -> !count.getKey().isHandedIn()).mapToLong(Map.Entry::getValue).sum();
            if (waiting > 0) {
                throw new BusinessException("below.first", waiting);
            }
        }
    }
}
