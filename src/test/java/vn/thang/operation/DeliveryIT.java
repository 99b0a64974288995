package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.PayaraForTests;

/** The one file that is delivered: it serves as its unit starts it, and its commands do what the operator asks. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "isBuilt", disabledReason = "mvn -Pdelivery makes thang.jar")
class DeliveryIT {

    private static final Path JAR = Path.of(System.getProperty("it.war", "target/thang.war"))
            .resolveSibling("thang.jar");
    private static final int LONGEST_MINUTES = 10;
    /** What the server says before the application is there. */
    private static final int NOT_YET = 404;

    static boolean isBuilt() {
        return Files.exists(JAR);
    }

    private static final int SCORINGS_A_MINUTE = 60;
    private static final String FIRST = "127.0.0.1";
    /** Another address of this machine, in the place of another machine. */
    private static final String SECOND = "127.0.0.3";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    private Path folder;

    private record Ended(int code, String said) {
    }

    @Test
    void commandsAnswerOnTheStandardOutput() throws Exception {
        Ended usage = run("nonsense");
        assertEquals(2, usage.code());
        assertTrue(usage.said().contains("java -jar thang.jar first-account"), usage.said());
        assertEquals(1, run("health", String.valueOf(freePort())).code());
        Ended refused = run("first-account", "canbo", "canbo@example.vn");
        assertEquals(1, refused.code(), refused.said());
        assertTrue(refused.said().contains("canbo"), refused.said());
        Ended link = run("first-account", "quantri", "quantri@example.vn");
        assertEquals(0, link.code(), link.said());
        assertTrue(link.said().contains("/password.xhtml?link="), link.said());
        Ended scored = run("run", "nightly-scoring");
        assertEquals(0, scored.code(), scored.said());
    }

    /** As the handbook has it after a restore; the jar holds what it needs. */
    @Test
    void theCommandVerifiesTrailAndPublishedResults() throws Exception {
        String password = Files.writeString(folder.resolve("owner"), DatabaseForTests.password()).toString();
        Ended verified = run("verify", "--database", DatabaseForTests.plainUrl(), "--user", DatabaseForTests.user(),
                "--password-file", password);
        // other tests may have changed answers behind what was published, and this is found
        assertEquals(verified.said().contains("KHỚP: ") ? 0 : 1, verified.code(), verified.said());
        assertTrue(verified.said().matches("(?s).*Nhật ký: \\d+ khối.*"), verified.said());
        assertTrue(verified.said().lines().anyMatch(
                line -> line.matches("Đợt 2025: [1-9][\\d.]* kết quả đã công bố, 0 khác với khi công bố\\.")),
                verified.said());
        assertEquals(2, run("verify").code());
        Ended unknown = run("verify", "--database", DatabaseForTests.plainUrl(), "--user", DatabaseForTests.user(),
                "--password-file", password, "--known", "1=" + "0".repeat(64));
        assertEquals(1, unknown.code(), unknown.said());
        assertEquals(verified.said().lines().filter(line -> line.startsWith("  ! ")).count() + 1,
                unknown.said().lines().filter(line -> line.startsWith("  ! ")).count(), unknown.said());
    }

    /**
     * The first as its unit starts it, the second with the line of the handbook besides, as on a machine of its own: it answers on its
     * address alone, and how often somebody may ask is counted by both together.
     */
    @Test
    void theUnitStartsTheServerAndAnotherOneStandsBesideIt() throws Exception {
        String unit = Files.readString(Path.of(System.getProperty("it.settings"), "thang.service"));
        List<String> start = new ArrayList<>(Arrays.asList(unit.lines().filter(line -> line.startsWith("ExecStart="))
                .findFirst().orElseThrow().substring("ExecStart=".length()).split(" ")));
        start.set(0, java());
        start.replaceAll(word -> word.equals("thang.jar") ? JAR.toString() : word);
        int port = freePort();
        start.addAll(List.of("--port", String.valueOf(port)));
        List<String> another = new ArrayList<>(start);
        another.addAll(List.of("--prebootcommandfile", Files.writeString(folder.resolve("node.asadmin"),
                Handbook.block("node", Map.of("10.0.0.2", SECOND))).toString()));
        Process first = null;
        Process second = null;
        try {
            first = server(start, "first", Map.of());
            assertEquals(200, whenReady(FIRST, port, first));
            assertEquals(0, run("health", String.valueOf(port)).code());
            String password = PayaraForTests.given().get("THANG_DB_PASSWORD");
            second = server(another, "second", Map.of("THANG_DB_PASSWORD", "", "THANG_DB_PASSWORD_FILE",
                    Files.writeString(folder.resolve("password"), password + "\n").toString()));
            assertEquals(200, whenReady(SECOND, port, second));
            assertEquals(0, run("health", SECOND + ":" + port).code());
            first.destroy();
            assertTrue(first.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES));
            assertTrue(unit.contains("SuccessExitStatus=" + first.exitValue()));
            assertThrows(IOException.class, () -> status(FIRST, port, "/login.xhtml"),
                    "the second one answers on its own address alone");
            first = server(start, "first", Map.of());
            assertEquals(200, whenReady(FIRST, port, first));
            limitsAreCountedTogether(port);
        } catch (AssertionError | Exception e) {
            for (String one : List.of("first", "second")) {
                if (Files.exists(folder.resolve(one + ".log"))) {
                    Files.copy(folder.resolve(one + ".log"), JAR.resolveSibling("delivery-" + one + ".log"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            throw e;
        } finally {
            end(first);
            end(second);
        }
    }

    private static void limitsAreCountedTogether(int port) throws Exception {
        int answered = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < SCORINGS_A_MINUTE; i++) {
            answered += scored(FIRST, port) + scored(SECOND, port);
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        System.out.printf("two nodes: %d of %d requests in %d s were let through, %d a minute are allowed%n", answered,
                2 * SCORINGS_A_MINUTE, seconds, SCORINGS_A_MINUTE);
        assertTrue(answered >= SCORINGS_A_MINUTE && answered <= SCORINGS_A_MINUTE + seconds + 1,
                answered + " in " + seconds + " s");
    }

    /** One where it was looked at, though it was faulty; nothing where it was one too many. */
    private static int scored(String address, int port) throws Exception {
        int status = HTTP.send(HttpRequest.newBuilder(address(address, port, "/api/v1/scorings"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
        assertTrue(status == 400 || status == 429, "status " + status);
        return status == 400 ? 1 : 0;
    }

    private Process server(List<String> command, String name, Map<String, String> settings) throws IOException {
        ProcessBuilder process = process(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        process.environment().putAll(settings);
        return process.start();
    }

    private static void end(Process server) throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    private static int whenReady(String address, int port, Process server) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        int status = NOT_YET;
        while (status == NOT_YET && System.nanoTime() < end) {
            assertTrue(server.isAlive(), "it ended");
            try {
                status = status(address, port, "/login.xhtml");
            } catch (IOException notListening) {
                // it begins
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return status;
    }

    private static int status(String address, int port, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(address, port, path)).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static URI address(String address, int port, String path) {
        return URI.create("http://" + address + ":" + port + path);
    }

    private static Ended run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        Process process = process(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command);
        PayaraForTests.given().forEach((name, value) -> {
            if (name.startsWith("THANG_DB_")) {
                process.environment().put(name, value);
            }
        });
        return process;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
