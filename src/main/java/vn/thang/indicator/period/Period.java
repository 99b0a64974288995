package vn.thang.indicator.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thang.catalog.programme.Indicator;
import vn.thang.table.Folded;

/** The time that a reading is about. */
public record Period(Indicator.Period kind, LocalDate begin) {

    private static final Pattern SPAN = Pattern.compile("(2[0-9]{3}) ?[/-] ?(2[0-9]{3}|[0-9]{2})(?![0-9])");
    private static final String YEAR = "(?<year>2[0-9]{3})";
    private static final String YEAR_WORD = "(?:nam |ca nam |nam bao cao |nam tai chinh |year |jahr |fy ?)?" + YEAR;
    private static final String QUARTER_SIGN = "(?<quarter>0?[1-4]|i{1,3}|iv)";
    private static final String MONTH_SIGN = "(?<month>0?[1-9]|1[0-2])";
    private static final String HALF_SIGN = "(?<half>[12]|i{1,2})";
    private static final String BEFORE_YEAR = "(?: ?[/.-] ?(?:nam )?| nam | )" + YEAR;
    /** So many months, as offices write "6T/2026" or "9 tháng đầu năm 2026": those from the begin of the year, or its last ones. */
    private static final String MONTHS_OF_YEAR = " ?(?:thang|t|m)(?: (?<part>dau|cuoi))?(?: nam)?(?: ?[/.-] ?| )?"
            + YEAR;
    private static final Pattern PREFIX = Pattern.compile("^(?:ky bao cao|ky) ");
    private static final Pattern SCHOOL_YEAR = Pattern.compile("\\bnam hoc ");
    private static final List<Pattern> FORMS = Stream.of(YEAR_WORD,
            "(?:q|quy|quarter|quartal) ?[.]?" + QUARTER_SIGN + BEFORE_YEAR,
            QUARTER_SIGN + "[.] ?quartal " + YEAR,
            "(?<quarter>i{1,3}|iv) ?/ ?" + YEAR,
            YEAR + " ?[/-]? ?(?:q|quy|quarter|quartal) ?" + QUARTER_SIGN,
            "(?:thang |t[.]?|month |monat )?" + MONTH_SIGN + BEFORE_YEAR, YEAR + "(?:[/-]|-?m)" + MONTH_SIGN,
            YEAR + "[.](?<month>0[1-9]|1[0-2])", YEAR + "-" + MONTH_SIGN + "-01",
            "(?:h|hy|s|half year|half|halbjahr|nua nam) ?" + HALF_SIGN + BEFORE_YEAR,
            YEAR + " ?[/-]? ?(?:h|hy|s) ?(?<half>[12])", "(?<half>[12])[.] ?halbjahr " + YEAR,
            "(?<half>[12])(?:st|nd) half(?: of)? " + YEAR, "(?<half>first|second) half(?: of)? " + YEAR,
            "(?:(?:6|sau) thang|nua) (?<half>dau|cuoi) (?:nam )?" + YEAR,
            "(?<months>3|ba|6|sau|9|chin|12)" + MONTHS_OF_YEAR, YEAR + " ?[/-]? ?(?<months>3|6|9|12) ?[mt]",
            YEAR + "-a1(?<all>)",
            "(?:first )?(?:9|nine|neun) (?:months|monate)(?: of)? " + YEAR).map(Pattern::compile).toList();
    private static final List<String> SECOND = List.of("2", "ii", "second", "cuoi");

    /** Returns the period of a calendar year that a text means, as the interface or as people write it; empty for anything else. */
    public static Optional<Period> written(String text) {
        return read(Folded.of(text == null ? "" : text))
                .map(found -> new Period(new Indicator.Period(found.length(), 1),
                        new Indicator.Period(found.length(), 1).begin(found.year(), found.number())));
    }

    /**
     * Returns the period of a kind that a text means; empty for anything else. A year that does not begin in January is written
     * with both calendar years, such as 2026/2027, since one alone could mean either.
     */
    public static Optional<Period> written(String text, Indicator.Period kind) {
        String folded = Folded.of(text == null ? "" : text);
        if (kind.shifted()) {
            Matcher span = SPAN.matcher(folded);
            if (!span.find() || !isNext(span.group(1), span.group(2))) {
                return Optional.empty();
            }
            folded = SCHOOL_YEAR.matcher(span.replaceFirst("$1")).replaceFirst("nam ");
        }
        return read(folded).filter(found -> found.length() == kind.length())
                .map(found -> new Period(kind, kind.begin(found.year(), found.number())));
    }

    private static boolean isNext(String year, String until) {
        String next = String.valueOf(Integer.parseInt(year) + 1);
        return until.length() == 2 ? next.endsWith(until) : next.equals(until);
    }

