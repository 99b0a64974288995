package vn.thang.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.it.DatabaseForTests;

/** The command as it ships: out of the war, with Java alone, in a folder where there is nothing else. */
@Tag("long")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VerifyCommandIT {

    private static Path war;

    /** What the command said, and how it ended. */
    record Ended(int code, String said) {
    }

    @Test
    void verifiesTheDatabaseAndNamesWhatWasChangedBehindTheBack() throws Exception {
        Ended fine = database();
        assertTrue(fine.said().contains("Round 2025: "), fine::said);
        // other tests write answers past the application and leave them, and take away rounds that they published
        assertEquals(0, fine.said().lines().filter(line -> line.startsWith("  ! ")).filter(line -> !line
                .endsWith("changed without the trail.") && !line.endsWith("what was signed is not what is stored.")
                && !line.startsWith("  ! Round #")).count(), fine::said);
        assertEquals(fine.said().contains("  ! ") ? 1 : 0, fine.code(), fine::said);
        change("UPDATE published_result SET content = CONCAT(content, ' ') WHERE assessment_id = (SELECT MIN(s.id)"
                + " FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2024'"
                + " AND s.state = 'PUBLISHED')");
        try {
            Ended wrong = database();
            assertEquals(1, wrong.code(), wrong::said);
            assertTrue(wrong.said().contains("The stored text is intact: "), wrong::said);
            assertTrue(wrong.said().contains("NOT INTACT"), wrong::said);
        } finally {
            change("UPDATE published_result SET content = TRIM(content) WHERE content LIKE '% '");
        }
    }

    @Test
    void saysHowItIsAsked() throws Exception {
        assertEquals(2, run("--language", "en").code());
        assertEquals(2, run("--nonsense", "x").code());
        assertTrue(run().said().contains("Cách dùng: Verify"));
    }

    private static Ended database() throws Exception {
        return run("--language", "en", "--database", DatabaseForTests.url());
    }

    static Ended run(String... arguments) throws Exception {
        Path folder = unpacked();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", "WEB-INF/classes:WEB-INF/lib/*:WEB-INF/verify/*", "vn.thang.proof.Verify"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** The war as anybody unpacks it. */
    private static synchronized Path unpacked() throws IOException {
        if (war == null) {
            Path folder = Files.createTempDirectory("war");
            try (ZipFile file = new ZipFile(System.getProperty("it.war"))) {
                for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().map(ZipEntry.class::cast)::iterator) {
                    Path target = folder.resolve(entry.getName());
                    if (!entry.isDirectory() && Stream.of("WEB-INF/classes/", "WEB-INF/lib/", "WEB-INF/verify/")
                            .anyMatch(entry.getName()::startsWith)) {
                        Files.createDirectories(target.getParent());
                        try (InputStream content = file.getInputStream(entry)) {
                            Files.copy(content, target);
                        }
                    }
                }
            }
            war = folder;
        }
        return war;
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
