package vn.thang.core.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and bounds of audit samples, against the tables that auditors use, and against exact reckoning where the whole is small. */
class ErrorSampleTest {

    private static final double NINETY_FIVE = 0.95;
    /** So many that drawing without putting back is as good as with it, for which the tables were made. */
    private static final long MANY = 10_000_000;

    /** AICPA, Audit Guide: Audit Sampling, table A-1 (5 per cent risk), expected rate of errors 0. */
    @ParameterizedTest
    @CsvSource({"2, 149", "3, 99", "4, 74", "5, 59", "6, 49", "7, 42", "8, 36", "9, 32", "10, 29", "15, 19", "20, 14"})
    void sizesAreThoseOfTheTable(int percent, int size) {
        assertEquals(size, ErrorSample.needed(MANY, percent / 100d, NINETY_FIVE, 0));
    }

    /** The same guide, table A-3: upper limits in per cent at 5 per cent risk; it rounds up to a tenth. */
    @ParameterizedTest
    @CsvSource({"25, 0, 11.3", "25, 1, 17.6", "50, 0, 5.9", "50, 1, 9.2", "50, 2, 12.1", "60, 0, 4.9", "60, 1, 7.7",
            "60, 2, 10.2", "100, 0, 3.0", "100, 1, 4.7", "100, 2, 6.2", "100, 3, 7.6", "200, 0, 1.5", "200, 1, 2.4"})
    void boundsAreThoseOfTheTable(int size, int wrong, double percent) {
        double bound = new ErrorSample(MANY, size, wrong).bound(NINETY_FIVE) * 100;
        assertEquals(percent, bound, 0.1, () -> String.valueOf(bound));
    }

    /** A round, a province and an agency: the smaller the whole, the fewer are needed. */
    @ParameterizedTest
    @CsvSource({"155342, 0.05, 0, 59", "155342, 0.05, 1, 93", "1564, 0.05, 0, 57", "46, 0.05, 0, 29",
            "46, 0.05, 1, 40", "155342, 0.1, 0, 29", "155342, 0.1, 1, 46", "46, 0.1, 0, 20", "46, 0.1, 1, 30"})
    void smallWholesNeedLess(long population, double tolerable, int allowed, int size) {
        assertEquals(size, ErrorSample.needed(population, tolerable, NINETY_FIVE, allowed));
    }

    @Test
    void theBoundIsTheGreatestNumberThatTheSampleDoesNotContradict() {
        for (int population : List.of(1, 7, 46, 120)) {
            for (int size = 0; size <= population; size += Math.max(1, population / 9)) {
                for (int wrong = 0; wrong <= Math.min(size, 6); wrong++) {
                    long most = wrong;
                    for (long all = wrong; all <= population - size + wrong; all++) {
                        if (exact(population, all, size, wrong) > 0.05) {
                            most = all;
                        }
                    }
                    assertEquals(most, new ErrorSample(population, size, wrong).most(NINETY_FIVE),
                            wrong + " of " + size + " of " + population);
                }
            }
        }
    }

    @Test
    void whoLooksAtEverythingKnowsEverything() {
        assertEquals(3, new ErrorSample(46, 46, 3).most(NINETY_FIVE));
        assertEquals(46, new ErrorSample(46, 0, 0).most(NINETY_FIVE));
        assertEquals(46, ErrorSample.needed(46, 0, NINETY_FIVE, 0) + 2, "44 of 46 leave two that may be wrong");
    }

    @Test
    void moreConfidenceNeedsMoreAndBoundsHigher() {
        assertTrue(ErrorSample.needed(1564, 0.05, 0.99, 0) > ErrorSample.needed(1564, 0.05, 0.95, 0));
        assertTrue(new ErrorSample(1564, 57, 1).bound(0.99) > new ErrorSample(1564, 57, 1).bound(0.95));
    }

    @Test
    void strataAddUpAndTheirBoundIsRatherTooHigh() {
        List<ErrorSample> strata = List.of(new ErrorSample(1000, 50, 1), new ErrorSample(3000, 150, 2));
        assertEquals(1000 * 0.02 + 3000 * 2 / 150d, ErrorSample.projected(strata) * 4000, 1e-9);
        assertTrue(ErrorSample.bound(strata, NINETY_FIVE) > new ErrorSample(4000, 200, 3).bound(NINETY_FIVE));
        assertThrows(IllegalArgumentException.class, () -> ErrorSample.projected(List.of(new ErrorSample(5, 0, 0))));
    }

    @Test
    void aSampleIsDividedInProportionAndNoStratumIsForgotten() {
        Map<String, Long> strata = new LinkedHashMap<>();
        strata.put("ministry", 14L);
        strata.put("province", 34L);
        strata.put("commune", 3321L);
        strata.put("none", 0L);
        assertEquals(Map.of("ministry", 1, "province", 1, "commune", 57), ErrorSample.divided(strata, 59));
        assertEquals(Map.of("ministry", 14, "province", 34, "commune", 3321), ErrorSample.divided(strata, 3369));
        assertEquals(59, ErrorSample.divided(Map.of("a", 100L, "b", 100L, "c", 101L), 59).values().stream()
                .mapToInt(Integer::intValue).sum());
        assertThrows(IllegalArgumentException.class, () -> ErrorSample.divided(strata, 2));
        assertThrows(IllegalArgumentException.class, () -> ErrorSample.divided(strata, 3370));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ErrorSample(10, 11, 0));
        assertThrows(IllegalArgumentException.class, () -> new ErrorSample(10, 5, 6));
        assertThrows(IllegalArgumentException.class, () -> ErrorSample.needed(10, 1, NINETY_FIVE, 0));
        assertThrows(IllegalArgumentException.class, () -> ErrorSample.needed(10, 0.1, 1, 0));
    }

    /** By whole numbers alone. */
    private static double exact(int population, long wrongInAll, int sample, int found) {
        BigInteger ways = BigInteger.ZERO;
        for (int x = 0; x <= found; x++) {
            ways = ways.add(choose(wrongInAll, x).multiply(choose(population - wrongInAll, sample - x)));
        }
        return new java.math.BigDecimal(ways).divide(new java.math.BigDecimal(choose(population, sample)),
                java.math.MathContext.DECIMAL64).doubleValue();
    }

    private static BigInteger choose(long all, long chosen) {
        if (chosen < 0 || chosen > all) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (long i = 1; i <= chosen; i++) {
            ways = ways.multiply(BigInteger.valueOf(all - i + 1)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
