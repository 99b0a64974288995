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
import java.util.List;
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
        boolean same = verify(said);
        // rounds that other tests published and took away are known to the trail alone
        assertEquals(same ? 0 : 1, said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("  ! "))
                .map(line -> line.replaceFirst("#\\d+", "#")).distinct().count(), said::toString);
        assertTrue(same || said.toString(StandardCharsets.UTF_8).contains("  ! Round #"), said::toString);
        assertTrue(
                said.toString(StandardCharsets.UTF_8).lines()
                        .anyMatch(line -> line.matches(
                                "Round 2025: [1-9][\\d,]* published results, 0 different, 0 missing\\.")),
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

    /** A round that says that it was never published is gone through all the same. */
    @Test
    void namesTheResultThatIsGoneFromARoundThatDeniesIt() throws SQLException {
        change("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2024'");
        change("CREATE TABLE kept AS SELECT * FROM published_result" + ONE, 1);
        try {
            change("DELETE FROM published_result" + ONE);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertFalse(verify(said));
            assertEquals(1, said.toString(StandardCharsets.UTF_8).lines().filter(
                    line -> line.endsWith("the result that the trail recorded as published is gone.")).count(),
                    said::toString);
        } finally {
            change("UPDATE assessment_round SET state = 'PUBLISHED' WHERE code = '2024'");
            change("INSERT INTO published_result SELECT * FROM kept");
            change("DROP TABLE kept", 0);
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
        try (Connection turn = DatabaseForTests.connect(); Statement sealing = turn.createStatement()) {
            turn.setAutoCommit(false);
            sealing.executeQuery("SELECT id FROM trail_turn WHERE id = 1 FOR UPDATE"); // nobody seals what goes again
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
    }

    /** Behind what was done stands why in the words of a person: they hide no change, and a decision that changes nothing tells none. */
    @ParameterizedTest
    @CsvSource({"correct, STR.2 Văn bản đã hết hiệu lực, '0', 1", "correct, STR.2 Một kết quả = một văn bản, '0', 1",
            "decide, STR.2 UPHELD Minh chứng đầy đủ, '0', 1", "correct, STR.2 Đã kiểm tra hệ thống, '1', 0",
            "decide, STR.2 DISMISSED Minh chứng không chứng minh được, , 0"})
    void namesTheVerdictBehindItsReason(String action, String details, String became, int more) throws SQLException {
        List<String> before = answers();
        try (Connection turn = DatabaseForTests.connect(); Statement sealing = turn.createStatement()) {
            turn.setAutoCommit(false);
            sealing.executeQuery("SELECT id FROM trail_turn WHERE id = 1 FOR UPDATE"); // nobody seals what goes again
            change("INSERT INTO change_log (id, at, action, subject, subject_id, details, after_value) SELECT -77,"
                    + " UTC_TIMESTAMP(6), '" + action + "', 'assessment', MIN(v.assessment_id), '" + details + "', "
                    + (became == null ? "NULL" : "'" + became + "'") + " FROM verdict v WHERE v.id = " + corrected());
            try {
                List<String> said = answers();
                assertEquals(before.size() + more, said.size(), said::toString);
            } finally {
                change("DELETE FROM change_log WHERE id = -77");
            }
        }
    }

    /** Finds the first answer that the demonstration corrects to 1. */
    private static String corrected() throws SQLException {
        return asked(
                "SELECT MIN(v.id) FROM verdict v JOIN assessment s ON s.id = v.assessment_id JOIN assessment_round r"
                        + " ON r.id = s.round_id WHERE r.code = '2026' AND v.criterion = 'STR.2' AND v.kind = 'CORRECTED'"
                        + " AND v.value = '1' AND v.replaced_at IS NULL AND v.reason LIKE 'Minh họa%'");
    }

    /** What people do leaves a line: a row that was written, changed or removed without one is named before any publication. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            answer    ; GOV.2 ; INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version) SELECT -77, s.id, 'GOV.2', '4', UTC_TIMESTAMP(6), 1 FROM assessment s
            verdict   ; GOV.2 ; INSERT INTO verdict (id, assessment_id, criterion, kind, value, given_by, given_at) SELECT -77, s.id, 'GOV.2', 'CORRECTED', '4', (SELECT MIN(id) FROM person), UTC_TIMESTAMP(6) FROM assessment s
            exemption ; GOV.2 ; INSERT INTO exemption (id, assessment_id, criterion, reason, asked_by, asked_at, granted, version) SELECT -77, s.id, 'GOV.2', 'x', (SELECT MIN(id) FROM person), UTC_TIMESTAMP(6), TRUE, 0 FROM assessment s
            """)
    void namesTheRowOfWhichTheTrailWasNotTold(String what, String criterion, String insert) throws SQLException {
        List<String> before = answers();
        change(insert + " WHERE s.id = (SELECT MIN(x.id) FROM assessment x JOIN assessment_round r ON r.id = x.round_id"
                + " WHERE r.code = '2026' AND x.state = 'NOT_STARTED' AND NOT EXISTS (SELECT 1 FROM change_log e"
                + " WHERE e.subject = 'assessment' AND e.subject_id = x.id AND e.details LIKE 'GOV.2%'))");
        try {
            List<String> said = answers();
            assertEquals(before.size() + 1, said.size(), said::toString);
            assertTrue(said.stream().filter(line -> !before.contains(line)).anyMatch(line -> line
                    .endsWith("criterion " + criterion + ": the " + what + " was changed without the trail.")),
                    said::toString);
        } finally {
            change("DELETE FROM " + what + " WHERE id = -77");
        }
    }

    /** What the demonstration invents is told, so that a change of it is found like any other. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            verdict   ; UPDATE verdict SET value = '0' WHERE id = %d               ; UPDATE verdict SET value = '1' WHERE id = %d
            verdict   ; UPDATE verdict SET kind = 'CONFIRMED' WHERE id = %d        ; UPDATE verdict SET kind = 'CORRECTED' WHERE id = %d
            verdict   ; UPDATE verdict SET replaced_at = given_at WHERE id = %d    ; UPDATE verdict SET replaced_at = NULL WHERE id = %d
            exemption ; UPDATE exemption SET granted = FALSE WHERE id = %d         ; UPDATE exemption SET granted = TRUE WHERE id = %d
            """)
    void namesTheVerdictOrExemptionThatWasChanged(String what, String change, String back) throws SQLException {
        List<String> before = answers();
        long one = Long.parseLong(what.equals("verdict") ? corrected()
                : asked("SELECT MIN(id) FROM exemption WHERE granted = TRUE AND criterion = 'USE.4'"));
        change(change.formatted(one));
        try {
            List<String> said = answers();
            assertEquals(before.size() + 1, said.size(), said::toString);
            assertTrue(said.stream().filter(line -> !before.contains(line))
                    .anyMatch(line -> line.endsWith("the " + what + " was changed without the trail.")),
                    said::toString);
        } finally {
            change(back.formatted(one));
        }
    }

    /** Lists what the command says of answers, verdicts and exemptions: other tests may have left some. */
    private static List<String> answers() throws SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        command(said).verifyAnswers();
        return said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("  ! ")).toList();
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
        change(sql, 1);
    }

    private static void change(String sql, int rows) throws SQLException {
        try (Connection connection = DatabaseForTests.connect(); Statement statement = connection.createStatement()) {
            assertEquals(rows, statement.executeUpdate(sql));
        }
    }
}
