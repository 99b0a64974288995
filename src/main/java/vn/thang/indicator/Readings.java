package vn.thang.indicator;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import vn.thang.indicator.ReadingCheck.KnownAgency;
import vn.thang.platform.BusinessException;

/** All readings, the batches in which they came, and the tokens of their sources. */
@ApplicationScoped
class Readings {

    private static final String INSERT = "INSERT IGNORE INTO reading (indicator, period, agency_id, source, numerator, denominator, value,"
            + " measured_at, arrived_at, payload, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int AT_ONCE = 5_000;
    private static final int DEADLOCK = 1213;
    private static final int WAITED_TOO_LONG = 1205;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /** The source that a token belongs to, and where in the tree it may report. */
    record Bearer(String source, String path) {
    }

    /** @param at null when nothing ever arrived; token and the code of its agency null without one */
    record Arrival(Instant at, int rejected, Instant token, String agency) {

        static final Arrival NONE = new Arrival(null, 0, null, null);
    }

    /** @param body hash of what came; null where it was not kept */
    record KnownBatch(IntakeReport report, byte[] body) {
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Waits until the batches of the source that came before are done with. */
    void takeTurn(String source) {
        on(connection -> write(connection, "INSERT INTO reading_source (code, batches) VALUES (?, 1) ON DUPLICATE KEY UPDATE batches = batches + 1",
                source));
    }

