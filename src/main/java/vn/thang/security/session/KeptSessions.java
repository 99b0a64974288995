package vn.thang.security.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Sha256;

/**
 * What the register keeps of sessions so that a server takes one up when the server that knew it is gone. A browser shows two
 * things for it: its key, and an id that a server gave this very session. The register has the hashes of both.
 */
@ApplicationScoped
public class KeptSessions {

    @Inject
    private Jdbi jdbi;

    @Inject
    private OpenSessions sessions;

    @Inject
    private Clock clock;

    /**
     * A session that can go on.
     *
     * @param way           by which the person came other than the password; null for the password
     * @param credentialsAt when the person had set what they signed in with
     */
    record Kept(long personId, Instant beganAt, String way, Instant credentialsAt) {
    }

    /** Finds the session of this key and this id, unless it was ended, was not used for too long, or lasted its time. */
    Optional<Kept> find(String key, String given) {
        Instant now = clock.instant();
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.person_id, s.began_at, s.way, s.credentials_at
                FROM open_session s JOIN open_session_id i ON i.session_id = s.id AND i.given_hash = :given
                WHERE s.id = :id AND s.ended_at IS NULL AND s.began_at > :earliest AND s.last_used_at > :idle""")
                .bind("id", Sha256.hex(key)).bind("given", Sha256.hex(given))
                .bind("earliest", now.minus(sessions.longest())).bind("idle", now.minus(sessions.idle()))
                .mapTo(Kept.class).findOne());
    }

    /** Notes an id that a server has given a session; requests of one browser that come at once may be given several. */
    void add(String id, String given) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT IGNORE INTO open_session_id (session_id, given_hash) VALUES (:id, :given)""")
                .bind("id", id).bind("given", Sha256.hex(given)).execute());
    }

    /** Notes that a session goes on with what its person signs in with from now on. */
    void renew(String id, Instant credentialsAt) {
        jdbi.useHandle(sql -> sql.createUpdate("UPDATE open_session SET credentials_at = :at WHERE id = :id")
                .bind("at", credentialsAt).bind("id", id).execute());
    }
}
