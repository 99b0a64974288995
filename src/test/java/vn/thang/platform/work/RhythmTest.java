package vn.thang.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Rhythm NIGHTLY = Rhythm.daily(LocalTime.of(0, 5));

    @Test
    void aPauseIsCountedFromTheLastRun() {
        assertEquals(Instant.parse("2026-11-28T10:01:00Z"),
                Rhythm.every(Duration.ofMinutes(1)).after(Instant.parse("2026-11-28T10:00:00Z")));
    }

    @Test
    void aTimeOfDayIsThatOfVietNam() {
        assertEquals(Instant.parse("2026-11-28T17:05:00Z"), NIGHTLY.after(Instant.parse("2026-11-28T10:00:00Z")));
        assertEquals(Instant.parse("2026-11-28T17:05:00Z"), NIGHTLY.after(Instant.parse("2026-11-28T17:04:59Z")));
        assertEquals(Instant.parse("2026-11-29T17:05:00Z"), NIGHTLY.after(Instant.parse("2026-11-28T17:05:00Z")));
    }
}
