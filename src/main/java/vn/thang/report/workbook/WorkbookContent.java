package vn.thang.report.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.thang.platform.work.HeldFile;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.ReportContent;

/** The national workbook as a report, so that each run of it is known with its hash. */
@ApplicationScoped
class WorkbookContent implements ReportContent {

    @Inject
    private NationalWorkbook workbook;

    @Override
    public String name() {
        return "workbook";
    }

    @Override
    public Made make(Asked asked, Progress progress) {
        return held(workbook.prepare(asked.round(), asked.agency(), asked.language(), progress));
    }

    /** Writes it to the disk of this node. */
    static Made held(NationalWorkbook.Export export) {
        try {
            return new Made(HeldFile.of(export.content()), (int) export.things());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
