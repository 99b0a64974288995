package vn.thang.indicator.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;

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

    String key() {
        return key;
    }

    /** What a sheet in that language calls it. */
    public String name(Locale locale) {
        return Texts.text(locale, "reading.column." + key);
    }

    static Optional<ReadingColumn> of(String heading) {
        String folded = Folded.of(heading);
        return Stream.of(values())
                .filter(column -> folded.equals(column.key.replace('-', ' ')) || column.headings.contains(folded)
                        || Texts.LANGUAGES.stream().anyMatch(locale -> Folded.of(column.name(locale)).equals(folded)))
                .findFirst();
    }

    /** Where the reason of a refusal lies. */
    static ReadingColumn of(ReadingFault fault) {
        return switch (fault.key().substring("reading.fault.".length()).split("\\.")[0]) {
            case "agency", "scope", "zeros" -> AGENCY;
            case "period", "future" -> PERIOD;
            case "parts", "ratio", "numerator" -> NUMERATOR;
            case "frozen", "frozen-already", "denominator" -> DENOMINATOR;
            case "count", "value" -> VALUE;
            case "measured" -> MEASURED_AT;
            default -> INDICATOR;
        };
    }
}
