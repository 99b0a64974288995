package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters that wait. One that is taken to be sent comes back by itself when nothing was heard of it. */
@ApplicationScoped
@Transactional
class Outbox {

    static final Duration UNHEARD = Duration.ofMinutes(10);
    private static final Duration FRESH = Duration.ofDays(3);
    private static final int MOST_ATTEMPTS = 60;
    private static final int LONGEST_PAUSE = 360;
    private static final int LONGEST_FAULT = 300;

    /** Notices that a person wants by mail and has not seen; arguments: the way, and since when. */
    private static final String WANTED = " FROM notice n JOIN person p ON p.id = n.person_id AND p.active = TRUE AND p.email IS NOT NULL"
            + " LEFT JOIN notice_setting c ON c.person_id = n.person_id WHERE n.mail_id IS NULL AND n.read_at IS NULL"
            + " AND COALESCE(c.mail, 'DAILY') = ? AND n.created_at >= ?"
            + " AND FIND_IN_SET(n.topic, COALESCE(c.topics, 'DUE,RETURNS,DECISIONS,ROUNDS')) > 0";
    private static final String NEW = "INSERT INTO mail (person_id, occasion, message_id, state, next_at) SELECT n.person_id, %s,"
            + " CONCAT('<thang.', n.person_id, '.', MIN(n.id), '@', ?, '>'), 'WAITING', ?" + WANTED
            + " AND NOT EXISTS (SELECT 1 FROM mail l WHERE l.person_id = n.person_id AND l.state = 'WAITING' AND l.attempts = 0)"
            + " GROUP BY n.person_id ON DUPLICATE KEY UPDATE mail.id = mail.id";
    private static final String PUT_IN = "UPDATE notice n JOIN person p ON p.id = n.person_id AND p.active = TRUE AND p.email IS NOT NULL"
            + " JOIN mail l ON l.person_id = n.person_id AND l.state = 'WAITING' AND l.attempts = 0"
            + " LEFT JOIN notice_setting c ON c.person_id = n.person_id SET n.mail_id = l.id" + WANTED.substring(WANTED.indexOf(" WHERE"));

    @Inject
    private Query query;

    /**
     * A letter that is to be sent now.
     *
     * @param until when it comes back by itself
     */
    record Waiting(long id, long person, String messageId, int attempts, String email, String fullName, String language, Instant until) {
    }

    /** Puts what was not mailed into letters: one a day for each person, or at once where that was chosen. */
    void collect(MailChoice.How how, LocalDate today, Instant now, String domain) {
        boolean daily = how == MailChoice.How.DAILY;
        Instant since = now.minus(FRESH);
        query.write(NEW.formatted(daily ? "'day " + today + "'" : "CONCAT('at ', MIN(n.id))"), domain, now, how.name(), since);
        query.write(PUT_IN, how.name(), since);
    }

    /** Takes so many letters; no other server takes the same ones. */
    List<Waiting> take(int most, Instant now) {
        Instant until = now.plus(UNHEARD).truncatedTo(ChronoUnit.SECONDS);
        List<Waiting> taken = query.list("SELECT l.id, l.person_id, l.message_id, l.attempts + 1, p.email, p.full_name, p.language"
                + " FROM mail l"
                + " JOIN person p ON p.id = l.person_id WHERE l.state = 'WAITING' AND l.next_at <= ? ORDER BY l.next_at, l.id LIMIT " + most
                + " FOR UPDATE SKIP LOCKED", row -> new Waiting(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4),
                row.getString(5), row.getString(6), row.getString(7), until), now);
        if (!taken.isEmpty()) {
            query.write("UPDATE mail SET attempts = attempts + 1, next_at = ? WHERE id IN (" + taken.stream().map(one -> "?")
                    .collect(Collectors.joining(", ")) + ")", IntStream.rangeClosed(0, taken.size()).mapToObj(i -> i == 0 ? until
                    : (Object) taken.get(i - 1).id()).toArray());
        }
        return taken;
    }

    void sent(long id, Instant now) {
        query.write("UPDATE mail SET state = 'SENT', sent_at = ?, fault = NULL WHERE id = ?", now, id);
        query.write("UPDATE notice SET mailed_at = ? WHERE mail_id = ?", now, id);
    }

    /** All of it was read, or nobody may see it any more. */
    void dropped(long id) {
        query.write("UPDATE mail SET state = 'DROPPED' WHERE id = ?", id);
    }

    void failed(long id, String fault) {
        query.write("UPDATE mail SET state = 'FAILED', fault = ? WHERE id = ?", shortened(fault), id);
    }

    /** Is tried again, each time after a longer pause. */
    void later(Waiting letter, String fault, Instant now) {
        if (letter.attempts() >= MOST_ATTEMPTS) {
            failed(letter.id(), fault);
            return;
        }
        query.write("UPDATE mail SET next_at = ?, fault = ? WHERE id = ?", now.plus(pause(letter.attempts())), shortened(fault),
                letter.id());
    }

    /** As {@link #later}, but leaves alone what was sent before the connection broke. */
    void laterUnlessDone(Waiting letter, String fault, Instant now) {
        if (query.number("SELECT COUNT(*) FROM mail WHERE id = ? AND state = 'WAITING' AND next_at = ?", letter.id(), letter.until()) > 0) {
            later(letter, fault, now);
        }
    }

    /** 1, 2, 4, 8 minutes and so on up to six hours. */
    static Duration pause(int attempts) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE, 1L << Math.min(attempts - 1, 20)));
    }

    /** Lists the letters that failed, the newest first. */
    List<FailedMails.Letter> failed(int most) {
        return query.list("SELECT l.id, p.full_name, p.email, l.next_at, l.fault FROM mail l JOIN person p ON p.id = l.person_id"
                + " WHERE l.state = 'FAILED' ORDER BY l.id DESC LIMIT " + most, row -> new FailedMails.Letter(row.getLong(1),
                row.getString(2), row.getString(3), Query.moment(row, 4), row.getString(5)));
    }

    /** Lets a letter that failed wait to be sent now; it takes no new notices any more. */
    void again(long id, Instant now) {
        query.write("UPDATE mail SET state = 'WAITING', attempts = 1, next_at = ? WHERE id = ? AND state = 'FAILED'", now, id);
    }

    long count(String state) {
        return query.number("SELECT COUNT(*) FROM mail WHERE state = ?", state);
    }

    private static String shortened(String fault) {
        return fault == null || fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }
}
