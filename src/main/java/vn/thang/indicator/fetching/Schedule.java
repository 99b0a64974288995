package vn.thang.indicator.fetching;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import vn.thang.platform.Time;

/**
 * When a source is asked again.
 *
 * @param everyHours so many hours after the last time; whole days where an hour is given
 * @param atHour     hour of the day in Vietnam; null for any
 */
public record Schedule(int everyHours, Integer atHour) {

    public static final int LONGEST = 24 * 92;
    private static final int DAY = 24;
    private static final int TRUSTED = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(DAY);

    /** The next time after this one. */
    public Instant after(Instant now) {
        if (atHour == null) {
            return now.plus(Duration.ofHours(everyHours));
        }
        ZonedDateTime today = now.atZone(Time.ZONE).truncatedTo(ChronoUnit.DAYS).plusHours(atHour);
        ZonedDateTime next = today.plusDays(Math.max(1, everyHours / DAY));
        return (today.toInstant().isAfter(now) && everyHours <= DAY ? today : next).toInstant();
    }

    /**
     * The next time after so many failures in a row. What may pass is tried again soon, twice as late each time, and what
     * will not pass when it would be due anyway. After the third failure the source is left alone: for one hour, two, four
     * and so on up to a day, and then asked once.
     */
    public Instant afterFailure(Instant now, int failures, boolean passing) {
        if (isOpen(failures)) {
            return now.plus(shorter(Duration.ofHours(1L << Math.min(failures - TRUSTED, DAY)), LONGEST_PAUSE));
        }
        Instant due = after(now);
        Instant soon = now.plus(FIRST_PAUSE.multipliedBy(1L << (failures - 1)));
        return passing && soon.isBefore(due) ? soon : due;
    }

    /** Whether a source that failed so often in a row is left alone until its pause is over. */
    public static boolean isOpen(int failures) {
        return failures >= TRUSTED;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
