package vn.thang.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-command run on a MariaDB that is there already, as processes of its own. */
@Tag("matrix")
class LauncherIT {

    private static final int LONGEST_MINUTES = 8;

    @TempDir
    private Path folder;

    @Test
    void takesTheDatabaseThatIsThereAndStartsNone() throws Exception {
        int http = freePort();
        try (EmbeddedMariaDb there = EmbeddedMariaDb.start(Path.of(System.getProperty("it.mariadb")),
                folder.resolve("there"), freePort())) {
            Path password = Files.writeString(folder.resolve("password.txt"), there.password() + "\n");
            Process launcher = launcher(http, Map.of("thang.db.url", there.url(), "thang.db.user", there.user(),
                    "thang.db.password.file", password.toString()));
            List<ProcessHandle> started = List.of();
            try {
                until(launcher, "http://localhost:" + http + "/ ");
                started = launcher.descendants().toList();
                assertEquals(1, started.size(), "a server and no database");
                assertTrue(said().contains(there.url()), said());
                assertTrue(Files.notExists(folder.resolve("data/database")));
                assertEquals(200, status(http));
                try (Connection database = DriverManager.getConnection(there.url(), there.user(), there.password());
                        Statement sql = database.createStatement();
                        ResultSet people = sql.executeQuery("SELECT COUNT(*) FROM person")) {
                    people.next();
                    assertTrue(people.getInt(1) > 0, "the accounts that it names are there");
                }
                launcher.destroy();
                assertTrue(launcher.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES));
                started.getFirst().onExit().get(LONGEST_MINUTES, TimeUnit.MINUTES);
            } finally {
                launcher.destroyForcibly();
                started.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    @Test
    void whoNamesNoPasswordIsToldWhatIsMissing() throws Exception {
        Process launcher = launcher(freePort(), Map.of("thang.db.url", "jdbc:mariadb://127.0.0.1:1/thang",
                "thang.db.user", "thang"));
        assertTrue(launcher.waitFor(1, TimeUnit.MINUTES));
        assertEquals(2, launcher.exitValue(), said());
        assertTrue(said().contains("-Dthang.db.password.file="), said());
    }

    private Process launcher(int http, Map<String, String> given) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-cp", System.getProperty("java.class.path"),
                "-Dthang.war=" + System.getProperty("it.war"), "-Dthang.payara=" + System.getProperty("it.payara"),
                "-Dthang.settings=" + System.getProperty("it.settings"), "-Dthang.data=" + folder.resolve("data"),
                "-Dthang.http.port=" + http, "-Dthang.db.port=" + freePort()));
        given.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(Launcher.class.getName());
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile()).start();
    }

    private void until(Process launcher, String words) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (!said().contains(words)) {
            assertTrue(launcher.isAlive() && System.nanoTime() < end, said());
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    private static int status(int http) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + http + "/login.xhtml")).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
