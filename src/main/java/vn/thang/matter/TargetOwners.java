package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All owners of targets with the days from which they own them, and all that they said. */
@ApplicationScoped
class TargetOwners {

    @Inject
    private Jdbi jdbi;

    /** Returns who owns the target on a day. */
    Optional<TargetOwnership.Owner> find(String target, LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT o.person_id AS person, p.full_name, a.code AS agency_code, a.name, a.name_en, o.valid_from
                FROM target_owner o JOIN person p ON p.id = o.person_id JOIN agency a ON a.id = o.agency_id
                WHERE o.target = :target AND o.valid_from <= :day ORDER BY o.valid_from DESC, o.id DESC LIMIT 1""")
                .bind("target", target).bind("day", day).mapTo(TargetOwnership.Owner.class).findOne());
    }

    /** Returns what was said of the target, the newest first. */
    List<TargetOwnership.Word> words(String target) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT w.cause, w.outlook, w.needed, p.full_name AS written_by, w.written_at, w.figure_value,
                    w.figure_wanted, w.figure_percent, NULL AS figure_level, w.figure_status, w.figure_period,
                    NULL AS figure_standing
                FROM target_word w JOIN person p ON p.id = w.written_by WHERE w.target = :target ORDER BY w.id DESC""")
                .bind("target", target).mapTo(TargetOwnership.Word.class).list());
    }

    /** Names an owner, and answers the id of the row. */
    long name(String target, long person, long agency, LocalDate from, Long by, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO target_owner (target, person_id, agency_id, valid_from, named_by, named_at)
                VALUES (:target, :person, :agency, :from, :by, :now)""").bind("target", target).bind("person", person)
                .bind("agency", agency).bind("from", from).bind("by", by).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    void write(String target, TargetOwnership.Said said, MatterFigure figure, Long by, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO target_word (target, cause, outlook, needed, figure_value, figure_wanted, figure_percent,
                    figure_status, figure_period, written_by, written_at)
                VALUES (:target, :cause, :outlook, :needed, :value, :wanted, :percent, :status, :period, :by, :now)""")
                .bind("target", target).bind("cause", said.cause()).bind("outlook", said.outlook())
                .bind("needed", said.needed()).bind("value", figure.value()).bind("wanted", figure.wanted())
                .bind("percent", figure.percent()).bind("status", figure.status()).bind("period", figure.period())
                .bind("by", by).bind("now", now).execute());
    }
}
