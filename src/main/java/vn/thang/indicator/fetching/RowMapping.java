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

        /** Returns which sign begins the decimals where the mapping does not say it. */
        default DecimalSign decimals() {
            return DecimalSign.UNKNOWN;
        }

        /** Returns in which power of ten the value is given; null where it is given as it is. */
        default String power() {
            return null;
        }

        /** Whether the row has more values than there are names, so that values may belong to others. */
        default boolean isOverrun() {
            return false;
        }

        /** Returns how many names there are. */
        default int width() {
            return 0;
        }
    }

    public RowMapping(FieldMapping fields, Map<String, String> agencies) {
        this.fields = fields;
        this.agencies = agencies;
        this.only = Pairs.of(fields.only());
    }

    /**
     * The reading of a row; empty when the row does not count, or has no value: missing is not zero, and no fault either.
     */
    Optional<ReadingRow> row(Fields row) {
        return row(line + 1, row);
    }

    /** @param number the line of the row in its file */
    Optional<ReadingRow> row(int number, Fields row) {
        line = number;
        if (only.entrySet().stream().anyMatch(pair -> !pair.getValue().equals(row.text(pair.getKey())))) {
            left++;
            return Optional.empty();
        }
        if (row.isOverrun()) {
            return Optional.of(ReadingRow.unreadable(line, "cells", String.valueOf(row.width())));
        }
        WrittenNumber numerator = number(row, fields.numerator());
        WrittenNumber denominator = number(row, fields.denominator());
        WrittenNumber value = number(row, fields.value());
        if (numerator == null && denominator == null && value == null) {
            empty++;
            return Optional.empty();
        }
        if (value != null && row.power() != null) {
            if (!row.power().matches("-?[0-9]")) {
                return Optional.of(ReadingRow.unreadable(line, "number", row.power()));
            }
            value = value.times(Integer.parseInt(row.power()));
        }
        String agency = of(row, fields.agency());
        String indicator = fields.indicator() == null ? of(row, fields.indicatorField()) : fields.indicator();
        return Optional.of(new ReadingRow(line, agencies.getOrDefault(agency, agency), indicator,
                of(row, fields.period()), numerator, denominator, value, of(row, fields.measuredAt())));
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
        return row.isExact(name) ? WrittenNumber.exact(written)
                : WrittenNumber.of(written, fields.decimals() == null ? row.decimals() : fields.decimals());
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
