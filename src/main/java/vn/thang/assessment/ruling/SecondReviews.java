package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.platform.Moments;

/** The sample of each round and what second reviewers said. */
@ApplicationScoped
public class SecondReviews {

    /** Reviewers' verdicts v that hold, or held until a panel decided otherwise, by criterion. */
    private static final String FIRST = "v.id = (SELECT MAX(w.id) FROM verdict w WHERE w.assessment_id = o.assessment_id AND w.criterion = o.criterion"
            + " AND w.kind NOT IN ('RETURNED', 'DECIDED'))";

    @PersistenceContext
    private EntityManager entities;

    /** How a sample was drawn. */
    public record Sample(String seed, int size, String drawnBy, Instant drawnAt) {
    }

    /** @param reviewer null until somebody has begun */
    public record Second(Long reviewer, Instant doneAt) {
    }

    /** An answer that both have judged, or only the second so far: first is null then. */
    public record Judged(long assessment, String agencyName, String agencyPath, String criterion, String declared, String first,
            String firstBy, String second, String secondBy, String reason) {
    }

    public Optional<Sample> sample(long roundId) {
        return rows("SELECT s.seed, s.size, p.full_name, s.drawn_at FROM round_sample s JOIN person p ON p.id = s.drawn_by WHERE s.round_id = ?1", roundId)
                .stream().findFirst().map(row -> new Sample((String) row[0], ((Number) row[1]).intValue(), (String) row[2], Moments.instant(row[3])));
    }

    /** What can be drawn: handed in, and not past the review; by code of the agency. */
    public Map<String, Long> drawable(long roundId) {
        Map<String, Long> drawable = new LinkedHashMap<>();
        rows("SELECT a.code, s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE s.round_id = ?1"
                + " AND s.state IN ('HANDED_IN', 'ADMITTED', 'UNDER_REVIEW', 'RETURNED', 'REVIEWED') ORDER BY a.code", roundId)
                .forEach(row -> drawable.put((String) row[0], ((Number) row[1]).longValue()));
        return drawable;
    }

    public void draw(long roundId, String seed, List<Long> drawn, long person, Instant now) {
        write("INSERT INTO round_sample (round_id, seed, size, drawn_by, drawn_at) VALUES (?1, ?2, ?3, ?4, ?5)", roundId, seed, drawn.size(), person, utc(now));
        drawn.forEach(id -> write("INSERT INTO second_review (assessment_id) VALUES (?1)", id));
    }

    /** With its row locked. */
    public Optional<Second> lock(long assessmentId) {
        return find(assessmentId, " FOR UPDATE");
    }

    public Optional<Second> find(long assessmentId) {
        return find(assessmentId, "");
    }

    private Optional<Second> find(long assessmentId, String lock) {
        return rows("SELECT reviewer_id, done_at FROM second_review WHERE assessment_id = ?1" + lock, assessmentId).stream().findFirst()
                .map(row -> new Second(row[0] == null ? null : ((Number) row[0]).longValue(), Moments.instant(row[1])));
    }

    public void begin(long assessmentId, long person, Instant now) {
        write("UPDATE second_review SET reviewer_id = ?1, begun_at = ?2 WHERE assessment_id = ?3", person, utc(now), assessmentId);
    }

    public void say(long assessmentId, String criterion, String value, String reason, Instant now) {
        write("INSERT INTO second_opinion (assessment_id, criterion, value, reason, given_at) VALUES (?1, ?2, ?3, ?4, ?5)"
                + " ON DUPLICATE KEY UPDATE value = VALUES(value), reason = VALUES(reason), given_at = VALUES(given_at)",
                assessmentId, criterion, value, reason, utc(now));
    }

    public void finish(long assessmentId, Instant now) {
        write("UPDATE second_review SET done_at = ?1 WHERE assessment_id = ?2", utc(now), assessmentId);
    }

    /** Criterion to value and reason. */
    public Map<String, String[]> opinions(long assessmentId) {
        Map<String, String[]> opinions = new LinkedHashMap<>();
        rows("SELECT criterion, value, reason FROM second_opinion WHERE assessment_id = ?1", assessmentId)
                .forEach(row -> opinions.put((String) row[0], new String[] {(String) row[1], (String) row[2]}));
        return opinions;
    }

    /** Whether the person has judged any answer of it. */
    public boolean hasJudged(long assessmentId, long person) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM verdict WHERE assessment_id = ?1 AND given_by = ?2")
                .setParameter(1, assessmentId).setParameter(2, person).getSingleResult()).longValue() > 0;
    }

    /** Everything that finished second reviews of the round say, beside the verdicts of the first reviewers. */
    public List<Judged> judged(long roundId) {
        return rows("SELECT o.assessment_id, a.name, a.path, o.criterion, d.value, v.value, p.full_name, o.value, q.full_name, o.reason FROM second_opinion o"
                + " JOIN second_review r ON r.assessment_id = o.assessment_id AND r.done_at IS NOT NULL JOIN person q ON q.id = r.reviewer_id"
                + " JOIN assessment s ON s.id = o.assessment_id AND s.round_id = ?1 JOIN agency a ON a.id = s.agency_id"
                + " LEFT JOIN answer d ON d.assessment_id = o.assessment_id AND d.criterion = o.criterion"
                + " LEFT JOIN verdict v ON " + FIRST + " LEFT JOIN person p ON p.id = v.given_by ORDER BY a.path, o.criterion", roundId).stream()
                .map(row -> new Judged(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                        (String) row[5], (String) row[6], (String) row[7], (String) row[8], (String) row[9])).toList();
    }

    /** Of each reviewer of the round: name, number of answers, and the sum of level set minus level declared. */
    public List<Object[]> strictness(long roundId) {
        return rows("SELECT p.full_name, COUNT(*), SUM(CAST(v.value AS SIGNED) - CAST(v.declared AS SIGNED)) FROM verdict v"
                + " JOIN assessment s ON s.id = v.assessment_id AND s.round_id = ?1 JOIN person p ON p.id = v.given_by"
                + " WHERE v.replaced_at IS NULL AND v.value REGEXP '^[1-5]$' AND v.declared REGEXP '^[1-5]$' GROUP BY p.id, p.full_name ORDER BY 1", roundId);
    }

    /** How many of the sample there are, and how many are done. */
    public long[] progress(long roundId) {
        Object[] row = rows("SELECT COUNT(*), COUNT(r.done_at) FROM second_review r JOIN assessment s ON s.id = r.assessment_id WHERE s.round_id = ?1",
                roundId).get(0);
        return new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()};
    }

    private void write(String sql, Object... arguments) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        query.executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... arguments) {
        var query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList();
    }

    private static LocalDateTime utc(Instant now) {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }
}
