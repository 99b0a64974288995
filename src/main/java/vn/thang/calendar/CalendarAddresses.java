package vn.thang.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.thang.security.SecurityEvent;

/** Private addresses, of whose keys the hash alone is kept, and the meetings that calendars showed and that are not held. */
@ApplicationScoped
class CalendarAddresses {

    @Inject
    private Jdbi jdbi;

    /** An address that was found. */
    record Found(long id, String hash, long personId) {
    }

    /** A meeting that is not held. */
    record GivenUp(long meetingId, LocalDate heldOn, Instant givenUpAt) {
    }

    /** Removes the addresses of somebody who left. */
    void forget(@Observes SecurityEvent.PersonForgotten left) {
        jdbi.useHandle(sql -> sql.createUpdate("DELETE FROM calendar_address WHERE person_id = :person")
                .bind("person", left.person()).execute());
    }

    /** Finds the address whose key begins with the mark, unless it was revoked. */
    Optional<Found> find(String mark) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, hash, person_id FROM calendar_address WHERE mark = :mark AND ended_at IS NULL""")
                .bind("mark", mark).mapTo(Found.class).findOne());
    }

    /** Lists the addresses of a person, those first that still hold, the newest of them first. */
    List<CalendarAddress> list(long person) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, mark, made_at, last_read_at, ended_at FROM calendar_address
                WHERE person_id = :person ORDER BY ended_at IS NOT NULL, id DESC""").bind("person", person)
                .mapTo(CalendarAddress.class).list());
    }

    /** Returns how many addresses of a person hold by now, whatever the transaction has seen before. */
    long count(long person) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM calendar_address WHERE person_id = :person AND ended_at IS NULL
                LOCK IN SHARE MODE""").bind("person", person).mapTo(Long.class).one());
    }

    /** Stores an address and answers its id. */
    long add(long person, String mark, String hash, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO calendar_address (person_id, mark, hash, made_at) VALUES (:person, :mark, :hash, :now)""")
                .bind("person", person).bind("mark", mark).bind("hash", hash).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Ends an address of the person and answers whether it still held. */
    boolean end(long person, long id, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE calendar_address SET ended_at = :now
                WHERE id = :id AND person_id = :person AND ended_at IS NULL""").bind("now", now).bind("id", id)
                .bind("person", person).execute()) == 1;
    }

    /** Notes that a calendar read it, once an hour at most, so that reading writes little. */
    void read(long id, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE calendar_address SET last_read_at = :now
                WHERE id = :id AND (last_read_at IS NULL OR last_read_at < :now - INTERVAL 1 HOUR)""")
                .bind("now", now).bind("id", id).execute());
    }

    void giveUp(long meeting, LocalDate day, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO calendar_given_up (meeting_id, held_on, given_up_at) VALUES (:meeting, :day, :now)""")
                .bind("meeting", meeting).bind("day", day).bind("now", now).execute());
    }

    List<GivenUp> givenUp(LocalDate from) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT meeting_id, held_on, given_up_at FROM calendar_given_up WHERE held_on >= :from""")
                .bind("from", from).mapTo(GivenUp.class).list());
    }
}
