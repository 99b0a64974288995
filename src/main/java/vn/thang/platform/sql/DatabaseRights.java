package vn.thang.platform.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The rights of the application's own account, as the owner of the tables gives them: it reads and writes every table, but what
 * is sealed or published it may only add to. Whoever takes over the application cannot rewrite what has happened.
 */
final class DatabaseRights {

    /** Rows are added, and never change or go. */
    private static final Set<String> ADDED_TO = Set.of("change_log", "trail_block", "trail_seal", "trail_anchor",
            "published_result", "model_version", "model_version_file", "open_file", "bulletin_text");
    /** Rows come from the command that saves the installation, by the owner. */
    private static final Set<String> READ = Set.of("backup");
    /** A value that is kept apart may be erased, and never becomes another one. */
    private static final Set<String> ERASED = Set.of("trail_value");

    private static final String ALL = "SELECT, INSERT, UPDATE, DELETE";

    private final Jdbi owner;

    DatabaseRights(Jdbi owner) {
        this.owner = owner;
    }

    /**
     * Gives what to do after each statement of a migration: the account by which the application is connected gets its rights on what
     * is new at once, since a server of the release before goes on meanwhile and may read an old view that is made of a new one.
     */
    Runnable toWhatIsNew(Jdbi application) {
        String account = account(application);
        Set<String> known = new HashSet<>(owner.withHandle(DatabaseRights::tables));
        if (known.isEmpty()) {
            return () -> {
                // no server of a release before is there
            };
        }
        return () -> owner.useHandle(sql -> tables(sql).stream().filter(known::add)
                .forEach(table -> sql.execute("GRANT " + rights(table) + " ON `" + table + "` TO '" + account + "'")));
    }

    /** Gives the rights to the account by which the application is connected; it needs the right to connect beforehand. */
    void giveTo(Jdbi application) {
        String account = account(application);
        owner.useHandle(sql -> {
            tables(sql).forEach(table -> {
                sql.execute("GRANT " + rights(table) + " ON `" + table + "` TO '" + account + "'");
                if (!rights(table).equals(ALL)) { // what a version before gave, when rows of it still changed, goes
                    sql.execute("REVOKE %s ON `%s` FROM '%s'".formatted(taken(table), table, account));
                }
            });
        });
    }

    private static List<String> tables(Handle sql) {
        return sql.createQuery("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'""").mapTo(String.class)
                .list();
    }

    /** Returns its name and place as they stand between quotes. */
    private static String account(Jdbi application) {
        return application.withHandle(sql -> sql.createQuery("SELECT CURRENT_USER()").mapTo(String.class).one())
                .replace("@", "'@'");
    }

    /** Whether this account may remove what is only added to: it is tried, on no row. */
    static boolean mayRewrite(Jdbi application) {
        return ADDED_TO.stream().anyMatch(table -> {
            try {
                application.useHandle(sql -> sql.execute("DELETE FROM `" + table + "` WHERE FALSE"));
                return true;
            } catch (JdbiException denied) {
                return false;
            }
        });
    }

    static String rights(String table) {
        if (ADDED_TO.contains(table)) {
            return "SELECT, INSERT";
        }
        if (READ.contains(table)) {
            return "SELECT";
        }
        return ERASED.contains(table) ? "SELECT, INSERT, DELETE" : ALL;
    }

    /** Returns those of all rights that are not given. */
    private static String taken(String table) {
        List<String> given = List.of(rights(table).split(", "));
        return Stream.of(ALL.split(", ")).filter(right -> !given.contains(right)).collect(Collectors.joining(", "));
    }
}
