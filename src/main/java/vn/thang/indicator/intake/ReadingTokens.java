package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The tokens with which sources show that they are one; of a token the hash alone is kept. */
@ApplicationScoped
class ReadingTokens {

    @Inject
    private Jdbi jdbi;

    /**
     * The source that a token belongs to, and where in the tree it may report.
     *
     * @param person id of whoever answers for what comes with it; null where nobody is known
     */
    record Bearer(String source, String path, Long person) {
    }

    /** Finds the source of a token and locks it, so that what is read afterwards is not older than the batch before. */
    Optional<Bearer> find(String hash) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT t.source, a.path, t.made_by AS person FROM reading_token t JOIN agency a ON a.id = t.agency_id
                WHERE t.hash = :hash AND t.ended_at IS NULL LOCK IN SHARE MODE""").bind("hash", hash)
                .mapTo(Bearer.class).findOne());
    }

    /** Finds the code of the agency that the present token of a source reports on, with those below it. */
    Optional<String> agency(String source) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT a.code FROM reading_token t JOIN agency a ON a.id = t.agency_id
                WHERE t.source = :source AND t.ended_at IS NULL""").bind("source", source)
                .mapTo(String.class).findFirst());
    }

    /** Gives a source another token; the one before ends. */
    void renew(String source, String hash, String agencyPath, Long person, Instant now) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("UPDATE reading_token SET ended_at = :now WHERE source = :source AND ended_at IS NULL")
                    .bind("now", now).bind("source", source).execute();
            sql.createUpdate(
                    """
                    INSERT INTO reading_token (id, source, hash, agency_id, made_by, made_at)
                    SELECT NEXT VALUE FOR reading_token_seq, :source, :hash, id, :person, :now FROM agency WHERE path = :path""")
                    .bind("source", source).bind("hash", hash).bind("person", person).bind("now", now)
                    .bind("path", agencyPath)
                    .execute();
        });
    }
}
