package vn.thang.indicator;

/**
 * One reading as it was sent, before anything is known of it.
 *
 * @param line       place in what was sent, counted from 1
 * @param period     2026, 2026-Q3 or 2026-09
 * @param measuredAt an instant such as 2026-10-01T02:00:00Z; null for unknown
 */
public record ReadingRow(int line, String agency, String indicator, String period, String numerator, String denominator, String value,
        String measuredAt) {
}
