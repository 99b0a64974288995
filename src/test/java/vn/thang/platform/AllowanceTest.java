package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final int MOST = 10_000;

    @Test
    void eachAddressHasItsOwnMinute() {
        Allowance limit = new Allowance(3, Duration.ofMinutes(1), MOST);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.secondsToWait("a"));
        }
        long wait = limit.secondsToWait("a");
        assertTrue(wait >= 1 && wait <= 20, () -> "waits " + wait);
        assertEquals(0, limit.secondsToWait("b"));
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        Allowance limit = new Allowance(1, Duration.ofMinutes(1), MOST);
        assertEquals(0, limit.secondsToWait("first"));
        for (int i = 1; i < MOST; i++) {
            limit.secondsToWait("other " + i);
        }
        assertTrue(limit.secondsToWait("first") > 0);
        for (int i = 0; i < MOST; i++) {
            limit.secondsToWait("yet another " + i);
        }
        assertEquals(0, limit.secondsToWait("first"));
    }
}
