package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.PayaraForTests;

/** The one file that is delivered: it serves as its unit starts it, and its commands do what the operator asks. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "isBuilt", disabledReason = "mvn -Pdelivery makes thang.jar")
class DeliveryIT {

    private static final Path JAR = Path.of(System.getProperty("it.war", "target/thang.war"))
            .resolveSibling("thang.jar");
    private static final int LONGEST_MINUTES = 5;
    /** What the server says before the application is there. */
    private static final int NOT_YET = 404;

    static boolean isBuilt() {
        return Files.exists(JAR);
    }

    private record Ended(int code, String said) {
    }

    @Test
    void commandsAnswerOnTheStandardOutput() throws Exception {
        Ended usage = run("nonsense");
        assertEquals(2, usage.code());
        assertTrue(usage.said().contains("java -jar thang.jar first-account"), usage.said());
        Ended refused = run("first-account", "canbo", "canbo@example.vn");
        assertEquals(1, refused.code(), refused.said());
        assertTrue(refused.said().contains("canbo"), refused.said());
        Ended link = run("first-account", "quantri", "quantri@example.vn");
        assertEquals(0, link.code(), link.said());
        assertTrue(link.said().contains("/password.xhtml?link="), link.said());
        Ended scored = run("run", "nightly-scoring");
        assertEquals(0, scored.code(), scored.said());
    }

    @Test
    void theUnitStartsTheServer() throws Exception {
        String unit = Files.readString(Path.of(System.getProperty("it.settings"), "thang.service"));
        List<String> command = new ArrayList<>(Arrays.asList(unit.lines().filter(line -> line.startsWith("ExecStart="))
                .findFirst().orElseThrow().substring("ExecStart=".length()).split(" ")));
        command.set(0, java());
        command.replaceAll(word -> word.equals("thang.jar") ? JAR.toString() : word);
        int port = freePort();
        command.addAll(List.of("--port", String.valueOf(port)));
        Process server = process(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertEquals(200, whenReady(port));
        } finally {
            server.destroy();
            assertTrue(server.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES));
        }
        assertTrue(unit.contains("SuccessExitStatus=" + server.exitValue()));
    }

    private static int whenReady(int port) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login.xhtml")).build();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (System.nanoTime() < end) {
            try {
                int status = http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status != NOT_YET) {
                    return status;
                }
            } catch (IOException notListening) {
                // it begins
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return NOT_YET;
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
