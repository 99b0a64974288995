package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /**
     * What takes nothing away and may trouble the last release all the same: a column may hold less or nothing, a row may be refused
     * that it writes.
     */
    private static final List<Pattern> DOUBTFUL = Stream.of("\\bALTER\\b.*\\bMODIFY\\b",
            "\\bALTER\\b.*\\b(UNIQUE|CHECK|(FOREIGN|PRIMARY) KEY)\\b", "\\bCREATE UNIQUE\\b", "\\bDROP DEFAULT\\b",
            "\\bCREATE (OR REPLACE )?TRIGGER\\b").map(one -> Pattern.compile(one, Pattern.CASE_INSENSITIVE)).toList();

    /** The doubtful ones that were thought of, by the number of the migration, each with what the last release makes of it. */
    private static final Map<Integer, String> THOUGHT_OF = Map.ofEntries(
            Map.entry(207, "its runs of reports name no version of a form"),
            Map.entry(212,
                    "it cannot open data to the public: nothing is done of it, and it is asked for again on a new one"),
            Map.entry(227, "it leaves out the step that nobody took from the course of a matter"),
            Map.entry(233, "it does not know the table"),
            Map.entry(261, "it names owners of targets alone, and asks for them by the code of a target"),
            Map.entry(262, "it writes words on targets alone, and asks for them by the code of a target"),
            Map.entry(265, "the column stays as it was, and only its comment is another"),
            Map.entry(268, "the column stays as it was, and only its comment is another"),
            Map.entry(285,
                    "it signs answers alone, shows a signed reply as one more signature of them, and ends both when it signs anew"),
            Map.entry(311, "it leaves out the owner who is no person, and shows the one before, or none"),
            Map.entry(315,
                    "its register of discrepancies fails at an entry that has no level, which only the new one makes"),
            Map.entry(316,
                    "its register of discrepancies fails at an entry that has no level, which only the new one makes"));

    private static Map<Integer, String> sinceTheLastRelease() throws IOException {
        int last = Release.last().schema();
        Map<Integer, String> migrations = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                Matcher number = NUMBER.matcher(file.getFileName().toString());
                if (number.matches() && Integer.parseInt(number.group(1)) > last) {
                    migrations.put(Integer.valueOf(number.group(1)), Files.readString(file));
                }
            }
        }
        return migrations;
    }

    @Test
    void whatComesAfterTheLastReleaseOnlyAdds() throws IOException {
        StringBuilder taken = new StringBuilder();
        sinceTheLastRelease().forEach((number, migration) -> takenAway(migration)
                .forEach(statement -> taken.append('V').append(number).append(": ").append(statement).append('\n')));
        assertEquals("", taken.toString());
    }

    /** Whoever adds one looks up what the last release reads and writes there, and says it; with the next release the list is empty. */
    @Test
    void whatMayTroubleTheLastReleaseWasThoughtOf() throws IOException {
        Set<Integer> doubtful = new TreeSet<>();
        sinceTheLastRelease().forEach((number, migration) -> {
            if (!doubtful(migration).isEmpty()) {
                doubtful.add(number);
            }
        });
        assertEquals(new TreeSet<>(THOUGHT_OF.keySet()), doubtful);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE a MODIFY COLUMN b INT NULL", "ALTER TABLE a\n ADD INDEX c (c),\n MODIFY b INT",
            "ALTER TABLE a ADD UNIQUE (b)", "ALTER TABLE a ADD CONSTRAINT b UNIQUE (c, d)",
            "CREATE UNIQUE INDEX a ON b (c)",
            "ALTER TABLE a ADD COLUMN b INT CHECK (b > 0)", "ALTER TABLE a ADD CONSTRAINT b CHECK (c IS NOT NULL)",
            "ALTER TABLE a ADD CONSTRAINT b FOREIGN KEY (c) REFERENCES d (e)",
            "ALTER TABLE a DROP PRIMARY KEY, ADD PRIMARY KEY (b)", "ALTER TABLE a ALTER COLUMN b DROP DEFAULT",
            "CREATE TRIGGER a BEFORE INSERT ON b FOR EACH ROW SET NEW.c = 1"})
    void whatMayTroubleItIsFound(String statement) {
        assertEquals(1, doubtful("-- So it is.\n" + statement + ";\n").size(), statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE a (b INT UNIQUE, c INT CHECK (c > 0))", "ALTER TABLE a ADD COLUMN b INT",
            "ALTER TABLE a ADD COLUMN b INT COMMENT 'a unique check', ADD KEY a_b (b)", "UPDATE a SET b = 1"})
    void whatCannotIsNot(String statement) {
        assertEquals(List.of(), doubtful(statement + ";"), statement);
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
        return CONTRACTS.matcher(migration).find() ? List.of() : found(TAKEN_AWAY, migration);
    }

    private static List<String> doubtful(String migration) {
        return found(DOUBTFUL, migration);
    }

    private static List<String> found(List<Pattern> patterns, String migration) {
        return statements(migration)
                .filter(statement -> !statement.toUpperCase(Locale.ROOT).startsWith("CREATE TABLE"))
                .filter(statement -> patterns.stream().anyMatch(one -> one.matcher(statement).find())).toList();
    }

    private static Stream<String> statements(String migration) {
        String bare = migration.replaceAll("(?m)--.*$", "").replaceAll("'(?:[^']|'')*'", "''");
        return Stream.of(bare.split(";")).map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty());
    }
}
