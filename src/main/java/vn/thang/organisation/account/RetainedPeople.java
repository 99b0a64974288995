package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.thang.platform.Retained;
import vn.thang.platform.Time;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.SecurityEvent;

/**
 * People who have left are forgotten some time after their account was closed or their last role ended: their address and what
 * they signed in with go, in other features too, which are told. Their name remains beside what they did.
 */
@ApplicationScoped
class RetainedPeople implements Retained {

    private static final String LEFT = """
            SELECT p.id FROM person p
            WHERE (p.active = FALSE AND p.closed_at < :before
                    OR (SELECT MAX(COALESCE(m.valid_to, :never)) FROM membership m WHERE m.person_id = p.id) < :day)
                AND (p.email IS NOT NULL OR p.password_hash IS NOT NULL
                    OR EXISTS (SELECT 1 FROM second_factor f WHERE f.person_id = p.id)
                    OR EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id)
                    OR EXISTS (SELECT 1 FROM external_identity i WHERE i.person_id = p.id))
            ORDER BY p.id LIMIT :most""";
    /**
     * The release before did not know the day on which it closed an account: the time of these begins when that is seen. They are
     * looked for first, since to change what a search through all people finds would lock all of them.
     */
    private static final String SEEN_CLOSED = "SELECT id FROM person WHERE active = FALSE AND closed_at IS NULL";
    private static final String BEGUN = """
            UPDATE person SET closed_at = :now WHERE id IN (<people>) AND active = FALSE AND closed_at IS NULL""";
    private static final List<String> GONE = List.of("DELETE FROM second_factor WHERE person_id IN (<people>)",
            "DELETE FROM passkey WHERE person_id IN (<people>)",
            "DELETE FROM external_identity WHERE person_id IN (<people>)",
            "DELETE FROM password_link WHERE person_id IN (<people>)",
            "DELETE FROM address_confirmation WHERE person_id IN (<people>)",
            "DELETE FROM address_change WHERE person_id IN (<people>)",
            "UPDATE person SET email = NULL, password_hash = NULL, version = version + 1 WHERE id IN (<people>)");
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Inject
    private Flushed flushed;

    @Inject
    private Event<SecurityEvent> events;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return "left-person";
    }

    @Override
    public int remove(Instant before, int most) {
        List<Long> people = flushed.withHandle(sql -> {
            List<Long> closed = sql.createQuery(SEEN_CLOSED).mapTo(Long.class).list();
            if (!closed.isEmpty()) {
                sql.createUpdate(BEGUN).bind("now", clock.instant()).bindList("people", closed).execute();
            }
            List<Long> left = sql.createQuery(LEFT).bind("before", before).bind("never", NEVER)
                    .bind("day", LocalDate.ofInstant(before, Time.ZONE)).bind("most", most).mapTo(Long.class).list();
            if (!left.isEmpty()) {
                forget(sql, left);
            }
            return left;
        });
        people.forEach(person -> events.fire(new SecurityEvent.PersonForgotten(person)));
        return people.size();
    }

    private static void forget(Handle sql, List<Long> people) {
        GONE.forEach(statement -> sql.createUpdate(statement).bindList("people", people).execute());
    }
}
