package vn.thang.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import vn.thang.launcher.EmbeddedMariaDb;

/**
 * An empty MariaDB for the integration tests of one build, gone with it, and so is the server on it. Plain unit tests start none.
 * Where two sets of them work side by side, each has ports of its own.
 */
public class DatabaseForTests implements LauncherSessionListener {

    private static EmbeddedMariaDb database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("it.war") == null) {
            return;
        }
        Path home = Path.of(System.getProperty("it.data"));
        for (String port : List.of("it.http.port", "it.db.port")) {
            System.setProperty(port, System.getProperty(port + "." + home.getFileName()));
        }
        try (Turn turn = Turn.of("mariadb")) {
            empty(home);
            database = EmbeddedMariaDb.start(Path.of(System.getProperty("it.mariadb")), home,
                    Integer.getInteger("it.db.port"));
        } catch (Exception e) {
            throw new IllegalStateException("No database for the tests", e);
        }
    }

    static EmbeddedMariaDb database() {
        return database;
    }

    /** A connection beside those of the application. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** A connection by the account that may not change what is sealed. */
    public static Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(database.url(), database.applicationUser(), database.applicationPassword());
    }

    /** Its address with user and password. */
    public static String url() {
        return database.url() + "?user=" + database.user() + "&password=" + database.password();
    }

    /** Its address alone, and the account that owns it. */
    public static String plainUrl() {
        return database.url();
    }

    public static String user() {
        return database.user();
    }

    public static String password() {
        return database.password();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            Browser.shutDown();
            PayaraForTests.shutDown();
            database.close();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(DatabaseForTests::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
