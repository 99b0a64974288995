package vn.thang.indicator.reading;

import vn.thang.table.WrittenNumber;

/**
 * One reading as it was sent, before anything is known of it.
 *
 * @param line       place in what was sent, counted from 1
 * @param period     2026, 2026-Q3 or 2026-09
 * @param numerator  null where it was left empty, as the two numbers after it
 * @param measuredAt an instant such as 2026-10-01T02:00:00Z; null for unknown
 */
public record ReadingRow(int line, String agency, String indicator, String period, WrittenNumber numerator,
        WrittenNumber denominator,
        WrittenNumber value, String measuredAt) {

    /** Makes the row of somebody who has not said which sign begins the decimals. */
    public ReadingRow(int line, String agency, String indicator, String period, String numerator, String denominator,
            String value, String measuredAt) {
        this(line, agency, indicator, period, WrittenNumber.of(numerator), WrittenNumber.of(denominator),
                WrittenNumber.of(value), measuredAt);
    }
}
