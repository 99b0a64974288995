package vn.thang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import vn.thang.platform.Texts;

/** Days as calendars read them: known again, on the same day in every zone, and told when nothing happens any more. */
class CalendarTextTest {

    private static final String SITE = "https://thang.example";
    private static final Instant NOW = Instant.parse("2026-11-30T17:30:00Z");
    private static final CalendarDay DUE = new CalendarDay("matter-7", LocalDate.of(2026, 12, 31),
            "Hạn: Yêu cầu làm rõ – Ủy ban nhân dân tỉnh, thành phố; đơn vị đầu mối về dữ liệu",
            "matter/matter.xhtml?id=7",
            false, 3);

    private static CalendarText of(CalendarDay... days) {
        return CalendarText.of(List.of(days), SITE, Texts.LANGUAGES.get(0), NOW);
    }

    private static Component event(CalendarText text) throws Exception {
        Calendar read = new CalendarBuilder().build(new StringReader(text.text()));
        assertTrue(read.validate(true).getEntries().isEmpty(), () -> read.validate().toString());
        return read.getComponents().get(0);
    }

    private static String value(Component event, String name) {
        return event.getProperty(name).map(one -> one.getValue()).orElse(null);
    }

    @Test
    void aDayIsAWholeDayThatIsKnownAgain() throws Exception {
        CalendarText text = of(DUE);
        assertTrue(text.text().contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), text.text());
        assertTrue(text.text().contains("X-WR-TIMEZONE:Asia/Ho_Chi_Minh\r\n"), text.text());
        assertTrue(text.text().contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"), text.text());
        Component event = event(text);
        assertEquals("matter-7@thang", value(event, "UID"));
        assertEquals("CONFIRMED", value(event, "STATUS"));
        assertEquals("3", value(event, "SEQUENCE"));
        assertEquals(DUE.summary(), value(event, "SUMMARY"), "commas, semicolons and folds are undone");
        assertEquals(SITE + "/matter/matter.xhtml?id=7", value(event, "URL"));
        assertEquals("20261130T173000Z", value(event, "DTSTAMP"));
    }

    @Test
    void whatIsNotHeldIsCancelled() throws Exception {
        assertEquals("CANCELLED", value(event(of(new CalendarDay("meeting-2", DUE.day(), "Giao ban", "x", true, 1))),
                "STATUS"));
    }

    /** A line has 75 octets at most, also where letters have three, and none of them is torn apart. */
    @Test
    void noLineIsLongerThanCalendarsRead() {
        for (int i = 0; i < 3; i++) {
            String name = "x".repeat(i) + "ế".repeat(60);
            String text = of(new CalendarDay("matter-7", DUE.day(), name, "x", false, 0)).text();
            for (String line : text.split("\r\n")) {
                assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            }
            assertTrue(text.replace("\r\n ", "").contains("SUMMARY:" + name + "\r\n"), text);
        }
    }

    /** The moment at which it was made changes no fingerprint; everything else does. */
    @Test
    void theFingerprintFollowsTheDays() {
        assertEquals(of(DUE).tag(), CalendarText.of(List.of(DUE), SITE, Texts.LANGUAGES.get(0), NOW.plusSeconds(60))
                .tag());
        assertNotEquals(of(DUE).tag(), of(new CalendarDay(DUE.id(), DUE.day().plusDays(1), DUE.summary(), DUE.address(),
                false, 3)).tag());
        assertNotEquals(of(DUE).tag(), CalendarText.of(List.of(DUE), SITE, Texts.LANGUAGES.get(1), NOW).tag());
    }
}
