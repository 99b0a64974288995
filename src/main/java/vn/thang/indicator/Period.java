package vn.thang.indicator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thang.catalog.Indicator;

/** The time that a reading is about. */
public record Period(Indicator.Period kind, LocalDate begin) {

    private static final Pattern WRITTEN = Pattern.compile("(2[0-9]{3})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int MONTHS = 3;

    /** From 2026, 2026-Q3 or 2026-09; empty for anything else. */
    static Optional<Period> of(String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return Optional.of(new Period(Indicator.Period.QUARTER, LocalDate.of(year, (Integer.parseInt(parts.group(2)) - 1) * MONTHS + 1, 1)));
        }
        return Optional.of(parts.group(MONTHS) != null ? new Period(Indicator.Period.MONTH, LocalDate.of(year, Integer.parseInt(parts.group(MONTHS)), 1))
                : new Period(Indicator.Period.YEAR, LocalDate.of(year, 1, 1)));
    }

    /** The one that a day lies in. */
    static Period at(Indicator.Period kind, LocalDate day) {
        return new Period(kind, switch (kind) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1);
            case YEAR -> LocalDate.of(day.getYear(), 1, 1);
        });
    }

    /** The newest that is over by the end of the day. */
    static Period endedBy(LocalDate day, Indicator.Period kind) {
        return at(kind, day.plusDays(1)).back();
    }

    /** The oldest one whose readings still count as fresh, so many days after its end. */
    static Period oldestFresh(Indicator.Period kind, int maxAge, LocalDate today) {
        Period oldest = at(kind, today);
        for (Period before = oldest.back(); !before.end().plusDays(maxAge).isBefore(today); before = before.back()) {
            oldest = before;
        }
        return oldest;
    }

    /** The one before. */
    Period back() {
        return new Period(kind, begin.minusMonths(months()));
    }

    /** Its last day. */
    public LocalDate end() {
        return begin.plusMonths(months()).minusDays(1);
    }

    private int months() {
        return switch (kind) {
            case MONTH -> 1;
            case QUARTER -> MONTHS;
            case YEAR -> 12;
        };
    }

    /** As it is written. */
    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> "%d-%02d".formatted(begin.getYear(), begin.getMonthValue());
            case QUARTER -> begin.getYear() + "-Q" + ((begin.getMonthValue() - 1) / MONTHS + 1);
            case YEAR -> String.valueOf(begin.getYear());
        };
    }
}
