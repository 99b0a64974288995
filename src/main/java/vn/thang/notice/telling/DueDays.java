package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import vn.thang.organisation.agency.Lasting;
import vn.thang.security.Role;

/**
 * Tells what is due in 30 days, in 7 and in 1, and what is late: each once, however often it is asked and on however many
 * servers. A day without a run loses nothing, because the next one tells the nearest of what was missed.
 */
@ApplicationScoped
public class DueDays {

    private static final int EARLIEST = 30;
    private static final int MOST_ATTEMPTS = 5;

    /** The occasion names stage, day and distance, so that another day is told anew; of a rehearsal nobody is told. */
    private static final String TELL = """
            INSERT INTO notice (person_id, agency_id, round_id, kind, topic, subject, subject_id,
                occasion, stage, due_on, detail, created_at)
            WITH holder AS (
                SELECT m.person_id, m.agency_id, m.role, a.path, a.parent_id
                FROM membership m
                JOIN person p ON p.id = m.person_id AND p.active = TRUE
                JOIN agency a ON a.id = m.agency_id
                WHERE %s
                    AND m.role IN (<roles>)),
            due AS (
                %s)
            SELECT DISTINCT person_id, agency_id, round_id, IF(due_on < :today, :late, :soon), :topic, :subject, subject_id,
                CONCAT(COALESCE(stage, :subject), ' ', due_on, ' ', CASE
                    WHEN due_on < :today THEN 'late'
                    WHEN due_on <= DATE_ADD(:today, INTERVAL 1 DAY) THEN '1'
                    WHEN due_on <= DATE_ADD(:today, INTERVAL 7 DAY) THEN '7'
                    ELSE '30' END),
                stage, due_on, waiting, :now
            FROM due WHERE due_on <= :last
                AND NOT EXISTS (SELECT 1 FROM assessment_round q WHERE q.id = due.round_id AND q.rehearsal)
            ON DUPLICATE KEY UPDATE notice.id = notice.id""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    public void announce() {
        announce(LocalDate.now(clock), clock.instant());
    }

    public void announce(LocalDate today, Instant now) {
        for (Due due : Due.values()) {
            for (int attempt = 1; !isTold(due, today, now, attempt == MOST_ATTEMPTS); attempt++) {
                // another server writes the same notices at this moment
            }
        }
    }

    /** Returns false when it may be tried again, because somebody else stood in the way. */
    private boolean isTold(Due due, LocalDate today, Instant now, boolean last) {
        try {
            jdbi.useHandle(sql -> aside(sql, () -> tell(sql, due, today, now)));
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (last || !(e.getCause() instanceof SQLTransactionRollbackException)) {
                throw e;
            }
            return false;
        }
    }

    private static void tell(Handle sql, Due due, LocalDate today, Instant now) {
        var insert = sql.createUpdate(TELL.formatted(Lasting.on("m", ":today"), due.sql()))
                .bindList("roles", Role.with(due.permission()))
                .bind("soon", due.soon()).bind("late", due.late()).bind("topic", due.soon().topic())
                .bind("subject", due.subject())
                .bind("today", today).bind("last", today.plusDays(EARLIEST)).bind("now", now);
        due.states().forEach((name, states) -> insert.bindList(name, states));
        insert.execute();
    }

    /** Where no transaction runs, what is read is not locked, so that nobody who answers has to wait. */
    private static void aside(Handle sql, Runnable statement) {
        if (sql.isInTransaction()) {
            statement.run();
            return;
        }
        TransactionIsolationLevel usual = sql.getTransactionIsolationLevel();
        sql.setTransactionIsolationLevel(TransactionIsolationLevel.READ_COMMITTED);
        try {
            statement.run();
        } finally {
            sql.setTransactionIsolationLevel(usual);
        }
    }
}
