package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.platform.sql.Sql;

/**
 * Roles, states, stages, kinds and whatever else is a constant of an enumeration reach SQL as parameters, so that the
 * compiler finds whoever forgot one. Statements are found among the constants of compiled classes, as {@link SqlUse} does.
 */
class SqlWordsTest {

    /** A word in quotes is written in capitals, as the names of constants are. */
    private static final Pattern WORD = Pattern.compile("'([A-Z][A-Z_]+)'");

    /** Words whose constants the class may not name, each with its reason. */
    private static final Map<String, String> ALLOWED = Map.of(
            "vn.thang.indicator.denominator.Denominators PUBLISHED", "the indicators know no type of the rounds",
            "vn.thang.indicator.denominator.Denominators WITHDRAWN", "the indicators know no type of the rounds",
            "vn.thang.organisation.people.granting.Granting OPEN", "the organisation knows no type of the rounds",
            "vn.thang.organisation.people.granting.Granting CLOSED", "the organisation knows no type of the rounds",
            "vn.thang.operation.DatabaseFigures SYSTEM", "a time zone, which is called like a scope of ours");

    private static Path classes() throws Exception {
        return Path.of(Sql.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void noConstantStandsAsAWordInAStatement() throws Exception {
        Set<String> found = found(classes());
        found.removeAll(ALLOWED.keySet());
        assertEquals(Set.of(), found, "Bind the constant as a parameter");
    }

    @Test
    void everyExceptionIsNeeded() throws Exception {
        Set<String> found = found(classes());
        Set<String> needless = new TreeSet<>(ALLOWED.keySet());
        needless.removeAll(found);
        assertEquals(Set.of(), needless);
    }

    private static Set<String> found(Path classes) throws Exception {
        try (Stream<Path> files = Files.walk(classes.resolve("vn/thang"))) {
            return files.filter(file -> file.toString().endsWith(".class")).flatMap(file -> {
                String type = classes.relativize(file).toString().replaceAll("\\.class$|\\$.*", "").replace('/', '.');
                return SqlUse.constants(file).stream().flatMap(text -> words(text).map(word -> type + " " + word));
            }).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> words(String statement) {
        return WORD.matcher(statement).results().map(word -> word.group(1));
    }

    /** Rules that cannot fail prove nothing: they are shown statements that break them. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            SELECT id FROM assessment WHERE state = 'PUBLISHED'                         ; PUBLISHED
            UPDATE assessment SET state = 'FINAL' WHERE round_id = :round               ; FINAL
             AND r.state IN ('OPEN', 'CLOSED') AND                                      ; OPEN, CLOSED
            SELECT SUM(v.kind = 'RETURNED') FROM verdict v                              ; RETURNED
            ('NOT_STARTED')                                                             ; NOT_STARTED
            SELECT m FROM Membership m WHERE m.role = 'OFFICER'                         ; OFFICER
            """)
    void violationsAreFound(String statement, String words) {
        assertEquals(words, words(statement).collect(Collectors.joining(", ")));
    }

    @Test
    void parametersAndOtherTextsAreLeftAlone() {
        assertTrue(words("SELECT id FROM agency WHERE type = 'country' AND state IN (<states>) AND name LIKE 'Đ%'")
                .findAny().isEmpty());
    }
}
