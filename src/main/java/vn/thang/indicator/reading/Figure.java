package vn.thang.indicator.reading;

import java.math.BigDecimal;

/**
 * What a reading says.
 *
 * @param numerator   null where it has no parts
 * @param denominator null where it has no parts
 */
public record Figure(BigDecimal numerator, BigDecimal denominator, BigDecimal value) {

    public static Figure of(Reading reading) {
        return new Figure(reading.numerator(), reading.denominator(), reading.value());
    }

    public boolean ratio() {
        return denominator != null;
    }

    /** Whether it says that there is nothing to report: nought of nought. */
    public boolean nothing() {
        return ratio() && denominator.signum() == 0;
    }

    /** As programs write it, the parts where it has any. */
    public String text() {
        return ratio() ? plain(numerator) + "/" + plain(denominator) : plain(value);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
