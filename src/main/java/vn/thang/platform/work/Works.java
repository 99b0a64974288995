package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** All long work in the database, and the only way to its tables. */
@ApplicationScoped
@Transactional
class Works {

    private static final String SELECT = """
            SELECT w.id, w.kind, w.recurring, w.subject, w.started_by AS starter, p.full_name AS starter_name,
                w.started_at, w.state, w.failures, w.node, w.begun_at, w.ended_at, w.next_at, w.done, w.total, w.doing,
                w.outcome, w.details, w.link, w.incident, f.name AS file
            FROM work w LEFT JOIN person p ON p.id = w.started_by LEFT JOIN work_file f ON f.work_id = w.id
            """;

    @Inject
    private Jdbi jdbi;

    @Inject
    private WorkFiles files;

    /**
     * An attempt at work by this server. Its number tells it from every other attempt at the same work.
     *
     * @param lost whether the attempt before it was never heard of again
     */
    record Attempt(long id, int number, int failures, boolean lost, String kind, String subject, String input,
            Behalf behalf) {
    }

    /** Work as it stands before an attempt is begun. */
    private record Waiting(long id, String kind, String subject, String input, Long startedBy, String rights,
            String askedFrom, String sessionHash, int attempts, int failures, Work.State state) {

        private Attempt attempt() {
            boolean lost = state == Work.State.RUNNING;
            return new Attempt(id, attempts + 1, failures + (lost ? 1 : 0), lost, kind, subject, input,
                    new Behalf(startedBy, rights, askedFrom, sessionHash));
        }
    }

    /** A row of work: its outcome is a key, and the details are the arguments of the text. */
    private record Row(long id, String kind, boolean recurring, String subject, Long starter, String starterName,
            Instant startedAt, Work.State state, int failures, String node, Instant begunAt, Instant endedAt,
            Instant nextAt, long done, long total, String doing, String outcome, String details, String link,
            String incident, String file) {

        private Work work() {
            return new Work(id, kind, recurring, subject, starter, starterName, startedAt, state, failures, node,
                    begunAt, endedAt, nextAt, done, total, doing, KeyedWords.read(outcome, details), link, incident,
                    file);
        }
    }

    /** Sees what others have begun since the transaction first read. */
    private static final String BY_KEY = "SELECT id FROM work WHERE active_key = :key LOCK IN SHARE MODE";

    /** Adds work that waits, unless such work waits or runs already; answers the id of the one that there is now. */
    long add(String kind, WorkInput input, String json, Behalf behalf, Instant now) {
        String key = kind + ":" + input.once();
        return jdbi.withHandle(sql -> {
            sql.createUpdate("""
                    INSERT INTO work (kind, recurring, subject, once_key, started_by, rights, asked_from,
                        session_hash, started_at, input, state)
                    VALUES (:kind, FALSE, :subject, :key, :person, :rights, :address, :session, :now, :input, :state)
                    ON DUPLICATE KEY UPDATE work.id = work.id""").bind("kind", kind).bind("subject", input.subject())
                    .bind("key", key).bind("person", behalf.person()).bind("rights", behalf.rights())
                    .bind("address", behalf.address()).bind("session", behalf.session()).bind("now", now)
                    .bind("input", json).bind("state", Work.State.WAITING).execute();
            return sql.createQuery(BY_KEY).bind("key", key).mapTo(Long.class).one();
        });
    }

