package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.Nginx;
import vn.thang.it.SecondServer;

/**
 * Two servers on one database behind the proxy that ships; one is killed while officers save. Who was on the other notices
 * nothing; who was on it repeats one request at most, and the session goes on; nothing that was acknowledged is lost, and work
 * that recurs goes on, done once each time. Killed again, it starts at once as its unit does, and comes back while they save.
 */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "vn.thang.it.Nginx#isInstalled", disabledReason = "nginx is not installed on this machine")
class TwoNodesIT {

    private static final int OFFICERS = 12;
    private static final int PERIOD_SECONDS = 30;
    private static final int PERIODS = 3;

    @Test
    void officersGoOnThoughOneOfTwoNodesIsKilled() throws Exception {
        int first = Integer.getInteger("it.http.port");
        try (Connection database = DatabaseForTests.connect();
                SecondServer second = SecondServer.start();
                Nginx nginx = Nginx.start(first, second.port())) {
            try {
                nginx.watch();
                NodesTogether.seeEachOther(database, first, second.port());
                NodesRound.begin(database);
                List<SavingOfficer> officers = NodesRound.officers(database, OFFICERS, nginx.address(""),
                        nginx::browser);
                new NodesRound().save(officers, () -> {
                    assertTrue(served(nginx, first) > 0 && served(nginx, second.port()) > 0,
                            "both nodes have browsers");
                }, second::kill, Duration.ofSeconds(25));

                assertEquals(0, NodesRound.lost(database, officers),
                        "answers that were acknowledged and are not there");
                List<Long> moved = wentOn(database);
                System.out.printf(
                        "two nodes: %d saves, %d of %d officers went on at the other, %d requests repeated, longest save %d ms%n",
                        officers.stream().mapToLong(SavingOfficer::saves).sum(), moved.size(), OFFICERS,
                        officers.stream().mapToLong(SavingOfficer::repeated).sum(),
                        officers.stream().mapToLong(one -> one.longest().toMillis()).max().orElseThrow());
                assertTrue(!moved.isEmpty() && moved.size() < OFFICERS,
                        "some were on the node that died, and some were not: " + moved);
                for (SavingOfficer officer : officers) {
                    assertEquals(1, officer.signIns(), "nobody signs in again");
                    assertTrue(officer.repeated() <= 1, "repeated " + officer.repeated());
                    if (!moved.contains(officer.assessment())) {
                        assertEquals(0, officer.repeated(), "who was on the other node notices nothing");
                    }
                }
                assertDoneOnceEach(database);
                goesOnThoughTheNodeComesBack(database, officers, nginx, second);
                officers.forEach(one -> assertEquals(2, one.signIns(), "once for each time of saving, and not again"));
                long blocks = number(database, "SELECT MAX(number) FROM trail_block");
                long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
                while (number(database, "SELECT MAX(number) FROM trail_block") == blocks) {
                    assertTrue(System.nanoTime() < end, "nobody seals the trail any more");
                    Thread.sleep(500);
                }
            } finally {
                NodesRound.end(database);
            }
        }
    }

    /** Whose session went on at another node; the person of an officer has the number of their assessment. */
    private static List<Long> wentOn(Connection database) throws Exception {
        List<Long> people = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT subject_id FROM change_log"
                        + " WHERE action = 'continue-session' AND subject_id >= 2100000000")) {
            while (row.next()) {
                people.add(row.getLong(1));
            }
        }
        return people;
    }

    /** Of each period one run, whichever node has taken it: two would have twice as many attempts. */
    private static void assertDoneOnceEach(Connection database) throws Exception {
        String attempts = "SELECT attempts FROM work WHERE recurring AND kind = 'seal-trail'";
        long before = number(database, attempts);
        long begin = System.nanoTime();
        Thread.sleep(PERIODS * PERIOD_SECONDS * 1_000L);
        long runs = number(database, attempts) - before;
        long periods = Duration.ofNanos(System.nanoTime() - begin).toSeconds() / PERIOD_SECONDS + 1;
        assertTrue(runs > 0 && runs <= periods, runs + " runs in " + periods + " periods");
    }

    /** A node that starts answers before the application is there, that it knows no page: nobody is sent to it until then. */
    private static void goesOnThoughTheNodeComesBack(Connection database, List<SavingOfficer> officers, Nginx nginx,
            SecondServer second) throws Exception {
        second.startAgain();
        int before = nginx.log().length();
        AtomicInteger ready = new AtomicInteger();
        Map<SavingOfficer, Long> repeated = officers.stream()
                .collect(Collectors.toMap(one -> one, SavingOfficer::repeated));
        new NodesRound().save(officers, () -> {
        }, () -> {
            second.kill();
            second.startAgain();
            ready.set(nginx.log().length());
        }, Duration.ofSeconds(15));
        assertEquals(0, NodesRound.lost(database, officers), "answers that were acknowledged and are not there");
        String log = nginx.log();
        assertTrue(log.substring(ready.get()).contains("\"node\":\"127.0.0.1:" + second.port() + "\""),
                "its browsers have returned");
        assertEquals(List.of(),
                log.substring(before).lines().filter(line -> line.contains("\"status\":404")).toList());
        repeated.forEach((officer, times) -> assertTrue(officer.repeated() - times <= 1,
                () -> "repeated " + (officer.repeated() - times)));
    }

    private static long served(Nginx nginx, int port) throws Exception {
        try (Stream<String> lines = nginx.log().lines()) {
            return lines.filter(line -> line.contains("\"node\":\"127.0.0.1:" + port + "\"")).count();
        }
    }

    private static long number(Connection database, String sql) throws Exception {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
