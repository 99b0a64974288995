package vn.thang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import vn.thang.SchemaPage.Column;
import vn.thang.SchemaPage.Reference;
import vn.thang.SchemaPage.Table;
import vn.thang.it.DatabaseForTests;
import vn.thang.platform.sql.Sql;

/** The page of the schema says what the migrated database is. It runs beside the server and needs the database only. */
class SchemaIT {

    private static final Path RENEWED = Path.of("target/schema.md");
    private static final String HOW = "The page of the schema differs from the migrated database. Look at " + RENEWED
            + ", copy it over " + SchemaPage.FILE
            + ", and move what stands there under '" + SchemaPage.NOBODY + "' to its owner";

    @Test
    void thePageSaysWhatTheDatabaseIs() throws SQLException, IOException {
        String made = madeFrom(migrated());
        if (!made.equals(Files.readString(SchemaPage.FILE))) {
            Files.writeString(RENEWED, made);
        }
        assertEquals(made, Files.readString(SchemaPage.FILE), HOW);
    }

    /** Every table says what its rows are, so that the page can. */
    @Test
    void everyTableHasAComment() throws SQLException {
        assertEquals(List.of(), tables(migrated()).stream().filter(table -> table.purpose().isBlank())
                .map(Table::name).toList());
    }

    /** What a state or a hash is of does not follow from its name. */
    @Test
    void everyStateAndHashSaysWhatItIs() throws SQLException {
        List<String> silent = migrated().withHandle(sql -> sql.createQuery("""
                SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                    AND t.table_type = 'BASE TABLE'
                WHERE c.table_schema = DATABASE() AND c.column_comment = ''
                    AND (c.column_name = 'state' OR c.column_name LIKE '%hash' OR c.column_name = 'sha256')
                ORDER BY 1""").mapTo(String.class).list());
        assertEquals(List.of(), silent);
    }

    private static Jdbi migrated() throws SQLException {
        MariaDbDataSource database = new MariaDbDataSource(DatabaseForTests.url());
        Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
        return Sql.on(database);
    }

    private static String madeFrom(Jdbi database) throws IOException {
        List<Column> columns = database.withHandle(sql -> sql.createQuery("""
                SELECT c.table_name, c.column_name AS name, c.column_type AS type, c.is_nullable = 'YES' AS nullable,
                    c.extra LIKE '%GENERATED%' AS computed, c.column_comment AS meaning,
                    c.column_key = 'PRI' AND (
                        SELECT COUNT(*) FROM information_schema.columns k
                        WHERE k.table_schema = DATABASE() AND k.table_name = c.table_name
                            AND k.column_key = 'PRI') = 1 AS `key`
                FROM information_schema.columns c
                WHERE c.table_schema = DATABASE()
                ORDER BY c.table_name, c.ordinal_position""").mapTo(Column.class).list());
        List<Reference> references = database.withHandle(sql -> sql.createQuery("""
                SELECT table_name, column_name, referenced_table_name AS target
                FROM information_schema.key_column_usage
                WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL
                ORDER BY table_name, ordinal_position, column_name, target""").mapTo(Reference.class).list());
        return SchemaPage.read().madeFrom(tables(database), columns, references);
    }

    /** The table of Flyway belongs to Flyway, and sequences belong to the table after which they are named. */
    private static List<Table> tables(Jdbi database) {
        return database.withHandle(sql -> sql.createQuery("""
                SELECT table_name AS name, table_type = 'VIEW' AS view, table_comment AS purpose
                FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'VIEW')
                    AND table_name <> 'flyway_schema_history'
                ORDER BY table_name""").mapTo(Table.class).list());
    }
}
