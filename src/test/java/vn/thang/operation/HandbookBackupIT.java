package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.PayaraForTests;
import vn.thang.launcher.EmbeddedMariaDb;

/** Who follows the handbook word by word has a backup, and on another machine what was in it. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HandbookBackupIT {

    private static final Path SOFTWARE = Path.of(System.getProperty("it.mariadb"));
    private static final Path SHIPPED = Path.of(System.getProperty("it.settings"));

    @TempDir
    private Path folder;

    @Test
    void theStepsSaveAndBringBack() throws Exception {
        Path commands = Files.createDirectory(folder.resolve("opt"));
        for (String one : List.of("backup.sh", "restore.sh", "database.sh")) {
            Files.copy(SHIPPED.resolve(one), commands.resolve(one));
            assertTrue(commands.resolve(one).toFile().setExecutable(true));
        }
        Path archives = Files.createDirectory(folder.resolve("archives"));
        Map<String, String> places = Map.of("/opt/thang", commands.toString(), "/var/backups/thang",
                archives.toString());
        String unit = Files.readString(SHIPPED.resolve("thang-backup.service")).lines()
                .filter(line -> line.startsWith("ExecStart=")).findFirst().orElseThrow()
                .substring("ExecStart=".length());
        Map<String, String> key = Map.of("THANG_CONNECTORS_KEY_FILE",
                PayaraForTests.given().get("THANG_CONNECTORS_KEY_FILE"), "THANG_SECRETS_KEY_FILE",
                PayaraForTests.given().get("THANG_SECRETS_KEY_FILE"));
        FollowedSteps source = new FollowedSteps(Files.createDirectory(folder.resolve("source")))
                .standsIn("systemctl", replaced(unit, places))
                .with(account(DatabaseForTests.plainUrl(), DatabaseForTests.user(), DatabaseForTests.password()))
                .with(key);
        List<String> backup = Handbook.block("backup", places).lines().toList();
        String named = source.follow(String.join("\n", backup.subList(0, 2)), folder, "").lines()
                .reduce((first, last) -> last).orElseThrow();
        assertTrue(Files.exists(archives.resolve(named)), named);
        try {
            String checked = source.follow(backup.get(2).replace("ARCHIVE", named), folder, "");
            assertTrue(checked.contains("trail="), checked);
            assertEquals(List.of("systemctl start thang-backup"), source.calls());
            broughtBack(named, places, key);
        } finally {
            try (Connection database = DatabaseForTests.connect(); Statement sql = database.createStatement()) {
                sql.execute("DELETE FROM backup WHERE name = '" + named + "'");
            }
        }
    }

    private void broughtBack(String archive, Map<String, String> places, Map<String, String> key) throws Exception {
        Path keys = Files.createDirectory(folder.resolve("etc"));
        Map<String, String> own = new HashMap<>(places);
        own.putAll(Map.of("/etc/thang/", keys + "/", "/root/thang-restored", folder.resolve("restored").toString(),
                " -o thang -g thang", "", "ARCHIVE", archive));
        try (EmbeddedMariaDb machine = EmbeddedMariaDb.start(SOFTWARE, folder.resolve("machine"), freePort())) {
            FollowedSteps target = new FollowedSteps(Files.createDirectory(folder.resolve("target")))
                    .standsIn("systemctl", "")
                    .with(account(machine.url(), machine.user(), machine.password()));
            List<String> restore = Handbook.block("restore", own).lines().toList();
            target.follow(String.join("\n", restore.subList(0, 2)), folder, "");
            // other tests may have changed what was published, and this is found
            String said = target.follow(restore.get(2) + " || [ $? = 1 ]", folder, "");
            target.follow(restore.get(3), folder, "");
            assertTrue(said.matches("(?s).*Nhật ký: \\d+ khối.*Đợt 2025.*"), said);
            assertEquals(List.of("systemctl start thang"), target.calls());
            for (String one : key.values()) {
                Path saved = Path.of(one);
                assertArrayEquals(Files.readAllBytes(saved), Files.readAllBytes(keys.resolve(saved.getFileName())));
            }
            try (Connection there = DriverManager.getConnection(machine.url(), machine.user(), machine.password());
                    Statement sql = there.createStatement()) {
                assertTrue(sql.executeQuery("SELECT assessment_id FROM published_result LIMIT 1").next());
            }
        }
    }

    private static String replaced(String text, Map<String, String> places) {
        String replaced = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            replaced = replaced.replace(place.getKey(), place.getValue());
        }
        return replaced;
    }

    private static Map<String, String> account(String url, String user, String password) {
        return Map.of("THANG_ENV", "/nowhere", "THANG_DB_URL", url, "THANG_DB_OWNER_USER", user,
                "THANG_DB_OWNER_PASSWORD", password, "THANG_MARIADB_BIN", SOFTWARE.resolve("base/bin").toString(),
                "LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString(), "THANG_WAR",
                System.getProperty("it.war"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
