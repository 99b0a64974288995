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
 * When the session of a person began, with which password, and as what the register of {@link OpenSessions} knows it: by the
 * hash of the key that the browser has. It is over when the password was set again elsewhere, when the last role of the person
 * ended, when the register says so, and after its time however busy it was. One that began at a server which is gone is taken
 * up as it was.
 */
@SessionScoped
public class SignedInSession implements Serializable {

    /** So long a session goes on after another server has ended it. */
    static final Duration CHECKED_EVERY = Duration.ofSeconds(15);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int KEY_BYTES = 32;
    private static final long serialVersionUID = 7L;

    private String id;
    private Instant began;
    private String way;
    private Instant credentialsAt;
    private boolean withRole;
    private Instant checkedAt;
    private Instant notedAt;
    private long ended;
    private Set<String> seen;
    private String given;
    private boolean takenUp;

    /** Begins it for the browser that has this key. */
    public void begin(SignedIn person, Way by, String key, Instant now) {
        begin(person, by == null ? null : by.name(), key, now, false);
    }

    /** Takes up what began then, at another server, for the browser that has this key. */
    void takeUp(SignedIn person, KeptSessions.Kept kept, String key) {
        begin(person, kept.way(), key, kept.beganAt(), true);
    }

    private void begin(SignedIn person, String by, String key, Instant at, boolean elsewhere) {
        id = Sha256.hex(key);
        began = at;
        way = by;
        credentialsAt = person.credentialsAt();
        withRole = !person.grants().isEmpty();
        checkedAt = null;
        notedAt = at;
        seen = null;
        given = null;
        takenUp = elsewhere;
    }

    /** Makes a secret of 256 bits. */
    public static String random() {
        return Unguessable.text(KEY_BYTES);
    }

    /** Whether a browser with this key began it: the id that the server gives a session is too short to be believed alone. */
    boolean isOf(String key) {
        return key != null && id != null && Sha256.isOf(id, key);
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

    /** Returns as what the register knows it; null where nobody has begun it. */
    public String id() {
        return id;
    }

    /** Whether the register was told that the server has given it this id. */
    boolean isKnownBy(String idOfServer) {
        return idOfServer.equals(given);
    }

    /** Notes that the register was told; answers whether it was taken up from another server just now. */
    synchronized boolean knownBy(String idOfServer) {
        given = idOfServer;
        boolean first = takenUp;
        takenUp = false;
        return first;
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
