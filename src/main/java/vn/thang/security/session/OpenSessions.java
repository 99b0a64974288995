package vn.thang.security.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import vn.thang.security.SecurityEvent;
import vn.thang.security.SignedIn;
import vn.thang.security.Whence;
import vn.thang.security.token.ApiTokens;

/**
 * The register of sessions, which all servers share. It knows each by the hash of the key that the browser of its person has.
 * Whoever ends all ways by which a person is in ends the tokens of their programs too.
 */
@ApplicationScoped
public class OpenSessions {

    private static final String NOTE = """
            UPDATE open_session SET last_used_at = :now WHERE id = :id AND ended_at IS NULL""";
    private static final String OPEN = """
            SELECT EXISTS (SELECT 1 FROM open_session WHERE id = :id AND ended_at IS NULL)""";
    /** A session of which the provider said no name ends with any of its account. */
    private static final String OF_PROVIDER = """
            WHERE issuer = :issuer AND ended_at IS NULL AND began_at <= :before
                AND (:subject IS NULL OR subject = :subject)
                AND (:session IS NULL OR provider_session = :session
                    OR provider_session IS NULL AND subject = :subject)""";
    private static final int LONGEST_BROWSER = 60;
    private static final int LONGEST_ADDRESS = 45;

    @Inject
    private Jdbi jdbi;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.session.hours", defaultValue = "12")
    private long hours;

    @Inject
    @ConfigProperty(name = "thang.session.idle-minutes", defaultValue = "30")
    private int idleMinutes;

    /** How often this server has ended sessions; who has seen another number asks the register again. */
    private final AtomicLong ended = new AtomicLong();

    /**
     * A session as its person sees it.
     *
     * @param id what the register calls it
     */
    public record OpenSession(String id, Instant beganAt, Instant lastUsedAt, String address, String browser) {
    }

    /** How long a session lasts however busy it is. */
    public Duration longest() {
        return Duration.ofHours(hours);
    }

    /** How long a session lasts in which nothing is done. */
    public Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    long ended() {
        return ended.get();
    }

    public void begin(SignedIn who, String id, Way way, Whence whence, String browser) {
        long person = who.personId();
        Instant now = now();
        jdbi.useHandle(sql -> {
            sql.createUpdate("""
                    INSERT INTO open_session (id, person_id, began_at, last_used_at, address, browser, issuer, subject,
                        provider_session, way, credentials_at)
                    VALUES (:id, :person, :now, :now, :address, :browser, :issuer, :subject, :session, :way,
                        :credentials)""")
                    .bind("way", way == null ? null : way.name()).bind("credentials", who.credentialsAt())
                    .bind("issuer", way == null ? null : way.issuer())
                    .bind("subject", way == null ? null : way.subject())
                    .bind("session", way == null ? null : way.session())
                    .bind("id", id).bind("person", person).bind("now", now)
                    .bind("address", cut(whence.address(), LONGEST_ADDRESS))
                    .bind("browser", cut(browser, LONGEST_BROWSER)).execute();
        });
    }

    /** Whether this session goes on; where it does, the register notes that it is used. */
    boolean goesOn(String id, boolean note) {
        return jdbi.withHandle(sql -> note
                ? sql.createUpdate(NOTE).bind("now", now()).bind("id", id).execute() == 1
                : sql.createQuery(OPEN).bind("id", id).mapTo(Boolean.class).one());
    }

    /** Lists the sessions of a person that can go on, the one used last first. */
    List<OpenSession> list(long person) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, began_at, last_used_at, address, browser FROM open_session
                WHERE person_id = :person AND ended_at IS NULL AND began_at > :earliest AND last_used_at > :idle
                ORDER BY last_used_at DESC, began_at DESC, id""")
                .bind("person", person).bind("earliest", now().minus(longest())).bind("idle", now().minus(idle()))
                .mapTo(OpenSession.class).list());
    }

    /** Ends the session of whoever leaves it, or of a browser in which another one begins. */
    public void leave(String id) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE open_session SET ended_at = :now WHERE id = :id AND ended_at IS NULL""")
                .bind("now", now()).bind("id", id).execute());
    }

    /** Ends one session of a person; answers whether there was one. */
    boolean end(long person, String id) {
        int changed = jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE open_session SET ended_at = :now WHERE person_id = :person AND id = :id AND ended_at IS NULL""")
                .bind("now", now()).bind("person", person).bind("id", id).execute());
        ended.incrementAndGet();
        return changed == 1;
    }

    /** Ends all sessions of a person and all tokens of their programs, as when others change what the person signs in with. */
    public void endAll(long person) {
        endOthers(person, null);
        endTokens(person);
    }

    /** Ends the tokens of the programs of a person, which let read without a session. */
    int endTokens(long person) {
        List<Long> held = tokens.endAll(person, now());
        held.forEach(token -> events.fire(new SecurityEvent.TokenEnded(token)));
        return held.size();
    }

    /** Ends all sessions of a person but this one. */
    int endOthers(long person, String id) {
        int changed = jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE open_session SET ended_at = :now
                WHERE person_id = :person AND ended_at IS NULL AND id <> :kept""")
                .bind("now", now()).bind("person", person).bind("kept", id == null ? "" : id).execute());
        ended.incrementAndGet();
        return changed;
    }

    /**
     * Ends what began by an account at a provider, before this moment: the one session that the provider names, or all.
     *
     * @return whose sessions ended
     */
    public List<Long> endOf(String issuer, String subject, String session, Instant before) {
        List<Long> people = jdbi.withHandle(sql -> {
            List<Long> whose = sql.createQuery("SELECT DISTINCT person_id FROM open_session\n" + OF_PROVIDER)
                    .bind("issuer", issuer).bind("subject", subject).bind("session", session).bind("before", before)
                    .mapTo(Long.class).list();
            sql.createUpdate("UPDATE open_session SET ended_at = :now\n" + OF_PROVIDER).bind("now", now())
                    .bind("issuer", issuer).bind("subject", subject).bind("session", session).bind("before", before)
                    .execute();
            return whose;
        });
        ended.incrementAndGet();
        return people;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
