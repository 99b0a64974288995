package vn.thang.assessment.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;

/** All filled workbooks that wait for a decision or were applied. */
@ApplicationScoped
class KeptWorkbooks {

    @PersistenceContext
    private EntityManager entities;

    KeptWorkbook get(long id) {
        return Optional.ofNullable(entities.find(KeptWorkbook.class, id)).orElseThrow(KeptWorkbooks::unknown);
    }

    /** With its row locked: who applies it does so alone. */
    KeptWorkbook lock(long id) {
        return Optional.ofNullable(entities.find(KeptWorkbook.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(KeptWorkbooks::unknown);
    }

    /** Takes the place of whatever else this person left undecided. */
    void add(KeptWorkbook workbook) {
        entities.createNativeQuery("DELETE FROM answer_workbook WHERE assessment_id = ?1 AND sent_by = ?2 AND applied_at IS NULL")
                .setParameter(1, workbook.assessmentId()).setParameter(2, workbook.sentBy()).executeUpdate();
        entities.persist(workbook);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    /** The import of a file with this content. */
    Optional<WorkbookLine> findApplied(long assessmentId, String sha256) {
        return applied(assessmentId).stream().filter(line -> line.sha256().equals(sha256)).findFirst();
    }

    /** Newest first. */
    @SuppressWarnings("unchecked")
    List<WorkbookLine> applied(long assessmentId) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT w.id, w.file_name, w.size, w.sha256, p.full_name, w.applied_at, w.cells FROM answer_workbook w
                LEFT JOIN person p ON p.id = w.applied_by
                WHERE w.assessment_id = ?1 AND w.applied_at IS NOT NULL ORDER BY w.applied_at DESC, w.id DESC""")
                .setParameter(1, assessmentId).getResultList();
        return rows.stream().map(row -> new WorkbookLine(((Number) row[0]).longValue(), (String) row[1],
                ((Number) row[2]).longValue(), (String) row[3], (String) row[4], Moments.instant(row[5]),
                ((Number) row[6]).intValue())).toList();
    }

    private static BusinessException unknown() {
        return new BusinessException.NotFound("workbook.unknown");
    }
}
