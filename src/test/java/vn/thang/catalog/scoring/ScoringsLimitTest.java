package vn.thang.catalog.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoringsLimitTest {

    @Test
    void eachAddressHasItsOwnMinute() {
        ScoringsLimit limit = new ScoringsLimit(3);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.secondsToWait("a"));
        }
        long wait = limit.secondsToWait("a");
        assertTrue(wait >= 1 && wait <= 20, () -> "waits " + wait);
        assertEquals(0, limit.secondsToWait("b"));
    }

    @Test
    void onlySoManyAddressesAreRemembered() {
        ScoringsLimit limit = new ScoringsLimit(1);
        assertEquals(0, limit.secondsToWait("first"));
        for (int i = 1; i < ScoringsLimit.MOST_ADDRESSES; i++) {
            limit.secondsToWait("other " + i);
        }
        assertTrue(limit.secondsToWait("first") > 0);
        for (int i = 0; i < ScoringsLimit.MOST_ADDRESSES; i++) {
            limit.secondsToWait("yet another " + i);
        }
        assertEquals(0, limit.secondsToWait("first"));
    }
}
