package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.launcher.PayaraMicro;

/**
 * The primary of two databases is killed while officers save, and the replica is promoted by the command that ships: the
 * application goes on by its address of both, and nothing that was acknowledged is lost. All servers are real processes.
 */
@Tag("matrix")
class ReplicaIT {

    private static final int OFFICERS = 12;

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostWithThePrimary() throws Exception {
        try (DatabasePair pair = DatabasePair.start(folder)) {
            PayaraMicro payara = new PayaraMicro(Path.of(System.getProperty("it.payara")),
                    Path.of(System.getProperty("it.settings")), folder.resolve("payara.log"))
                    .with("THANG_DB_URL", pair.url()).with("THANG_DB_USER", pair.user())
                    .with("THANG_DB_PASSWORD", pair.password())
                    .with("JAVA_TOOL_OPTIONS", System.getProperty("it.jvm", ""));
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            try {
                assertTrue(payara.start(Path.of(System.getProperty("it.war")), port),
                        () -> "see " + folder.resolve("payara.log"));
                List<SavingOfficer> officers;
                try (Connection primary = pair.toPrimary()) {
                    NodesRound.begin(primary);
                    officers = NodesRound.officers(primary, OFFICERS, "http://localhost:" + port,
                            () -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                                    .cookieHandler(new CookieManager()).build());
                }
                Instant[] moments = new Instant[2];
                new NodesRound().save(officers, () -> assertNeverFellBack(pair), () -> {
                    assertNeverFellBack(pair);
                    moments[0] = Instant.now();
                    pair.killPrimary();
                    TimeUnit.SECONDS.sleep(2);
                    assertTrue(pair.promote().startsWith("promoted at "));
                    moments[1] = Instant.now();
                }, Duration.ofSeconds(25));
                try (Connection promoted = pair.toReplica()) {
                    assertEquals(0, NodesRound.lost(promoted, officers),
                            "answers that were acknowledged and are not there");
                }
                System.out.printf(
                        "replica: %d saves, promoted %d ms after the primary died, longest save %d ms, %d requests repeated,"
                                + " %d sign-ins%n",
                        officers.stream().mapToLong(SavingOfficer::saves).sum(),
                        Duration.between(moments[0], moments[1]).toMillis(),
                        officers.stream().mapToLong(one -> one.longest().toMillis()).max().orElseThrow(),
                        officers.stream().mapToLong(SavingOfficer::repeated).sum(),
                        officers.stream().mapToLong(SavingOfficer::signIns).sum());
                for (SavingOfficer officer : officers) {
                    assertTrue(officer.longest().compareTo(Duration.ofSeconds(40)) < 0, officer.longest()::toString);
                }
                // the old primary is made the replica while people go on, and stands first in the address
                new NodesRound().save(officers, () -> {}, pair::followAgain, Duration.ofSeconds(10));
                assertNeverFellBack(pair);
                long saved = officers.stream().mapToLong(SavingOfficer::saves).sum();
                pair.endConnections();
                new NodesRound().save(officers, () -> {}, () -> {}, Duration.ofSeconds(10));
                assertTrue(officers.stream().mapToLong(SavingOfficer::saves).sum() > saved);
                try (Connection primary = pair.toPrimary(); Connection replica = pair.toReplica()) {
                    assertEquals(0, NodesRound.lost(primary, officers));
                    assertEquals(0, NodesRound.lost(replica, officers), "what is acknowledged stands on both again");
                }
            } catch (AssertionError | Exception e) {
                Files.copy(folder.resolve("payara.log"), Path.of(System.getProperty("it.data")).resolve("replica.log"),
                        StandardCopyOption.REPLACE_EXISTING);
                throw e;
            } finally {
                payara.stop();
            }
        }
    }

