package vn.thang.report.room;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import vn.thang.platform.list.Cut;

/** The orders of the reports: by what they are for as the index has it, or by one of the columns; what was never made comes before all else. */
public enum ReportOrder implements Cut.Reckoned<ReportLine> {
    INDEX((one, other) -> 0),
    TITLE(Comparator.comparing(ReportLine::title, Collator.getInstance(Locale.forLanguageTag("vi"))::compare)),
    PURPOSE(Comparator.comparing(ReportLine::shelf, Collator.getInstance(Locale.forLanguageTag("vi"))::compare)),
    LAST(Comparator.comparing(line -> line.last() == null ? null : line.last().startedAt(),
            Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))),
    ROWS(Comparator.comparing(line -> line.last() == null ? null : line.last().rowCount(),
            Comparator.nullsFirst(Comparator.<Integer>naturalOrder())));

    private final Comparator<ReportLine> by;

    ReportOrder(Comparator<ReportLine> by) {
        this.by = by;
    }

    @Override
    public Comparator<ReportLine> by() {
        return by;
    }
}
