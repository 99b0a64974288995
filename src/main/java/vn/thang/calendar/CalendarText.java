package vn.thang.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/**
 * Days as iCalendar writes them (RFC 5545): last days are whole days, so that they stand on the same day whatever the zone of
 * the calendar is.
 *
 * @param text as calendars read it
 * @param tag  fingerprint of everything in it but the moment at which it was made
 */
public record CalendarText(String text, String tag) {

    /** The lines that say when it was made; a line that goes on begins with a blank, so that no words of a person are among them. */
    private static final Pattern MADE = Pattern.compile("^DTSTAMP:.*\\R", Pattern.MULTILINE);
    private static final int LONGEST_LINE = 75;
    private static final int UNFOLDED = 100_000;
    private static final Duration READ_AGAIN = Duration.ofHours(6);

    /** @param site the address of the application, without a stroke at its end */
    static CalendarText of(List<CalendarDay> days, String site, Locale language, Instant now) {
        String text = written(days, site, language, now);
        return new CalendarText(text, Sha256.hex(MADE.matcher(text).replaceAll("")));
    }

    private static String written(List<CalendarDay> days, String site, Locale language, Instant now) {
        String name = Texts.text(language, "calendar.name");
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Thang//Thang//" + language.getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", Time.ZONE.getId()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), READ_AGAIN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", READ_AGAIN.toString()));
        days.forEach(day -> calendar.add(event(day, site, language, now)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, UNFOLDED).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(text.toString());
    }

    /** A line has 75 octets at most; the library counts letters, of which one of Vietnamese has up to three. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        text.lines().forEach(line -> {
            int octets = 0;
            for (int letter : line.codePoints().toArray()) {
                int more = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                folded.appendCodePoint(letter);
                octets += more;
            }
            folded.append("\r\n");
        });
        return folded.toString();
    }

    private static VEvent event(CalendarDay day, String site, Locale language, Instant now) {
        VEvent event = new VEvent(day.day(), day.day().plusDays(1), day.summary());
        event.replace(new DtStamp(now));
        event.add(new Uid(day.id() + "@thang"));
        event.add(new Sequence(day.sequence()));
        event.add(day.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.TRANSPARENT);
        event.add(new Url(URI.create(site + "/" + day.address())));
        event.add(new Description(Texts.text(language, "calendar.see", site + "/" + day.address())));
        return event;
    }
}
