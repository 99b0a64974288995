package vn.thang.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;
import vn.thang.it.DatabaseForTests;

/** A table that somebody uses while it is to be changed. It runs beside the server and needs the database only. */
class MigrationsIT {

    private static final String HISTORY = "used_history";

    @TempDir
    private Path scripts;

    private Jdbi database;

    @BeforeEach
    void aTableInUse() throws SQLException {
        database = Sql.on(new MariaDbDataSource(DatabaseForTests.url()));
        database.useHandle(sql -> sql.execute("CREATE TABLE used (id INT NOT NULL PRIMARY KEY)"));
    }

    @AfterEach
    void forget() {
        database.useHandle(sql -> sql.execute("DROP TABLE IF EXISTS used, " + HISTORY));
    }

    @Test
    void aStatementLetsTheOthersGoOnAndIsTriedAgain() throws Exception {
        script(1, "ALTER TABLE used ADD COLUMN colour INT NULL;");
        try (Connection user = DatabaseForTests.connect(); Connection other = DatabaseForTests.connect()) {
            use(user);
            CompletableFuture<MigrateResult> migrated = CompletableFuture.supplyAsync(() -> migrations().run());
            TimeUnit.SECONDS.sleep(1);
            use(other);
            other.rollback();
            TimeUnit.SECONDS.sleep(2);
            user.rollback();
            assertEquals(1, migrated.get(1, TimeUnit.MINUTES).migrationsExecuted);
        }
        assertEquals(List.of(true), outcomes());
        int coloured = database.withHandle(
                sql -> sql.createQuery("SELECT COUNT(colour) FROM used").mapTo(Integer.class).one());
        assertEquals(0, coloured);
    }

    /** What was executed is never executed twice. */
    @Test
    void aMigrationOfWhichSomethingWasDoneIsNotBegunAgain() throws Exception {
        script(1, "INSERT INTO used VALUES (7); ALTER TABLE used ADD COLUMN colour INT NULL;");
        try (Connection user = DatabaseForTests.connect()) {
            use(user);
            assertThrows(FlywayException.class, () -> migrations().run());
            user.rollback();
        }
        assertEquals(List.of(false), outcomes());
    }

    @Test
    void aMigrationThatIsWrongFailsAtOnce() throws Exception {
        script(1, "ALTER TABLE used ADD COLUMN;");
        assertThrows(FlywayException.class, () -> migrations().run());
        assertEquals(List.of(false), outcomes());
    }

    private static void use(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().executeQuery("SELECT * FROM used").close();
    }

    private Migrations migrations() {
        FluentConfiguration flyway = Flyway.configure().locations("filesystem:" + scripts).table(HISTORY)
                .baselineOnMigrate(true).baselineVersion("0")
                .dataSource(DatabaseForTests.plainUrl(), DatabaseForTests.user(), DatabaseForTests.password());
        return new Migrations(flyway, 1, () -> {
        });
    }

    private void script(int version, String statements) throws IOException {
        Files.writeString(scripts.resolve("V" + version + "__change.sql"), statements);
    }

    private List<Boolean> outcomes() {
        return database.withHandle(sql -> sql.createQuery("SELECT success FROM " + HISTORY
                + " WHERE type = 'SQL' ORDER BY installed_rank").mapTo(Boolean.class).list());
    }
}
