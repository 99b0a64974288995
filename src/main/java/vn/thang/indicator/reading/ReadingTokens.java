package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tokens with which sources show that they are one; of a token the hash alone is kept. */
@ApplicationScoped
class ReadingTokens {

    @Inject
    private Statements statements;

    /** The source that a token belongs to, and where in the tree it may report. */
    record Bearer(String source, String path) {
    }

    /** Finds the source of a token and locks it, so that what is read afterwards is not older than the batch before. */
    Optional<Bearer> find(String hash) {
        return statements.first("SELECT t.source, a.path FROM reading_token t JOIN agency a ON a.id = t.agency_id"
                + " WHERE t.hash = ? AND t.ended_at IS NULL LOCK IN SHARE MODE", List.of(hash), row -> new Bearer(row.getString(1), row.getString(2)));
    }

    /** Gives a source another token; the one before ends. */
    void renew(String source, String hash, String agencyPath, Long person, Instant now) {
        statements.write("UPDATE reading_token SET ended_at = ? WHERE source = ? AND ended_at IS NULL", List.of(Statements.utc(now), source));
        statements.write("INSERT INTO reading_token (id, source, hash, agency_id, made_by, made_at) SELECT NEXT VALUE FOR reading_token_seq,"
                + " ?, ?, id, ?, ? FROM agency WHERE path = ?", Arrays.asList(source, hash, person, Statements.utc(now), agencyPath));
    }
}
