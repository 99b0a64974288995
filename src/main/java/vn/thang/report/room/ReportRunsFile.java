package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.list.ListFile;

/** The runs of a report as a file. */
@ApplicationScoped
class ReportRunsFile implements ListFile {

    @Inject
    private ReportRoom room;

    @Override
    public String name() {
        return "report-runs";
    }

    @Override
    public Content<ReportRun> content(Asked asked) {
        Report report = room.get(asked.of("id") == null ? "" : asked.of("id"));
        return new Content<>(report.title().in(asked.language()) + " · " + asked.text("report.runs"),
                room.runs(report.id(), asked.whole(ReportRunOrder.values())).rows(),
                List.of(new Column<>(asked.text("report.run.started"), 18, ReportRun::startedAt),
                        new Column<>(asked.text("report.run.person"), 28, ReportRun::person),
                        new Column<>(asked.text("report.run.parameters"), 60, run -> run.asked(asked.language())),
                        new Column<>(asked.text("report.format"), 30, run -> run.form() == null ? run.format()
                                : run.format() + " · " + run.form() + " · " + asked.text("report.form.number") + " "
                                        + run.formVersion()),
                        new Column<>(asked.text("report.run.rows"), 12, ReportRun::rowCount),
                        new Column<>(asked.text("report.run.hash"), 70, ReportRun::sha256)));
    }
}
