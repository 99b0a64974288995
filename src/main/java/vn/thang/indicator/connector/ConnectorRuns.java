package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.indicator.fetching.PullDocuments;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.indicator.fetching.RunFacts;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.Sha256;

/**
 * The runs of all connectors with the raw answers, and how each connector fares. Who runs one has it alone, on all servers: it
 * stands in the database until when, so that a server that dies in the middle does not keep it for ever.
 */
@ApplicationScoped
@Transactional
public class ConnectorRuns {

    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_TYPE = 200;
    private static final int LONGEST_DETAIL = 300;
    private static final String RUNS = """
            SELECT r.id, p.full_name AS started_by, r.started_at, r.ended_at, r.outcome, r.fault, r.details, r.facts,
                COALESCE(a.answers, 0) AS answers, COALESCE(a.bytes, 0) AS bytes, COALESCE(a.kept, FALSE) AS kept,
                b.id AS batch_id, b.source, b.way, b.arrived_at, COALESCE(b.taken, 0) AS taken,
                COALESCE(b.accepted, 0) AS accepted, COALESCE(b.corrected, 0) AS corrected,
                COALESCE(b.unchanged, 0) AS unchanged, COALESCE(b.rejected, 0) AS rejected, b.faults
            FROM connector_run r
            LEFT JOIN person p ON p.id = r.started_by
            LEFT JOIN reading_batch b ON b.id = r.batch_id
            LEFT JOIN (
                SELECT run_id, COUNT(*) AS answers, SUM(bytes) AS bytes, MAX(content IS NOT NULL) AS kept
                FROM connector_answer
                WHERE run_id IN (SELECT id FROM connector_run WHERE connector_id = :connector)
                GROUP BY run_id) a ON a.run_id = r.id
            WHERE r.connector_id = :connector
            ORDER BY r.id DESC LIMIT :most""";
    private static final String CLAIM = """
            UPDATE connector SET busy_until = :until
            WHERE id = :connector AND (busy_until IS NULL OR busy_until < :now)
                AND (:wanted OR active AND next_at <= :now)""";
    private static final String TRIM = """
            UPDATE connector_answer SET content = NULL
            WHERE content IS NOT NULL AND run_id IN (SELECT id FROM connector_run WHERE connector_id = :connector)
                AND run_id < (SELECT MIN(id) FROM (
                    SELECT id FROM connector_run WHERE connector_id = :connector ORDER BY id DESC LIMIT :runs) newest)""";

    @Inject
    private Jdbi jdbi;

    /** A raw answer; content null where it is kept no more, or was too large. */
    record Answer(int part, String address, String mediaType, long bytes, String sha256, byte[] content) {
    }

    /** How a connector fares. */
    record State(int failures, Instant nextAt, Instant busyUntil) {
    }

    private record AnswerLine(int part, String address, String mediaType, long bytes, String sha256, byte[] content) {

        private Answer answer() {
            return new Answer(part, address, mediaType, bytes, sha256, unpacked(content));
        }
    }

    /**
     * A run with its batch, as the database has them.
     *
     * @param batchId null where no readings came
     */
    private record Line(long id, String startedBy, Instant startedAt, Instant endedAt, PullRun.Outcome outcome,
            String fault,
            String details, String facts, int answers, long bytes, boolean kept, Long batchId, String source,
            String way,
            Instant arrivedAt, int taken, int accepted, int corrected, int unchanged, int rejected, String faults) {

        private PullRun run() {
            return new PullRun(id, startedBy, startedAt, endedAt, outcome, batch(), fault,
                    ConnectorRuns.details(details), RunFacts.of(facts), answers, bytes, kept);
        }

        private ReadingBatch batch() {
            return batchId == null ? null
                    : new ReadingBatch(batchId, source, way, arrivedAt, taken, accepted, corrected,
                            unchanged, rejected, ReadingFault.list(faults), List.of());
        }
    }

