package vn.thang.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The one source of time. Days are those of Vietnam, wherever the server stands. */
@ApplicationScoped
public class Time {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Seconds before UTC; before the middle of 1975 they were others. */
    private static final int OFFSET = ZONE.getRules().getOffset(Instant.parse("2000-01-01T00:00:00Z"))
            .getTotalSeconds();

    /**
     * Returns the expression of SQL for the day of Vietnam on which a moment of the database fell.
     *
     * @param moment column with a moment in UTC
     */
    public static String dayOf(String moment) {
        return "DATE(%s + INTERVAL %d SECOND)".formatted(moment, OFFSET);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(ZONE);
    }
}
