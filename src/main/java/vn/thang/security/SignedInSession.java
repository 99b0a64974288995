package vn.thang.security;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/**
 * When the session of a person began, with which password, and by what name the register of {@link OpenSessions} knows it. It
 * is over when the password was set again elsewhere, when the last role of the person ended, when the register says so, and
 * after its time however busy it was.
 */
@SessionScoped
public class SignedInSession implements Serializable {

    /** So long a session goes on after another server has ended it. */
    static final Duration CHECKED_EVERY = Duration.ofSeconds(15);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int NAME_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long serialVersionUID = 3L;

    private String name;
    private Instant began;
    private String way;
    private Instant credentialsAt;
    private boolean withRole;
    private Instant checkedAt;
    private Instant notedAt;
    private long ended;

    void begin(SignedIn person, String by, Instant now) {
        byte[] bytes = new byte[NAME_BYTES];
        RANDOM.nextBytes(bytes);
        name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        began = now;
        way = by;
        credentialsAt = person.credentialsAt();
        withRole = !person.grants().isEmpty();
        checkedAt = null;
        notedAt = now;
    }

    /** Goes on after the person set another password in this very session. */
    public void goOn(Instant changedAt) {
        credentialsAt = changedAt;
    }

    /** By which way other than the password the person came; null for the password. */
    String way() {
        return way;
    }

    String name() {
        return name;
    }

    boolean holds(SignedIn person, Instant now, Duration longest) {
        return began != null && now.isBefore(began.plus(longest))
                && Objects.equals(credentialsAt, person.credentialsAt())
                && (!withRole || !person.grants().isEmpty());
    }

    /** Whether the register was asked a short while ago, and this server has ended no session since. */
    boolean isChecked(Instant now, long endedByNow) {
        return checkedAt != null && now.isBefore(checkedAt.plus(CHECKED_EVERY)) && ended == endedByNow;
    }

    /** Whether the register does not know of the last minute. */
    boolean isUnnoted(Instant now) {
        return !now.isBefore(notedAt.plus(NOTED_EVERY));
    }

    void checked(Instant now, long endedByNow, boolean noted) {
        checkedAt = now;
        ended = endedByNow;
        notedAt = noted ? now : notedAt;
    }
}
