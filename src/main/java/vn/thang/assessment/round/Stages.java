package vn.thang.assessment.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.Moments;
import vn.thang.platform.Slice;

/** The days of the stages of all rounds, and the extensions of single agencies. */
@ApplicationScoped
public class Stages {

    private static final String EXTENSIONS = " FROM stage_extension x JOIN assessment s ON s.id = x.assessment_id"
            + " JOIN agency a ON a.id = s.agency_id JOIN person p ON p.id = x.given_by WHERE ";
    private static final String COLUMNS = "SELECT s.id, a.code, a.name, x.stage, x.due_on, x.reason, p.full_name, x.given_at,"
            + " x.replaced_at";

    @PersistenceContext
    private EntityManager entities;

    /** The days of a round that is stored, in the order of the stages; of an older one without plan answering alone. */
    public List<StageDay> of(long roundId, LocalDate opensOn, LocalDate dueOn) {
        Map<Stage, Integer> days = new EnumMap<>(Stage.class);
        Map<Stage, LocalDate> moved = new EnumMap<>(Stage.class);
        for (Object[] row : rows("SELECT stage, days, moved_to FROM round_stage WHERE round_id = ?1", roundId)) {
            Stage stage = Stage.valueOf((String) row[0]);
            days.put(stage, ((Number) row[1]).intValue());
            if (row[2] != null) {
                moved.put(stage, Moments.day(row[2]));
            }
        }
        return Stage.follow(opensOn, dueOn, days, moved).stream()
                .filter(day -> day.stage() == Stage.ANSWERING || days.containsKey(day.stage())).toList();
    }

    /** Stores how long the stages of a round last. */
    public void plan(Round round, Map<Stage, Integer> days) {
        days.forEach((stage, count) -> entities.createNativeQuery("INSERT INTO round_stage (round_id, stage, days, due_on)"
                + " VALUES (?1, ?2, ?3, ?4) ON DUPLICATE KEY UPDATE days = VALUES(days)").setParameter(1, round.id())
                .setParameter(2, stage.name()).setParameter(3, count).setParameter(4, Date.valueOf(round.dueOn())).executeUpdate());
        settle(round);
    }

    /** Sets one day by hand; null lets it follow from the one before again. */
    public void move(Round round, Stage stage, LocalDate day) {
        entities.createNativeQuery("UPDATE round_stage SET moved_to = ?1 WHERE round_id = ?2 AND stage = ?3")
                .setParameter(1, day == null ? null : Date.valueOf(day)).setParameter(2, round.id()).setParameter(3, stage.name())
                .executeUpdate();
        settle(round);
    }

    /** Computes the days anew, after the due day of the round changed. */
    public void settle(Round round) {
        of(round.id(), round.opensOn(), round.dueOn()).stream().filter(day -> day.stage() != Stage.ANSWERING).forEach(day -> entities
                .createNativeQuery("UPDATE round_stage SET due_on = ?1 WHERE round_id = ?2 AND stage = ?3")
                .setParameter(1, Date.valueOf(day.dueOn())).setParameter(2, round.id()).setParameter(3, day.stage().name())
                        .executeUpdate());
    }

    public void extend(long assessmentId, Stage stage, LocalDate day, String reason, long person, Instant now) {
        LocalDateTime moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        entities.createNativeQuery("UPDATE stage_extension SET replaced_at = ?1 WHERE assessment_id = ?2 AND stage = ?3 AND "
                + "replaced_at IS NULL")
                .setParameter(1, moment).setParameter(2, assessmentId).setParameter(3, stage.name()).executeUpdate();
        entities.createNativeQuery("INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at)"
                + " VALUES (NEXT VALUE FOR stage_extension_seq, ?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, assessmentId)
                .setParameter(2, stage.name()).setParameter(3, Date.valueOf(day)).setParameter(4, reason).setParameter(5, person)
                .setParameter(6, moment).executeUpdate();
    }

    /** All that the agency was ever given in this round, the newest first. */
    public List<GivenExtension> extensions(long assessmentId) {
        return rows(COLUMNS + EXTENSIONS + "x.assessment_id = ?1 ORDER BY x.id DESC", assessmentId).stream().map(Stages::extension)
                .toList();
    }

    /** The extensions of a round that hold, by agency. */
    public Slice<GivenExtension> extensionsOf(long roundId, int page) {
        String where = "s.round_id = ?1 AND x.replaced_at IS NULL";
        long total = count("SELECT COUNT(*)" + EXTENSIONS + where, roundId);
        int shown = Slice.existing(page, total);
        return new Slice<>(rows(COLUMNS + EXTENSIONS + where + " ORDER BY a.name, x.id LIMIT " + Slice.SIZE + " OFFSET "
                + Slice.offset(shown), roundId).stream().map(Stages::extension).toList(), total, shown);
    }

    /** How many agencies may still hand in after the round was closed, because their extension runs. */
    public long running(long roundId, LocalDate today) {
        return count("SELECT COUNT(*) FROM assessment_due d WHERE d.round_id = ?1 AND d.stage = 'ANSWERING' AND d.extended_to >= ?2",
                roundId, Date.valueOf(today));
    }

    private static GivenExtension extension(Object[] row) {
        return new GivenExtension(((Number) row[0]).longValue(), (String) row[1], (String) row[2], Stage.valueOf((String) row[3]),
                Moments.day(row[4]), (String) row[5], (String) row[6], Moments.instant(row[7]), Moments.instant(row[8]));
    }

    private long count(String sql, Object... arguments) {
        return ((Number) bound(sql, arguments).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... arguments) {
        return bound(sql, arguments).getResultList();
    }

    private Query bound(String sql, Object... arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query;
    }
}
