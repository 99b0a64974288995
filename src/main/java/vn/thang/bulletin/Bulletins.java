package vn.thang.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Bulletins in the database. What they say is written once; only whether everybody reads it changes. */
@ApplicationScoped
class Bulletins {

    private static final String ALL = """
            SELECT b.id, b.month, b.facts_hash, p.full_name AS maker, b.made_at, b.opened_at, b.closed_at
            FROM bulletin b LEFT JOIN person p ON p.id = b.made_by
            """;

    @Inject
    private Jdbi jdbi;

    /** Lists the bulletins, the newest first. */
    List<Bulletin> all() {
        return jdbi.withHandle(sql -> sql.createQuery(ALL + "ORDER BY b.month DESC").mapTo(Bulletin.class).list());
    }

    Optional<Bulletin> find(LocalDate month) {
        return jdbi.withHandle(sql -> sql.createQuery(ALL + "WHERE b.month = :month").bind("month", month)
                .mapTo(Bulletin.class).findOne());
    }

    /** Finds the bulletin of a month and holds it, so that it is made public or ended once. */
    Optional<Bulletin> held(LocalDate month) {
        jdbi.useHandle(sql -> sql.createQuery("SELECT id FROM bulletin WHERE month = :month FOR UPDATE")
                .bind("month", month).mapTo(Long.class).findOne());
        return find(month);
    }

    /** Finds the facts of the newest bulletin before a month. */
    Optional<BulletinFacts> before(LocalDate month) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT facts FROM bulletin WHERE month < :month ORDER BY month DESC LIMIT 1""").bind("month", month)
                .mapTo(String.class).findOne()).map(facts -> BulletinText.read(facts, BulletinFacts.class));
    }

    BulletinFacts facts(long bulletin) {
        return jdbi
                .withHandle(sql -> BulletinText.read(sql.createQuery("SELECT facts FROM bulletin WHERE id = :bulletin")
                        .bind("bulletin", bulletin).mapTo(String.class).one(), BulletinFacts.class));
    }

    Optional<BulletinWords> words(long bulletin, Locale language) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT told FROM bulletin_text WHERE bulletin_id = :bulletin AND language = :language""")
                .bind("bulletin", bulletin).bind("language", language.getLanguage()).mapTo(String.class).findOne())
                .map(told -> BulletinText.read(told, BulletinWords.class));
    }

    Optional<byte[]> pdf(long bulletin, Locale language) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT pdf FROM bulletin_text WHERE bulletin_id = :bulletin AND language = :language""")
                .bind("bulletin", bulletin).bind("language", language.getLanguage()).mapTo(byte[].class).findOne());
    }

    long add(LocalDate month, String facts, String hash, Long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO bulletin (month, facts, facts_hash, made_by, made_at)
                VALUES (:month, :facts, :hash, :person, :now)""").bind("month", month).bind("facts", facts)
                .bind("hash", hash).bind("person", person).bind("now", now).executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class).one());
    }

    void add(long bulletin, BulletinWords words, byte[] pdf, String sha256) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO bulletin_text (bulletin_id, language, told, pdf, sha256)
                VALUES (:bulletin, :language, :told, :pdf, :sha256)""").bind("bulletin", bulletin)
                .bind("language", words.language()).bind("told", BulletinText.of(words)).bind("pdf", pdf)
                .bind("sha256", sha256).execute());
    }

    void open(long bulletin, long person, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE bulletin SET opened_by = :person, opened_at = :now, closed_by = NULL, closed_at = NULL
                WHERE id = :bulletin""").bind("person", person).bind("now", now).bind("bulletin", bulletin).execute());
    }

    void close(long bulletin, Long person, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE bulletin SET closed_by = :person, closed_at = :now WHERE id = :bulletin""")
                .bind("person", person).bind("now", now).bind("bulletin", bulletin).execute());
    }
}
