package vn.thang.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The table of retention and the holds of audits in the database. */
@ApplicationScoped
public class RetentionRules {

    @Inject
    private Jdbi jdbi;

    /**
     * How long a kind of data is kept.
     *
     * @param removed how much was removed at the last run; null where a hold stopped it, or before the first
     * @param held    whether a hold stops it now
     */
    public record Rule(String kind, int days, Instant runAt, Long removed, boolean held) {
    }

    /** @param kind what is held; null for everything */
    public record Hold(long id, String kind, String reason, String placedBy, Instant placedAt, String endedBy,
            Instant endedAt) {
    }

    List<Rule> list() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT r.kind, r.days, r.run_at, r.removed, EXISTS (SELECT 1 FROM retention_hold h
                    WHERE h.ended_at IS NULL AND (h.kind IS NULL OR h.kind = r.kind)) AS held
                FROM retention_rule r ORDER BY r.kind""").mapTo(Rule.class).list());
    }

    /** Lists the holds, those that hold first. */
    List<Hold> holds() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT h.id, h.kind, h.reason, p.full_name AS placed_by, h.placed_at, e.full_name AS ended_by, h.ended_at
                FROM retention_hold h JOIN person p ON p.id = h.placed_by LEFT JOIN person e ON e.id = h.ended_by
                ORDER BY h.ended_at IS NOT NULL, h.id DESC""").mapTo(Hold.class).list());
    }

    void ran(String kind, Instant now, Long removed) {
        jdbi.useHandle(sql -> sql.createUpdate(
                "UPDATE retention_rule SET run_at = :now, removed = :removed WHERE kind = :kind").bind("now", now)
                .bind("removed", removed).bind("kind", kind).execute());
    }

    boolean change(String kind, int days) {
        return jdbi.withHandle(sql -> sql.createUpdate("UPDATE retention_rule SET days = :days WHERE kind = :kind")
                .bind("days", days).bind("kind", kind).execute()) == 1;
    }

    long hold(String kind, String reason, long person, Instant now) {
        return jdbi.withHandle(sql -> sql
                .createUpdate(
                        """
                INSERT INTO retention_hold (kind, reason, placed_by, placed_at) VALUES (:kind, :reason, :person, :now)""")
                .bind("kind", kind).bind("reason", reason).bind("person", person).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    boolean end(long id, long person, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE retention_hold SET ended_by = :person, ended_at = :now WHERE id = :id AND ended_at IS NULL""")
                .bind("person", person).bind("now", now).bind("id", id).execute()) == 1;
    }
}
