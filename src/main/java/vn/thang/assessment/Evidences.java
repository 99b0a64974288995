package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;

/** All evidence. */
@ApplicationScoped
class Evidences {

    @PersistenceContext
    private EntityManager entities;

    void add(Evidence evidence) {
        entities.persist(evidence);
        entities.flush();
    }

    void store(Evidence evidence, byte[] content) {
        entities.persist(new EvidenceContent(evidence.id(), content));
        entities.flush();
    }

    Evidence get(long id) {
        return Optional.ofNullable(entities.find(Evidence.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    byte[] content(long id) {
        return Optional.ofNullable(entities.find(EvidenceContent.class, id)).map(EvidenceContent::content)
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    /** Files whose content cannot be found. */
    @SuppressWarnings("unchecked")
    Set<Long> lost(long assessmentId) {
        return ((List<Number>) entities.createNativeQuery("""
                SELECT e.id FROM evidence e LEFT JOIN evidence_content c ON c.evidence_id = e.id
                WHERE e.assessment_id = ?1 AND e.kind = 'FILE' AND e.removed_at IS NULL AND c.evidence_id IS NULL""")
                .setParameter(1, assessmentId).getResultList()).stream().map(Number::longValue).collect(Collectors.toSet());
    }

    /** What is attached to the assessment and not taken back. */
    @SuppressWarnings("unchecked")
    List<AttachedEvidence> of(long assessmentId) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT e.id, e.criterion, e.level, e.kind, e.title, e.url, e.media_type, e.size, e.sha256, p.full_name, e.attached_at
                FROM evidence e LEFT JOIN person p ON p.id = e.attached_by
                WHERE e.assessment_id = ?1 AND e.removed_at IS NULL ORDER BY e.criterion, e.level, e.id""")
                .setParameter(1, assessmentId).getResultList();
        return rows.stream().map(row -> new AttachedEvidence(((Number) row[0]).longValue(), (String) row[1],
                ((Number) row[2]).intValue(), (String) row[3], (String) row[4], (String) row[5], (String) row[6],
                row[7] == null ? null : ((Number) row[7]).longValue(), (String) row[8], (String) row[9],
                Assessments.instant(row[10]))).toList();
    }
}
