package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    /** So many days before the last one people are told, the earliest first. */
    static final List<Integer> BEFORE = List.of(30, 7, 1);
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
                    %s END),
                stage, due_on, waiting, :now
            FROM due WHERE due_on <= :last
                AND NOT EXISTS (SELECT 1 FROM assessment_round q WHERE q.id = due.round_id AND q.rehearsal)
            ON DUPLICATE KEY UPDATE notice.id = notice.id""";

    private static final String NEAREST = BEFORE.stream().sorted()
            .map("WHEN due_on <= DATE_ADD(:today, INTERVAL %1$d DAY) THEN '%1$d'"::formatted)
            .collect(Collectors.joining("\n        "));

    @Inject
    private Jdbi jdbi;

    @Inject
    private Clock clock;

    /**
     * Lists the days on which somebody who is told from a day on is told of a last day, and how many days are left then: of what
     * was missed before, the nearest on that first day. Negative is late.
     */
    static List<ReminderDay> told(LocalDate from, LocalDate last) {
        List<ReminderDay> days = new ArrayList<>();
        for (int before : BEFORE) {
            LocalDate on = later(last.minusDays(before), from);
            long left = ChronoUnit.DAYS.between(on, last);
            if (left >= 0 && BEFORE.stream().noneMatch(nearer -> nearer < before && left <= nearer)) {
                days.add(new ReminderDay(on, left));
            }
        }
        LocalDate late = later(last.plusDays(1), from);
        days.add(new ReminderDay(late, ChronoUnit.DAYS.between(late, last)));
        return days;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

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
        var insert = sql.createUpdate(TELL.formatted(Lasting.on("m", ":today"), due.sql(), NEAREST))
                .bindList("roles", Role.with(due.permission()))
                .bind("soon", due.soon()).bind("late", due.late()).bind("topic", due.soon().topic())
                .bind("subject", due.subject())
                .bind("today", today).bind("last", today.plusDays(BEFORE.get(0))).bind("now", now);
        if (!due.stages().isEmpty()) {
            insert.bindList("stages", due.stages());
        }
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
