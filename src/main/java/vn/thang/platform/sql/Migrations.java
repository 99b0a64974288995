package vn.thang.platform.sql;

import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import vn.thang.platform.Refusal;

/**
 * Executes the migrations that the database lacks while another server goes on with it. A statement that changes a table waits
 * for every transaction on it, and everybody else waits behind the statement; where such a transaction waits for one of those,
 * neither would ever end. So a statement waits for seconds only, lets the others go on, and is tried again.
 */
final class Migrations implements Callback {

    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());
    /** What makes a table or a view. */
    private static final Pattern MAKES = Pattern.compile("\\b(CREATE|RENAME)\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ATTEMPTS = 100;

    private final Flyway flyway;
    private final String history;
    private final Runnable afterMaking;
    /** How many statements of the present migration have been executed. */
    private int done;

    /**
     * Takes connections of an account of its own, for how long it waits is a setting of the connection.
     *
     * @param afterMaking what follows a statement that makes a table or a view
     */
    Migrations(FluentConfiguration configuration, int secondsOfWaiting, Runnable afterMaking) {
        this.afterMaking = afterMaking;
        flyway = configuration.callbacks(this)
                .initSql("SET SESSION lock_wait_timeout = %1$d, innodb_lock_wait_timeout = %1$d"
                        .formatted(secondsOfWaiting))
                .load();
        history = configuration.getTable();
    }

    /** Migrates, and begins a migration again of which nothing was executed because a table was in use. */
    MigrateResult run() {
        for (int attempt = 1;; attempt++) {
            try {
                return flyway.migrate();
            } catch (FlywayException e) {
                if (done > 0 || Refusal.causes(e).noneMatch(Refusal::isBusy)) {
                    throw e;
                }
                forgetTheFailed();
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LOG.info(() -> "A table is in use, its migration is tried again: "
                        + flyway.info().pending()[0].getScript());
                pause();
            }
        }
    }

    /** Of a migration that failed Flyway keeps a row, and begins none while there is one. */
    private void forgetTheFailed() {
        Sql.on(flyway.getConfiguration().getDataSource())
                .useHandle(sql -> sql.execute("DELETE FROM `" + history + "` WHERE success = FALSE"));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            done = 0;
        } else {
            done++;
            if (MAKES.matcher(context.getStatement().getSql()).find()) {
                afterMaking.run();
            }
        }
    }

    @Override
    public String getCallbackName() {
        return getClass().getName();
    }
}
