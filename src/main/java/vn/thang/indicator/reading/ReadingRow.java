package vn.thang.indicator.reading;

import java.util.List;
import vn.thang.table.Headings;
import vn.thang.table.TableLine;
import vn.thang.table.WrittenNumber;

/**
 * One reading as it was sent, before anything is known of it.
 *
 * @param line       place in what was sent, counted from 1
 * @param period     the time that it is about, such as 2026, 2026-Q3 or 2026-09
 * @param numerator  null where it was left empty, as the two numbers after it
 * @param measuredAt a day or an instant, as people or programs write it; null for unknown
 * @param fault      why the row cannot be read, so that nothing of it is known; null where it can
 */
public record ReadingRow(int line, String agency, String indicator, String period, WrittenNumber numerator,
        WrittenNumber denominator, WrittenNumber value, String measuredAt, ReadingFault fault) {

    public ReadingRow(int line, String agency, String indicator, String period, WrittenNumber numerator,
            WrittenNumber denominator, WrittenNumber value, String measuredAt) {
        this(line, agency, indicator, period, numerator, denominator, value, measuredAt, null);
    }

    /** Makes the row of somebody who has not said which sign begins the decimals. */
    public ReadingRow(int line, String agency, String indicator, String period, String numerator, String denominator,
            String value, String measuredAt) {
        this(line, agency, indicator, period, WrittenNumber.of(numerator), WrittenNumber.of(denominator),
                WrittenNumber.of(value), measuredAt);
    }

    /**
     * Returns a row that cannot be read.
     *
     * @param reason last part of the key of the text
     */
    public static ReadingRow unreadable(int line, String reason, String... arguments) {
        return new ReadingRow(line, null, null, null, null, null, null, null,
                new ReadingFault(line, "reading.fault." + reason, List.of(arguments)));
    }

    /** Makes the row of a line of a table under its headings. */
    public static ReadingRow of(TableLine line, Headings<ReadingColumn> headings) {
        if (headings.isOverrunBy(line)) {
            return unreadable(line.number(), "cells", String.valueOf(headings.width()));
        }
        for (ReadingColumn column : headings.places().keySet()) {
            TableLine.Cell cell = headings.cell(line, column);
            if (cell.formula()) {
                return unreadable(line.number(), "formula", cell.text());
            }
        }
        return new ReadingRow(line.number(), headings.cell(line, ReadingColumn.AGENCY).text(),
                headings.cell(line, ReadingColumn.INDICATOR).text(), headings.cell(line, ReadingColumn.PERIOD).text(),
                WrittenNumber.of(headings.cell(line, ReadingColumn.NUMERATOR)),
                WrittenNumber.of(headings.cell(line, ReadingColumn.DENOMINATOR)),
                WrittenNumber.of(headings.cell(line, ReadingColumn.VALUE)),
                headings.cell(line, ReadingColumn.MEASURED_AT).text());
    }
}
