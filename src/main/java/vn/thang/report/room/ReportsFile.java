package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** The list of reports as a file. */
@ApplicationScoped
class ReportsFile implements ListFile {

    @Inject
    private ReportLines lines;

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Content<ReportLine> content(Asked asked) {
        return new Content<>(asked.text("report.title"),
                lines.list(asked.of("purpose"), asked.language(), asked.whole(ReportOrder.values())).rows(),
                List.of(new Column<>(asked.text("report.report"), 40, ReportLine::title),
                        new Column<>(asked.text("report.says"), 60, ReportLine::purpose),
                        new Column<>(asked.text("report.purpose"), 30, ReportLine::shelf),
                        new Column<>(asked.text("report.last"), 14,
                                last(run -> LocalDate.ofInstant(run.startedAt(), Time.ZONE))),
                        new Column<>(asked.text("report.run.person"), 26, last(ReportRun::person)),
                        new Column<>(asked.text("report.run.rows"), 12, last(ReportRun::rowCount)),
                        new Column<>(asked.text("report.run.hash"), 66, last(ReportRun::sha256))));
    }

    private static Function<ReportLine, Object> last(Function<ReportRun, Object> fact) {
        return line -> line.last() == null ? null : fact.apply(line.last());
    }
}
