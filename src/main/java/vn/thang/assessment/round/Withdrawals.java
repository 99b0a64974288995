package vn.thang.assessment.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.thang.platform.sql.Flushed;

/** All proposals to withdraw the results of rounds; of a round one at a time waits or holds. */
@ApplicationScoped
public class Withdrawals {

    @Inject
    private Flushed flushed;

    /** Returns the proposal that waits, or by which the results were withdrawn; empty where there is none. */
    public Optional<Withdrawal> find(long round) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT w.id, w.reason, w.proposed_by AS proposer, p.full_name AS proposed_by, w.proposed_at,
                    c.full_name AS confirmed_by, w.confirmed_at
                FROM round_withdrawal w
                JOIN person p ON p.id = w.proposed_by
                LEFT JOIN person c ON c.id = w.confirmed_by
                WHERE w.round_id = :round AND w.dropped_at IS NULL ORDER BY w.id DESC LIMIT 1""")
                .bind("round", round).mapTo(Withdrawal.class).findOne());
    }

    public void add(long round, String reason, long person, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO round_withdrawal (round_id, reason, proposed_by, proposed_at)
                VALUES (:round, :reason, :person, :now)""").bind("round", round).bind("reason", reason)
                .bind("person", person).bind("now", now).execute());
    }

    public void confirm(long id, long person, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE round_withdrawal SET confirmed_by = :person, confirmed_at = :now WHERE id = :id""")
                .bind("person", person).bind("now", now).bind("id", id).execute());
    }

    public void drop(long id, long person, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE round_withdrawal SET dropped_by = :person, dropped_at = :now WHERE id = :id""")
                .bind("person", person).bind("now", now).bind("id", id).execute());
    }
}
