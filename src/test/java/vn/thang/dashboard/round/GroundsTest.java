package vn.thang.dashboard.round;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.thang.core.target.Confidence;

/** The word beside a result follows from what the result rests on. */
class GroundsTest {

    private static Grounds of(String measured, String grounded, String confirmed) {
        return Grounds.ofOne(new BigDecimal(measured), new BigDecimal(grounded), new BigDecimal(confirmed));
    }

    @Test
    void oneResultHasItsWord() {
        assertEquals(Confidence.DECLARED, of("0", "0.49", "0.49").confidence(false, true));
        assertEquals(Confidence.SUPPORTED, of("0.2", "0.5", "0").confidence(false, true));
        assertEquals(Confidence.SUPPORTED, of("0.5", "0.5", "0").confidence(false, true));
        assertEquals(Confidence.VERIFIED, of("0", "0", "0.5").confidence(false, true));
    }

    @Test
    void whatIsStaleOrNotCoveredIsWeakHoweverWellItIsGrounded() {
        assertEquals(Confidence.WEAK, of("1", "1", "1").confidence(true, true));
        assertEquals(Confidence.WEAK, of("1", "1", "1").confidence(false, false));
    }

    @Test
    void eachAgencyWeighsTheSame() {
        assertEquals(Confidence.SUPPORTED, of("1", "1", "0").and(of("0", "0", "0")).confidence(false, true));
        assertEquals(Confidence.DECLARED,
                of("1", "1", "0").and(of("0", "0", "0")).and(of("0", "0", "0")).confidence(false, true));
    }
}
