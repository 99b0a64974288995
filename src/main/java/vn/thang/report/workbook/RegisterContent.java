package vn.thang.report.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.ReportContent;

/** The register of discrepancies as a report, so that each run of it is known with its hash. */
@ApplicationScoped
class RegisterContent implements ReportContent {

    @Inject
    private DiscrepancyWorkbook workbook;

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Made make(Asked asked, Progress progress) {
        progress.at(0, 0, "work.doing.report-file");
        return WorkbookContent.held(workbook.prepare(
                DiscrepancyFilter.of(asked.round(), null, null, null, null, null).below(asked.agencyPath()),
                asked.language()));
    }
}
