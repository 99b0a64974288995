package vn.thang.assessment.workbook;

import java.time.Instant;

/** A filled workbook that was taken over, as the history lists it. */
public record WorkbookLine(long id, String fileName, long size, String sha256, String appliedBy, Instant appliedAt,
        int cells) {
}