    /** Connectors that are due, the longest waiting first. */
    List<Long> due(Instant now) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id FROM connector WHERE active AND next_at <= :now AND (busy_until IS NULL OR busy_until < :now)
                ORDER BY next_at, id""").bind("now", now).mapTo(Long.class).list());
    }

    /** Begins a run; empty when another one has the connector, or it is not due and nobody wants it. */
    Optional<Long> claim(long connector, Long person, boolean wanted, Instant now, Duration longest) {
        return jdbi.withHandle(sql -> {
            int claimed = sql.createUpdate(CLAIM).bind("until", now.plus(longest)).bind("connector", connector)
                    .bind("now", now).bind("wanted", wanted).execute();
            if (claimed == 0) {
                return Optional.<Long>empty();
            }
            sql.createUpdate("""
                    UPDATE connector_run SET outcome = :lost, ended_at = :now, fault = 'lost'
                    WHERE connector_id = :connector AND outcome = :running""").bind("now", now)
                    .bind("lost", PullRun.Outcome.LOST).bind("running", PullRun.Outcome.RUNNING)
                    .bind("connector", connector).execute();
            return Optional.of(sql.createUpdate("""
                    INSERT INTO connector_run (connector_id, started_by, started_at, outcome)
                    VALUES (:connector, :person, :now, :running)""").bind("connector", connector)
                    .bind("person", person)
                    .bind("now", now).bind("running", PullRun.Outcome.RUNNING).executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class).one());
        });
    }

    /** Keeps what came: packed, and no more than so many bytes of it. */
    void keep(long run, List<PullDocuments.Answer> answers, int mostBytes) {
        int part = 0;
        for (PullDocuments.Answer answer : answers) {
            byte[] content = answer.fetched().content();
            byte[] packed = packed(content);
            int place = ++part;
            jdbi.useHandle(sql -> sql.createUpdate("""
                    INSERT INTO connector_answer (run_id, part, address, media_type, bytes, sha256, content)
                    VALUES (:run, :part, :address, :type, :bytes, :sha256, :content)""").bind("run", run)
                    .bind("part", place).bind("address", cut(answer.address().toString(), LONGEST_ADDRESS))
                    .bind("type", cut(answer.fetched().mediaType(), LONGEST_TYPE)).bind("bytes", content.length)
                    .bind("sha256", Sha256.hex(content)).bind("content", packed.length > mostBytes ? null : packed)
                    .execute());
        }
    }

    /** Raw answers of older runs go; their facts stay. */
    void trim(long connector, int runs) {
        jdbi.useHandle(sql -> sql.createUpdate(TRIM).bind("connector", connector).bind("runs", runs).execute());
    }

    void done(long run, long connector, Long batch, RunFacts facts, Instant now, Instant next) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("""
                    UPDATE connector_run SET outcome = :outcome, ended_at = :now, batch_id = :batch, facts = :facts
                    WHERE id = :run""").bind("now", now).bind("batch", batch).bind("facts", facts.json())
                    .bind("run", run).bind("outcome", PullRun.Outcome.DONE)
                    .execute();
            sql.createUpdate(
                    "UPDATE connector SET failures = 0, next_at = :next, busy_until = NULL WHERE id = :connector")
                    .bind("next", next).bind("connector", connector).execute();
        });
    }

    void failed(long run, long connector, String fault, Object[] details, RunFacts facts, Instant now, int failures,
            Instant next) {
        String list = Json
                .createArrayBuilder(
                        Arrays.stream(details).map(detail -> cut(String.valueOf(detail), LONGEST_DETAIL)).toList())
                .build().toString();
        jdbi.useHandle(sql -> {
            sql.createUpdate("""
                    UPDATE connector_run SET outcome = :outcome, ended_at = :now, fault = :fault, details = :details,
                        facts = :facts
                    WHERE id = :run""").bind("now", now).bind("fault", fault).bind("details", list)
                    .bind("facts", facts.json()).bind("run", run).bind("outcome", PullRun.Outcome.FAILED).execute();
            sql.createUpdate("""
                    UPDATE connector SET failures = :failures, next_at = :next, busy_until = NULL
                    WHERE id = :connector""").bind("failures", failures).bind("next", next).bind("connector", connector)
                    .execute();
        });
    }

    State state(long connector) {
        return jdbi
                .withHandle(sql -> sql.createQuery("SELECT failures, next_at, busy_until FROM connector WHERE id = :id")
                        .bind("id", connector).mapTo(State.class).one());
    }

    void plan(long connector, Instant next) {
        jdbi.useHandle(sql -> sql.createUpdate("UPDATE connector SET next_at = :next WHERE id = :id").bind("next", next)
                .bind("id", connector).execute());
    }

    /** The newest first. */
    List<PullRun> list(long connector, int most) {
        return jdbi.withHandle(sql -> sql.createQuery(RUNS).bind("connector", connector).bind("most", most)
                .mapTo(Line.class).map(Line::run).list());
    }

    /** The code of the connector whose run this is; empty for none. */
    Optional<String> connectorOf(long run) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT c.code FROM connector_run r JOIN connector c ON c.id = r.connector_id WHERE r.id = :run""")
                .bind("run", run).mapTo(String.class).findOne());
    }

    /** What came in a run, in the order in which it came. */
    List<Answer> answers(long run) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT part, address, media_type, bytes, sha256, content FROM connector_answer WHERE run_id = :run
                ORDER BY part""").bind("run", run).mapTo(AnswerLine.class).map(AnswerLine::answer).list());
    }

    public static List<String> details(String json) {
        try (var reader = Json.createReader(new StringReader(json == null ? "[]" : json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        if (packed == null) {
            return null;
        }
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
