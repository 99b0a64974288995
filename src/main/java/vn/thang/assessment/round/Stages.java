package vn.thang.assessment.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;

/** The days of the stages of all rounds, and the extensions of single agencies. */
@ApplicationScoped
public class Stages {

    private static final String EXTENSIONS = """
            FROM stage_extension x
            JOIN assessment s ON s.id = x.assessment_id
            JOIN agency a ON a.id = s.agency_id
            JOIN person p ON p.id = x.given_by
            """;
    private static final String LINES = """
            SELECT s.id AS assessment, a.code AS agency_code, a.name AS agency_name, a.name_en AS agency_name_en,
                x.stage, x.due_on, x.reason, p.full_name AS given_by, x.given_at, x.replaced_at
            """ + EXTENSIONS;
    private static final String HOLDING = "WHERE s.round_id = :round AND x.replaced_at IS NULL";

    @Inject
    private Flushed flushed;

    /** How long a stage lasts, or the day that was set by hand. */
    private record Planned(Stage stage, int days, LocalDate movedTo) {
    }

    /** The days of a round that is stored, in the order of the stages; of an older one without plan answering alone. */
    public List<StageDay> of(long roundId, LocalDate opensOn, LocalDate dueOn) {
        return flushed.withHandle(sql -> days(sql, roundId, opensOn, dueOn));
    }

    private static List<StageDay> days(Handle sql, long roundId, LocalDate opensOn, LocalDate dueOn) {
        Map<Stage, Integer> days = new EnumMap<>(Stage.class);
        Map<Stage, LocalDate> moved = new EnumMap<>(Stage.class);
        sql.createQuery("SELECT stage, days, moved_to FROM round_stage WHERE round_id = :round").bind("round", roundId)
                .mapTo(Planned.class).forEach(planned -> {
                    days.put(planned.stage(), planned.days());
                    if (planned.movedTo() != null) {
                        moved.put(planned.stage(), planned.movedTo());
                    }
                });
        return Stage.follow(opensOn, dueOn, days, moved).stream()
                .filter(day -> day.stage() == Stage.ANSWERING || days.containsKey(day.stage())).toList();
    }

    /** Stores how long the stages of a round last. */
    public void plan(Round round, Map<Stage, Integer> days) {
        flushed.useHandle(sql -> days.forEach((stage, count) -> sql.createUpdate("""
                INSERT INTO round_stage (round_id, stage, days, due_on) VALUES (:round, :stage, :days, :dueOn)
                ON DUPLICATE KEY UPDATE days = VALUES(days)""")
                .bind("round", round.id()).bind("stage", stage).bind("days", count).bind("dueOn", round.dueOn())
                .execute()));
        settle(round);
    }

    /** Sets one day by hand; null lets it follow from the one before again. */
    public void move(Round round, Stage stage, LocalDate day) {
        flushed.useHandle(sql -> sql
                .createUpdate("UPDATE round_stage SET moved_to = :day WHERE round_id = :round AND stage = :stage")
                .bind("day", day).bind("round", round.id()).bind("stage", stage).execute());
        settle(round);
    }

    /** Computes the days anew, after the due day of the round changed. */
    public void settle(Round round) {
        flushed.useHandle(sql -> days(sql, round.id(), round.opensOn(), round.dueOn()).stream()
                .filter(day -> day.stage() != Stage.ANSWERING)
                .forEach(day -> sql
                        .createUpdate(
                                "UPDATE round_stage SET due_on = :dueOn WHERE round_id = :round AND stage = :stage")
                        .bind("dueOn", day.dueOn()).bind("round", round.id()).bind("stage", day.stage()).execute()));
    }

    public void extend(long assessmentId, Stage stage, LocalDate day, String reason, long person, Instant now) {
        flushed.useHandle(sql -> {
            sql.createUpdate("""
                    UPDATE stage_extension SET replaced_at = :now
                    WHERE assessment_id = :assessment AND stage = :stage AND replaced_at IS NULL""")
                    .bind("now", now).bind("assessment", assessmentId).bind("stage", stage).execute();
            sql.createUpdate("""
                    INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at)
                    VALUES (NEXT VALUE FOR stage_extension_seq, :assessment, :stage, :day, :reason, :person, :now)""")
                    .bind("assessment", assessmentId).bind("stage", stage).bind("day", day).bind("reason", reason)
                    .bind("person", person).bind("now", now).execute();
        });
    }

    /** All that the agency was ever given in this round, the newest first. */
    public List<GivenExtension> extensions(long assessmentId) {
        return flushed
                .withHandle(sql -> sql.createQuery(LINES + "WHERE x.assessment_id = :assessment ORDER BY x.id DESC")
                        .bind("assessment", assessmentId).mapTo(GivenExtension.class).list());
    }

    /** A page of the extensions of a round that hold; two statements however many there are. */
    public Slice<GivenExtension> extensionsOf(long roundId, String words, Cut<ExtensionOrder> cut) {
        String where = HOLDING + AgencyWords.condition(words);
        return flushed.withHandle(sql -> Slice.of(
                sql.createQuery("SELECT COUNT(*) " + EXTENSIONS + where).bind("round", roundId)
                        .bindMap(AgencyWords.arguments(words)).mapTo(Long.class).one(),
                cut, (size, offset) -> sql.createQuery(LINES + where + " ORDER BY " + cut.sql("a.name, x.id")
                        + " LIMIT :size OFFSET :offset").bind("round", roundId)
                        .bindMap(AgencyWords.arguments(words)).bind("size", size).bind("offset", offset)
                        .mapTo(GivenExtension.class).list()));
    }

    /** How many agencies may still hand in after the round was closed, because their extension runs. */
    public long running(long roundId, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM assessment_due d
                WHERE d.round_id = :round AND d.stage = :answering AND d.extended_to >= :today""")
                .bind("round", roundId).bind("answering", Stage.ANSWERING).bind("today", today).mapTo(Long.class)
                .one());
    }
}