    /**
     * Puts work into the table of db-scheduler, unless it is there. Not by its client, which looks before it inserts and sees what
     * stood there when the transaction first read: work that has left the table since would never be done again.
     */
    void due(String task, long work, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO work_due (task_name, task_instance, execution_time, picked, version)
                VALUES (:task, :work, :now, FALSE, 1) ON DUPLICATE KEY UPDATE work_due.version = work_due.version""")
                .bind("task", task).bind("work", String.valueOf(work)).bind("now", now).execute());
    }

    /** Answers the id of the one row of recurring work. */
    long recurring(String kind, Instant now) {
        return jdbi.withHandle(sql -> {
            sql.createUpdate("""
                    INSERT INTO work (kind, recurring, subject, once_key, started_at, state)
                    VALUES (:kind, TRUE, '', :kind, :now, :state) ON DUPLICATE KEY UPDATE work.id = work.id""")
                    .bind("kind", kind).bind("now", now).bind("state", Work.State.WAITING).execute();
            return sql.createQuery(BY_KEY).bind("key", kind).mapTo(Long.class).one();
        });
    }

    /**
     * Begins an attempt; empty where the work has ended. An attempt that still runs in the table was lost with its
     * server.
     */
    Optional<Attempt> begin(long id, String node, Instant now) {
        return jdbi.withHandle(sql -> {
            Optional<Attempt> found = sql.createQuery("""
                    SELECT id, kind, subject, input, started_by, rights, asked_from, session_hash, attempts, failures, state FROM work
                    WHERE id = :id AND (recurring OR state IN (<active>)) FOR UPDATE""").bind("id", id)
                    .bindList("active", Work.State.ACTIVE).mapTo(Waiting.class).findOne().map(Waiting::attempt);
            found.ifPresent(attempt -> sql.createUpdate("""
                    UPDATE work SET state = :running, attempts = :number, failures = :failures, node = :node,
                        begun_at = :now, ended_at = NULL, next_at = NULL, done = 0, total = 0, doing = NULL
                    WHERE id = :id""").bind("running", Work.State.RUNNING).bind("number", attempt.number())
                    .bind("failures", attempt.failures()).bind("node", node).bind("now", now).bind("id", id)
                    .execute());
            return found;
        });
    }

    /** Stands at once for everybody to see, whatever becomes of the transaction of the work. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(Attempt attempt, long done, long total, String doing) {
        jdbi.useHandle(sql -> held(attempt, of(attempt, sql.createUpdate("""
                UPDATE work SET done = :done, total = :total, doing = :doing
                WHERE id = :id AND attempts = :number AND state = :running""")).bind("done", done)
                .bind("total", total).bind("doing", doing).execute()));
    }

    /**
     * Ends the attempt well; what it was given is forgotten, but for the rights under which it has made a file. The file is
     * kept, or thrown away where another node has taken the work over.
     */
    void done(Attempt attempt, WorkResult result, Instant now) {
        try {
            keep(attempt, result, now);
        } finally {
            if (result != null && result.file() != null) {
                result.file().content().end();
            }
        }
    }

    private void keep(Attempt attempt, WorkResult result, Instant now) {
        jdbi.useHandle(sql -> {
            held(attempt, of(attempt, sql.createUpdate("""
                    UPDATE work SET state = :done, ended_at = :now, failures = 0, input = NULL,
                        rights = IF(:file, rights, NULL), asked_from = NULL, session_hash = NULL,
                        outcome = :outcome, details = :details, link = :link, incident = NULL
                    WHERE id = :id AND attempts = :number AND state = :running""")).bind("done", Work.State.DONE)
                    .bind("now", now).bind("file", result != null && result.file() != null)
                    .bind("outcome", result == null ? null : result.words().key())
                    .bind("details", result == null ? null : result.words().json())
                    .bind("link", result == null ? null : result.link()).execute());
            if (result != null && result.file() != null) {
                files.keep(sql, attempt.id(), result.file());
            }
        });
    }

    /**
     * Ends the attempt by a fault.
     *
     * @param waits whether the work waits for its next attempt; otherwise it has failed
     * @param next  when it is tried again; null for not at all
     */
    void fault(Attempt attempt, KeyedWords fault, String incident, boolean waits, Instant next, Instant now) {
        jdbi.useHandle(sql -> of(attempt, sql.createUpdate("""
                UPDATE work SET state = :state, ended_at = :now, failures = :failures, next_at = :next,
                    outcome = :outcome, details = :details, link = NULL, incident = :incident
                WHERE id = :id AND attempts = :number AND state = :running"""))
                .bind("state", waits ? Work.State.WAITING : Work.State.FAILED).bind("now", now)
                .bind("failures", attempt.failures() + 1).bind("next", next).bind("outcome", fault.key())
                .bind("details", fault.json()).bind("incident", incident).execute());
    }

    /** Gives the work back, because this server goes: nobody's fault. */
    void giveBack(Attempt attempt) {
        jdbi.useHandle(sql -> of(attempt, sql.createUpdate("""
                UPDATE work SET state = :waiting, failures = :failures
                WHERE id = :id AND attempts = :number AND state = :running""")).bind("waiting", Work.State.WAITING)
                .bind("failures", attempt.failures()).execute());
    }

    /** Binds what tells the attempt from every other, which must still run. */
    private static Update of(Attempt attempt, Update update) {
        return update.bind("id", attempt.id()).bind("number", attempt.number()).bind("running", Work.State.RUNNING);
    }

    /** Lists the ids of started work that has not ended. */
    List<Long> waiting() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id FROM work WHERE NOT recurring AND state IN (<active>)""")
                .bindList("active", Work.State.ACTIVE).mapTo(Long.class).list());
    }

    /** Answers whether work is to be done or under way; who is about to start it again is waited for. */
    boolean waits(long id) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id FROM work WHERE id = :id AND state IN (<active>) LOCK IN SHARE MODE""").bind("id", id)
                .bindList("active", Work.State.ACTIVE).mapTo(Long.class).findOne()).isPresent();
    }

    /** Lets failed work wait again; answers whether there was such work and none like it is at hand. */
    boolean again(long id) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE work w SET w.state = :waiting, w.failures = 0, w.ended_at = NULL, w.next_at = NULL
                WHERE w.id = :id AND w.state = :failed AND NOT w.recurring
                    AND NOT EXISTS (SELECT 1 FROM (SELECT active_key FROM work) o WHERE o.active_key = w.once_key)""")
                .bind("waiting", Work.State.WAITING).bind("id", id).bind("failed", Work.State.FAILED).execute()) == 1;
    }

    Optional<Work> find(long id) {
        return jdbi.withHandle(sql -> sql.createQuery(SELECT + "WHERE w.id = :id").bind("id", id).mapTo(Row.class)
                .map(Row::work).findOne());
    }

    Optional<Work> last(String kind, String subject, Long person) {
        return jdbi.withHandle(sql -> sql.createQuery(SELECT + """
                WHERE NOT w.recurring AND w.kind = :kind AND w.subject = :subject AND w.started_by = :person
                ORDER BY w.id DESC LIMIT 1""").bind("kind", kind).bind("subject", subject).bind("person", person)
                .mapTo(Row.class).map(Row::work).findOne());
    }

    /** What a person has started, or all that does not come again by itself; two statements however many there are. */
    Slice<Work> list(WorkFilter filter, Cut<WorkOrder> cut) {
        String where = "WHERE NOT w.recurring AND (:person IS NULL OR w.started_by = :person)"
                + " AND w.kind = COALESCE(:kind, w.kind) AND w.state = COALESCE(:state, w.state)";
        return jdbi.withHandle(sql -> Slice.of(
                bound(sql.createQuery("SELECT COUNT(*) FROM work w " + where), filter).mapTo(Long.class).one(), cut,
                (size, offset) -> bound(sql.createQuery(SELECT + where + " ORDER BY " + cut.sql("w.id DESC")
                        + " LIMIT :size OFFSET :offset"), filter).bind("size", size).bind("offset", offset)
                        .mapTo(Row.class).map(Row::work).list()));
    }

    private static Query bound(Query query, WorkFilter filter) {
        return query.bind("person", filter.starter()).bind("kind", filter.kind()).bind("state", filter.state());
    }

    List<Work> recurring() {
        return jdbi.withHandle(sql -> sql.createQuery(SELECT + "WHERE w.recurring ORDER BY w.kind").mapTo(Row.class)
                .map(Row::work).list());
    }

    /** Counts what people have started; of what has failed that which did so since a moment and was not refused by a rule. */
    LongWork.Standing standing(Instant since) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COALESCE(SUM(state = :waiting), 0) AS waiting, COALESCE(SUM(state = :running), 0) AS running,
                    COALESCE(SUM(state = :failed AND ended_at >= :since
                        AND (incident IS NOT NULL OR outcome = :lost)), 0) AS failed,
                    MIN(CASE WHEN state = :waiting AND failures = 0 THEN started_at END) AS oldest
                FROM work WHERE NOT recurring""").bind("waiting", Work.State.WAITING)
                .bind("running", Work.State.RUNNING).bind("failed", Work.State.FAILED).bind("since", since)
                .bind("lost", WorkRuns.LOST)
                .mapTo(LongWork.Standing.class).one());
    }

    long active(String kind) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM work WHERE kind = :kind AND state IN (<active>)""").bind("kind", kind)
                .bindList("active", Work.State.ACTIVE).mapTo(Long.class).one());
    }

    Optional<String> rights(long id) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT w.rights FROM work w JOIN work_file f ON f.work_id = w.id
                WHERE w.id = :id AND w.rights IS NOT NULL""").bind("id", id).mapTo(String.class).findOne());
    }

    Optional<WorkFile> file(long id) {
        return files.find(id);
    }

    /** Forgets what ended before this moment. */
    int forget(Instant before) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                DELETE FROM work WHERE NOT recurring AND state NOT IN (<active>) AND ended_at < :before""")
                .bindList("active", Work.State.ACTIVE).bind("before", before).execute());
    }

    /** Forgets what ended of this subject, with the files that it made. */
    void forget(String subject) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                DELETE FROM work WHERE NOT recurring AND state NOT IN (<active>) AND subject = :subject""")
                .bindList("active", Work.State.ACTIVE).bind("subject", subject).execute());
    }

    private static void held(Attempt attempt, int rows) {
        if (rows == 0) {
            throw new WorkLost(attempt.id());
        }
    }
}
