package vn.thang.assessment.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mariadb.jdbc.MariaDbDataSource;
import vn.thang.audit.Blocks;
import vn.thang.audit.SealedLines;
import vn.thang.catalog.Catalog;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.sql.Sql;

/** The command, with the database of the tests and without their server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class VerifyRoundsIT {

    private static final String ONE = " WHERE assessment_id = (SELECT MIN(s.id) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
            + " WHERE r.code = '2024' AND s.state = 'PUBLISHED')";

    @Test
    void saysOfEveryRoundHowManyAreAsTheyWerePublished() throws SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertTrue(verify(said));
        assertTrue(
                said.toString(StandardCharsets.UTF_8).lines().anyMatch(line -> line.matches("2025: [1-9]\\d*, 0 .*")),
                said::toString);
    }

    @Test
    void namesWhatIsNot() throws SQLException {
        change("UPDATE published_result SET content = CONCAT(content, ' ')" + ONE);
        try {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertFalse(verify(said));
            assertEquals(1,
                    said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("text false")).count(),
                    said::toString);
        } finally {
            change("UPDATE published_result SET content = TRIM(content)" + ONE);
        }
    }

    @Test
    void theTrailIsVerifiedToo() throws SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertTrue(command(said).verifyTrail(Map.of(), Instant.now()), said::toString);
        assertFalse(command(said).verifyTrail(VerifyRounds.known("1=" + "0".repeat(64)), Instant.now()));
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("NOT_AS_KNOWN block=1 entry=-"), said::toString);
        assertThrows(IllegalArgumentException.class, () -> VerifyRounds.known("1=xyz"));
    }

    private static boolean verify(ByteArrayOutputStream said) throws SQLException {
        return command(said).verify();
    }

    private static VerifyRounds command(ByteArrayOutputStream said) throws SQLException {
        var database = Sql.on(new MariaDbDataSource(DatabaseForTests.url()));
        return new VerifyRounds(new PublishedResults(database), new Blocks(database), new SealedLines(database),
                new Catalog(Optional.empty()), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
