package vn.thang.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact rational number, always reduced and with a positive denominator, so that equal numbers are equal objects.
 *
 * @param numerator   carries the sign
 * @param denominator greater than zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    /** The sum of two products of a number of so many bits with a denominator of so many bits, which is positive, is a {@code long}. */
    private static final int SHORT = 31;
    /** Bits of a {@code long} that has an opposite. */
    private static final int LONG = 62;

    /** @throws ArithmeticException when the denominator is zero */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is zero");
        }
        if (denominator.bitLength() <= LONG && numerator.bitLength() <= LONG) {
            long upper = numerator.longValue();
            long lower = denominator.longValue();
            long common = lower == 1 ? 1 : lower < 0 ? -common(upper, lower) : common(upper, lower);
            if (common != 1) {
                numerator = BigInteger.valueOf(upper / common);
                denominator = BigInteger.valueOf(lower / common);
            }
        } else {
            BigInteger common = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                common = common.negate();
            }
            if (!common.equals(BigInteger.ONE)) {
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
        }
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact value of a decimal such as 1.25. */
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The greatest number that divides both, of which the second is not zero; positive. */
    private static long common(long one, long other) {
        long greater = Math.abs(one);
        long less = Math.abs(other);
        while (less != 0) {
            long rest = greater % less;
            greater = less;
            less = rest;
        }
        return greater;
    }

    private static boolean isShort(Fraction one, Fraction other) {
        return one.numerator.bitLength() <= SHORT && one.denominator.bitLength() <= SHORT
                && other.numerator.bitLength() <= SHORT && other.denominator.bitLength() <= SHORT;
    }

    /** Whether it has no fractional part. */
    public boolean whole() {
        return denominator.equals(BigInteger.ONE);
    }

    private long upper() {
        return numerator.longValue();
    }

    private long lower() {
        return denominator.longValue();
    }

    public Fraction plus(Fraction other) {
        if (isShort(this, other)) {
            return of(upper() * other.lower() + other.upper() * lower(), lower() * other.lower());
        }
        return new Fraction(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when the divisor is zero */
    public Fraction dividedBy(long divisor) {
        return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** @throws ArithmeticException when the divisor is zero */
    public Fraction dividedBy(Fraction divisor) {
        return new Fraction(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** The least whole number that is not below it. */
    public long ceiling() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
    }

    @Override
    public int compareTo(Fraction other) {
        if (isShort(this, other)) {
            return Long.compare(upper() * other.lower(), other.upper() * lower());
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** For display only: rounded half up, as every shown value is. */
    public BigDecimal toDecimal(int scale) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, RoundingMode.HALF_UP);
    }

    /** {@code n/d}, or {@code n} for a whole number. */
    @Override
    public String toString() {
        return whole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
