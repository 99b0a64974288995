package vn.thang.assessment.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** All filled workbooks that wait for a decision or were applied. */
@ApplicationScoped
class KeptWorkbooks {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

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
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                DELETE FROM answer_workbook WHERE assessment_id = :assessment AND sent_by = :person AND applied_at IS NULL""")
                .bind("assessment", workbook.assessmentId()).bind("person", workbook.sentBy()).execute());
        entities.persist(workbook);
    }

    /** The import of a file with this content. */
    Optional<WorkbookLine> findApplied(long assessmentId, String sha256) {
        return applied(assessmentId).stream().filter(line -> line.sha256().equals(sha256)).findFirst();
    }

    /** Newest first. */
    List<WorkbookLine> applied(long assessmentId) {
        return flushed.withHandle(sql -> sql
                .createQuery(
                        """
                SELECT w.id, w.file_name, w.size, w.sha256, p.full_name AS applied_by, w.applied_at, w.cells
                FROM answer_workbook w LEFT JOIN person p ON p.id = w.applied_by
                WHERE w.assessment_id = :assessment AND w.applied_at IS NOT NULL ORDER BY w.applied_at DESC, w.id DESC""")
                .bind("assessment", assessmentId).mapTo(WorkbookLine.class).list());
    }

    private static BusinessException unknown() {
        return new BusinessException.NotFound("workbook.unknown");
    }
}
