package vn.thang.assessment.workbook;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with a filled workbook. */
public sealed interface WorkbookEvent extends DomainEvent {

    /** Cells of a filled workbook became answers. */
    record WorkbookImported(long assessment, long agency, int cells, String sha256) implements WorkbookEvent {

        @Override
        public List<TrailLine> trail() {
            return line("import", assessment, agency, "cells=" + cells + " sha256=" + sha256);
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
