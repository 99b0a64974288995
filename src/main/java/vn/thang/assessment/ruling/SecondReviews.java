package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.EmptyHandling;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.sql.Flushed;

/** The sample of each round and what second reviewers said. */
@ApplicationScoped
public class SecondReviews {

    /** Beside what a second reviewer said stands the reviewer's verdict that holds, or held until a panel decided otherwise. */
    private static final String JUDGED = """
            SELECT o.assessment_id AS assessment, a.name AS agency_name, a.name_en AS agency_name_en,
                a.path AS agency_path, s.state, o.criterion,
                d.value AS declared, v.value AS first, p.full_name AS first_by, o.value AS second,
                q.full_name AS second_by, o.reason
            FROM second_opinion o
            JOIN second_review r ON r.assessment_id = o.assessment_id AND r.done_at IS NOT NULL
            JOIN person q ON q.id = r.reviewer_id
            JOIN assessment s ON s.id = o.assessment_id AND s.round_id = :round
            JOIN agency a ON a.id = s.agency_id
            LEFT JOIN answer d ON d.assessment_id = o.assessment_id AND d.criterion = o.criterion
            LEFT JOIN verdict v ON v.id = (SELECT MAX(w.id) FROM verdict w
                WHERE w.assessment_id = o.assessment_id AND w.criterion = o.criterion AND w.kind NOT IN (<others>))
            LEFT JOIN person p ON p.id = v.given_by
            ORDER BY a.path, o.criterion""";
    private static final List<Verdict.Kind> OTHERS = List.of(Verdict.Kind.RETURNED, Verdict.Kind.DECIDED);

    @Inject
    private Flushed flushed;

    /** How a sample was drawn. */
    public record Sample(String seed, int size, String drawnBy, Instant drawnAt) {
    }

    /** @param reviewer null until somebody has begun */
    public record Second(Long reviewer, Instant doneAt) {
    }

    /** An answer that both have judged, or only the second so far: first is null then. */
    public record Judged(long assessment, String agencyName, String agencyNameEn, String agencyPath,
            AssessmentState state, String criterion,
            String declared,
            String first,
            String firstBy, String second, String secondBy, String reason) {
    }

    /** What a second reviewer said of one answer. */
    public record Said(String criterion, String value, String reason) {
    }

    /**
     * How a reviewer judged the answers of a round.
     *
     * @param shift sum of level set minus level declared
     */
    public record Strictness(String name, int answers, long shift) {
    }

    /** How many of the sample there are, and how many are done. */
    public record Progress(long all, long done) {
    }

    private record Drawable(String agency, long assessment) {
    }

