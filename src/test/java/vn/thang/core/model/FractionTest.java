package vn.thang.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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
}
