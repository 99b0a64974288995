package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The reports that a person may take, as a list. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class ReportLines {

    @Inject
    private ReportRoom room;

    /**
     * A page of them.
     *
     * @param purpose id of what they are for; null or empty for all
     */
    @Requires(Permission.EXPORT)
    public Slice<ReportLine> list(String purpose, Locale language, Cut<ReportOrder> cut) {
        String only = GivenText.orNull(purpose);
        String newest = room.rounds().stream().findFirst().map(round -> "?round=" + round.code()).orElse("");
        return Slice.of(room.shelves().stream().filter(shelf -> only == null || shelf.id().equals(only))
                .flatMap(shelf -> shelf.entries().stream()
                        .map(entry -> line(entry, shelf.title().in(language), newest, language)))
                .toList(), cut);
    }

    /** A report with a page of its own is asked for there, about the newest round where it is about one. */
    private static ReportLine line(ReportRoom.Entry entry, String shelf, String newest, Locale language) {
        Report report = entry.report();
        String address = report.page().map(page -> report.asks(Report.Parameter.ROUND) ? page + newest : page)
                .orElse("report/report.xhtml?id=" + report.id());
        return new ReportLine(report.id(), report.title().in(language), report.purpose().in(language), shelf, address,
                report.page().isPresent() ? null : entry.last());
    }
}
