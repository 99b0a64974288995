package vn.thang.indicator.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Fraction;

/** What is compared with a bound is the share itself: its six decimals may lie on the other side of it. */
class MeasuredTest {

    private static MeasuredLevels.Measured measured(String value, BigDecimal numerator, BigDecimal denominator) {
        return new MeasuredLevels.Measured(null, null, new BigDecimal(value), numerator, denominator, 1, null, false, 0,
                List.of());
    }

    @Test
    void aShareIsWhatItsPartsSay() {
        assertEquals(Fraction.of(new BigDecimal(200)).dividedBy(Fraction.of(new BigDecimal(3))),
                measured("66.666667", new BigDecimal(2), new BigDecimal(3)).exact());
    }

    @Test
    void aValueWithoutPartsIsItself() {
        assertEquals(Fraction.of(new BigDecimal("66.666667")), measured("66.666667", null, null).exact());
    }
}