    long begin(String source, String way, String key, Instant now) {
        return on(connection -> {
            long id;
            try (PreparedStatement next = connection.prepareStatement("SELECT NEXT VALUE FOR reading_batch_seq"); ResultSet row = next.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
            write(connection, "INSERT INTO reading_batch (id, source, way, idempotency_key, arrived_at) VALUES (?, ?, ?, ?, ?)", id, source, way, key,
                    utc(now));
            return id;
        });
    }

    /** Stores what is not known yet: the driver sends some thousands of them as one. */
    void add(long batch, String source, List<Reading> readings, Instant now) {
        on(connection -> {
            LocalDateTime arrived = utc(now);
            int waiting = 0;
            // said in words, or the pool asks the driver for generated keys, which then sends one statement for each reading
            try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.NO_GENERATED_KEYS)) {
                for (Reading one : readings) {
                    insert.setString(1, one.indicator());
                    insert.setDate(2, Date.valueOf(one.period().begin()));
                    insert.setLong(3, one.agency());
                    insert.setString(4, source);
                    insert.setBigDecimal(5, one.numerator());
                    insert.setBigDecimal(6, one.denominator());
                    insert.setBigDecimal(7, one.value());
                    insert.setObject(8, one.measuredAt() == null ? null : utc(one.measuredAt()));
                    insert.setObject(9, arrived);
                    insert.setBytes(10, one.payload());
                    insert.setLong(11, batch);
                    insert.addBatch();
                    if (++waiting % AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                return insert.executeBatch();
            }
        });
    }

    /** How many readings the batch has added. */
    int added(long batch) {
        return on(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM reading WHERE batch_id = ?")) {
                query.setLong(1, batch);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** Whether a batch of the source held just these readings: then each of them is known. */
    boolean hasTaken(String source, byte[] content) {
        return on(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM reading_batch WHERE source = ? AND content = ? LIMIT 1")) {
                query.setString(1, source);
                query.setBytes(2, content);
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** @param body hash of what came with a key; null without one */
    void end(IntakeReport report, String faults, byte[] content, byte[] body) {
        on(connection -> write(connection, "UPDATE reading_batch SET taken = ?, accepted = ?, corrected = ?, unchanged = ?, rejected = ?, faults = ?,"
                + " content = ?, body = ? WHERE id = ?", report.taken(), report.accepted(), report.corrected(), report.unchanged(), report.rejected(), faults,
                content, body, report.batch()));
    }

    /** Finds the batch of the source that came with the same key. */
    Optional<KnownBatch> known(String source, String key) {
        return on(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT id, taken, accepted, corrected, unchanged, rejected, faults, body"
                    + " FROM reading_batch WHERE source = ? AND idempotency_key = ?")) {
                query.setString(1, source);
                query.setString(2, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(new KnownBatch(new IntakeReport(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4),
                            row.getInt(5), row.getInt(6), ReadingFault.list(row.getString(7))), row.getBytes(8))) : Optional.<KnownBatch>empty();
                }
            }
        });
    }

    /** Existing agencies at or below the path, by code. */
    Map<String, KnownAgency> agencies(String path, LocalDate day) {
        return on(connection -> {
            Map<String, KnownAgency> agencies = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT code, id, type, " + ReadingSums.FIRST_LEVEL + " FROM agency a WHERE path LIKE ?"
                    + " AND (valid_to IS NULL OR valid_to >= ?)")) {
                query.setString(1, path + "%");
                query.setDate(2, Date.valueOf(day));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        agencies.put(row.getString(1), new KnownAgency(row.getLong(2), row.getString(3), row.getString(4)));
                    }
                }
            }
            return agencies;
        });
    }

    /** The value that was known at an instant; empty for none. */
    Optional<BigDecimal> value(long agency, String indicator, LocalDate period, Instant asOf) {
        return on(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT value FROM reading WHERE agency_id = ? AND indicator = ? AND period = ?"
                    + " AND arrived_at <= ? ORDER BY id DESC LIMIT 1")) {
                query.setLong(1, agency);
                query.setString(2, indicator);
                query.setDate(3, Date.valueOf(period));
                query.setObject(4, utc(asOf));
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getBigDecimal(1)) : Optional.<BigDecimal>empty();
                }
            }
        });
    }

    /** The newest period with a reading, by indicator. */
    Map<String, LocalDate> newestPeriods() {
        return on(connection -> {
            Map<String, LocalDate> newest = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT indicator, MAX(period) FROM reading_sum WHERE readings > 0 GROUP BY indicator");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    newest.put(row.getString(1), row.getObject(2, LocalDate.class));
                }
            }
            return newest;
        });
    }

    /** The newest batch of every source with its rejected lines, and since when its token holds. */
    Map<String, Arrival> arrivals() {
        return on(connection -> {
            Map<String, Arrival> arrivals = new HashMap<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT s.source, b.arrived_at, b.rejected, t.made_at, a.code FROM"
                    + " (SELECT source FROM reading_batch UNION SELECT source FROM reading_token) s"
                    + " LEFT JOIN reading_batch b ON b.id = (SELECT MAX(n.id) FROM reading_batch n WHERE n.source = s.source)"
                    + " LEFT JOIN reading_token t ON t.source = s.source AND t.ended_at IS NULL LEFT JOIN agency a ON a.id = t.agency_id");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    arrivals.put(row.getString(1), new Arrival(moment(row.getTimestamp(2)), row.getInt(3), moment(row.getTimestamp(4)),
                            row.getString(5)));
                }
            }
            return arrivals;
        });
    }

    /** The newest first. */
    List<ReadingBatch> batches(int most) {
        return on(connection -> {
            List<ReadingBatch> batches = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT id, source, way, arrived_at, taken, accepted, corrected, unchanged, rejected,"
                    + " faults FROM reading_batch ORDER BY id DESC LIMIT ?")) {
                query.setInt(1, most);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        batches.add(new ReadingBatch(row.getLong(1), row.getString(2), row.getString(3), moment(row.getTimestamp(4)), row.getInt(5),
                                row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9), ReadingFault.list(row.getString(10))));
                    }
                }
            }
            return batches;
        });
    }

    private static Instant moment(Timestamp stored) {
        return stored == null ? null : stored.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    /** Locked, so that what is read afterwards is not older than the batch before. */
    Optional<Bearer> bearer(String hash) {
        return on(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT t.source, a.path FROM reading_token t JOIN agency a ON a.id = t.agency_id"
                    + " WHERE t.hash = ? AND t.ended_at IS NULL LOCK IN SHARE MODE")) {
                query.setString(1, hash);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(new Bearer(row.getString(1), row.getString(2))) : Optional.<Bearer>empty();
                }
            }
        });
    }

    /** The token of a source; the one before ends. */
    void renew(String source, String hash, String agencyPath, Long person, Instant now) {
        on(connection -> {
            write(connection, "UPDATE reading_token SET ended_at = ? WHERE source = ? AND ended_at IS NULL", utc(now), source);
            return write(connection, "INSERT INTO reading_token (id, source, hash, agency_id, made_by, made_at) SELECT NEXT VALUE FOR reading_token_seq,"
                    + " ?, ?, id, ?, ? FROM agency WHERE path = ?", source, hash, person, utc(now), agencyPath);
        });
    }

    private static int write(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Whoever waited too long, or stood in the way of another, may try again. */
    static RuntimeException failure(SQLException e) {
        return e.getErrorCode() == DEADLOCK || e.getErrorCode() == WAITED_TOO_LONG ? new BusinessException.Conflict("reading.busy")
                : new IllegalStateException(e);
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
