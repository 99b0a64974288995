package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What compose.yaml promises, as far as it can be seen without a container engine. */
class ComposeTest {

    private static final Path SHIPPED = Path.of("payara-config");
    /** Folders that the operator fills. */
    private static final Set<String> OWN = Set.of("tls", "secrets");
    private static final String BY_HAND = "backup";
    private static final String ARCHIVES = "/var/backups/thang:/var/backups/thang";

    private static Map<?, ?> file;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        file = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(SHIPPED.resolve("compose.yaml")));
    }

    @Test
    void everyServiceIsTiedDown() {
        assertEquals(Set.of("database", "thang", "nginx", BY_HAND), map(file, "services").keySet());
        map(file, "services").forEach((name, service) -> {
            String image = text(service, "image");
            assertTrue(image.equals("thang:latest") || image.matches("[a-z]+:\\d+\\.\\d+"), image);
            assertEquals(name.equals(BY_HAND) ? "no" : "unless-stopped", text(service, "restart"), name.toString());
            assertEquals(name.equals(BY_HAND), !list(service, "profiles").isEmpty(), name.toString());
            assertEquals(List.of("no-new-privileges:true"), list(service, "security_opt"), name.toString());
            assertFalse(map(file, "services").toString().contains("privileged=true"));
            map(service, "depends_on").forEach((other, how) -> {
                assertEquals("service_healthy", text(how, "condition"));
                assertFalse(map(service(other.toString()), "healthcheck").isEmpty(), other + " says when it is well");
            });
        });
        assertEquals(Boolean.TRUE, map(file, "services", "thang").get("read_only"));
        assertEquals(List.of("ALL"), list(service("thang"), "cap_drop"));
    }

    /** Nobody outside reaches the database or the server but by nginx, which stands in the network of the server. */
    @Test
    void onlyNginxIsReached() throws IOException {
        assertEquals(List.of("inside"), list(service("database"), "networks"));
        assertEquals(Boolean.TRUE, map(file, "networks", "inside").get("internal"));
        assertEquals("service:thang", text(service("nginx"), "network_mode"));
        assertEquals(List.of("80:80", "443:443"), list(service("thang"), "ports"));
        assertEquals(List.of("inside"), list(service(BY_HAND), "networks"));
        assertTrue(List.of("database", "nginx", BY_HAND).stream()
                .allMatch(name -> list(service(name), "ports").isEmpty()));
        assertTrue(Files.readString(SHIPPED.resolve("nginx.conf")).contains("server 127.0.0.1:8080 "));
        assertTrue(Files.readString(SHIPPED.resolve("server.asadmin")).contains("http-listener.address=127.0.0.1"));
    }

    @Test
    void secretsAreFilesAndEachIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        map(file, "services").values()
                .forEach(service -> list(service, "secrets").forEach(one -> used.add(one.toString())));
        assertEquals(used, map(file, "secrets").keySet().stream().map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new)));
        map(file, "secrets").forEach((name, secret) -> assertEquals("./secrets/" + name, text(secret, "file")));
        String start = Files.readString(Path.of("src/launcher/java/vn/thang/launcher/Thang.java"));
        map(file, "services").values().forEach(service -> map(service, "environment").forEach((name, value) -> {
            if (value.toString().startsWith("/run/secrets/")) {
                assertTrue(list(service, "secrets").contains(value.toString().substring("/run/secrets/".length())),
                        value.toString());
                assertTrue(name.toString().matches("MARIADB_\\w+_FILE|THANG_(CONNECTORS|SECRETS)_KEY_FILE")
                        || start.contains("\"" + name.toString().replaceAll("_FILE$", "") + "\""),
                        name + " is read by nobody");
            } else {
                assertFalse(name.toString().matches(".*(PASSWORD|TOKEN|KEY).*"), name.toString());
            }
        }));
    }

    @Test
    void whatIsLaidInShips() {
        Set<String> absent = new TreeSet<>();
        map(file, "services").values().forEach(service -> list(service, "volumes").forEach(volume -> {
            String source = volume.toString().split(":")[0];
            if (!source.startsWith("./")) {
                assertTrue(volume.equals(ARCHIVES) || map(file, "volumes").containsKey(source), source);
            } else if (Files.notExists(SHIPPED.resolve(source)) && !OWN.contains(source.substring(2))) {
                absent.add(source);
            } else {
                assertTrue(volume.toString().endsWith(":ro"), volume.toString());
            }
        }));
        assertEquals(Set.of(), absent);
        assertTrue(Files.exists(SHIPPED.resolve(text(service("thang"), "env_file"))));
        assertEquals(List.of("/opt/thang/backup.sh", "/var/backups/thang"), list(service(BY_HAND), "command"));
        assertEquals(List.of("CMD", "java", "-Xmx32m", "-jar", "/opt/thang/thang.jar", "health"),
                list(map(service("thang"), "healthcheck"), "test"));
    }

    /** The command is run with a client that keeps what it is told; the rights are those of the handbook. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theAccountsAreThoseOfTheHandbook() throws Exception {
        Path told = folder.resolve("told");
        Path client = Files.writeString(folder.resolve("mariadb"), "#!/bin/sh\ncat > '" + told + "'\n");
        assertTrue(client.toFile().setExecutable(true));
        Files.writeString(folder.resolve("database-root-password"), "r");
        Files.writeString(folder.resolve("database-owner-password"), "it's \\ mine\n");
        Files.writeString(folder.resolve("database-password"), "plain\n");
        ProcessBuilder process = new ProcessBuilder("bash", SHIPPED.resolve("accounts.sh").toString())
                .redirectErrorStream(true);
        process.environment().putAll(Map.of("THANG_SECRETS", folder.toString(), "MARIADB_DATABASE", "thang", "PATH",
                folder + ":" + System.getenv("PATH")));
        Process running = process.start();
        assertEquals("", new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, running.waitFor());
        List<String> wanted = Handbook.block("accounts", Map.of("'OWNER-PASSWORD'", "'it\\'s \\\\ mine'",
                "'PASSWORD'", "'plain'")).replace("@localhost", "@'%'").replace("thang.*", "`thang`.*").lines()
                .filter(line -> !line.startsWith("CREATE DATABASE")).toList();
        assertEquals(wanted, Files.readAllLines(told));
    }

    private static Object service(String name) {
        return map(file, "services").get(name);
    }

    private static Map<?, ?> map(Object from, String... path) {
        Object found = from;
        for (String step : path) {
            found = ((Map<?, ?>) found).get(step);
        }
        return found == null ? Map.of() : (Map<?, ?>) found;
    }

    private static List<?> list(Object from, String name) {
        Object found = ((Map<?, ?>) from).get(name);
        return found == null ? List.of() : (List<?>) found;
    }

    private static String text(Object from, String name) {
        return String.valueOf(((Map<?, ?>) from).get(name));
    }
}
