package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingFault;

/** All readings, and the turn in which the batches of a source are taken. */
@ApplicationScoped
public class Readings {

    private static final String INSERT = """
            INSERT IGNORE INTO reading (indicator, period, agency_id, source, numerator, denominator, value,
                measured_at, arrived_at, payload, batch_id)
            VALUES (:indicator, :period, :agency, :source, :numerator, :denominator, :value,
                :measured, :arrived, :payload, :batch)""";
    private static final int AT_ONCE = 5_000;

    @Inject
    private Jdbi jdbi;

    /** @param body hash of what came; null where it was not kept */
    record KnownBatch(IntakeReport report, byte[] body) {
    }

    /** @param faults those of the first lines, as JSON */
    private record BatchLine(long id, int taken, int accepted, int corrected, int unchanged, int rejected,
            String faults, String notes, byte[] body) {

        private KnownBatch known() {
            return new KnownBatch(new IntakeReport(id, taken, accepted, corrected, unchanged, rejected,
                    ReadingFault.list(faults), ReadingFault.list(notes)), body);
        }
    }

    /** Waits until the batches of the source that came before are done with. */
    void takeTurn(String source) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO reading_source (code, batches) VALUES (:source, 1)
                ON DUPLICATE KEY UPDATE batches = batches + 1""").bind("source", source).execute());
    }

    long begin(String source, String way, String key, Long sentBy, Instant now) {
        return jdbi.withHandle(sql -> {
            long id = sql.createQuery("SELECT NEXT VALUE FOR reading_batch_seq").mapTo(Long.class).one();
            sql.createUpdate("""
                    INSERT INTO reading_batch (id, source, way, idempotency_key, sent_by, arrived_at)
                    VALUES (:id, :source, :way, :key, :sentBy, :now)""").bind("id", id).bind("source", source)
                    .bind("way", way)
                    .bind("key", key).bind("sentBy", sentBy).bind("now", now).execute();
            return id;
        });
    }

    /** Stores what is not known yet: some thousands of them are sent as one. */
    void add(long batch, String source, List<Reading> readings, Instant now) {
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch(INSERT);
            for (Reading one : readings) {
                insert.bind("indicator", one.indicator()).bind("period", one.period().begin())
                        .bind("agency", one.agency())
                        .bind("source", source).bind("numerator", one.numerator())
                        .bind("denominator", one.denominator())
                        .bind("value", one.value())
                        .bindByType("measured", one.measuredAt(), Instant.class).bind("arrived", now)
                        .bind("payload", one.payload()).bind("batch", batch).add();
                if (insert.size() == AT_ONCE) {
                    insert.execute();
                }
            }
            insert.execute();
        });
    }

    /** How many readings the batch has added. */
    int added(long batch) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM reading WHERE batch_id = :batch")
                .bind("batch", batch).mapTo(Integer.class).one());
    }

    /** Whether a batch of the source held just these readings: then each of them is known. */
    boolean hasTaken(String source, byte[] content) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM reading_batch WHERE source = :source AND content = :content)""")
                .bind("source", source).bind("content", content).mapTo(Boolean.class).one());
    }

    /** @param body hash of what came with a key; null without one */
    void end(IntakeReport report, String faults, byte[] content, byte[] body) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE reading_batch SET taken = :taken, accepted = :accepted, corrected = :corrected,
                    unchanged = :unchanged, rejected = :rejected, faults = :faults, notes = :notes, content = :content,
                    body = :body
                WHERE id = :id""").bind("taken", report.taken()).bind("accepted", report.accepted())
                .bind("corrected", report.corrected()).bind("unchanged", report.unchanged())
                .bind("rejected", report.rejected()).bind("faults", faults)
                .bind("notes", ReadingFault.json(report.notes())).bind("content", content).bind("body", body)
                .bind("id", report.batch()).execute());
    }

    /** Finds the batch of the source that came with the same key. */
    Optional<KnownBatch> known(String source, String key) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, taken, accepted, corrected, unchanged, rejected, faults, notes, body FROM reading_batch
                WHERE source = :source AND idempotency_key = :key""").bind("source", source).bind("key", key)
                .mapTo(BatchLine.class).findOne()).map(BatchLine::known);
    }

    /** The value that was known at an instant; empty for none. */
    Optional<BigDecimal> value(long agency, String indicator, LocalDate period, Instant asOf) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT value FROM reading
                WHERE agency_id = :agency AND indicator = :indicator AND period = :period AND arrived_at <= :asOf
                ORDER BY id DESC LIMIT 1""").bind("agency", agency).bind("indicator", indicator).bind("period", period)
                .bind("asOf", asOf).mapTo(BigDecimal.class).findOne());
    }
}
