package vn.thang.matter.owner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.matter.MatterFigure;

/** All owners of targets and indicators with the days from which they own them, and all that they said. */
@ApplicationScoped
class FigureOwners {

    @Inject
    private Jdbi jdbi;

    /** Returns whoever owned the figure, owns it or will own it, the last one first. */
    List<FigureOwnership.Owner> list(OwnedFigure figure) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT o.person_id AS person, p.full_name, a.code AS agency_code, a.name, a.name_en, o.valid_from
                FROM target_owner o LEFT JOIN person p ON p.id = o.person_id JOIN agency a ON a.id = o.agency_id
                WHERE o.target <=> :target AND o.indicator <=> :indicator
                ORDER BY o.valid_from DESC, o.id DESC""").bind("target", figure.target())
                .bind("indicator", figure.indicator()).mapTo(FigureOwnership.Owner.class).list());
    }

    /** Returns what was said of the figure, the newest first. */
    List<FigureOwnership.Word> words(OwnedFigure figure) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT w.cause, w.outlook, w.needed, p.full_name AS written_by, w.written_at, w.figure_value,
                    w.figure_wanted, w.figure_percent, NULL AS figure_level, w.figure_status, w.figure_period,
                    NULL AS figure_standing, NULL AS figure_measured, w.indicator AS figure_indicator,
                    NULL AS figure_reading, NULL AS figure_reading_period
                FROM target_word w JOIN person p ON p.id = w.written_by
                WHERE w.target <=> :target AND w.indicator <=> :indicator ORDER BY w.id DESC""")
                .bind("target", figure.target()).bind("indicator", figure.indicator()).mapTo(FigureOwnership.Word.class)
                .list());
    }

    /**
     * Names an owner, and answers the id of the row.
     *
     * @param person null for all who answer for the agency
     */
    long name(OwnedFigure figure, Long person, long agency, LocalDate from, Long by, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO target_owner (target, indicator, person_id, agency_id, valid_from, named_by, named_at)
                VALUES (:target, :indicator, :person, :agency, :from, :by, :now)""").bind("target", figure.target())
                .bind("indicator", figure.indicator()).bind("person", person).bind("agency", agency).bind("from", from)
                .bind("by", by).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    void write(OwnedFigure owned, FigureOwnership.Said said, MatterFigure figure, Long by, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO target_word (target, indicator, cause, outlook, needed, figure_value, figure_wanted, figure_percent,
                    figure_status, figure_period, written_by, written_at)
                VALUES (:target, :indicator, :cause, :outlook, :needed, :value, :wanted, :percent, :status, :period, :by,
                    :now)""").bind("target", owned.target()).bind("indicator", owned.indicator())
                .bind("cause", said.cause()).bind("outlook", said.outlook())
                .bind("needed", said.needed()).bind("value", figure.value()).bind("wanted", figure.wanted())
                .bind("percent", figure.percent()).bind("status", figure.status()).bind("period", figure.period())
                .bind("by", by).bind("now", now).execute());
    }
}