    /** Nobody is told that something is kept which stands on one machine alone. */
    @Test
    void aPrimaryWithoutItsReplicaAcknowledgesNothingUntilItIsBack() throws Exception {
        try (DatabasePair pair = DatabasePair.start(folder);
                ExecutorService people = Executors.newSingleThreadExecutor();
                Connection primary = pair.toPrimary();
                Statement sql = primary.createStatement()) {
            sql.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
            sql.execute("INSERT INTO kept VALUES (1)");
            pair.askReplica("STOP SLAVE");
            Future<Boolean> save = people.submit(() -> sql.execute("INSERT INTO kept VALUES (2)"));
            TimeUnit.SECONDS.sleep(5);
            assertFalse(save.isDone(), "acknowledged without the replica");
            pair.askReplica("START SLAVE");
            save.get(30, TimeUnit.SECONDS);
            assertNeverFellBack(pair);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            try (Connection replica = pair.toReplica()) {
                while (DatabasePair.number(replica, "SELECT COUNT(*) FROM kept") != 2) {
                    assertTrue(System.nanoTime() < end, "received and not applied");
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
        }
    }

    /** The one that was promoted waits for its replica as the first one did, after a restart of its machine too. */
    @Test
    void whatWasPromotedIsAPrimaryLikeTheFirst() throws Exception {
        try (DatabasePair pair = DatabasePair.start(folder);
                ExecutorService people = Executors.newSingleThreadExecutor()) {
            assertEquals("1", pair.find(pair.urlTurnedRound(), "SELECT @@server_id"), "saved is what takes writes");
            pair.killPrimary();
            assertThrows(SQLException.class,
                    () -> DriverManager.getConnection(pair.url(), pair.user(), pair.password()),
                    "a replica that was not promoted takes nobody in");
            pair.promote();
            pair.followAgain();
            for (boolean restarted : new boolean[]{false, true}) {
                if (restarted) {
                    pair.restartPrimary();
                }
                assertEquals("AFTER_SYNC 1000000000000 ON ON OFF 2",
                        pair.askPrimary(
                                """
                        SELECT CONCAT_WS(' ', @@rpl_semi_sync_master_wait_point, @@rpl_semi_sync_master_timeout,
                            @@rpl_semi_sync_master_wait_no_slave, @@rpl_semi_sync_master_enabled, @@read_only, @@server_id)"""),
                        "restarted " + restarted);
            }
            for (String url : List.of(pair.url(), pair.urlTurnedRound())) {
                try (Connection one = DriverManager.getConnection(url, pair.user(), pair.password())) {
                    assertEquals(2, DatabasePair.number(one, "SELECT @@server_id"), url);
                }
                assertEquals("2", pair.find(url, "SELECT @@server_id"));
            }
            try (Connection primary = pair.toPrimary(); Statement sql = primary.createStatement()) {
                sql.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
                pair.askReplica("STOP SLAVE");
                Future<Boolean> save = people.submit(() -> sql.execute("INSERT INTO kept VALUES (2)"));
                TimeUnit.SECONDS.sleep(12);
                assertFalse(save.isDone(), "acknowledged without the replica");
                pair.askReplica("START SLAVE");
                save.get(30, TimeUnit.SECONDS);
            }
            assertNeverFellBack(pair);
        }
    }

    /** The machines show the time of Viet Nam, and the database keeps its own. */
    @Test
    void theAgeOfATransactionDoesNotDependOnTheClockOnTheWall() throws Exception {
        try (DatabasePair pair = DatabasePair.start(folder);
                Connection primary = pair.toPrimary();
                Statement sql = primary.createStatement()) {
            primary.setAutoCommit(false);
            sql.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
            sql.execute("INSERT INTO kept VALUES (1)");
            TimeUnit.SECONDS.sleep(2);
            long age = Long.parseLong(pair.askPrimary(DatabaseFigures.OLDEST));
            assertTrue(age > 0 && age < TimeUnit.HOURS.toSeconds(1), "age " + age);
            assertEquals("ICT +00:00", pair.askPrimary("SELECT CONCAT_WS(' ', @@system_time_zone, @@time_zone)"));
            primary.rollback();
        }
    }

    private static void assertNeverFellBack(DatabasePair pair) throws Exception {
        assertEquals("Rpl_semi_sync_master_status\tON",
                pair.askPrimary("SHOW STATUS LIKE 'Rpl_semi_sync_master_status'"));
        assertEquals("Rpl_semi_sync_master_no_tx\t0", pair.askPrimary("SHOW STATUS LIKE 'Rpl_semi_sync_master_no_tx'"));
        assertEquals("Rpl_semi_sync_master_no_times\t0",
                pair.askPrimary("SHOW STATUS LIKE 'Rpl_semi_sync_master_no_times'"));
    }
}
