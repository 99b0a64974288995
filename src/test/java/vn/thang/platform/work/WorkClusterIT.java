package vn.thang.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.SecondServer;

/** Two servers look for the same work: each piece is done once, and what a lost server had is done by the other. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WorkClusterIT {

    private static final int LONGEST_SECONDS = 120;
    /** More than one server takes at once. */
    private static final int PIECES = 14;

    @Test
    void everyPieceIsDoneOnceThoughOneOfTwoServersIsKilled() throws Exception {
        try (Connection database = DatabaseForTests.connect()) {
            write(database, "CREATE TABLE work_try (piece VARCHAR(10) NOT NULL)");
            assertEquals(1, number(database, "SELECT GET_LOCK('try-slow', 10)"));
            try (SecondServer second = SecondServer.start()) {
                for (int piece = 0; piece < PIECES; piece++) {
                    write(database,
                            "INSERT INTO work (kind, recurring, subject, once_key, started_at, input, state) VALUES ('try-slow',"
                                    + " FALSE, '" + piece + "', 'try-slow:" + piece
                                    + "', UTC_TIMESTAMP(6), '{\"subject\":\"" + piece + "\"}', 'WAITING')");
                }
                write(database, "INSERT INTO work_due (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT 'started', id, UTC_TIMESTAMP(6), FALSE, 1 FROM work WHERE kind = 'try-slow'");
                until(database, "SELECT COUNT(*) FROM work WHERE kind = 'try-slow' AND state = 'RUNNING'", PIECES);
                String lost = " FROM work WHERE kind = 'try-slow' AND node LIKE '%:" + second.pid() + "'";
                assertTrue(number(database, "SELECT COUNT(*)" + lost) > 0, "the second server took none");
                assertTrue(number(database, "SELECT COUNT(DISTINCT node) FROM work WHERE kind = 'try-slow'") == 2);
                second.kill();
                assertEquals(1, number(database, "SELECT RELEASE_LOCK('try-slow')"));
                until(database, "SELECT COUNT(*) FROM work WHERE kind = 'try-slow' AND state = 'DONE'", PIECES);
                assertEquals(0, number(database, "SELECT COUNT(*)" + lost));
            }
            assertEquals(PIECES, number(database, "SELECT COUNT(*) FROM work_try"));
            assertEquals(PIECES, number(database, "SELECT COUNT(DISTINCT piece) FROM work_try"));
        } finally {
            try (Connection database = DatabaseForTests.connect()) {
                write(database, "DROP TABLE IF EXISTS work_try");
                write(database, "DELETE FROM work WHERE kind = 'try-slow'");
            }
        }
    }

    private static void until(Connection database, String sql, long wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (number(database, sql) != wanted) {
            assertTrue(System.nanoTime() < end, sql + " answers " + number(database, sql));
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void write(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One piece of the work of this test. */
    public record Piece(String subject) implements WorkInput {
    }

    /** Writes a row in its transaction and then waits until the test lets it go. */
    @ApplicationScoped
    public static class Slow implements WorkKind<Piece> {

        @Resource(lookup = "jdbc/thang")
        private DataSource dataSource;

        @Override
        public String name() {
            return "try-slow";
        }

        @Override
        public Class<Piece> input() {
            return Piece.class;
        }

        @Override
        public WorkResult run(Piece piece, Progress progress) {
            try (Connection database = dataSource.getConnection();
                    PreparedStatement insert = database.prepareStatement("INSERT INTO work_try (piece) VALUES (?)")) {
                insert.setString(1, piece.subject());
                insert.executeUpdate();
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
                while (System.nanoTime() < end && waits(database)) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                return WorkResult.of("work.result.pull", piece.subject());
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The test holds a lock by name, which is seen from within any transaction. */
        private static boolean waits(Connection database) throws SQLException {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("SELECT IS_USED_LOCK('try-slow')")) {
                row.next();
                return row.getObject(1) != null;
            }
        }
    }
}
