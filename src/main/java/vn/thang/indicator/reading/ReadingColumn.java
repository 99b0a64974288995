package vn.thang.indicator.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;
import vn.thang.table.TableLine;

/** The columns of a sheet of readings: known by the name of the interface, or by what they are called in one of the languages. */
public enum ReadingColumn {

    AGENCY("agency", "co quan", "agency", "behorde"),
    AGENCY_NAME("agency-name"),
    INDICATOR("indicator", "chi tieu", "ma so chi tieu"),
    INDICATOR_NAME("indicator-name"),
    PERIOD("period", "ky", "ky so lieu", "ky bao cao", "quarter", "quartal", "quy", "thang", "nam"),
    NUMERATOR("numerator", "tu"),
    DENOMINATOR("denominator", "mau"),
    VALUE("value", "so lieu", "gia tri"),
    MEASURED_AT("measured-at", "ngay do", "measured");

    private final String key;
    private final List<String> headings;

    ReadingColumn(String key, String... headings) {
        this.key = key;
        this.headings = List.of(headings);
    }

    public String key() {
        return key;
    }

    /** What a sheet in that language calls it. */
    public String name(Locale locale) {
        return Texts.text(locale, "reading.column." + key);
    }

    /** Returns the heading that the interface and a file in any language may use. */
    public String heading() {
        return key.replace('-', '_');
    }

    /** Whether a line names at least the agency and the indicator, and so is the heading of readings. */
    public static boolean isHeading(TableLine line) {
        Set<ReadingColumn> known = line.cells().stream().flatMap(cell -> of(cell.text()).stream())
                .collect(Collectors.toSet());
        return known.contains(AGENCY) && known.contains(INDICATOR);
    }

    /** Returns the column that a heading means, without regard to capitals and marks. */
    public static Optional<ReadingColumn> of(String heading) {
        return Optional.ofNullable(Known.BY_HEADING.get(Folded.of(heading.replace('-', ' '))));
    }

    /** The headings as they are compared, gathered once. */
    private static final class Known {

        static final Map<String, ReadingColumn> BY_HEADING = new HashMap<>();

        static {
            for (ReadingColumn column : values()) {
                Stream.concat(Stream.concat(Stream.of(column.key.replace('-', ' ')), column.headings.stream()),
                        Texts.LANGUAGES.stream().map(locale -> Folded.of(column.name(locale))))
                        .forEach(heading -> BY_HEADING.putIfAbsent(heading, column));
            }
        }
    }

    /** Where the reason of a refusal lies. */
    public static ReadingColumn of(ReadingFault fault) {
        return switch (fault.key().substring("reading.fault.".length()).split("\\.")[0]) {
            case "agency", "scope", "zeros" -> AGENCY;
            case "period", "future" -> PERIOD;
            case "parts", "ratio", "numerator", "no-parts", "contradiction" -> NUMERATOR;
            case "frozen", "frozen-already", "denominator" -> DENOMINATOR;
            case "count", "value" -> VALUE;
            case "measured" -> MEASURED_AT;
            default -> INDICATOR;
        };
    }
}
