package vn.thang.indicator.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** All readings, and the turn in which the batches of a source are taken. */
@ApplicationScoped
class Readings {

    private static final String INSERT = "INSERT IGNORE INTO reading (indicator, period, agency_id, source, numerator, denominator, value,"
            + " measured_at, arrived_at, payload, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int AT_ONCE = 5_000;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

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
            throw Statements.failure(e);
        }
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
