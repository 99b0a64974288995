package vn.thang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.AskedFigure;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.meeting.MeetingCourse;
import vn.thang.matter.register.MatterCourse;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;

/** Calendars of people: which days stand in them, for how long, and that nobody reads those of others. */
class CalendarIT extends ContainerFixture {

    private static final String SITE = "https://thang.example";
    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);
    private static final Pattern EVENT = Pattern.compile("BEGIN:VEVENT.*?END:VEVENT", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("UID:(.+?)@thang");

    @Inject
    private OwnCalendar calendar;

    @Inject
    private CalendarReading reading;

    @Inject
    private Asking asking;

    @Inject
    private MatterCourse course;

    @Inject
    private MeetingCourse meetings;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        onlyTheseAt("15", "canbo", "phoihop", "lanhdao.tinh");
        sql("DELETE FROM calendar_address");
        sql("DELETE FROM calendar_given_up");
        sql("UPDATE matter SET meeting_id = NULL");
        sql("DELETE FROM meeting_exception");
        sql("DELETE FROM meeting");
    }

    private String keyOf(String person) {
        caller.actAs(person);
        return calendar.make();
    }

    /** Returns what stands in a calendar, by what it is known by. */
    private Map<String, String> events(String key) {
        Matcher events = EVENT.matcher(reading.feed(key, SITE).text().replace("\r\n ", ""));
        Map<String, String> found = new TreeMap<>();
        while (events.find()) {
            Matcher id = ID.matcher(events.group());
            assertTrue(id.find());
            assertNull(found.put(id.group(1), events.group()), id.group(1));
        }
        return found;
    }

    private long ask(String agency, Long person) {
        caller.actAs("lanhdao");
        return asking.ask(new Asking.Question(Matter.Kind.QUESTION, AskedFigure.ofTarget("P1-08"), agency, person,
                "Vì sao còn thấp?", today.plusDays(7)));
    }

    private long round(String code) {
        return number("SELECT id FROM assessment_round WHERE code = ?1", code);
    }

    private void take(long matter, Deed deed, String words) {
        course.take(matter, deed, words, null, course.view(matter).line().version());
    }

    @Test
    void aKeyIsShownOnceAndItsHashAloneIsKept() {
        String key = keyOf("canbo");
        assertTrue(key.matches("thangcal_[\\w-]{54}"), key.length() + " characters");
        assertEquals(1, number("SELECT COUNT(*) FROM calendar_address WHERE hash = ?1", Sha256.hex(key)));
        assertEquals(0, number("SELECT COUNT(*) FROM change_log WHERE details LIKE CONCAT('%', ?1, '%')", key));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'make-calendar' AND details = ?1",
                calendar.list().get(0).mark()));
        assertNull(calendar.list().get(0).lastReadAt());
        reading.feed(key, SITE);
        assertTrue(calendar.list().get(0).lastReadAt() != null);
    }

    @Test
    void anOfficerReadsTheDaysOfRoundsOfTheirAgencyAndOfWhatIsAsked() {
        long asked = ask("15", null);
        long elsewhere = ask("BTP", null);
        Map<String, String> events = events(keyOf("canbo"));
        long round = round("2026");
        for (String stage : List.of("OPENING", "ANSWERING", "CHECK", "REVIEW", "CORRECTION", "REPLY", "DECISION",
                "PUBLICATION")) {
            assertTrue(events.containsKey("round-" + round + "-" + stage), () -> stage + events.keySet());
        }
        long own = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE s.round_id = ?1"
                + " AND a.code = '15'", round);
        assertTrue(events.get("assessment-" + own).contains("/assessment/stages.xhtml?assessment=" + own));
        assertTrue(events.get("matter-" + asked).contains("P1-08"));
        assertFalse(events.get("matter-" + asked).contains("còn thấp"), "words stay inside");
        assertFalse(events.containsKey("matter-" + elsewhere));
        assertTrue(events(keyOf("lanhdao")).containsKey("matter-" + elsewhere), "who asked has it too");
    }

    /** The day of the agency is the one that holds for it, extensions included. */
    @Test
    void aLaterDayOfTheAgencyMovesItsEvent() {
        long own = number("SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE r.code = '2026' AND a.code = '15'");
        sql("UPDATE assessment SET state = 'IN_PROGRESS' WHERE id = ?1", own);
        sql("UPDATE assessment_round SET state = 'OPEN' WHERE code = '2026'");
        LocalDate later = today.plusDays(100);
        sql("INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at) SELECT"
                + " NEXTVAL(stage_extension_seq), ?1, 'ANSWERING', ?2, 'Bão', id, '2026-01-01' FROM person"
                + " WHERE username = 'quantri'", own, later.toString());
        assertTrue(events(keyOf("canbo")).get("assessment-" + own)
                .contains("DTSTART;VALUE=DATE:" + later.toString().replace("-", "")));
    }

    @Test
    void aWithdrawnRoundAndADroppedMatterAreCancelled() {
        long matter = ask("15", null);
        String key = keyOf("canbo");
        sql("UPDATE assessment_round SET state = 'WITHDRAWN' WHERE code = '2026'");
        caller.actAs("lanhdao");
        take(matter, Deed.DROP, "Không còn cần.");
        Map<String, String> events = events(key);
        assertTrue(events.get("matter-" + matter).contains("STATUS:CANCELLED"));
        assertTrue(events.get("round-" + round("2026") + "-PUBLICATION").contains("STATUS:CANCELLED"));
        assertTrue(events.get("round-" + round("2026") + "-ANSWERING").contains("STATUS:CONFIRMED"));
        assertFalse(reading.feed(key, SITE).text().contains("SEQUENCE:0\r\nSTATUS:CANCELLED"));
    }

    @Test
    void aMeetingIsForThoseWhoSeeTheCountryAndIsCancelledWhenItIsGivenUp() {
        caller.actAs("lanhdao");
        long meeting = meetings.prepare(today.plusDays(3));
        String key = keyOf("lanhdao");
        assertTrue(events(key).get("meeting-" + meeting).contains("STATUS:CONFIRMED"));
        assertTrue(reading.meeting(meeting, SITE, VIETNAMESE).text().contains("UID:meeting-" + meeting + "@thang"));
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh")) {
            assertFalse(events(keyOf(person)).containsKey("meeting-" + meeting), person);
        }
        caller.actAs("canbo");
        forbidden(() -> reading.meeting(meeting, SITE, VIETNAMESE));
        caller.actAs("lanhdao");
        meetings.giveUp(meeting);
        assertTrue(events(key).get("meeting-" + meeting).contains("STATUS:CANCELLED"));
    }

    @Test
    void theFileOfAMatterIsForThoseWhoSeeIt() {
        long matter = ask("BTP", null);
        assertTrue(reading.matter(matter, SITE, VIETNAMESE).text().contains("UID:matter-" + matter + "@thang"));
        caller.actAs("canbo");
        refused("matter.unknown", () -> reading.matter(matter, SITE, VIETNAMESE));
    }

    /** Restricted matters are for those who may read restricted answers, in a calendar too. */
    @Test
    void aRestrictedMatterStandsInNoCalendarOfOthers() {
        long matter = ask("15", null);
        sql("UPDATE matter SET restricted = TRUE, asked_by = (SELECT id FROM person WHERE username = 'kiemtoan')"
                + " WHERE id = ?1", matter);
        assertTrue(events(keyOf("canbo")).containsKey("matter-" + matter));
        assertFalse(events(keyOf("kiemtoan")).containsKey("matter-" + matter));
    }

    /** What an administrator takes away is gone with the next reading. */
    @Test
    void rightsAreThoseOfTheMoment() {
        long asked = ask("15", null);
        String key = keyOf("canbo");
        assertTrue(events(key).containsKey("matter-" + asked));
        sql("UPDATE membership SET valid_to = ?1 WHERE person_id = (SELECT id FROM person WHERE username = 'canbo')",
                today.minusDays(1).toString());
        assertEquals(Map.of(), events(key));
        sql("UPDATE person SET active = FALSE WHERE username = 'canbo'");
        unknown(key);
    }

    @Test
    void whatIsNoKeyOrWasRevokedReadsNothing() {
        String key = keyOf("canbo");
        unknown(key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A"));
        unknown(key.substring(0, OwnCalendar.MARK_LENGTH));
        unknown(null);
        unknown("");
        unknown("thangcal_");
        long id = calendar.list().get(0).id();
        caller.actAs("lanhdao");
        refused("calendar.unknown", () -> calendar.end(id));
        assertFalse(events(key).isEmpty());
        caller.actAs("canbo");
        calendar.end(id);
        assertEquals(1,
                number("SELECT COUNT(*) FROM change_log WHERE action = 'end-calendar' AND subject_id = ?1", id));
        unknown(key);
    }

    private void unknown(String key) {
        assertEquals("calendar.unknown", org.junit.jupiter.api.Assertions.assertThrows(BusinessException.NotFound.class,
                () -> reading.feed(key, SITE)).key());
    }

    @Test
    void thereIsAnEndToAddressesAndToReading() {
        String key = keyOf("canbo");
        for (int i = 1; i < OwnCalendar.MOST; i++) {
            calendar.make();
        }
        refused("calendar.most", () -> calendar.make());
        for (int i = 0; i < 20; i++) {
            reading.feed(key, SITE);
        }
        refused("calendar.too-often", () -> reading.feed(key, SITE));
    }

    @Test
    void whoHasNoRoleMakesNoAddress() {
        caller.actAs("canbo");
        sql("UPDATE membership SET valid_to = ?1 WHERE person_id = (SELECT id FROM person WHERE username = 'canbo')",
                today.minusDays(1).toString());
        caller.actAs("canbo");
        forbidden(() -> calendar.make());
        forbidden(() -> calendar.list());
        forbidden(() -> calendar.end(1));
    }

    /** The number of statements does not follow the number of days; every other reading takes its part of what is allowed as well. */
    @Test
    void aFeedCostsAFixedNumberOfStatements() {
        String key = keyOf("canbo");
        long few = fewest(key);
        for (int i = 0; i < 12; i++) {
            ask("15", null);
        }
        assertEquals(few, fewest(key));
        assertTrue(few < 20, few + " statements");
    }

    private long fewest(String key) {
        return Math.min(used(() -> reading.feed(key, SITE)), used(() -> reading.feed(key, SITE)));
    }
}
