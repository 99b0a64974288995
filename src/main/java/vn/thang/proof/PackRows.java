package vn.thang.proof;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.answer.ScanState;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;

/** What goes into evidence packs, read from the database. */
@ApplicationScoped
class PackRows {

    private static final int AT_ONCE = 250;
    private static final int BYTES_OF_SECRET = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Jdbi jdbi;

    /**
     * An assessment that a pack is about.
     *
     * @param sent       whether the head of the agency has sent its objections
     * @param handedInAt when it was handed in last; null while it is taken up again
     */
    record Scoped(long id, String agency, String path, AssessmentState state, boolean sent, Instant handedInAt) {
    }

    record Content(long id, byte[] content) {
    }

    /** Lists the assessments of a round at and below an agency. */
    List<Scoped> assessments(long round, String path) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.id, a.code AS agency, a.path, s.state, COALESCE(s.reply = :objected, FALSE) AS sent,
                    s.handed_in_at
                FROM assessment s JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND a.path LIKE CONCAT(:path, '%') ORDER BY s.id""").bind("round", round)
                .bind("path", path).bind("objected", Step.OBJECT).mapTo(Scoped.class).list());
    }

    /** Lists the assessments of which answers were drawn for a sample, as far as they are at and below an agency. */
    List<Scoped> sampled(long sample, long round, String path) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.id, a.code AS agency, a.path, s.state, COALESCE(s.reply = :objected, FALSE) AS sent,
                    s.handed_in_at
                FROM assessment s JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND a.path LIKE CONCAT(:path, '%')
                    AND s.id IN (SELECT c.assessment_id FROM audit_case c WHERE c.sample_id = :sample) ORDER BY s.id""")
                .bind("round", round).bind("path", path).bind("sample", sample).bind("objected", Step.OBJECT)
                .mapTo(Scoped.class).list());
    }

    /** The path of the country. */
    String root() {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT path FROM agency WHERE parent_id IS NULL ORDER BY id LIMIT 1")
                        .mapTo(String.class).one());
    }

    /** Hands over the rows of a table on these assessments. */
    void each(PackTable table, List<Long> assessments, Consumer<Map<String, Object>> reader) {
        for (int from = 0; from < assessments.size(); from += AT_ONCE) {
            List<Long> some = assessments.subList(from, Math.min(assessments.size(), from + AT_ONCE));
            jdbi.useHandle(sql -> sql.createQuery(table.query()).bindList("assessments", some).mapToMap()
                    .forEach(reader::accept));
        }
    }

    /** Hands over the rows of a table on a sample. */
    void each(PackTable table, long sample, Consumer<Map<String, Object>> reader) {
        jdbi.useHandle(sql -> sql.createQuery(table.query()).bind("sample", sample).mapToMap()
                .forEach(reader::accept));
    }

    /** How many bytes the documents of evidence hold, those of shared contents once. */
    long bytes(List<Long> assessments) {
        long bytes = 0;
        for (int from = 0; from < assessments.size(); from += AT_ONCE) {
            List<Long> some = assessments.subList(from, Math.min(assessments.size(), from + AT_ONCE));
            bytes += jdbi.withHandle(sql -> sql.createQuery("""
                    SELECT COALESCE(SUM(size), 0) FROM evidence
                    WHERE assessment_id IN (<assessments>) AND content_id IS NULL AND sha256 IS NOT NULL""")
                    .bindList("assessments", some).mapTo(Long.class).one());
        }
        return bytes;
    }

    /** Hands over the content of each of these documents, but of those in which a scanner found something: nobody gets them. */
    void contents(List<Long> evidence, BiConsumer<Long, byte[]> reader) {
        for (long id : evidence) {
            jdbi.useHandle(sql -> sql.createQuery("""
                    SELECT e.id, c.content FROM evidence e
                    JOIN evidence_content c ON c.evidence_id = COALESCE(e.content_id, e.id)
                    WHERE e.id = :id AND c.scan <> :found""").bind("id", id).bind("found", ScanState.FOUND)
                    .mapTo(Content.class).findOne()
                    .ifPresent(one -> reader.accept(one.id(), one.content())));
        }
    }

    /** The secret of a round from which the salts of its packs follow; it is made when it is first needed. */
    String secret(long round) {
        byte[] bytes = new byte[BYTES_OF_SECRET];
        RANDOM.nextBytes(bytes);
        return jdbi.withHandle(sql -> {
            sql.createUpdate("INSERT IGNORE INTO pack_secret (round_id, secret) VALUES (:round, :secret)")
                    .bind("round", round).bind("secret", HexFormat.of().formatHex(bytes)).execute();
            return sql.createQuery("SELECT secret FROM pack_secret WHERE round_id = :round").bind("round", round)
                    .mapTo(String.class).one();
        });
    }
}
