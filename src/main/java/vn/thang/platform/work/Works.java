package vn.thang.platform.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.thang.platform.Slice;

/** All long work in the database, and the only way to its tables. */
@ApplicationScoped
@Transactional
class Works {

    private static final String SELECT = """
            SELECT w.id, w.kind, w.recurring, w.subject, w.started_by, p.full_name, w.started_at, w.state, w.failures,
                   w.node, w.begun_at, w.ended_at, w.next_at, w.done, w.total, w.doing, w.outcome, w.details, w.link,
                   w.incident, f.name AS file
            FROM work w LEFT JOIN person p ON p.id = w.started_by LEFT JOIN work_file f ON f.work_id = w.id
            """;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /**
     * An attempt at work by this server. Its number tells it from every other attempt at the same work.
     *
     * @param lost whether the attempt before it was never heard of again
     */
    record Attempt(long id, int number, int failures, boolean lost, String kind, String subject, String input,
            Behalf behalf) {
    }

    /** Makes a thing of the row on which the result stands. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Adds work that waits, unless such work waits or runs already; answers the id of the one that there is now. */
    long add(String kind, WorkInput input, String json, Behalf behalf, Instant now) {
        String key = kind + ":" + input.once();
        write("""
                INSERT INTO work (kind, recurring, subject, once_key, started_by, rights, started_at, input, state)
                VALUES (?, FALSE, ?, ?, ?, ?, ?, ?, 'WAITING') ON DUPLICATE KEY UPDATE work.id = work.id
                """, kind, input.subject(), key, behalf.person(), behalf.rights(), now, json);
        return first("SELECT id FROM work WHERE active_key = ?", row -> row.getLong("id"), key).orElseThrow();
    }

    /** Answers the id of the one row of recurring work. */
    long recurring(String kind, Instant now) {
        write("""
                INSERT INTO work (kind, recurring, subject, once_key, started_at, state)
                VALUES (?, TRUE, '', ?, ?, 'WAITING') ON DUPLICATE KEY UPDATE work.id = work.id
                """, kind, kind, now);
        return first("SELECT id FROM work WHERE active_key = ? AND recurring", row -> row.getLong("id"), kind)
                .orElseThrow();
    }

    /**
     * Begins an attempt; empty where the work has ended. An attempt that still runs in the table was lost with its
     * server.
     */
    Optional<Attempt> begin(long id, String node, Instant now) {
        Optional<Attempt> found = first("""
                SELECT id, kind, subject, input, started_by, rights, attempts, failures, state FROM work
                WHERE id = ? AND (recurring OR state IN ('WAITING', 'RUNNING')) FOR UPDATE
                """, row -> {
            boolean lost = Work.State.RUNNING.name().equals(row.getString("state"));
            int failures = row.getInt("failures") + (lost ? 1 : 0);
            return new Attempt(row.getLong("id"), row.getInt("attempts") + 1, failures, lost,
                    row.getString("kind"), row.getString("subject"), row.getString("input"),
                    new Behalf(row.getObject("started_by", Long.class), row.getString("rights")));
        }, id);
        found.ifPresent(attempt -> write("""
                UPDATE work SET state = 'RUNNING', attempts = ?, failures = ?, node = ?, begun_at = ?, ended_at = NULL,
                       next_at = NULL, done = 0, total = 0, doing = NULL WHERE id = ?
                """, attempt.number(), attempt.failures(), node, now, id));
        return found;
    }

    /** Stands at once for everybody to see, whatever becomes of the transaction of the work. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(Attempt attempt, long done, long total, String doing) {
        held(attempt, write("""
                UPDATE work SET done = ?, total = ?, doing = ? WHERE id = ? AND attempts = ? AND state = 'RUNNING'
                """, done, total, doing, attempt.id(), attempt.number()));
    }

    /** Ends the attempt well; what it was given is forgotten. */
    void done(Attempt attempt, WorkResult result, Instant now) {
        held(attempt, write("""
                UPDATE work SET state = 'DONE', ended_at = ?, failures = 0, input = NULL, rights = NULL, outcome = ?,
                       details = ?, link = ?, incident = NULL WHERE id = ? AND attempts = ? AND state = 'RUNNING'
                """, now, result == null ? null : result.words().key(), result == null ? null : result.words().json(),
                result == null ? null : result.link(), attempt.id(), attempt.number()));
        if (result != null && result.file() != null) {
            write("REPLACE INTO work_file (work_id, name, media_type, content) VALUES (?, ?, ?, ?)", attempt.id(),
                    result.file().name(), result.file().mediaType(), result.file().content());
        }
    }

