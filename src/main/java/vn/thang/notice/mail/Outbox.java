package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** Letters that wait. One that is taken to be sent comes back by itself when nothing was heard of it. */
@ApplicationScoped
@Transactional
class Outbox {

    static final Duration UNHEARD = Duration.ofMinutes(10);
    private static final Duration FRESH = Duration.ofDays(3);
    private static final int MOST_ATTEMPTS = 60;
    private static final Duration LATE = Duration.ofHours(2);
    /** 1, 2, 4 and so on up to 64 minutes. */
    private static final int ATTEMPTS_OF_TWO_HOURS = 8;
    private static final int LONGEST_PAUSE = 360;
    private static final int LONGEST_FAULT = 300;

    /** Puts notices that were not mailed and that a person wants in this way into a letter of that person. */
    private static final String NEW = """
            INSERT INTO mail (person_id, occasion, message_id, state, next_at)
            SELECT n.person_id, COALESCE(:occasion, CONCAT('at ', MIN(n.id))),
                CONCAT('<thang.', n.person_id, '.', MIN(n.id), '@', :domain, '>'), :waiting, :now
            FROM notice n
            JOIN person p ON p.id = n.person_id AND p.active = TRUE AND p.email IS NOT NULL
            LEFT JOIN notice_setting c ON c.person_id = n.person_id
            WHERE n.mail_id IS NULL AND n.read_at IS NULL AND n.created_at >= :since
                AND COALESCE(c.mail, :usual) = :how AND FIND_IN_SET(n.topic, COALESCE(c.topics, :usualTopics)) > 0
                AND NOT EXISTS (SELECT 1 FROM mail l
                    WHERE l.person_id = n.person_id AND l.state = :waiting AND l.attempts = 0
                        AND l.password_link = FALSE AND l.about IS NULL)
            GROUP BY n.person_id
            ON DUPLICATE KEY UPDATE mail.id = mail.id""";
    private static final String PUT_IN = """
            UPDATE notice n
            JOIN person p ON p.id = n.person_id AND p.active = TRUE AND p.email IS NOT NULL
            JOIN mail l ON l.person_id = n.person_id AND l.state = :waiting AND l.attempts = 0
                AND l.password_link = FALSE AND l.about IS NULL
            LEFT JOIN notice_setting c ON c.person_id = n.person_id
            SET n.mail_id = l.id
            WHERE n.mail_id IS NULL AND n.read_at IS NULL AND n.created_at >= :since
                AND COALESCE(c.mail, :usual) = :how AND FIND_IN_SET(n.topic, COALESCE(c.topics, :usualTopics)) > 0""";
    /** Whoever has asked for a password waits for the letter; what brings news can come an hour later. */
    private static final String DUE = """
            SELECT l.id FROM mail l WHERE l.state = :waiting AND l.next_at <= :now
            ORDER BY l.password_link DESC, l.about IS NULL, l.next_at, l.id LIMIT :most""";
    private static final String NEXT = """
            SELECT l.id, l.person_id AS person, l.message_id, l.attempts + 1 AS attempts,
                COALESCE(l.address, p.email) AS email, p.full_name, p.language, l.password_link, l.about,
                CAST(:until AS DATETIME(6)) AS until
            FROM mail l JOIN person p ON p.id = l.person_id
            WHERE l.id IN (<due>) AND l.state = :waiting AND l.next_at <= :now
            ORDER BY l.password_link DESC, l.about IS NULL, l.next_at, l.id FOR UPDATE SKIP LOCKED""";

    private static final String FAILED = """
            FROM mail l JOIN person p ON p.id = l.person_id
            WHERE l.state = :failed AND (:words IS NULL OR LOCATE(:words, p.full_name) > 0
                OR LOCATE(:words, COALESCE(l.address, p.email)) > 0)""";

    @Inject
    private Jdbi jdbi;

    /** What a letter tells of an account. */
    enum About {
        FACTOR_SET_UP, FACTOR_REMOVED, FACTOR_RESET, PASSWORD_CHANGED, ADDRESS_ASKED, ADDRESS_GIVEN, ADDRESS_CHANGED,
        IDENTITY_CONNECTED,
        IDENTITY_REMOVED, PASSKEY_ADDED, PASSKEY_REMOVED
    }

