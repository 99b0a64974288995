package vn.thang.platform.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Asks the database every second, by a connection of its own, whether it answers. One that is gone refuses everybody at once; one
 * that hangs lets everybody wait without an end, and only whoever does not ask it can say so. Beside that something small is written
 * now and then: a primary that has lost its replica answers every question and acknowledges nothing, and a replica that was not
 * promoted refuses what is written.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final long PAUSE = 1_000;
    /** A database that is busy answers this question all the same. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    /** A pool that has no connection to give says so after ten seconds; longer takes only what connects and gets no answer. */
    private static final long PATIENCE_WITH_CONNECTING = TimeUnit.SECONDS.toNanos(11);

    private static final long PAUSE_OF_WRITING = 10_000;
    private static final long PATIENCE_WITH_WRITING = TimeUnit.SECONDS.toNanos(10);
    private static final String WRITING = """
            INSERT INTO pulse (id, written_at) VALUES (1, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE written_at = UTC_TIMESTAMP(6)""";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    /** When an answer is late, by the clock of this machine; nothing while none is waited for. */
    private volatile Long late;
    /** When what is written now is late; nothing while nothing is written. */
    private volatile Long lateInWriting;
    private volatile boolean written = true;
    private volatile boolean over;
    private Thread thread;
    private Thread writing;

    @PostConstruct
    void begin() {
        thread = begun("database-watch", this::watch);
        writing = begun("database-watch-writing", this::write);
    }

    private Thread begun(String name, Runnable deed) {
        Thread begun = threads.newThread(deed);
        begun.setName(name);
        begun.start();
        return begun;
    }

    @PreDestroy
    void end() {
        over = true;
        thread.interrupt();
        writing.interrupt();
    }

    /** Whether the database was asked and does not answer. */
    public boolean hangs() {
        return isOver(late);
    }

    /** Whether what was written last was acknowledged, and what is written now is not late. */
    public boolean writes() {
        return written && !isOver(lateInWriting);
    }

    private static boolean isOver(Long limit) {
        return limit != null && System.nanoTime() - limit > 0;
    }

    private void write() {
        try {
            while (!over) {
                lateInWriting = System.nanoTime() + PATIENCE_WITH_WRITING;
                try (Connection connection = dataSource.getConnection();
                        Statement sql = connection.createStatement()) {
                    sql.executeUpdate(WRITING);
                    written = true;
                } catch (SQLException e) {
                    written = false;
                    LOG.log(Level.FINE, "The database takes nothing", e);
                } finally {
                    lateInWriting = null;
                }
                Thread.sleep(PAUSE_OF_WRITING);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "The watch is over", e);
        }
    }

    private void watch() {
        try {
            while (!over) {
                askUntilItIsGone();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "The watch is over", e);
        }
    }

    private void askUntilItIsGone() throws InterruptedException {
        try (Connection connection = connect()) {
            while (!over && answers(connection)) {
                Thread.sleep(PAUSE);
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The database is gone", e);
        }
    }

    private Connection connect() throws SQLException {
        late = System.nanoTime() + PATIENCE_WITH_CONNECTING;
        try {
            return dataSource.getConnection();
        } finally {
            late = null;
        }
    }

    private boolean answers(Connection connection) throws SQLException {
        late = System.nanoTime() + PATIENCE;
        try {
            return connection.isValid(0);
        } finally {
            late = null;
        }
    }
}
