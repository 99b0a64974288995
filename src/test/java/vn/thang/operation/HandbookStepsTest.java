package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.thang.it.Programs;

/** Steps of the handbook that need no database are followed as they stand, in a folder of their own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HandbookStepsTest {

    private static final Path SHIPPED = Path.of("payara-config").toAbsolutePath();
    private static final int KEY = 32;
    /** Answers at the second time, as a server does that begins. */
    private static final String BEGINS = "[ -e \"$0.asked\" ] || { touch \"$0.asked\"; exit 22; }";

    @TempDir
    private Path folder;

    @Test
    void keysAreMadeForTheAccountOfTheApplicationAlone() throws Exception {
        Programs.need(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Path place = Files.createDirectory(folder.resolve("etc"));
        FollowedSteps steps = new FollowedSteps(folder).standsIn("chown", "");
        String said = steps.follow(Handbook.block("key", Map.of("/etc/thang", place.toString())), folder, "");
        assertTrue(said.matches("[0-9a-f]{64}\\n"), said);
        assertEquals(KEY, Base64.getDecoder().decode(Files.readString(place.resolve("connectors.key")).strip()).length);
        String[] secrets = Files.readString(place.resolve("secrets.key")).strip().split(" ");
        assertEquals("first", secrets[0]);
        assertEquals(KEY, Base64.getDecoder().decode(secrets[1]).length);
        assertNotEquals(secrets[1], Files.readString(place.resolve("connectors.key")).strip());
        for (String key : List.of("connectors.key", "secrets.key")) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(key))));
        }
        assertEquals(List.of("chown thang %1$s/connectors.key %1$s/secrets.key".formatted(place)), steps.calls());
    }

    @Test
    void whatIsStartedShipsAndIsWaitedFor() throws Exception {
        FollowedSteps steps = new FollowedSteps(folder).standsIn("systemctl", "").standsIn("nginx", "")
                .standsIn("curl", BEGINS).standsIn("sleep", "");
        steps.follow(Handbook.block("start", Map.of()), folder, "");
        String asked = "curl -sf http://127.0.0.1:8080/health/ready";
        assertEquals(List.of("systemctl daemon-reload", "systemctl enable --now thang thang-backup.timer", "nginx -t",
                "systemctl restart nginx", "systemctl enable --now thang-nodes", asked, "sleep 5", asked),
                steps.calls());
        for (String unit : List.of("thang.service", "thang-backup.timer", "thang-backup.service",
                "thang-nodes.service")) {
            assertTrue(Files.exists(SHIPPED.resolve(unit)), unit);
        }
    }

    /** Nothing is changed before it is saved and stopped; the one before stays beside it, and is put back as the handbook says. */
    @Test
    void anUpgradeSavesStopsAndKeepsTheOneBefore() throws Exception {
        Path place = Files.createDirectory(folder.resolve("opt"));
        Path jar = Files.writeString(place.resolve("thang.jar"), "old");
        Path brought = Files.createDirectory(folder.resolve("brought"));
        Files.writeString(brought.resolve("thang.jar"), "new");
        FollowedSteps steps = new FollowedSteps(folder)
                .standsIn("systemctl", "cat '" + jar + "' >> '" + folder.resolve("calls") + "'; echo >> '"
                        + folder.resolve("calls") + "'")
                .standsIn("curl", BEGINS).standsIn("sleep", "");
        steps.follow(Handbook.block("upgrade", Map.of("/opt/thang", place.toString(), " -o thang -g thang", "")),
                brought, "");
        String asked = "curl -sf http://127.0.0.1:8080/health/ready";
        assertEquals(List.of("systemctl start thang-backup", "old", "systemctl stop thang", "old",
                "systemctl start thang", "new", asked, "sleep 5", asked), steps.calls());
        assertEquals("old", Files.readString(place.resolve("thang.jar.before")));
        assertEquals("new", Files.readString(jar));
    }

    /** The image lies beside the files that ship, and whatever the containers take in lies in the folder from which they start. */
    @Test
    void containersFindWhatTheyTakeIn() throws Exception {
        Path brought = Files.createDirectory(folder.resolve("brought"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, brought.resolve(file.getFileName()));
            }
        }
        Files.createFile(brought.resolve("thang-image.tar"));
        Path place = folder.resolve("srv");
        FollowedSteps steps = new FollowedSteps(folder).standsIn("docker", "[ \"$1\" != load ] || [ -f \"$3\" ]");
        steps.follow(Handbook.block("containers", Map.of("/srv/thang", place.toString(), "/var/backups/thang",
                folder.resolve("backups").toString())), brought, "");
        assertEquals(List.of("docker load --input thang-image.tar", "docker compose up --detach --wait",
                "docker compose run --rm thang first-account quantri quantri@example.vn"), steps.calls());
        List<String> taken = Pattern.compile("[ -](\\./[a-z./-]+)").matcher(
                Files.readString(place.resolve("compose.yaml"))).results().map(one -> one.group(1)).distinct().toList();
        assertTrue(taken.size() > 10, taken::toString);
        assertEquals(List.of(), taken.stream().filter(one -> Files.notExists(place.resolve(one))).toList());
    }

    /** The two lines of Prometheus name the files where the commands have put them, and these the token. */
    @Test
    void prometheusFindsItsFilesAndTheToken() throws Exception {
        Path place = Files.createDirectory(folder.resolve("prometheus"));
        new FollowedSteps(folder).follow(
                Handbook.block("prometheus", Map.of("/etc/prometheus", place.toString(), " -g prometheus", "")),
                SHIPPED,
                "a-token\n");
        Map<?, ?> lines = (Map<?, ?>) yaml(Handbook.block("prometheus-lines", Map.of()));
        for (String kind : List.of("rule_files", "scrape_config_files")) {
            for (Object file : (List<?>) lines.get(kind)) {
                assertTrue(Files.exists(place.resolve(String.valueOf(file))), kind + " " + file);
            }
        }
        assertEquals(Files.readString(SHIPPED.resolve("watch/thang-rules.yml")),
                Files.readString(place.resolve("thang-rules.yml")));
        Map<?, ?> job = (Map<?, ?>) ((List<?>) ((Map<?, ?>) yaml(Files.readString(place.resolve("thang-scrape.yml"))))
                .get("scrape_configs")).getFirst();
        Path token = place.resolve(Path.of("/etc/prometheus").relativize(
                Path.of(String.valueOf(((Map<?, ?>) job.get("authorization")).get("credentials_file")))));
        assertEquals("a-token\n", Files.readString(token));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
    }

    private static Object yaml(String text) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
