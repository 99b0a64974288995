package vn.thang.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void isReducedWithAPositiveDenominator() {
        assertEquals("5/8", Fraction.of(10, 16).toString());
        assertEquals("-1/2", Fraction.of(3, -6).toString());
        assertEquals("7", Fraction.of(14, 2).toString());
        assertEquals("0", Fraction.of(0, -9).toString());
        assertEquals(Fraction.ONE, Fraction.of(3, 3));
        assertThrows(ArithmeticException.class, () -> Fraction.of(1, 0));
        assertThrows(ArithmeticException.class, () -> Fraction.ONE.dividedBy(0));
    }

    @Test
    void decimalsAreExact() {
        assertEquals(Fraction.of(19, 4), Fraction.of(new BigDecimal("4.750")));
        assertEquals(Fraction.of(1200), Fraction.of(new BigDecimal("1.2E3")));
        assertEquals(Fraction.of(3), Fraction.of(new BigDecimal("3")));
        assertEquals(Fraction.of(-1, 8), Fraction.of(new BigDecimal("-0.125")));
    }

    @Test
    void roundsHalfUpOnlyWhenShown() {
        assertEquals("2.63", Fraction.of(21, 8).toDecimal(2).toString());
        assertEquals("3.88", Fraction.of(31, 8).toDecimal(2).toString());
        assertEquals("3.50", Fraction.of(7, 2).toDecimal(2).toString());
        assertEquals("0.33", Fraction.of(1, 3).toDecimal(2).toString());
    }

    @RepeatedTest(200)
    void computesLikeIntegersOverACommonDenominator(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        long a = random.nextLong(-1_000, 1_000);
        long b = random.nextLong(1, 1_000);
        long c = random.nextLong(-1_000, 1_000);
        long d = random.nextLong(1, 1_000);
        Fraction one = Fraction.of(a, b);
        Fraction other = Fraction.of(c, d);
        String seed = "seed " + repetition.getCurrentRepetition();
        assertEquals(Fraction.of(a * d + c * b, b * d), one.plus(other), seed);
        assertEquals(Fraction.of(a * d - c * b, b * d), one.minus(other), seed);
        assertEquals(Fraction.of(a * c, b * d), one.times(other), seed);
        assertEquals(Fraction.of(a * c, b), one.times(c), seed);
        assertEquals(Fraction.of(a, b * d), one.dividedBy(d), seed);
        assertEquals(Long.signum(a * d - c * b), Integer.signum(one.compareTo(other)), seed);
        assertTrue(one.equals(Fraction.of(a * d, b * d)) && one.hashCode() == Fraction.of(a * d, b * d).hashCode(),
                seed);
    }

    /** Where short numbers end and long ones begin, nothing else is computed than by numbers without an end. */
    @RepeatedTest(200)
    void isExactAtTheBoundsOfShortNumbers(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int bits = List.of(2, 31, 32, 33, 62, 63, 64, 90).get(repetition.getCurrentRepetition() % 8);
        BigInteger a = edge(random, bits);
        BigInteger b = edge(random, bits).abs().max(BigInteger.ONE);
        BigInteger c = edge(random, bits);
        BigInteger d = edge(random, bits).abs().max(BigInteger.ONE);
        Fraction one = new Fraction(a, b);
        Fraction other = new Fraction(c, d.negate());
        String seed = "seed " + repetition.getCurrentRepetition();
        assertReduced(a, b, one, seed);
        assertReduced(c.negate(), d, other, seed);
        assertReduced(a.multiply(d).subtract(c.multiply(b)), b.multiply(d), one.plus(other), seed);
        assertReduced(a.multiply(d).add(c.multiply(b)), b.multiply(d), one.minus(other), seed);
        assertReduced(a.multiply(c).negate(), b.multiply(d), one.times(other), seed);
        assertEquals(a.multiply(d).compareTo(c.negate().multiply(b)), one.compareTo(other), seed);
    }

    /** A number of about so many bits, near a power of two. */
    private static BigInteger edge(SplittableRandom random, int bits) {
        BigInteger power = BigInteger.ONE.shiftLeft(bits - random.nextInt(3))
                .add(BigInteger.valueOf(random.nextInt(-2, 3)));
        return random.nextBoolean() ? power : power.negate();
    }

    private static void assertReduced(BigInteger numerator, BigInteger denominator, Fraction fraction, String seed) {
        BigInteger common = numerator.gcd(denominator);
        assertEquals(numerator.divide(common), fraction.numerator(), seed);
        assertEquals(denominator.divide(common), fraction.denominator(), seed);
    }
}
