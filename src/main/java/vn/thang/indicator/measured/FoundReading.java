package vn.thang.indicator.measured;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a period by its newest reading, or by those of agencies that are one since.
 *
 * @param ids      of the readings that it comes from
 * @param measured null where the source did not say when
 * @param waits    whether any of it waits for its confirmation, so that nothing is known of the period
 * @param merged   how many agencies it was reported by that were merged into the one it is about
 * @param settled  where it waits: what was known of the period before; null where nothing was
 */
record FoundReading(List<Long> ids, BigDecimal value, BigDecimal numerator, BigDecimal denominator,
        boolean demonstration,
        LocalDate measured, boolean waits, int merged, FoundReading settled) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 6;

    long id() {
        return ids.get(0);
    }

    /** Whether it says that there is nothing to report. */
    boolean nothing() {
        return denominator != null && denominator.signum() == 0;
    }

    /** What is known if nothing that waits had come; null for nothing. */
    FoundReading withoutWaiting() {
        return waits ? settled : this;
    }

    /** Of two readings of the same agency and period the one that came later, with what was known before where that one waits. */
    FoundReading newer(FoundReading other) {
        FoundReading later = id() > other.id() ? this : other;
        FoundReading earlier = later == this ? other : this;
        if (!later.waits) {
            return later;
        }
        FoundReading one = later.settled;
        FoundReading two = earlier.withoutWaiting();
        return later.before(one == null || two != null && two.id() > one.id() ? two : one);
    }

    private FoundReading before(FoundReading known) {
        return new FoundReading(ids, value, numerator, denominator, demonstration, measured, waits, merged, known);
    }

    /** Of two agencies that are one since. */
    FoundReading and(FoundReading other) {
        FoundReading one = withoutWaiting();
        FoundReading two = other.withoutWaiting();
        boolean some = waits || other.waits;
        return plus(other).before(some && one != null && two != null ? one.plus(two) : null);
    }

    private FoundReading plus(FoundReading other) {
        BigDecimal part = FormerReadings.plus(numerator, other.numerator);
        BigDecimal whole = FormerReadings.plus(denominator, other.denominator);
        BigDecimal sum = whole == null ? value.add(other.value) : whole.signum() == 0 ? BigDecimal.ZERO
                : part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_UP);
        return new FoundReading(Stream.of(ids, other.ids).flatMap(List::stream).toList(), sum, part, whole,
                demonstration || other.demonstration, measured, waits || other.waits, merged + other.merged, null);
    }

    FoundReading of(int agencies) {
        return new FoundReading(ids, value, numerator, denominator, demonstration, measured, waits, agencies,
                settled == null ? null : settled.of(agencies));
    }
}