    /** How a letter stands; one is dropped when none of its notices is news any more. */
    enum MailState {
        WAITING, SENT, DROPPED, FAILED
    }

    /**
     * A letter that is to be sent now.
     *
     * @param passwordLink whether it brings the link for a password and no notices
     * @param about        what it tells of the account; null for notices and links
     * @param until        when it comes back by itself
     */
    record Waiting(long id, long person, String messageId, int attempts, String email, String fullName, String language,
            boolean passwordLink, About about, Instant until) {
    }

    /** Puts what was not mailed into letters: one a day for each person, or at once where that was chosen. */
    void collect(MailChoice.How how, LocalDate today, Instant now, String domain) {
        Instant since = now.minus(FRESH);
        jdbi.useHandle(sql -> {
            wanted(sql.createUpdate(NEW), how, since)
                    .bind("occasion", how == MailChoice.How.DAILY ? "day " + today : null)
                    .bind("domain", domain).bind("now", now).execute();
            wanted(sql.createUpdate(PUT_IN), how, since).execute();
        });
    }

    /** Lets a letter wait that brings the person a link for the password, unless one waits already that was not tried. */
    void addPasswordLink(long person, Instant now, String domain) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO mail (person_id, occasion, message_id, state, next_at, password_link)
                SELECT p.id, CONCAT('password ', :now), :message, :waiting, :now, TRUE FROM person p
                WHERE p.id = :person AND NOT EXISTS (SELECT 1 FROM mail l WHERE l.person_id = :person AND l.state = :waiting
                    AND l.attempts = 0 AND l.password_link = TRUE)
                ON DUPLICATE KEY UPDATE mail.id = mail.id""")
                .bind("person", person).bind("now", now).bind("waiting", MailState.WAITING)
                .bind("message", "<thang." + UUID.randomUUID() + "@" + domain + ">").execute());
    }

    /** Lets a letter wait that tells the person what was done to the account; to this address where one is given. */
    void addAbout(long person, About about, String address, Instant now, String domain) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO mail (person_id, occasion, message_id, state, next_at, about, address)
                VALUES (:person, CONCAT('account ', :name), CONCAT('<thang.', :name, '@', :domain, '>'), :waiting, :now,
                    :about, :address)""")
                .bind("person", person).bind("name", UUID.randomUUID().toString()).bind("domain", domain)
                .bind("waiting", MailState.WAITING).bind("now", now).bind("about", about).bind("address", address)
                .execute());
    }

    private static Update wanted(Update statement, MailChoice.How how, Instant since) {
        return statement.bind("waiting", MailState.WAITING).bind("how", how).bind("since", since)
                .bind("usual", MailChoice.USUAL.how())
                .bind("usualTopics", MailChoice.USUAL.topicNames());
    }

    /** Takes so many letters; no other server takes the same ones. */
    List<Waiting> take(int most, Instant now) {
        Instant until = now.plus(UNHEARD).truncatedTo(ChronoUnit.SECONDS);
        return jdbi.withHandle(sql -> {
            // found without a lock: sorting would lock all that wait
            List<Long> due = sql.createQuery(DUE).bind("waiting", MailState.WAITING).bind("now", now)
                    .bind("most", most).mapTo(Long.class).list();
            if (due.isEmpty()) {
                return List.of();
            }
            List<Waiting> taken = sql.createQuery(NEXT).bindList("due", due).bind("waiting", MailState.WAITING)
                    .bind("until", until).bind("now", now).mapTo(Waiting.class).list();
            if (!taken.isEmpty()) {
                sql.createUpdate("UPDATE mail SET attempts = attempts + 1, next_at = :until WHERE id IN (<ids>)")
                        .bind("until", until).bindList("ids", taken.stream().map(Waiting::id).toList()).execute();
            }
            return taken;
        });
    }

    void sent(long id, Instant now) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("UPDATE mail SET state = :sent, sent_at = :now, fault = NULL WHERE id = :id")
                    .bind("sent", MailState.SENT).bind("now", now).bind("id", id).execute();
            sql.createUpdate("UPDATE notice SET mailed_at = :now WHERE mail_id = :id").bind("now", now).bind("id", id)
                    .execute();
        });
    }

    /** All of it was read, or nobody may see it any more. */
    void dropped(long id) {
        jdbi.useHandle(
                sql -> sql.createUpdate("UPDATE mail SET state = :dropped WHERE id = :id")
                        .bind("dropped", MailState.DROPPED).bind("id", id).execute());
    }

    void failed(long id, String fault) {
        jdbi.useHandle(sql -> sql.createUpdate("UPDATE mail SET state = :failed, fault = :fault WHERE id = :id")
                .bind("failed", MailState.FAILED).bind("fault", shortened(fault)).bind("id", id).execute());
    }

    /** Is tried again, each time after a longer pause. */
    void later(Waiting letter, String fault, Instant now) {
        if (letter.attempts() >= MOST_ATTEMPTS) {
            failed(letter.id(), fault);
            return;
        }
        jdbi.useHandle(sql -> sql.createUpdate("UPDATE mail SET next_at = :next, fault = :fault WHERE id = :id")
                .bind("next", now.plus(pause(letter.attempts()))).bind("fault", shortened(fault))
                .bind("id", letter.id()).execute());
    }

    /** As {@link #later}, but leaves alone what was sent before the connection broke. */
    void laterUnlessDone(Waiting letter, String fault, Instant now) {
        boolean waits = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM mail WHERE id = :id AND state = :waiting AND next_at = :until)""")
                .bind("id", letter.id()).bind("waiting", MailState.WAITING).bind("until", letter.until())
                .mapTo(Boolean.class).one());
        if (waits) {
            later(letter, fault, now);
        }
    }

    /** 1, 2, 4, 8 minutes and so on up to six hours. */
    static Duration pause(int attempts) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE, 1L << Math.min(attempts - 1, 20)));
    }

    /** Lists the letters that failed, by two statements. */
    Slice<FailedMails.Letter> failed(String words, Cut<LetterOrder> cut) {
        return jdbi.withHandle(sql -> Slice.of(
                failed(sql.createQuery("SELECT COUNT(*) " + FAILED), words).mapTo(Long.class).one(), cut,
                (size, offset) -> failed(sql.createQuery("""
                        SELECT l.id, p.full_name, COALESCE(l.address, p.email) AS email, l.next_at AS last_at, l.fault
                        """ + FAILED + " ORDER BY " + cut.sql("l.id DESC") + " LIMIT :size OFFSET :offset"), words)
                        .bind("size", size).bind("offset", offset).mapTo(FailedMails.Letter.class).list()));
    }

    private static Query failed(Query query, String words) {
        return query.bind("failed", MailState.FAILED).bind("words", words);
    }

    /** Lets a letter that failed wait to be sent now; it takes no new notices any more. Answers whether it had failed. */
    boolean again(long id, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE mail SET state = :waiting, attempts = 1, next_at = :now WHERE id = :id AND state = :failed""")
                .bind("waiting", MailState.WAITING).bind("failed", MailState.FAILED).bind("now", now).bind("id", id)
                .execute()) == 1;
    }

    /**
     * Counts what waits, what of it was tried for two hours or longer while no letter at all was taken, and what failed. A letter that
     * was taken is due again ten minutes after it was tried, which is how the index finds those of late.
     */
    FailedMails.Queue queue(boolean set, Instant now) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COALESCE(SUM(state = :waiting), 0) AS waiting,
                    IF(EXISTS (SELECT 1 FROM mail s WHERE s.state = :sent AND s.next_at >= :since AND s.sent_at >= :since),
                        0, COALESCE(SUM(state = :waiting AND attempts >= :often), 0)) AS `delayed`,
                    COALESCE(SUM(state = :failed), 0) AS failed, :set AS `set`,
                    MIN(CASE WHEN state = :waiting AND attempts = 0 AND next_at <= :now THEN next_at END) AS untried
                FROM mail WHERE state IN (:waiting, :failed)""").bind("waiting", MailState.WAITING)
                .bind("failed", MailState.FAILED).bind("often", ATTEMPTS_OF_TWO_HOURS).bind("set", set)
                .bind("sent", MailState.SENT).bind("since", now.minus(LATE)).bind("now", now)
                .mapTo(FailedMails.Queue.class).one());
    }

    long count(MailState state) {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT COUNT(*) FROM mail WHERE state = :state").bind("state", state)
                        .mapTo(Long.class).one());
    }

    private static String shortened(String fault) {
        return fault == null || fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }
}
