package vn.thang.security;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When the session of a person began, and with which password. It is over when the password was set again elsewhere, and
 * after twelve hours however busy it was.
 */
@SessionScoped
public class SignedInSession implements Serializable {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final long serialVersionUID = 1L;

    private Instant began;
    private Instant credentialsAt;

    void begin(SignedIn person, Instant now) {
        began = now;
        credentialsAt = person.credentialsAt();
    }

    /** Goes on after the person set another password in this very session. */
    public void goOn(Instant changedAt) {
        credentialsAt = changedAt;
    }

    boolean holds(SignedIn person, Instant now) {
        return began != null && now.isBefore(began.plus(LONGEST))
                && Objects.equals(credentialsAt, person.credentialsAt());
    }
}
