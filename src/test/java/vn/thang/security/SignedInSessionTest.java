package vn.thang.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedInSessionTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private final SignedInSession session = new SignedInSession();

    @Test
    void aSessionThatNobodyBeganDoesNotHold() {
        assertFalse(session.holds(person(null), MORNING));
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        session.begin(person(null), MORNING);
        assertTrue(session.holds(person(null), MORNING.plusSeconds(12 * 3600 - 1)));
        session.goOn(null);
        assertFalse(session.holds(person(null), MORNING.plusSeconds(12 * 3600)));
    }

    @Test
    void anotherPasswordEndsEverySessionButThatInWhichItWasSet() {
        session.begin(person(null), MORNING);
        assertFalse(session.holds(person(MORNING), MORNING));
        session.goOn(MORNING);
        assertTrue(session.holds(person(MORNING), MORNING));
        assertFalse(session.holds(person(MORNING.plusSeconds(1)), MORNING));
    }

    private static SignedIn person(Instant credentialsAt) {
        return new SignedIn(1, "ai.do", "Ai Đó", "vi", credentialsAt, List.of());
    }
}
