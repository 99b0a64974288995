package vn.thang.report.room;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The reports by what they are for. */
@Named
@RequestScoped
public class ReportsPage {

    @Inject
    private ReportRoom room;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private List<ReportRoom.Shelf> shelves;

    public boolean isFound() {
        if (shelves == null) {
            shelves = notices.found(room::shelves);
        }
        return shelves != null;
    }

    public List<ReportRoom.Shelf> getShelves() {
        return shelves;
    }

    /** Where the report is asked for: its own page, with the newest round where it is about one. */
    public String address(Report report) {
        return report.page().map(page -> report.asks(Report.Parameter.ROUND) ? page + newest() : page)
                .orElse("report/report.xhtml?id=" + report.id());
    }

    private String newest() {
        return room.rounds().stream().findFirst().map(round -> "?round=" + round.code()).orElse("");
    }

    /** The hash of the file that was made last; empty before the first. */
    public String hash(ReportRoom.Entry entry) {
        return entry.last() == null ? "" : entry.last().sha256();
    }

    /** When it was made last and by whom; empty where the report has a page of its own, which says so itself. */
    public String last(ReportRoom.Entry entry) {
        ReportRun run = entry.last();
        return entry.report().page().isPresent() ? ""
                : run == null ? language.text("report.never") : language.text("report.last",
                        language.moment(run.startedAt()), run.person(), formats.integer(run.rowCount()));
    }

    /** Whether the person designs forms of the ministry. */
    public boolean isDesigning() {
        return room.designs();
    }

    public List<Map.Entry<String, List<String>>> getRefused() {
        return List.copyOf(room.refused().entrySet());
    }
}
