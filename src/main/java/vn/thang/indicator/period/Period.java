package vn.thang.indicator.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thang.catalog.Indicator;
import vn.thang.table.Folded;

/** The time that a reading is about. */
public record Period(Indicator.Period kind, LocalDate begin) {

    private static final Pattern WRITTEN = Pattern.compile("(2[0-9]{3})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int MONTHS = 3;
    private static final String YEAR_WORD = "(?:nam |year |jahr )?(?<year>2[0-9]{3})";
    private static final String QUARTER_SIGN = "(?<quarter>[1-4]|i{1,3}|iv)";
    private static final String MONTH_SIGN = "(?<month>0?[1-9]|1[0-2])";
    private static final String BEFORE_YEAR = "(?: ?[/.-] ?| nam | )(?<year>2[0-9]{3})";
    private static final List<Pattern> AS_PEOPLE_WRITE = Stream.of(YEAR_WORD,
            "(?:q|quy|quarter|quartal) ?[.]?" + QUARTER_SIGN + BEFORE_YEAR,
            QUARTER_SIGN + "[.] ?quartal (?<year>2[0-9]{3})",
            "(?<quarter>i{1,3}|iv) ?/ ?(?<year>2[0-9]{3})",
            "(?<year>2[0-9]{3}) ?[/-]? ?(?:q|quy|quarter|quartal) ?" + QUARTER_SIGN,
            "(?:thang |t|month |monat )?" + MONTH_SIGN + BEFORE_YEAR, "(?<year>2[0-9]{3})(?:[/-]|-?m)" + MONTH_SIGN,
            "(?<year>2[0-9]{3})[.](?<month>0[1-9]|1[0-2])",
            "(?<year>2[0-9]{3})-" + MONTH_SIGN + "-01").map(Pattern::compile).toList();

    /** From 2026, 2026-Q3 or 2026-09; empty for anything else. */
    public static Optional<Period> of(String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return Optional.of(new Period(Indicator.Period.QUARTER,
                    LocalDate.of(year, (Integer.parseInt(parts.group(2)) - 1) * MONTHS + 1, 1)));
        }
        return Optional.of(parts.group(MONTHS) != null
                ? new Period(Indicator.Period.MONTH, LocalDate.of(year, Integer.parseInt(parts.group(MONTHS)), 1))
                : new Period(Indicator.Period.YEAR, LocalDate.of(year, 1, 1)));
    }

    /** Also from Q3/2026, Quý III/2026, tháng 9 năm 2026, 09/2026 and the like, and from the first day of a month; empty for anything else. */
    public static Optional<Period> written(String text) {
        String folded = Folded.of(text == null ? "" : text);
        return AS_PEOPLE_WRITE.stream().map(pattern -> pattern.matcher(folded)).filter(Matcher::matches).findFirst()
                .map(Period::read);
    }

    private static Period read(Matcher parts) {
        String pattern = parts.pattern().pattern();
        int year = Integer.parseInt(parts.group("year"));
        if (pattern.contains("<quarter>")) {
            String sign = parts.group("quarter");
            int quarter = Character.isDigit(sign.charAt(0)) ? Integer.parseInt(sign)
                    : sign.equals("iv") ? 4 : sign.length();
            return new Period(Indicator.Period.QUARTER, LocalDate.of(year, (quarter - 1) * MONTHS + 1, 1));
        }
        return pattern.contains("<month>")
                ? new Period(Indicator.Period.MONTH, LocalDate.of(year, Integer.parseInt(parts.group("month")), 1))
                : new Period(Indicator.Period.YEAR, LocalDate.of(year, 1, 1));
    }

    /** The one that a day lies in. */
    public static Period at(Indicator.Period kind, LocalDate day) {
        return new Period(kind, kind.begin(day));
    }

    /** The newest that is over by the end of the day. */
    public static Period endedBy(LocalDate day, Indicator.Period kind) {
        return at(kind, day.plusDays(1)).back();
    }

    /** The oldest one whose readings still count as fresh, so many days after its end. */
    public static Period oldestFresh(Indicator.Period kind, int maxAge, LocalDate today) {
        Period oldest = at(kind, today);
        for (Period before = oldest.back(); !before.isStale(maxAge, today); before = before.back()) {
            oldest = before;
        }
        return oldest;
    }

    /** The one before. */
    public Period back() {
        return new Period(kind, kind.back(begin));
    }

    /** Whether a reading about it is too old on a day to be used. */
    public boolean isStale(int maxAge, LocalDate day) {
        return end().plusDays(maxAge).isBefore(day);
    }

    /** Its last day. */
    public LocalDate end() {
        return kind.end(begin);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> "%d-%02d".formatted(begin.getYear(), kind.number(begin));
            case QUARTER -> begin.getYear() + "-Q" + kind.number(begin);
            case YEAR -> String.valueOf(begin.getYear());
        };
    }
}
