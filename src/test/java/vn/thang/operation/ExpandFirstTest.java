package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations after the last release only add: a server of that release goes on writing and reading beside a new one. What is taken
 * away goes with the release after, when nobody uses it any more; the line "-- contracts: why" says that it is so.
 */
class ExpandFirstTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");
    /** Migrations before had not been written with a server beside them in mind. */
    private static final int FIRST_STATEMENTS_SINCE = 311;
    private static final Pattern CONTRACTS = Pattern.compile("(?m)^-- contracts: \\S.*$");
    /** What takes something away from whoever does not know of it. */
    private static final List<Pattern> TAKEN_AWAY = Stream.of("\\bDROP\\s+(TABLE|VIEW|SEQUENCE|DATABASE)\\b",
            "\\bDROP\\s+(COLUMN\\s+)?(?!INDEX|KEY|CONSTRAINT|PRIMARY|FOREIGN|CHECK|DEFAULT|TRIGGER|IF|PROCEDURE|FUNCTION)[`\\w]+",
            "\\bRENAME\\b", "\\bCHANGE\\s+(COLUMN\\s+)?[`\\w]+",
            "\\bMODIFY\\b[^,;]*\\bNOT\\s+NULL\\b(?![^,;]*\\bDEFAULT\\b)",
            "\\bADD\\s+(COLUMN\\s+)?(?!INDEX|KEY|CONSTRAINT|PRIMARY|FOREIGN|CHECK|UNIQUE|PERIOD|SYSTEM)[`\\w]+[^,;]*\\bNOT\\s+NULL\\b"
                    + "(?![^,;]*\\b(DEFAULT|AS)\\b)")
            .map(one -> Pattern.compile(one, Pattern.CASE_INSENSITIVE)).toList();

    @Test
    void whatComesAfterTheLastReleaseOnlyAdds() throws IOException {
        int last = Release.last().schema();
        StringBuilder taken = new StringBuilder();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                Matcher number = NUMBER.matcher(file.getFileName().toString());
                if (number.matches() && Integer.parseInt(number.group(1)) > last) {
                    for (String statement : takenAway(Files.readString(file))) {
                        taken.append(file.getFileName()).append(": ").append(statement).append('\n');
                    }
                }
            }
        }
        assertEquals("", taken.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE a DROP COLUMN b", "ALTER TABLE a DROP b", "DROP TABLE a", "DROP VIEW a",
            "RENAME TABLE a TO b", "ALTER TABLE a RENAME COLUMN b TO c", "ALTER TABLE a CHANGE COLUMN b c INT",
            "ALTER TABLE a MODIFY b INT NOT NULL", "ALTER TABLE a ADD COLUMN b INT NOT NULL COMMENT 'it''s, so'",
            "ALTER TABLE a\n  ADD COLUMN c INT,\n  add b VARCHAR(3) NOT NULL"})
    void whatTakesAwayIsFound(String statement) {
        assertEquals(1, takenAway("-- So it is.\n" + statement + ";\n").size(), statement);
        assertEquals(List.of(),
                takenAway("-- contracts: nobody reads it since the release before\n" + statement + ";"));
        assertEquals(1, takenAway("-- contracts:\n" + statement + ";").size(), "a reason is said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE a (b INT NOT NULL, c INT NOT NULL COMMENT 'drop table; rename')",
            "ALTER TABLE a ADD COLUMN b INT", "ALTER TABLE a ADD COLUMN b BOOLEAN NOT NULL DEFAULT FALSE",
            "ALTER TABLE a ADD COLUMN b INT COMMENT 'Not null, where it counts', ADD KEY a_b (b)",
            "ALTER TABLE a DROP INDEX b", "ALTER TABLE a DROP CONSTRAINT IF EXISTS b", "ALTER TABLE a MODIFY b INT",
            "UPDATE a SET b = 1 WHERE c = 'RENAME'", "ALTER TABLE a ADD CONSTRAINT b CHECK (c IS NOT NULL)",
            "DROP TRIGGER a", "INSERT INTO a VALUES ('DROP TABLE')"})
    void whatAddsIsNot(String statement) {
        assertEquals(List.of(), takenAway(statement + ";"), statement);
    }

    /** A table may be in use when it is changed; only the first statement of a migration can be tried again. */
    @Test
    void whatChangesATableIsTheFirstStatementOfItsMigration() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            assertEquals(List.of(), files.filter(file -> {
                Matcher number = NUMBER.matcher(file.getFileName().toString());
                return number.matches() && Integer.parseInt(number.group(1)) > FIRST_STATEMENTS_SINCE;
            }).filter(ExpandFirstTest::changesATableLater).map(Path::getFileName).toList());
        }
    }

    private static boolean changesATableLater(Path file) {
        try {
            return statements(Files.readString(file)).skip(1)
                    .anyMatch(statement -> statement.toUpperCase(Locale.ROOT).startsWith("ALTER TABLE"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReleaseIsOneThatCanBeNamed() throws IOException {
        assertFalse(Release.last().commit().replaceAll("[0-9a-f]{40}", "").length() > 0, Release.last().commit());
    }

    private static List<String> takenAway(String migration) {
        if (CONTRACTS.matcher(migration).find()) {
            return List.of();
        }
        return statements(migration).filter(statement -> !statement.toUpperCase(Locale.ROOT).startsWith("CREATE TABLE"))
                .filter(statement -> TAKEN_AWAY.stream().anyMatch(one -> one.matcher(statement).find())).toList();
    }

    private static Stream<String> statements(String migration) {
        String bare = migration.replaceAll("(?m)--.*$", "").replaceAll("'(?:[^']|'')*'", "''");
        return Stream.of(bare.split(";")).map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty());
    }
}
