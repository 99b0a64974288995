package vn.thang.assessment.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.MariaDbDataSource;
import vn.thang.audit.anchor.TrustedAuthorities;
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
                said.toString(StandardCharsets.UTF_8).lines()
                        .anyMatch(line -> line.matches("Round 2025: [1-9][\\d,]* published results, 0 different\\.")),
                said::toString);
    }

    @Test
    void namesWhatIsNot() throws SQLException {
        change("UPDATE published_result SET content = CONCAT(content, ' ')" + ONE);
        try {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertFalse(verify(said));
            assertEquals(1,
                    said.toString(StandardCharsets.UTF_8).lines()
                            .filter(line -> line.contains("The stored text is intact: ")).count(),
                    said::toString);
        } finally {
            change("UPDATE published_result SET content = TRIM(content)" + ONE);
        }
    }

    /** Whoever changes an answer, a verdict or a document behind the application's back is found by what was published. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            UPDATE answer SET value = IF(value = '5', '4', '5')   ; UPDATE answer SET value = ?
            UPDATE answer SET value = NULL                        ; UPDATE answer SET value = ?
            """)
    void namesTheAnswerThatWasChanged(String change, String back) throws SQLException {
        String one = ONE + " AND criterion = 'GOV.1'";
        String value = asked("SELECT value FROM answer" + one);
        change(change + one);
        try {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertFalse(verify(said));
            assertTrue(said.toString(StandardCharsets.UTF_8).contains("differ from what was published: GOV.1\n"),
                    said::toString);
        } finally {
            change(back.replace("?", "'" + value + "'") + one);
        }
    }

    /** What the trail told of an answer last is compared with the answer, restricted or not, published or not. */
    @ParameterizedTest
    @CsvSource({"STR.1, 3,", "SEC.1, ,s", "SEC.2, ,"})
    void namesTheAnswerOfWhichTheTrailWasNotTold(String criterion, String became, String salt) throws SQLException {
        String entry = "INSERT INTO change_log (id, at, action, subject, subject_id, details, after_value, after_hash)"
                + " SELECT -77, UTC_TIMESTAMP(6), 'answer', 'assessment', s.id, '" + criterion + "', "
                + (became == null ? "NULL, SHA2('s9', 256)" : "'9', NULL")
                + " FROM assessment s JOIN assessment_round r"
                + " ON r.id = s.round_id WHERE r.code = '2026' AND s.id IN (SELECT assessment_id FROM answer) LIMIT 1";
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        command(before).verifyAnswers(); // other tests may have left some
        change(entry);
        try {
            if (salt != null) { // without it nobody can check the answer, which is found likewise
                change("INSERT INTO trail_value (entry_id, kind, salt, content) VALUES (-77, 'AFTER', 's', '9')");
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertFalse(command(said).verifyAnswers());
            assertTrue(said.toString(StandardCharsets.UTF_8).contains("criterion " + criterion), said::toString);
            assertEquals(before.toString(StandardCharsets.UTF_8).lines().count() + 1,
                    said.toString(StandardCharsets.UTF_8).lines().count());
        } finally {
            if (salt != null) {
                change("DELETE FROM trail_value WHERE entry_id = -77");
            }
            change("DELETE FROM change_log WHERE id = -77");
        }
    }

    @Test
    void theTrailIsVerifiedToo() throws SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertTrue(command(said).verifyTrail(TrustedAuthorities.NONE, Map.of(), Instant.now()), said::toString);
        assertFalse(command(said).verifyTrail(TrustedAuthorities.NONE, VerifyRounds.known("1=" + "0".repeat(64)),
                Instant.now()));
        assertTrue(
                said.toString(StandardCharsets.UTF_8).contains(
                        "The block is not the one whose hash was kept outside (block 1, entry –, time stamp –)"),
                said::toString);
        assertThrows(IllegalArgumentException.class, () -> VerifyRounds.known("1=xyz"));
    }

    private static boolean verify(ByteArrayOutputStream said) throws SQLException {
        return command(said).verify();
    }

    private static VerifyRounds command(ByteArrayOutputStream said) throws SQLException {
        return new VerifyRounds(Sql.on(new MariaDbDataSource(DatabaseForTests.url())), new Catalog(Optional.empty()),
                new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH);
    }

    private static String asked(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getString(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
