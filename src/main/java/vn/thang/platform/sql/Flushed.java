package vn.thang.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The {@link Jdbi} of {@link Sql}, for collections of what EclipseLink writes too: what it still holds in the transaction
 * is sent before the statements, so that they see it and keep to the order in which things happened.
 */
@ApplicationScoped
public class Flushed {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Jdbi jdbi;

    /** Returns what the statements find. */
    public <R> R withHandle(Function<Handle, R> statements) {
        flush();
        return jdbi.withHandle(statements::apply);
    }

    /** Sends the statements. */
    public void useHandle(Consumer<Handle> statements) {
        flush();
        jdbi.useHandle(statements::accept);
    }

    private void flush() {
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
    }
}
