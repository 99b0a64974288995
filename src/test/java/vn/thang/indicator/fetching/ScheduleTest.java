package vn.thang.indicator.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    /** Ten o'clock in the morning in Vietnam. */
    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,,2026-11-25T04:00:00Z", "36,,2026-11-26T15:00:00Z", "24,2,2026-11-25T19:00:00Z",
            "24,14,2026-11-25T07:00:00Z",
            "24,10,2026-11-26T03:00:00Z", "168,2,2026-12-01T19:00:00Z", "6,14,2026-11-25T07:00:00Z"})
    void theNextTime(int every, Integer at, Instant next) {
        assertEquals(next, new Schedule(every, at).after(NOW));
    }

    @ParameterizedTest
    @CsvSource({"1, true, 5", "2, true, 10", "1, false, 1440", "2, false, 1440", "3, true, 60", "3, false, 60",
            "4, true, 120", "5, true, 240",
            "7, true, 960", "8, true, 1440", "60, false, 1440"})
    void aFailureIsTriedAgainSoonerOrLater(int failures, boolean passing, long minutes) {
        assertEquals(Duration.ofMinutes(minutes),
                Duration.between(NOW, new Schedule(24, null).afterFailure(NOW, failures, passing)));
    }

    @Test
    void whatIsDueEarlierThanThePauseIsNotPutOff() {
        Instant beforeTwo = Instant.parse("2026-11-25T18:58:00Z");
        assertEquals(Instant.parse("2026-11-25T19:00:00Z"), new Schedule(24, 2).afterFailure(beforeTwo, 1, true));
    }

    @Test
    void threeFailuresOpenTheBreaker() {
        assertFalse(Schedule.isOpen(2));
        assertTrue(Schedule.isOpen(3));
    }
}