    /**
     * Ends the attempt by a fault.
     *
     * @param waits whether the work waits for its next attempt; otherwise it has failed
     * @param next  when it is tried again; null for not at all
     */
    void fault(Attempt attempt, Words fault, String incident, boolean waits, Instant next, Instant now) {
        write("""
                UPDATE work SET state = ?, ended_at = ?, failures = ?, next_at = ?, outcome = ?, details = ?, link = NULL,
                       incident = ? WHERE id = ? AND attempts = ? AND state = 'RUNNING'
                """, (waits ? Work.State.WAITING : Work.State.FAILED).name(), now, attempt.failures() + 1, next,
                fault.key(), fault.json(), incident, attempt.id(), attempt.number());
    }

    /** Gives the work back, because this server goes: nobody's fault. */
    void giveBack(Attempt attempt) {
        write("UPDATE work SET state = 'WAITING', failures = ? WHERE id = ? AND attempts = ? AND state = 'RUNNING'",
                attempt.failures(), attempt.id(), attempt.number());
    }

    /** Lists the ids of started work that has not ended. */
    List<Long> waiting() {
        return list("SELECT id FROM work WHERE NOT recurring AND state IN ('WAITING', 'RUNNING')",
                row -> row.getLong("id"));
    }

    /** Lets failed work wait again; answers whether there was such work and none like it is at hand. */
    boolean again(long id) {
        return write("""
                UPDATE work w SET w.state = 'WAITING', w.failures = 0, w.ended_at = NULL, w.next_at = NULL
                WHERE w.id = ? AND w.state = 'FAILED' AND NOT w.recurring AND NOT EXISTS (SELECT 1 FROM (SELECT active_key FROM work) o
                WHERE o.active_key = w.once_key)
                """, id) == 1;
    }

    Optional<Work> find(long id) {
        return first(SELECT + " WHERE w.id = ?", Works::work, id);
    }

    /** The newest first; of all people where none is given. */
    Slice<Work> started(Long person, int page) {
        String where = " WHERE NOT w.recurring AND w.started_by = COALESCE(?, w.started_by)";
        long total = first("SELECT COUNT(*) AS number FROM work w" + where, row -> row.getLong("number"), person)
                .orElse(0L);
        return Slice.of(total, page,
                before -> list(SELECT + where + " ORDER BY w.id DESC LIMIT ? OFFSET ?", Works::work,
                        person, Slice.SIZE, before));
    }

    List<Work> recurring() {
        return list(SELECT + " WHERE w.recurring ORDER BY w.kind", Works::work);
    }

    List<Work> failed(int most) {
        return list(SELECT + " WHERE w.state = 'FAILED' AND NOT w.recurring ORDER BY w.ended_at DESC LIMIT ?",
                Works::work, most);
    }

    long active(String kind) {
        return first("SELECT COUNT(*) AS number FROM work WHERE kind = ? AND state IN ('WAITING', 'RUNNING')",
                row -> row.getLong("number"), kind).orElse(0L);
    }

    Optional<WorkFile> file(long id) {
        return first("SELECT name, media_type, content FROM work_file WHERE work_id = ?", row -> new WorkFile(
                row.getString("name"), row.getString("media_type"), row.getBytes("content")), id);
    }

    /** Forgets what ended before this moment. */
    int forget(Instant before) {
        return write("DELETE FROM work WHERE NOT recurring AND state IN ('DONE', 'FAILED') AND ended_at < ?", before);
    }

    private static void held(Attempt attempt, int rows) {
        if (rows == 0) {
            throw new WorkLost(attempt.id());
        }
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(row.getLong("id"), row.getString("kind"), row.getBoolean("recurring"), row.getString("subject"),
                row.getObject("started_by", Long.class), row.getString("full_name"), moment(row, "started_at"),
                Work.State.valueOf(row.getString("state")), row.getInt("failures"), row.getString("node"),
                moment(row, "begun_at"), moment(row, "ended_at"), moment(row, "next_at"), row.getLong("done"),
                row.getLong("total"), row.getString("doing"),
                Words.read(row.getString("outcome"), row.getString("details")), row.getString("link"),
                row.getString("incident"), row.getString("file"));
    }

    private <T> Optional<T> first(String sql, Row<T> reader, Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    private <T> List<T> list(String sql, Row<T> reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = bound(connection, sql, arguments);
                ResultSet row = query.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int write(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bound(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i] instanceof Instant moment
                    ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : arguments[i]);
        }
        return statement;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
}
