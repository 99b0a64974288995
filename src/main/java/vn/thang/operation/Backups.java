package vn.thang.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All backups that the command which makes them has told of; the application itself adds none. */
@ApplicationScoped
class Backups {

    @Inject
    private Jdbi jdbi;

    Optional<Backup> last() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT name, finished_at, sha256, bytes, seconds, host, position FROM backup
                ORDER BY finished_at DESC, id DESC LIMIT 1""").mapTo(Backup.class).findOne());
    }
}
