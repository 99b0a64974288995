package vn.thang.indicator.reading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InForceTest {

    private static final Instant CONFIRMED = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void whatNobodyHasConfirmedWaits() {
        assertTrue(InForce.waits(null, null));
        assertTrue(InForce.waits(null, CONFIRMED));
    }

    /** What was confirmed by a moment was in force then; what was confirmed after it still waited. */
    @Test
    void aConfirmationHoldsFromItsMomentOn() {
        assertFalse(InForce.waits(CONFIRMED, null));
        assertFalse(InForce.waits(CONFIRMED, CONFIRMED));
        assertFalse(InForce.waits(CONFIRMED, CONFIRMED.plusSeconds(1)));
        assertTrue(InForce.waits(CONFIRMED, CONFIRMED.minusSeconds(1)));
    }
}
