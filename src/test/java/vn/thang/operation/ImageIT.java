package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.it.PayaraForTests;

/**
 * The image, read as a container engine reads it: what it says of itself, what lies in its layers, and that what it starts serves.
 * The start takes the Java of this machine in place of that of the base, and no engine keeps it in a container.
 */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@EnabledIf(value = "isBuilt", disabledReason = "mvn -Pdelivery,image makes thang-image.tar")
class ImageIT {

    private static final Path IMAGE = Path.of(System.getProperty("it.war", "target/thang.war"))
            .resolveSibling("thang-image.tar");
    private static final String JAR = "opt/thang/thang.jar";
    private static final int WRITE_FOR_OTHERS = 0022;
    private static final int LONGEST_MINUTES = 10;

    @TempDir
    private Path folder;

    static boolean isBuilt() {
        return Files.exists(IMAGE);
    }

    /** What a layer of ours holds, by path. */
    private record Found(String layer, TarArchiveEntry entry) {
    }

    @Test
    void itNamesItselfAndRunsAsNobodySpecial() throws IOException {
        JsonNode manifest = json("manifest.json").path(0);
        assertEquals("thang:latest", manifest.path("RepoTags").path(0).asText());
        JsonNode config = json(manifest.path("Config").asText());
        assertEquals("linux", config.path("os").asText());
        JsonNode container = config.path("config");
        assertTrue(container.path("User").asText().matches("[1-9]\\d{3,}:[1-9]\\d{3,}"),
                container.path("User")::asText);
        assertEquals(List.of("java", "-XX:MaxRAMPercentage=50", "-jar", "/" + JAR), words(container));
        assertTrue(container.path("ExposedPorts").has("8080/tcp"));
        assertEquals("/tmp", container.path("WorkingDir").asText());
        assertEquals("Apache-2.0", container.path("Labels").path("org.opencontainers.image.licenses").asText());
        container.path("Env").forEach(one -> assertFalse(one.asText().matches("(?i).*(THANG_|PASSWORD|TOKEN|KEY).*"),
                one::asText));
        assertEquals(manifest.path("Layers").size(), config.path("rootfs").path("diff_ids").size());
    }

    /** The newest layer is ours: thang.jar once, readable by everybody and writable by nobody, and nothing else. */
    @Test
    void itHoldsTheOneFile() throws IOException {
        Map<String, TarArchiveEntry> ours = new TreeMap<>();
        for (Found found : ours()) {
            if (!found.entry().isDirectory()) {
                assertTrue(ours.put(found.entry().getName(), found.entry()) == null, found.entry()::getName);
            }
            assertEquals(0, found.entry().getMode() & WRITE_FOR_OTHERS, found.entry()::getName);
            assertEquals(0, found.entry().getMode() & 06000, found.entry()::getName);
        }
        assertEquals(List.of(JAR), List.copyOf(ours.keySet()));
        assertEquals(Files.size(IMAGE.resolveSibling("thang.jar")), ours.get(JAR).getSize());
    }

    @Test
    void whatItStartsServesWithoutWritingBesideItself() throws Exception {
        layOut();
        List<String> command = new ArrayList<>(words(json(json("manifest.json").path(0).path("Config").asText())
                .path("config")));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.replaceAll(word -> word.startsWith("/opt/") ? folder + word : word);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> health = new ArrayList<>(command);
        health.addAll(List.of("health", String.valueOf(port)));
        command.addAll(List.of("--port", String.valueOf(port)));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        command.add(1, "-Xmx1g");
        ProcessBuilder process = new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true)
                .redirectOutput(IMAGE.resolveSibling("image.log").toFile());
        PayaraForTests.given().forEach((name, value) -> {
            if (name.startsWith("THANG_DB_")) {
                process.environment().put(name, value);
            }
        });
        Process server = process.start();
        try {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
            while (new ProcessBuilder(health).start().waitFor() != 0) {
                assertTrue(server.isAlive() && System.nanoTime() < end, "see image.log");
                TimeUnit.SECONDS.sleep(3);
            }
        } finally {
            server.destroy();
            assertTrue(server.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES));
        }
        try (var files = Files.list(folder.resolve("opt/thang"))) {
            assertEquals(List.of(folder.resolve(JAR)), files.toList());
        }
    }

    private void layOut() throws IOException {
        Path jar = folder.resolve(JAR);
        Files.createDirectories(jar.getParent());
        each(layers().getLast(), (entry, content) -> {
            if (entry.getName().equals(JAR)) {
                Files.copy(content, jar);
            }
        });
        assertTrue(Files.exists(jar));
    }

    private List<Found> ours() throws IOException {
        List<Found> found = new ArrayList<>();
        String layer = layers().getLast();
        each(layer, (entry, content) -> found.add(new Found(layer, entry)));
        return found;
    }

    private List<String> layers() throws IOException {
        List<String> layers = new ArrayList<>();
        json("manifest.json").path(0).path("Layers").forEach(layer -> layers.add(layer.asText()));
        return layers;
    }

    private static List<String> words(JsonNode container) {
        List<String> words = new ArrayList<>();
        container.path("Entrypoint").forEach(word -> words.add(word.asText()));
        container.path("Cmd").forEach(word -> words.add(word.asText()));
        return words;
    }

    private interface Reader {

        void read(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private static void each(String layer, Reader reader) throws IOException {
        each(Files.newInputStream(IMAGE), (entry, content) -> {
            if (entry.getName().equals(layer)) {
                each(new GZIPInputStream(content), reader);
            }
        });
    }

    private static void each(InputStream in, Reader reader) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            reader.read(entry, tar);
        }
    }

    private static JsonNode json(String name) throws IOException {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(IMAGE)) {
            each(in, (entry, content) -> {
                if (entry.getName().equals(name)) {
                    found.put(name, new ObjectMapper().readTree(content.readAllBytes()));
                }
            });
        }
        return found.get(name);
    }
}
