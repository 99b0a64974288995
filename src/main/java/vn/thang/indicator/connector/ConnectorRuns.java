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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.thang.indicator.fetching.PullDocuments;
import vn.thang.indicator.fetching.PullQuery;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.indicator.fetching.RunFacts;
import vn.thang.indicator.reading.ReadingBatch;
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
    private static final String RUN = "SELECT r.id, p.full_name, r.started_at, r.ended_at, r.outcome, r.fault, r.details, r.facts, a.parts, a.bytes, a.kept,"
            + " b.id, b.source, b.way, b.arrived_at, b.taken, b.accepted, b.corrected, b.unchanged, b.rejected, b.faults"
            + " FROM connector_run r LEFT JOIN person p ON p.id = r.started_by LEFT JOIN reading_batch b ON b.id = r.batch_id"
            + " LEFT JOIN (SELECT run_id, COUNT(*) parts, SUM(bytes) bytes, MAX(content IS NOT NULL) kept FROM connector_answer"
            + " WHERE run_id IN (SELECT id FROM connector_run WHERE connector_id = ?) GROUP BY run_id) a ON a.run_id = r.id"
            + " WHERE r.connector_id = ?";

    @Inject
    private PullQuery query;

    /** A raw answer; content null where it is kept no more, or was too large. */
    record Answer(int part, String address, String mediaType, long bytes, String sha256, byte[] content) {
    }

    /** How a connector fares. */
    record State(int failures, Instant nextAt, Instant busyUntil) {
    }

    /** Connectors that are due, the longest waiting first. */
    List<Long> due(Instant now) {
        return query.list("SELECT id FROM connector WHERE active AND next_at <= ? AND (busy_until IS NULL OR busy_until < ?) ORDER BY next_at, id",
                row -> row.getLong(1), now, now);
    }

    /** Begins a run; empty when another one has the connector, or it is not due and nobody wants it. */
    Optional<Long> claim(long connector, Long person, boolean wanted, Instant now, Duration longest) {
        int claimed = query.write("UPDATE connector SET busy_until = ? WHERE id = ? AND (busy_until IS NULL OR busy_until < ?)"
                + (wanted ? "" : " AND active AND next_at <= ?"), wanted ? new Object[] {now.plus(longest), connector, now}
                : new Object[] {now.plus(longest), connector, now, now});
        if (claimed == 0) {
            return Optional.empty();
        }
        query.write("UPDATE connector_run SET outcome = 'LOST', ended_at = ?, fault = 'lost' WHERE connector_id = ? AND outcome = 'RUNNING'", now, connector);
        query.write("INSERT INTO connector_run (connector_id, started_by, started_at, outcome) VALUES (?, ?, ?, 'RUNNING')", connector, person, now);
        return Optional.of(query.number("SELECT MAX(id) FROM connector_run WHERE connector_id = ?", connector));
    }

    /** Keeps what came: packed, and no more than so many bytes of it. */
    void keep(long run, List<PullDocuments.Answer> answers, int mostBytes) {
        int part = 0;
        for (PullDocuments.Answer answer : answers) {
            byte[] content = answer.fetched().content();
            byte[] packed = packed(content);
            query.write("INSERT INTO connector_answer (run_id, part, address, media_type, bytes, sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?)", run, ++part,
                    cut(answer.address().toString(), LONGEST_ADDRESS), cut(answer.fetched().mediaType(), LONGEST_TYPE), (long) content.length,
                    Sha256.hex(content), packed.length > mostBytes ? null : packed);
        }
    }

    /** Raw answers of older runs go; their facts stay. */
    void trim(long connector, int runs) {
        query.write("UPDATE connector_answer SET content = NULL WHERE content IS NOT NULL AND run_id IN (SELECT id FROM connector_run WHERE connector_id = ?)"
                + " AND run_id < (SELECT MIN(id) FROM (SELECT id FROM connector_run WHERE connector_id = ? ORDER BY id DESC LIMIT ?) newest)", connector, connector,
                runs);
    }

    void done(long run, long connector, Long batch, RunFacts facts, Instant now, Instant next) {
        query.write("UPDATE connector_run SET outcome = 'DONE', ended_at = ?, batch_id = ?, facts = ? WHERE id = ?", now, batch, facts.json(), run);
        query.write("UPDATE connector SET failures = 0, next_at = ?, busy_until = NULL WHERE id = ?", next, connector);
    }

    void failed(long run, long connector, String fault, Object[] details, RunFacts facts, Instant now, int failures, Instant next) {
        String list = Json.createArrayBuilder(Arrays.stream(details).map(detail -> cut(String.valueOf(detail), LONGEST_DETAIL)).toList()).build().toString();
        query.write("UPDATE connector_run SET outcome = 'FAILED', ended_at = ?, fault = ?, details = ?, facts = ? WHERE id = ?", now, fault, list, facts.json(),
                run);
        query.write("UPDATE connector SET failures = ?, next_at = ?, busy_until = NULL WHERE id = ?", failures, next, connector);
    }

    State state(long connector) {
        return query.list("SELECT failures, next_at, busy_until FROM connector WHERE id = ?", row -> new State(row.getInt(1), PullQuery.moment(row, 2),
                PullQuery.moment(row, 3)), connector).get(0);
    }

    void plan(long connector, Instant next) {
        query.write("UPDATE connector SET next_at = ? WHERE id = ?", next, connector);
    }

    /** The newest first. */
    List<PullRun> list(long connector, int most) {
        return query.list(RUN + " ORDER BY r.id DESC LIMIT ?", ConnectorRuns::run, connector, connector, most);
    }

    /** The code of the connector whose run this is; empty for none. */
    Optional<String> connectorOf(long run) {
        return query.list("SELECT c.code FROM connector_run r JOIN connector c ON c.id = r.connector_id WHERE r.id = ?", row -> row.getString(1), run)
                .stream().findFirst();
    }

    /** What came in a run, in the order in which it came. */
    List<Answer> answers(long run) {
        return query.list("SELECT part, address, media_type, bytes, sha256, content FROM connector_answer WHERE run_id = ? ORDER BY part", row ->
                new Answer(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5), unpacked(row.getBytes(6))), run);
    }

    private static PullRun run(ResultSet row) throws SQLException {
        ReadingBatch batch = row.getObject(12) == null ? null : new ReadingBatch(row.getLong(12), row.getString(13), row.getString(14),
                PullQuery.moment(row, 15), row.getInt(16), row.getInt(17), row.getInt(18), row.getInt(19), row.getInt(20), ReadingFault.list(row.getString(21)));
        return new PullRun(row.getLong(1), row.getString(2), PullQuery.moment(row, 3), PullQuery.moment(row, 4), PullRun.Outcome.valueOf(row.getString(5)), batch,
                row.getString(6), details(row.getString(7)), RunFacts.of(row.getString(8)), row.getInt(9), row.getLong(10), row.getBoolean(11));
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
