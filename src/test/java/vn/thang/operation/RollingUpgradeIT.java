package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.launcher.EmbeddedMariaDb;
import vn.thang.launcher.PayaraMicro;

/**
 * A server of the last release works while a new one brings the schema up and beside it afterwards, and it starts again on the new
 * schema and beside rows that the new one wrote: nodes are upgraded one by one, and one goes back where the new one is bad. All of
 * them are real processes.
 */
@Tag("matrix")
class RollingUpgradeIT {

    /** Three times as many are no more than there are provinces. */
    private static final int OFFICERS = 10;
    private static final List<String> PEOPLE = List.of("canbo", "lanhdao", "quantri");
    private static final int SERVER_ERROR = 500;

    @TempDir
    private Path folder;

    private final List<PayaraMicro> servers = new ArrayList<>();
    private EmbeddedMariaDb database;

    @Test
    void theLastReleaseGoesOnBesideTheNewOne() throws Exception {
        Release last = Release.last();
        Path war = last.war();
        try (EmbeddedMariaDb started = EmbeddedMariaDb.start(Path.of(System.getProperty("it.mariadb")),
                folder.resolve("database"), freePort());
                Connection sql = DriverManager.getConnection(started.url(), started.user(), started.password())) {
            database = started;
            try {
                oneByOne(last, war, sql);
            } catch (AssertionError | Exception e) {
                for (String one : List.of("old", "fresh", "back")) {
                    if (Files.exists(folder.resolve(one + ".log"))) {
                        Files.copy(folder.resolve(one + ".log"), Path.of("target", "upgrade-" + one + ".log"),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                throw e;
            } finally {
                servers.forEach(PayaraMicro::stop);
            }
        }
    }

    private void oneByOne(Release last, Path war, Connection sql) throws Exception {
        int oldPort = freePort();
        int freshPort = freePort();
        PayaraMicro old = server("old");
        assertTrue(old.start(war, oldPort, database), "the last release does not start");
        assertEquals(last.schema(), schema(sql), "payara-config/RELEASE names another schema than its commit");
        NodesRound.begin(sql);
        Map<String, Integer> before = pages(last, oldPort);
        assertFalse(before.values().stream().anyMatch(status -> status >= SERVER_ERROR), before::toString);

        List<SavingOfficer> officers = NodesRound.officers(sql, OFFICERS, address(oldPort), RollingUpgradeIT::browser);
        PayaraMicro fresh = server("fresh");
        new NodesRound().save(officers, () -> {
            // they save on the old one, and it alone is there
        }, () -> assertTrue(fresh.start(Path.of(System.getProperty("it.war")), freshPort, database),
                "the new one does not start beside the old one"), Duration.ofSeconds(10));
        assertTrue(schema(sql) >= last.schema());
        assertEquals(before, pages(last, oldPort), "pages of the last release on the new schema");
        untroubled(sql, officers);
        besideRowsOfTheNewOne(last, before, oldPort, freshPort);

        List<SavingOfficer> both = new ArrayList<>(
                NodesRound.officers(sql, 2 * OFFICERS, address(freshPort), RollingUpgradeIT::browser)
                        .subList(OFFICERS, 2 * OFFICERS));
        both.addAll(NodesRound.officers(sql, 3 * OFFICERS, address(oldPort), RollingUpgradeIT::browser)
                .subList(2 * OFFICERS, 3 * OFFICERS));
        new NodesRound().save(both, () -> {
        }, () -> {
        }, Duration.ofSeconds(10));
        untroubled(sql, both);

        old.stop();
        assertTrue(server("back").start(war, oldPort, database), "the last release does not start on the new schema");
        System.out.printf("rolling upgrade: from schema %d to %d, %d saves, none lost, none repeated%n", last.schema(),
                schema(sql), officers.stream().mapToLong(SavingOfficer::saves).sum()
                        + both.stream().mapToLong(SavingOfficer::saves).sum());
    }

    /** What only the new one knows troubles the pages that would show it, and no others; where they fail is said in the handbook. */
    private static void besideRowsOfTheNewOne(Release last, Map<String, Integer> before, int oldPort, int freshPort)
            throws Exception {
        NewShapes shapes = NewShapes.write(address(freshPort));
        Map<String, Integer> after = new TreeMap<>(pages(last, oldPort));
        for (String person : PEOPLE) {
            SavingOfficer one = new SavingOfficer(browser(), address(oldPort), person, 0);
            one.signIn();
            for (String page : shapes.pages()) {
                after.put(person + " " + page.replaceAll("id=\\d+", "id="), one.status(page));
            }
        }
        Map<String, Integer> expected = new TreeMap<>(before);
        after.keySet().forEach(page -> expected.putIfAbsent(page, 200));
        expected.replaceAll((page, status) -> NewShapes.UNREADABLE.contains(page) ? SERVER_ERROR : status);
        assertEquals(expected, after, "pages of the last release where the new one has written");
    }

    private static void untroubled(Connection sql, List<SavingOfficer> officers) throws Exception {
        assertEquals(0, NodesRound.lost(sql, officers), "answers that were acknowledged and are not there");
        for (SavingOfficer officer : officers) {
            assertTrue(officer.saves() > 0);
            assertEquals(0, officer.repeated(), "requests that had to be repeated");
            assertEquals(1, officer.signIns());
        }
    }

    /** How each page of the last release answers, to several people and to nobody. */
    private static Map<String, Integer> pages(Release last, int port) throws Exception {
        Map<String, Integer> answers = new TreeMap<>();
        for (String person : PEOPLE) {
            SavingOfficer one = new SavingOfficer(browser(), address(port), person, 0);
            one.signIn();
            for (String page : last.pages()) {
                answers.put(person + " " + page, one.status(page));
            }
        }
        return answers;
    }

    private PayaraMicro server(String name) {
        PayaraMicro server = new PayaraMicro(Path.of(System.getProperty("it.payara")),
                Path.of(System.getProperty("it.settings")), folder.resolve(name + ".log"));
        servers.add(server);
        return server.withTwoAccounts(database).with("JAVA_TOOL_OPTIONS", System.getProperty("it.jvm", ""));
    }

    private static int schema(Connection sql) throws Exception {
        try (Statement statement = sql.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT MAX(CAST(version AS INT)) FROM flyway_schema_history WHERE success")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
