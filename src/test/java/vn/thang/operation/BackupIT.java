package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.it.DatabaseForTests;
import vn.thang.it.PayaraForTests;
import vn.thang.launcher.EmbeddedMariaDb;

/**
 * The commands that ship save the installation while it runs and bring it back into nothing, in real processes; what was brought
 * back verifies, and what was changed on the way is found.
 */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BackupIT {

    private static final Path SOFTWARE = Path.of(System.getProperty("it.mariadb"));
    private static final String PASSPHRASE = "chín con mèo \\ \"trên\" mái $nhà";

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedComesBackIntoNothingAndVerifies() throws Exception {
        Path key = Path.of(PayaraForTests.given().get("THANG_CONNECTORS_KEY_FILE"));
        Map<String, String> source = environment(DatabaseForTests.plainUrl(), DatabaseForTests.user(),
                DatabaseForTests.password());
        source.put("THANG_CONNECTORS_KEY_FILE", key.toString());
        source.put("THANG_SECRETS_KEY_FILE", secretsKey().toString());
        Path unset = folder.resolve("unset");
        source.put("THANG_OPENID_BO_SECRET_FILE",
                Files.writeString(folder.resolve("secret-of-openid"), "s").toString());
        source.put("THANG_BACKUP_ALSO", Files.writeString(folder.resolve("nginx.conf"), "n") + ":-" + unset);
        Path archives = Files.createDirectory(folder.resolve("archives"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (asked("SELECT COUNT(*) FROM trail_block") == 0) {
            assertTrue(System.nanoTime() < end, "nobody seals the trail");
            TimeUnit.MILLISECONDS.sleep(500);
        }

        Ended saved = run(source, "backup.sh", archives.toString());
        assertEquals(0, saved.status(), saved.said());
        Path archive = Path.of(saved.said().lines().reduce((first, last) -> last).orElseThrow());
        try {
            comesBack(archives, archive, source, key);
        } finally {
            write("DELETE FROM backup WHERE name = '" + archive.getFileName() + "'");
        }
    }

    /** The database of the operating system is seldom of the version that the backup was made on. */
    @Test
    @Tag("matrix")
    @EnabledIf(value = "vn.thang.operation.OtherMariaDb#isThere", disabledReason = "MariaDB of the operating system is not installed")
    void anotherVersionTakesItAndVerifies() throws Exception {
        Map<String, String> source = environment(DatabaseForTests.plainUrl(), DatabaseForTests.user(),
                DatabaseForTests.password());
        Ended saved = run(source, "backup.sh", folder.toString());
        assertEquals(0, saved.status(), saved.said());
        Path archive = Path.of(saved.said().lines().reduce((first, last) -> last).orElseThrow());
        write("DELETE FROM backup WHERE name = '" + archive.getFileName() + "'");
        try (OtherMariaDb other = OtherMariaDb.start(Files.createDirectory(folder.resolve("other")))) {
            other.follow("mariadb -e \"" + Handbook.block("accounts-node", Map.of()) + "\"");
            Map<String, String> target = other(other);
            Ended restored = run(target, "restore.sh", archive.toString(), folder.resolve("place").toString());
            assertEquals(0, restored.status(), restored.said());
            try (Connection before = DatabaseForTests.connect();
                    Connection after = DriverManager.getConnection(other.url(), other.user(), other.password())) {
                String versions = after.getMetaData().getDatabaseProductVersion() + ", saved by "
                        + before.getMetaData().getDatabaseProductVersion();
                assertNotEquals(before.getMetaData().getDatabaseProductVersion(),
                        after.getMetaData().getDatabaseProductVersion());
                for (String table : List.of("answer", "answer_history", "evidence_content", "published_result",
                        "reading", "agency", "model_version_file")) {
                    assertEquals(checksum(before, table), checksum(after, table), table);
                }
                System.out.println("restored into MariaDB " + versions);
            }
            Ended verified = run(target, "restore.sh", "--verify", archive.toString());
            assertEquals(run(source, "restore.sh", "--verify", archive.toString()).found(), verified.found(),
                    "what came back verifies as what was saved");
            assertTrue(verified.said().matches("(?s).*Nhật ký: \\d+ khối.*2025.*"), verified.said());
        }
    }

    /** What happened after the backup comes back from the binary log of the server that was lost, up to just before the accident. */
    @Test
    @Tag("matrix")
    @EnabledIf(value = "vn.thang.operation.OtherMariaDb#isThere", disabledReason = "MariaDB of the operating system is not installed")
    void theDatabaseComesBackToAPointInTime() throws Exception {
        Ended saved = run(environment(DatabaseForTests.plainUrl(), DatabaseForTests.user(),
                DatabaseForTests.password()), "backup.sh", folder.toString());
        assertEquals(0, saved.status(), saved.said());
        Path archive = Path.of(saved.said().lines().reduce((first, last) -> last).orElseThrow());
        write("DELETE FROM backup WHERE name = '" + archive.getFileName() + "'");
        try (OtherMariaDb lost = OtherMariaDb.start(Files.createDirectory(folder.resolve("lost")))) {
            Map<String, String> settings = other(lost);
            assertEquals(0, run(settings, "restore.sh", archive.toString(), folder.resolve("one").toString()).status());
            Ended again = run(settings, "backup.sh", folder.toString());
            assertEquals(0, again.status(), again.said());
            Path later = Path.of(again.said().lines().reduce((first, last) -> last).orElseThrow());
            String moment;
            try (Connection database = DriverManager.getConnection(lost.url(), lost.user(), lost.password());
                    Statement sql = database.createStatement()) {
                sql.execute("INSERT INTO pulse (id, written_at) VALUES (7, UTC_TIMESTAMP())");
                TimeUnit.SECONDS.sleep(2);
                try (ResultSet row = sql.executeQuery("SELECT DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%d %H:%i:%S')")) {
                    row.next();
                    moment = row.getString(1);
                }
                TimeUnit.SECONDS.sleep(2);
                sql.execute("DROP TABLE pulse");
            }
            String position = run(settings, "restore.sh", "--check", later.toString()).said().lines()
                    .filter(line -> line.startsWith("position=")).findFirst().orElseThrow().split("[=:]")[2];
            try (OtherMariaDb fresh = OtherMariaDb.start(Files.createDirectory(folder.resolve("fresh")))) {
                assertEquals(0, run(other(fresh), "restore.sh", later.toString(), folder.resolve("two").toString())
                        .status());
                fresh.follow(Handbook.block("point-in-time", Map.of("POSITION", position, "2026-11-29 21:44:13", moment,
                        "/root/lost/thang-log.000001 /root/lost/thang-log.000002", lost.logs())));
                try (Connection database = DriverManager.getConnection(fresh.url(), fresh.user(), fresh.password())) {
                    assertEquals(1, number(database, "SELECT COUNT(*) FROM pulse WHERE id = 7"));
                }
            }
        }
    }

    private static Map<String, String> other(OtherMariaDb server) {
        Map<String, String> settings = environment(server.url(), server.user(), server.password());
        settings.put("THANG_MARIADB_BIN", OtherMariaDb.bin().toString());
        settings.put("LD_LIBRARY_PATH", OtherMariaDb.libraries());
        return settings;
    }

    private void comesBack(Path archives, Path archive, Map<String, String> source, Path key) throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(
                Files.getPosixFilePermissions(archive)));
        assertEquals(1, asked(
                "SELECT COUNT(*) FROM backup WHERE name = '" + archive.getFileName() + "' AND bytes = "
                        + Files.size(archive) + " AND sha256 = '" + sha256(archive) + "'"));
        try (Stream<Path> left = Files.list(archives)) {
            assertEquals(List.of(archive), left.toList(), "nothing is left of the work");
        }

        Ended checked = run(source, "restore.sh", "--check", archive.toString());
        assertEquals(0, checked.status(), checked.said());
        assertTrue(checked.said().matches("(?s).*schema=\\d+\\ntrail=\\d+=[0-9a-f]{64}\\n.*"), checked.said());
        refused(source, "there are tables in the database", archive, folder.resolve("not"));

        int port = freePort();
        try (EmbeddedMariaDb second = EmbeddedMariaDb.start(SOFTWARE, folder.resolve("second"), port)) {
            Map<String, String> target = environment(second.url(), second.user(), second.password());
            Path place = folder.resolve("place");
            Ended restored = run(target, "restore.sh", archive.toString(), place.toString());
            assertEquals(0, restored.status(), restored.said());
            assertArrayEquals(Files.readAllBytes(key), Files.readAllBytes(place.resolve("keys/connectors.key")));
            assertEquals("s", Files.readString(place.resolve("files/THANG_OPENID_BO_SECRET_FILE/secret-of-openid")));
            assertEquals("n", Files.readString(Path.of(place + "/also" + folder + "/nginx.conf")));
            assertArrayEquals(Files.readAllBytes(secretsKey()), Files.readAllBytes(place.resolve("keys/secrets.key")));
            try (Connection before = DatabaseForTests.connect();
                    Connection after = DriverManager.getConnection(second.url(), second.user(), second.password())) {
                for (String table : List.of("answer", "answer_history", "evidence_content", "published_result",
                        "reading", "agency", "model_version_file")) {
                    assertEquals(checksum(before, table), checksum(after, table), table);
                }
                assertTrue(number(after, "SELECT NEXTVAL(change_log_seq)") > number(after,
                        "SELECT MAX(id) FROM change_log"), "numbers go on behind those that are taken");
            }
            Ended verified = run(target, "restore.sh", "--verify", archive.toString());
            Ended before = run(source, "restore.sh", "--verify", archive.toString());
            assertEquals(before.status(), verified.status(), verified.said());
            assertEquals(before.found(), verified.found(), "what came back verifies as what was saved");
            assertTrue(verified.said().matches("(?s).*Nhật ký: \\d+ khối.*2025.*"), verified.said());

            try (Connection after = DriverManager.getConnection(second.url(), second.user(), second.password());
                    Statement sql = after.createStatement()) {
                sql.execute(
                        "UPDATE change_log SET details = 'forged' WHERE id = (SELECT MIN(entry_id) FROM trail_seal)");
            }
            Ended forged = run(target, "restore.sh", "--verify", archive.toString());
            assertEquals(1, forged.status());
            assertNotEquals(verified.said(), forged.said());
        }
    }

    @Test
    void anArchiveThatWasChangedOnTheWayIsRefused() throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("facts"), "trail=\n");
        Files.writeString(content.resolve("manifest.sha256"), sha256(content.resolve("facts")) + "  ./facts\n");
        Path archive = packed(content, "whole.tar");
        assertEquals(0, run(Map.of(), "restore.sh", "--check", archive.toString()).status());

        Files.writeString(content.resolve("facts"), "trail=1=0\n");
        refusedAsIs("damaged", packed(content, "changed.tar"));
        Files.writeString(content.resolve("facts"), "trail=\n");
        Files.writeString(content.resolve("more"), "more");
        refusedAsIs("does not name", packed(content, "more.tar"));
        Files.delete(content.resolve("more"));
        Files.delete(content.resolve("facts"));
        refusedAsIs("damaged", packed(content, "less.tar"));
        Files.delete(content.resolve("manifest.sha256"));
        refusedAsIs("no archive of backup.sh", packed(content, "none.tar"));
    }

    /** With a passphrase nobody reads the archive without it, and settings of the file are read as systemd reads them. */
    @Test
    void anEncryptedArchiveOpensWithItsPassphraseAlone() throws Exception {
        Path secret = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        Path settings = Files.writeString(folder.resolve("thang.env"),
                "THANG_DB_URL=%s\nTHANG_DB_OWNER_USER=%s\nTHANG_DB_OWNER_PASSWORD=\"%s\"\nTHANG_BACKUP_PASSPHRASE_FILE=%s\n"
                        .formatted(DatabaseForTests.plainUrl(), DatabaseForTests.user(), DatabaseForTests.password(),
                                secret));
        Map<String, String> source = new HashMap<>(
                Map.of("THANG_ENV", settings.toString(), "THANG_MARIADB_BIN", SOFTWARE.resolve("base/bin").toString(),
                        "LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString()));
        Ended saved = run(source, "backup.sh", folder.toString());
        assertEquals(0, saved.status(), saved.said());
        Path archive = Path.of(saved.said().lines().reduce((first, last) -> last).orElseThrow());
        write("DELETE FROM backup WHERE name = '" + archive.getFileName() + "'");
        assertTrue(archive.toString().endsWith(".tar.enc"));
        assertEquals(0, run(source, "restore.sh", "--check", archive.toString()).status());
        Files.writeString(secret, "another one\n");
        assertNotEquals(0, run(source, "restore.sh", "--check", archive.toString()).status());
        assertNotEquals(0, run(Map.of("THANG_ENV", "/nowhere"), "restore.sh", "--check", archive.toString()).status());
    }

    /** What cannot be saved whole is no backup: nothing is told of it, and nothing of it is left. */
    @Test
    void aBackupThatFailsIsNone() throws Exception {
        Map<String, String> source = environment(DatabaseForTests.plainUrl(), DatabaseForTests.user(),
                DatabaseForTests.password());
        long before = asked("SELECT COUNT(*) FROM backup");
        Path archives = Files.createDirectory(folder.resolve("archives"));
        source.put("THANG_CONNECTORS_KEY_FILE", "/nowhere/connectors.key");
        Ended lost = run(source, "backup.sh", archives.toString());
        assertNotEquals(0, lost.status());
        assertTrue(lost.said().contains("/nowhere/connectors.key"), lost.said());
        source.remove("THANG_CONNECTORS_KEY_FILE");
        source.put("THANG_DB_OWNER_PASSWORD", "wrong");
        assertNotEquals(0, run(source, "backup.sh", archives.toString()).status());
        assertEquals(before, asked("SELECT COUNT(*) FROM backup"));
        try (Stream<Path> left = Files.list(archives)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private void refusedAsIs(String why, Path archive) throws Exception {
        Ended refused = run(Map.of(), "restore.sh", "--check", archive.toString());
        assertNotEquals(0, refused.status(), refused.said());
        assertTrue(refused.said().contains(why), refused.said());
    }

    private void refused(Map<String, String> settings, String why, Path archive, Path place) throws Exception {
        Ended refused = run(settings, "restore.sh", archive.toString(), place.toString());
        assertNotEquals(0, refused.status(), refused.said());
        assertTrue(refused.said().contains(why), refused.said());
        assertTrue(Files.notExists(place));
    }

    private static Path secretsKey() {
        return Path.of(PayaraForTests.given().get("THANG_SECRETS_KEY_FILE"));
    }

    private static Map<String, String> environment(String url, String user, String password) {
        return new HashMap<>(Map.of("THANG_ENV", "/nowhere", "THANG_DB_URL", url, "THANG_DB_OWNER_USER", user,
                "THANG_DB_OWNER_PASSWORD", password, "THANG_MARIADB_BIN", SOFTWARE.resolve("base/bin").toString(),
                "LD_LIBRARY_PATH", SOFTWARE.resolve("base/libs").toString(), "THANG_WAR",
                System.getProperty("it.war")));
    }

    /** How a command ended and what it said. */
    private record Ended(int status, String said) {

        /** What was found wrong, and every round; the trail itself goes on meanwhile. */
        List<String> found() {
            return said.lines().filter(line -> line.startsWith("Đợt ") || line.startsWith("Câu trả lời khác")
                    || line.startsWith("  ! ")).toList();
        }
    }

    private Ended run(Map<String, String> settings, String command, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(
                List.of("bash", Path.of(System.getProperty("it.settings"), command).toString()));
        line.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":"
                + System.getenv("PATH"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), command);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        return new Ended(process.exitValue(), text);
    }

    private Path packed(Path content, String name) throws Exception {
        Path archive = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("tar", "-C", content.toString(), "-cf", archive.toString(), ".").start()
                .waitFor());
        return archive;
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String checksum(Connection database, String table) throws Exception {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("CHECKSUM TABLE " + table)) {
            row.next();
            return row.getString(2);
        }
    }

    private static long number(Connection database, String sql) throws Exception {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long asked(String sql) throws Exception {
        try (Connection database = DatabaseForTests.connect()) {
            return number(database, sql);
        }
    }

    private static void write(String sql) throws Exception {
        try (Connection database = DatabaseForTests.connect(); Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
