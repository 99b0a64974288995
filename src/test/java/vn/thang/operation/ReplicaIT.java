package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
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
                try (Connection replica = pair.toReplica()) {
                    assertEquals(0, NodesRound.lost(replica, officers),
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

    private static void assertNeverFellBack(DatabasePair pair) throws Exception {
        assertEquals("Rpl_semi_sync_master_status\tON",
                pair.askPrimary("SHOW STATUS LIKE 'Rpl_semi_sync_master_status'"));
        assertEquals("Rpl_semi_sync_master_no_tx\t0", pair.askPrimary("SHOW STATUS LIKE 'Rpl_semi_sync_master_no_tx'"));
        assertEquals("Rpl_semi_sync_master_no_times\t0",
                pair.askPrimary("SHOW STATUS LIKE 'Rpl_semi_sync_master_no_times'"));
    }
}
