package vn.thang.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Figures about the database itself, by two statements. */
@ApplicationScoped
class DatabaseFigures {

    /** The database tells the beginning by the clock on the wall of its machine, whatever time zone is set for those who ask. */
    static final String OLDEST = """
            SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, CONVERT_TZ(x.trx_started, 'SYSTEM', '+00:00'), UTC_TIMESTAMP())), 0)
            FROM information_schema.innodb_trx x""";

    @Inject
    private Jdbi jdbi;

    /**
     * How the database is.
     *
     * @param connections of all its accounts
     * @param oldest      seconds since the oldest transaction began; null where the account may not see those of others
     */
    public record Standing(String version, long bytes, long connections, long most, Long oldest) {
    }

    private record Facts(String version, long bytes, long connections, long most, boolean sees) {
    }

    Standing read() {
        Facts facts = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT VERSION() AS version, @@max_connections AS most,
                    (SELECT COALESCE(SUM(t.data_length + t.index_length), 0) FROM information_schema.tables t
                        WHERE t.table_schema = DATABASE()) AS bytes,
                    (SELECT CAST(s.variable_value AS UNSIGNED) FROM information_schema.global_status s
                        WHERE s.variable_name = 'threads_connected') AS connections,
                    EXISTS (SELECT 1 FROM information_schema.user_privileges p
                        WHERE p.privilege_type = 'process') AS sees""").mapTo(Facts.class).one());
        return new Standing(facts.version(), facts.bytes(), facts.connections(), facts.most(),
                facts.sees() ? oldestTransaction() : null);
    }

    private long oldestTransaction() {
        return jdbi.withHandle(sql -> sql.createQuery(OLDEST).mapTo(Long.class).one());
    }
}