    public Optional<Sample> sample(long roundId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT s.seed, s.size, p.full_name AS drawn_by, s.drawn_at
                FROM round_sample s JOIN person p ON p.id = s.drawn_by WHERE s.round_id = :round""")
                .bind("round", roundId).mapTo(Sample.class).findOne());
    }

    /** What can be drawn: handed in, and not past the review; by code of the agency. */
    public Map<String, Long> drawable(long roundId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT a.code AS agency, s.id AS assessment FROM counted_assessment s JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND s.state IN (<reviewable>) ORDER BY a.code""")
                .bind("round", roundId).bindList("reviewable", AssessmentState.reviewable()).mapTo(Drawable.class)
                .collect(Collectors.toMap(Drawable::agency, Drawable::assessment, (one, other) -> other,
                        LinkedHashMap::new)));
    }

    public void draw(long roundId, String seed, List<Long> drawn, long person, Instant now) {
        flushed.useHandle(sql -> {
            sql.createUpdate("""
                    INSERT INTO round_sample (round_id, seed, size, drawn_by, drawn_at)
                    VALUES (:round, :seed, :size, :person, :now)""")
                    .bind("round", roundId).bind("seed", seed).bind("size", drawn.size()).bind("person", person)
                    .bind("now", now).execute();
            drawn.forEach(id -> sql.createUpdate("INSERT INTO second_review (assessment_id) VALUES (:assessment)")
                    .bind("assessment", id).execute());
        });
    }

    /** Returns the assessments that the person reviews a second time and has not finished. */
    Set<Long> unfinished(long person) {
        return flushed.withHandle(sql -> sql.createQuery(
                "SELECT assessment_id FROM second_review WHERE reviewer_id = :person AND done_at IS NULL")
                .bind("person", person).mapTo(Long.class).collect(Collectors.toSet()));
    }

    /** With its row locked. */
    public Optional<Second> lock(long assessmentId) {
        return find(assessmentId, " FOR UPDATE");
    }

    public Optional<Second> find(long assessmentId) {
        return find(assessmentId, "");
    }

    private Optional<Second> find(long assessmentId, String lock) {
        return flushed.withHandle(sql -> sql.createQuery(
                "SELECT reviewer_id AS reviewer, done_at FROM second_review WHERE assessment_id = :assessment" + lock)
                .bind("assessment", assessmentId).mapTo(Second.class).findOne());
    }

    public void begin(long assessmentId, long person, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE second_review SET reviewer_id = :person, begun_at = :now WHERE assessment_id = :assessment""")
                .bind("person", person).bind("now", now).bind("assessment", assessmentId).execute());
    }

    public void say(long assessmentId, String criterion, String value, String reason, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO second_opinion (assessment_id, criterion, value, reason, given_at)
                VALUES (:assessment, :criterion, :value, :reason, :now)
                ON DUPLICATE KEY UPDATE value = VALUES(value), reason = VALUES(reason), given_at = VALUES(given_at)""")
                .bind("assessment", assessmentId).bind("criterion", criterion).bind("value", value)
                .bind("reason", reason)
                .bind("now", now).execute());
    }

    public void finish(long assessmentId, Instant now) {
        flushed.useHandle(
                sql -> sql.createUpdate("UPDATE second_review SET done_at = :now WHERE assessment_id = :assessment")
                        .bind("now", now).bind("assessment", assessmentId).execute());
    }

    /** By criterion. */
    public Map<String, Said> opinions(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery(
                "SELECT criterion, value, reason FROM second_opinion WHERE assessment_id = :assessment")
                .bind("assessment", assessmentId).mapTo(Said.class)
                .collect(Collectors.toMap(Said::criterion, Function.identity(), (one, other) -> other,
                        LinkedHashMap::new)));
    }

    /** Whether the person has judged any answer of it. */
    public boolean hasJudged(long assessmentId, long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM verdict WHERE assessment_id = :assessment AND given_by = :person)""")
                .bind("assessment", assessmentId).bind("person", person).mapTo(Boolean.class).one());
    }

    /** Everything that finished second reviews of the round say, beside the verdicts of the first reviewers. */
    public List<Judged> judged(long roundId) {
        return flushed.withHandle(sql -> sql.createQuery(JUDGED).bind("round", roundId).bindList("others", OTHERS)
                .mapTo(Judged.class).list());
    }

    /** Tells how strict each reviewer of the round is, by the answers whose two values are both levels. */
    public List<Strictness> strictness(long roundId, MaturityModel model) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT p.full_name AS name, COUNT(*) AS answers,
                    SUM(CAST(v.value AS SIGNED) - CAST(v.declared AS SIGNED)) AS shift
                FROM verdict v
                JOIN counted_assessment s ON s.id = v.assessment_id AND s.round_id = :round
                JOIN person p ON p.id = v.given_by
                WHERE v.replaced_at IS NULL AND v.criterion IN (<criteria>)
                    AND v.value IN (<levels>) AND v.declared IN (<levels>)
                GROUP BY p.id, p.full_name ORDER BY p.full_name""").bind("round", roundId)
                .bindList("levels", new AnswerScale.Levels(model.levels()).values())
                .bindList(EmptyHandling.NULL_KEYWORD, "criteria", model.criteria().stream()
                        .filter(criterion -> criterion.scale().ofLevels()).map(Criterion::code).toList())
                .mapTo(Strictness.class).list());
    }

    public Progress progress(long roundId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) AS `all`, COUNT(r.done_at) AS done
                FROM second_review r JOIN counted_assessment s ON s.id = r.assessment_id WHERE s.round_id = :round""")
                .bind("round", roundId).mapTo(Progress.class).one());
    }
}
