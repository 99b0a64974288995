package vn.thang.platform.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Asks the database every second, by a connection of its own, whether it answers. One that is gone refuses everybody at once; one
 * that hangs lets everybody wait without an end, and only whoever does not ask it can say so.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final long PAUSE = 1_000;
    /** A database that is busy answers this question all the same. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    /** A pool that has no connection to give says so after ten seconds; longer takes only what connects and gets no answer. */
    private static final long PATIENCE_WITH_CONNECTING = TimeUnit.SECONDS.toNanos(11);

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    /** When an answer is late, by the clock of this machine; nothing while none is waited for. */
    private volatile Long late;
    private volatile boolean over;
    private Thread thread;

    @PostConstruct
    void begin() {
        thread = threads.newThread(this::watch);
        thread.setName("database-watch");
        thread.start();
    }

    @PreDestroy
    void end() {
        over = true;
        thread.interrupt();
    }

    /** Whether the database was asked and does not answer. */
    public boolean hangs() {
        Long limit = late;
        return limit != null && System.nanoTime() - limit > 0;
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
