package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.thang.SchemaPage.Owned;
import vn.thang.platform.sql.Sql;

/** Every table has one owner. Others neither write nor read it unless the page of the schema declares it. */
class TableOwnersTest {

    /** Classes that are told by others of their feature which table they write. The list may only become shorter. */
    private static final Set<String> STILL_TOLD_THE_TABLE = Set.of("Scores", "Statements");
    /** Loads the demonstration round into an empty database, and may be declared to fill tables of others. */
    private static final String DEMONSTRATION = "demo";

    private static Path classes;
    private static Map<String, Owned> tables;
    private static List<JavaClass> entityTypes;
    private static Map<String, String> entities;
    private static Set<String> namedQueries;
    private static List<SqlUse> uses;

    @BeforeAll
    static void read() throws Exception {
        classes = Path.of(Sql.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        tables = SchemaPage.read().tables();
        entities = new HashMap<>();
        entityTypes = new ClassFileImporter().importPath(classes.resolve("vn/thang")).stream()
                .filter(type -> type.isAnnotatedWith(Entity.class)).toList();
        entityTypes.forEach(entity -> entities.put(entity.getSimpleName(),
                entity.reflect().getAnnotation(Table.class).name()));
        namedQueries = SqlUse.namedQueries(classes);
        uses = Stream.concat(SqlUse.in(classes).stream(), reports()).toList();
    }

    /** The statements of reports are data, and belong to the feature that sends them. */
    private static Stream<SqlUse> reports() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("reports"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).map(TableOwnersTest::statement)
                    .flatMap(text -> SqlUse.in("vn.thang.report.Reports", text).stream()).toList().stream();
        }
    }

    private static String statement(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Object query = new Load(LoadSettings.builder().build())
                    .loadFromReader(text) instanceof Map<?, ?> definition ? definition.get("query") : null;
            return query == null ? "" : query.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyOwnerIsAFeature() {
        assertEquals(List.of(), tables.entrySet().stream()
                .filter(one -> !Files.isDirectory(classes.resolve("vn/thang/" + one.getValue().owner())))
                .map(Map.Entry::getKey).toList());
    }

    @Test
    void entitiesStandInTheFeatureThatOwnsTheirTables() {
        Set<String> strayed = new TreeSet<>();
        entityTypes.forEach(entity -> tablesOf(entity.reflect()).filter(table -> !tables.containsKey(table)
                || !tables.get(table).owner().equals(SqlUse.feature(entity.getName()))).forEach(strayed::add));
        assertEquals(Set.of(), strayed);
    }

    private static Stream<String> tablesOf(Class<?> entity) {
        Stream<String> beside = Arrays.stream(entity.getDeclaredFields()).flatMap(field -> Stream.concat(
                Stream.ofNullable(field.getAnnotation(CollectionTable.class)).map(CollectionTable::name),
                Stream.ofNullable(field.getAnnotation(JoinTable.class)).map(JoinTable::name)));
        return Stream.concat(Stream.of(entity.getAnnotation(Table.class).name()), beside);
    }

    @Test
    void nobodyTouchesTablesOfOthersUndeclared() {
        assertEquals(Set.of(), undeclared(uses),
                "Ask a use case of the owner, or let the owner declare it in " + SchemaPage.FILE);
    }

    /** What is declared and no longer used is struck off. */
    @Test
    void everyDeclarationIsUsed() {
        Set<String> unused = new TreeSet<>();
        tables.forEach((table, owned) -> {
            owned.readers().stream().filter(reader -> !used(reader, table, false))
                    .forEach(reader -> unused.add(table + " read by " + reader));
            owned.fillers().stream().filter(filler -> !used(filler, table, true))
                    .forEach(filler -> unused.add(table + " filled by " + filler));
        });
        assertEquals(Set.of(), unused, "Strike these lines off " + SchemaPage.FILE);
    }

    private static boolean used(String feature, String table, boolean writes) {
        return uses.stream().anyMatch(use -> use.feature().equals(feature) && use.writes() == writes
                && table(use).equals(table));
    }

    @Test
    void onlyTheDemonstrationFillsTablesOfOthers() {
        assertEquals(Set.of(), named(tables.values().stream().flatMap(owned -> owned.fillers().stream())
                .filter(filler -> !filler.equals(DEMONSTRATION))));
    }

    /** The trail proves what happened; whoever needs to know what is now asks the feature itself. */
    @Test
    void nobodyReadsTheTrail() {
        Owned trail = tables.get("change_log");
        assertEquals("audit", trail.owner());
        assertEquals(List.of(), trail.lines());
    }

    /** A test of statements sees only tables that they name themselves. */
    @Test
    void statementsNameTheirTables() {
        assertEquals(Set.of(), named(uses.stream().filter(use -> use.name().equals(SqlUse.UNKNOWN) && use.sure())
                .map(use -> use.type().replaceAll(".*\\.", "")).filter(type -> !STILL_TOLD_THE_TABLE.contains(type))));
        assertEquals(Set.of(), named(uses.stream().filter(use -> use.sure() && !use.name().equals(SqlUse.UNKNOWN)
                && !tables.containsKey(table(use)) && !namedQueries.contains(use.name()))
                .map(use -> use.type() + " names " + use.name() + ", which nobody owns")));
    }

    private static Set<String> named(Stream<String> found) {
        return new TreeSet<>(found.toList());
    }

    private static String table(SqlUse use) {
        return entities.getOrDefault(use.name(), use.name());
    }

    private static Set<String> undeclared(List<SqlUse> uses) {
        return named(uses.stream().filter(use -> tables.containsKey(table(use))).filter(use -> {
            Owned owned = tables.get(table(use));
            return !owned.owner().equals(use.feature()) && !owned.fillers().contains(use.feature())
                    && (use.writes() || !owned.readers().contains(use.feature()));
        }).map(use -> "%s %s %s of %s".formatted(use.type(), use.writes() ? "writes" : "reads",
                table(use), tables.get(table(use)).owner())));
    }

    /** Rules that cannot fail prove nothing: they are shown statements that break them. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SELECT at FROM change_log WHERE id = ?                           ; reads change_log of audit
            SELECT MIN(c.at) FROM mail m LEFT JOIN change_log c ON TRUE      ; reads change_log of audit
            SELECT m.id FROM mail m, change_log c                            ; reads change_log of audit
            select c.at from change_log c                                    ; reads change_log of audit
            ' JOIN change_log c ON c.subject_id = n.id'                      ; reads change_log of audit
            SELECT c FROM Connector c                                        ; reads connector of indicator
            INSERT INTO answer (id) VALUES (:id)                             ; writes answer of assessment
            INSERT INTO answer(id) VALUES (:id)                              ; writes answer of assessment
            UPDATE assessment s SET s.state = :state                         ; writes assessment of assessment
            DELETE FROM membership WHERE id = :id                            ; writes membership of organisation
            DELETE m FROM membership m WHERE id = :id                        ; writes membership of organisation
            """)
    void violationsAreFound(String statement, String violation) {
        assertEquals(Set.of("vn.thang.notice.Broken " + violation),
                undeclared(SqlUse.in("vn.thang.notice.Broken", statement)));
    }

    @Test
    void whatIsNoTableIsLeftAlone() {
        assertTrue(undeclared(SqlUse.in("vn.thang.notice.Kept", """
                INSERT INTO mail (id) SELECT id FROM notice n JOIN person p ON p.id = n.person_id
                ON DUPLICATE KEY UPDATE answer = VALUES(answer) FOR UPDATE SKIP LOCKED""")).isEmpty());
        assertFalse(SqlUse.in("vn.thang.notice.Told", "INSERT INTO \u0001 VALUES (1)").isEmpty());
    }
}
