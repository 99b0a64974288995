package vn.thang.security.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.security.Grant;
import vn.thang.security.Role;
import vn.thang.security.SignedIn;

class SignedInSessionTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private static final Duration LONGEST = Duration.ofHours(12);

    private static final String KEY = SignedInSession.random();

    private final SignedInSession session = new SignedInSession();

    @Test
    void aSessionThatNobodyBeganDoesNotHold() {
        assertFalse(session.holds(person(null), MORNING, LONGEST));
    }

    /** The id that the server gives it has fewer random bits than a secret needs. */
    @Test
    void aSessionIsOfTheBrowserThatHasItsKey() {
        assertFalse(session.isOf(KEY), "nobody has begun it");
        session.begin(person(null), null, KEY, MORNING);
        assertTrue(session.isOf(KEY));
        assertFalse(session.isOf(null));
        assertFalse(session.isOf(""));
        assertFalse(session.isOf(SignedInSession.random()));
        assertEquals(256, Base64.getUrlDecoder().decode(KEY).length * 8);
    }

    @Test
    void whoSignedInAShortWhileAgoIsKnown() {
        assertFalse(session.beganAfter(MORNING.minusSeconds(1)));
        session.begin(person(null), null, KEY, MORNING);
        assertTrue(session.beganAfter(MORNING.minusSeconds(1)));
        assertFalse(session.beganAfter(MORNING));
    }

    /** Taken up at another server, it began when it began, and is of the browser that has its key. */
    @Test
    void aSessionThatIsTakenUpIsAsOldAsItWas() {
        session.takeUp(person(MORNING), new KeptSessions.Kept(1, MORNING, "khoa", MORNING), KEY);
        assertTrue(session.isOf(KEY));
        assertFalse(session.isOf(SignedInSession.random()));
        assertFalse(session.beganAfter(MORNING));
        assertEquals("khoa", session.way());
        assertTrue(session.holds(person(MORNING), MORNING.plusSeconds(12 * 3600 - 1), LONGEST));
        assertFalse(session.holds(person(MORNING), MORNING.plusSeconds(12 * 3600), LONGEST));
        assertFalse(session.isChecked(MORNING, 0), "the register is asked");
        assertTrue(session.knownBy("a"), "it has just been taken up");
        assertFalse(session.knownBy("b"), "and is told once");
        assertTrue(session.isKnownBy("b"));
        assertFalse(session.isKnownBy("a"));
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        session.begin(person(null), null, KEY, MORNING);
        assertTrue(session.holds(person(null), MORNING.plusSeconds(12 * 3600 - 1), LONGEST));
        session.goOn(null);
        assertFalse(session.holds(person(null), MORNING.plusSeconds(12 * 3600), LONGEST));
    }

    @Test
    void anotherPasswordEndsEverySessionButThatInWhichItWasSet() {
        session.begin(person(null), null, KEY, MORNING);
        assertFalse(session.holds(person(MORNING), MORNING, LONGEST));
        session.goOn(MORNING);
        assertTrue(session.holds(person(MORNING), MORNING, LONGEST));
        assertFalse(session.holds(person(MORNING.plusSeconds(1)), MORNING, LONGEST));
    }

    @Test
    void aSessionEndsWithTheLastRole() {
        session.begin(person(null, new Grant(Role.OFFICER, 1, "15", "/1/")), null, KEY, MORNING);
        assertTrue(session.holds(person(null, new Grant(Role.HEAD, 2, "16", "/2/")), MORNING, LONGEST));
        assertFalse(session.holds(person(null), MORNING, LONGEST));
    }

    /** Within a quarter of a minute, and at once where this server has ended a session. */
    @Test
    void theRegisterIsAskedAgainAfterAWhile() {
        session.begin(person(null), null, KEY, MORNING);
        assertFalse(session.isChecked(MORNING, 0));
        session.checked(MORNING, 0, false);
        assertTrue(session.isChecked(MORNING.plusSeconds(14), 0));
        assertFalse(session.isChecked(MORNING.plusSeconds(15), 0));
        assertFalse(session.isChecked(MORNING.plusSeconds(1), 1));
    }

    @Test
    void theRegisterNotesTheUseOnceAMinute() {
        session.begin(person(null), null, KEY, MORNING);
        assertFalse(session.isUnnoted(MORNING.plusSeconds(59)));
        session.checked(MORNING.plusSeconds(59), 0, false);
        assertTrue(session.isUnnoted(MORNING.plusSeconds(60)));
        session.checked(MORNING.plusSeconds(60), 0, true);
        assertFalse(session.isUnnoted(MORNING.plusSeconds(119)));
    }

    private static SignedIn person(Instant credentialsAt, Grant... grants) {
        return new SignedIn(1, "ai.do", "Ai Đó", "vi", credentialsAt, List.of(grants));
    }
}
