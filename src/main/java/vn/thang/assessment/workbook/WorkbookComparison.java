package vn.thang.assessment.workbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;

/**
 * A filled workbook held against what is stored.
 *
 * @param id      names the kept file when the choices are made
 * @param made    when the workbook was made; null for one that was applied
 * @param seen    fingerprint of the stored answers that the person has before them
 * @param applied the import of this very file, where there was one
 * @param written what that import wrote
 */
public record WorkbookComparison(long id, AssessmentHead head, String fileName, Instant made,
        List<WorkbookDifference> differences,
        String seen, Optional<WorkbookLine> applied, List<Written> written) {

    /** A cell that an import has written. */
    public record Written(String criterion, WorkbookDifference.Part part, String before, String after) {
    }

    /** The cells that somebody has changed. */
    public List<WorkbookDifference> changed() {
        return differences.stream().filter(one -> one.kind() != WorkbookDifference.Kind.UNCHANGED).toList();
    }

    public long count(WorkbookDifference.Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).count();
    }

    public boolean somethingOpen() {
        return differences.stream().anyMatch(WorkbookDifference::open);
    }
}