    /** A period by its place in a year that begins in the named one. */
    private record Found(Indicator.Period.Length length, int year, int number) {
    }

    private static Optional<Found> read(String folded) {
        String bare = PREFIX.matcher(folded).replaceFirst("");
        return FORMS.stream().map(form -> form.matcher(bare)).filter(Matcher::matches).findFirst().map(Period::found);
    }

    private static Found found(Matcher parts) {
        String form = parts.pattern().pattern();
        int year = Integer.parseInt(parts.group("year"));
        if (form.contains("<months>")) {
            return months(parts.group("months"), form.contains("<part>") && "cuoi".equals(parts.group("part")), year);
        }
        if (form.contains("<quarter>")) {
            String sign = parts.group("quarter");
            return new Found(Indicator.Period.Length.QUARTER, year, Character.isDigit(sign.charAt(0))
                    ? Integer.parseInt(sign) : sign.equals("iv") ? 4 : sign.length());
        }
        if (form.contains("<half>")) {
            return new Found(Indicator.Period.Length.HALF_YEAR, year, SECOND.contains(parts.group("half")) ? 2 : 1);
        }
        if (form.contains("<month>")) {
            return new Found(Indicator.Period.Length.MONTH, year, Integer.parseInt(parts.group("month")));
        }
        return new Found(
                form.equals(YEAR_WORD) || form.contains("<all>") ? Indicator.Period.Length.YEAR
                        : Indicator.Period.Length.NINE_MONTHS,
                year, 1);
    }

    /** Nine months are always those from the begin of a year, whatever is written. */
    private static Found months(String number, boolean last, int year) {
        return switch (number) {
            case "3", "ba" -> new Found(Indicator.Period.Length.QUARTER, year, last ? 4 : 1);
            case "6", "sau" -> new Found(Indicator.Period.Length.HALF_YEAR, year, last ? 2 : 1);
            case "9", "chin" -> last ? null : new Found(Indicator.Period.Length.NINE_MONTHS, year, 1);
            default -> last ? null : new Found(Indicator.Period.Length.YEAR, year, 1);
        };
    }

    /** The one that a day lies in. */
    public static Period at(Indicator.Period kind, LocalDate day) {
        return new Period(kind, kind.begin(day));
    }

    /** The newest that is over by the end of the day. */
    public static Period endedBy(LocalDate day, Indicator.Period kind) {
        Period period = at(kind, day.plusDays(1));
        return period.end().isAfter(day) ? period.back() : period;
    }

    /** The oldest one whose readings still count as fresh, so many days after its end. */
    public static Period oldestFresh(Indicator.Period kind, int maxAge, LocalDate today) {
        Period oldest = at(kind, today);
        for (Period before = oldest.back(); !before.isStale(maxAge, today); before = before.back()) {
            oldest = before;
        }
        return oldest;
    }

    /** The newest one whose readings are too old to be used, so many days after its end. */
    public static Period newestStale(Indicator.Period kind, int maxAge, LocalDate today) {
        return endedBy(today.minusDays(maxAge + 1L), kind);
    }

    /** The one before. */
    public Period back() {
        return new Period(kind, kind.back(begin));
    }

    /** So many after it. */
    public Period forward(int periods) {
        Period period = this;
        for (int step = 0; step < periods; step++) {
            period = new Period(kind, kind.next(period.begin));
        }
        return period;
    }

    /** Whether a reading about it is too old on a day to be used. */
    public boolean isStale(int maxAge, LocalDate day) {
        return end().plusDays(maxAge).isBefore(day);
    }

    /** Its last day. */
    public LocalDate end() {
        return kind.end(begin);
    }

    /** As people read it, in every language. */
    public String label() {
        return switch (kind.length()) {
            case MONTH -> kind.number(begin) + "/" + year();
            case QUARTER -> "Q" + kind.number(begin) + "/" + year();
            case HALF_YEAR -> "H" + kind.number(begin) + "/" + year();
            case NINE_MONTHS -> "9M/" + year();
            case YEAR -> year();
        };
    }

    /** As it is written in files and by machines. */
    @Override
    public String toString() {
        return switch (kind.length()) {
            case MONTH -> "%s-%02d".formatted(year(), kind.number(begin));
            case QUARTER -> year() + "-Q" + kind.number(begin);
            case HALF_YEAR -> year() + "-H" + kind.number(begin);
            case NINE_MONTHS -> year() + "-9M";
            case YEAR -> year();
        };
    }

    private String year() {
        LocalDate first = kind.year(begin);
        return kind.shifted() ? first.getYear() + "/" + (first.getYear() + 1) : String.valueOf(first.getYear());
    }
}
