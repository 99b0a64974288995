package vn.thang.indicator.fetching;

import java.util.Map;
import java.util.Optional;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.DecimalSign;
import vn.thang.table.WrittenNumber;

/** Makes readings of the rows of a document, by where their parts stand and what the source calls the agencies. */
public final class RowMapping {

    private final FieldMapping fields;
    private final Map<String, String> agencies;
    private final Map<String, String> only;
    private final DecimalSign decimals;
    private int line;
    private int left;
    private int empty;

    /** The fields of one row by their names. */
    interface Fields {

        /** Returns null where there is no such field. */
        String text(String name);

        /** Whether the field holds a number of its own, and not one that stands in a text. */
        default boolean isExact(String name) {
            return false;
        }
    }

    public RowMapping(FieldMapping fields, Map<String, String> agencies) {
        this.fields = fields;
        this.agencies = agencies;
        this.only = Pairs.of(fields.only());
        this.decimals = fields.decimals() == null ? DecimalSign.UNKNOWN : fields.decimals();
    }

    /**
     * The reading of a row; empty when the row does not count, or has no value: missing is not zero, and no fault either.
     */
    Optional<ReadingRow> row(Fields row) {
        line++;
        if (only.entrySet().stream().anyMatch(pair -> !pair.getValue().equals(row.text(pair.getKey())))) {
            left++;
            return Optional.empty();
        }
        WrittenNumber numerator = number(row, fields.numerator());
        WrittenNumber denominator = number(row, fields.denominator());
        WrittenNumber value = number(row, fields.value());
        if (numerator == null && denominator == null && value == null) {
            empty++;
            return Optional.empty();
        }
        String agency = of(row, fields.agency());
        String indicator = fields.indicator() == null ? of(row, fields.indicatorField()) : fields.indicator();
        return Optional.of(new ReadingRow(line, agencies.getOrDefault(agency, agency), indicator,
                period(of(row, fields.period())), numerator,
                denominator, value, of(row, fields.measuredAt())));
    }

    private static String of(Fields row, String name) {
        String text = name == null ? null : row.text(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** NaN, which some write for a value that is missing, is none. */
    private WrittenNumber number(Fields row, String name) {
        String written = of(row, name);
        if (written == null || written.equalsIgnoreCase("NaN")) {
            return null;
        }
        return row.isExact(name) ? WrittenNumber.exact(written) : WrittenNumber.of(written, decimals);
    }

    /** SDMX writes a month as 2026-M09; the intake wants 2026-09. */
    private static String period(String written) {
        return written == null ? null : written.replaceFirst("^([0-9]{4})-M([0-9]{2})$", "$1-$2");
    }

    /** Rows that do not count. */
    public int left() {
        return left;
    }

    /** Rows without any value. */
    public int empty() {
        return empty;
    }
}
