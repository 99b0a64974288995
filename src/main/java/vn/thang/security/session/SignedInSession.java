package vn.thang.security.session;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import vn.thang.platform.Sha256;
import vn.thang.platform.Unguessable;
import vn.thang.security.SignedIn;

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
    private static final long serialVersionUID = 6L;

    private String name;
    private Instant began;
    private String way;
    private String keyHash;
    private Instant credentialsAt;
    private boolean withRole;
    private Instant checkedAt;
    private Instant notedAt;
    private long ended;
    private Set<String> seen;

    /** Begins it for the browser that has this key. */
    public void begin(SignedIn person, Way by, String key, Instant now) {
        name = random();
        began = now;
        way = by == null ? null : by.name();
        keyHash = Sha256.hex(key);
        credentialsAt = person.credentialsAt();
        withRole = !person.grants().isEmpty();
        checkedAt = null;
        notedAt = now;
        seen = null;
    }

    /** Makes a secret of 256 bits. */
    public static String random() {
        return Unguessable.text(NAME_BYTES);
    }

    /** Whether a browser with this key began it: the id that the server gives a session is too short to be believed alone. */
    boolean isOf(String key) {
        return key != null && keyHash != null && Sha256.isOf(keyHash, key);
    }

    /** Goes on after the person set another password in this very session. */
    public void goOn(Instant changedAt) {
        credentialsAt = changedAt;
    }

    /** By which way other than the password the person came; null for the password. */
    String way() {
        return way;
    }

    boolean beganAfter(Instant earliest) {
        return began != null && began.isAfter(earliest);
    }

    public String name() {
        return name;
    }

    /** Whether this happens for the first time in this session. */
    public synchronized boolean isFirst(String what) {
        if (seen == null) {
            seen = new HashSet<>();
        }
        return seen.add(what);
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
