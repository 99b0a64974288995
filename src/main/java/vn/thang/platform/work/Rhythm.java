package vn.thang.platform.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import vn.thang.platform.Time;

/**
 * When work recurs: so long after its last run, or every day at a time in Viet Nam.
 *
 * @param every pause between two runs; null where a time of day is given
 * @param at    time of day; null where a pause is given
 */
public record Rhythm(Duration every, LocalTime at) {

    public static Rhythm every(Duration pause) {
        return new Rhythm(pause, null);
    }

    public static Rhythm daily(LocalTime time) {
        return new Rhythm(null, time);
    }

    /** Whether it recurs once a day: what recurs more often is told of only where it fails. */
    boolean everyDay() {
        return at != null;
    }

    /** Answers the first regular time after this moment. */
    Instant after(Instant moment) {
        if (every != null) {
            return moment.plus(every);
        }
        ZonedDateTime today = moment.atZone(Time.ZONE).with(at);
        return (today.toInstant().isAfter(moment) ? today : today.plusDays(1)).toInstant();
    }
}
