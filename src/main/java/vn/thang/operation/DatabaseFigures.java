package vn.thang.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Figures about the database itself, by two statements. */
@ApplicationScoped
class DatabaseFigures {

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
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, x.trx_started, NOW())), 0)
                FROM information_schema.innodb_trx x""").mapTo(Long.class).one());
    }
}
