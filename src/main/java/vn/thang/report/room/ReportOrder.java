package vn.thang.report.room;

import java.util.Comparator;
import vn.thang.platform.list.Cut;

/** The orders of the reports: by what they are for as the index has it, or by one of the columns; what was never made comes before all else. */
public enum ReportOrder implements Cut.Reckoned<ReportLine> {
    INDEX(Cut.Reckoned.asGiven()),
    TITLE(Cut.Reckoned.byText(ReportLine::title)),
    PURPOSE(Cut.Reckoned.byText(ReportLine::shelf)),
    LAST(Cut.Reckoned.byValue(line -> line.last() == null ? null : line.last().startedAt())),
    ROWS(Cut.Reckoned.byValue(line -> line.last() == null ? null : line.last().rowCount()));

    private final Comparator<ReportLine> by;

    ReportOrder(Comparator<ReportLine> by) {
        this.by = by;
    }

    @Override
    public Comparator<ReportLine> by() {
        return by;
    }
}
