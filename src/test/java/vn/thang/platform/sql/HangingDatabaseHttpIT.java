package vn.thang.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.Browser;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.rest.Problem;

/** A database that hangs and is not gone: whoever comes then is told so within ten seconds, and afterwards all is as before. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledOnOs(OS.LINUX)
class HangingDatabaseHttpIT {

    private static final Duration WANTED = Duration.ofSeconds(10);
    private static final Duration WANTED_WITH_CONNECTING = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();

    @Test
    void aPageSaysSoWithinTenSecondsAndEverythingGoesOnAfterwards() throws Exception {
        assertEquals(200, ask("/login.xhtml", Duration.ofSeconds(30)).statusCode());
        signal("STOP");
        try {
            HttpResponse<String> page = until(503, "/login.xhtml");
            assertTrue(page.body().contains("Cơ sở dữ liệu tạm thời không trả lời"), page.body());
            assertTrue(page.headers().firstValue("Retry-After").isPresent());
            HttpResponse<String> problem = ask("/api/v1/agencies", Duration.ofSeconds(2));
            assertEquals(503, problem.statusCode());
            assertEquals(Problem.TYPE, problem.headers().firstValue("Content-Type").orElse(""));
        } finally {
            signal("CONT");
        }
        assertEquals(200, until(200, "/login.xhtml").statusCode());
        assertEquals(200, until(200, "/health/ready").statusCode());
    }

    /** One that takes connections and answers nothing, as a machine does that is stuck: whoever connects anew waits for ever too. */
    @Test
    @Tag("matrix")
    void aPageSaysSoThoughEveryConnectionIsNew() throws Exception {
        assertEquals(200, ask("/login.xhtml", Duration.ofSeconds(30)).statusCode());
        try (Connection database = DatabaseForTests.connect(); Statement sql = database.createStatement()) {
            List<Long> connections = new ArrayList<>();
            try (ResultSet row = sql.executeQuery(
                    "SELECT id FROM information_schema.processlist WHERE db = 'thang' AND id <> CONNECTION_ID()")) {
                while (row.next()) {
                    connections.add(row.getLong(1));
                }
            }
            for (long connection : connections) {
                try {
                    sql.execute("KILL " + connection);
                } catch (SQLException gone) {
                    // it has ended by itself
                }
            }
        }
        signal("STOP");
        try {
            until(503, "/login.xhtml", WANTED_WITH_CONNECTING);
        } finally {
            signal("CONT");
        }
        assertEquals(200, until(200, "/login.xhtml").statusCode());
    }

    private HttpResponse<String> until(int status, String path) throws IOException, InterruptedException {
        return until(status, path, WANTED);
    }

    private HttpResponse<String> until(int status, String path, Duration wanted)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + wanted.toNanos();
        while (true) {
            try {
                HttpResponse<String> answer = ask(path, Duration.ofSeconds(2));
                if (answer.statusCode() == status) {
                    return answer;
                }
            } catch (HttpTimeoutException e) {
                assertTrue(System.nanoTime() < end, "nobody is told");
            }
            assertTrue(System.nanoTime() < end, () -> path + " is not answered by " + status);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private HttpResponse<String> ask(String path, Duration patience) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(Browser.address(path))).timeout(patience).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void signal(String name) throws IOException, InterruptedException {
        String pid = Files.readString(Path.of(System.getProperty("it.data"), "mariadb.pid")).strip();
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }
}
