package vn.thang.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.core.model.LevelScale;
import vn.thang.platform.BusinessException;

/** What a report needs to know of its round and of the agency at the top of it. */
@ApplicationScoped
public class RoundFacts {

    /** @param dueOn day on which the round is due */
    public record RoundFact(long id, String code, String name, String modelRef, LocalDate dueOn, RoundState state,
            boolean rehearsal) {
    }

    public record AgencyFact(long id, String code, String name, String type, String path) {
    }

    @Inject
    private Jdbi jdbi;

    private record LevelCount(String type, int level, int agencies) {
    }

    private record NodeLevel(String node, int level) {
    }

    public RoundFact round(String code) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT id, code, name, CONCAT(model_id, '/', model_version) AS model_ref, due_on, state,
                    rehearsal
                FROM assessment_round WHERE code = :code""").bind("code", code).mapTo(RoundFact.class).findOne())
                .orElseThrow(() -> new BusinessException.NotFound("report.unknown-round", code));
    }

    public AgencyFact agency(String code) {
        return jdbi
                .withHandle(sql -> sql.createQuery("SELECT id, code, name, type, path FROM agency WHERE code = :code")
                        .bind("code", code).mapTo(AgencyFact.class).findOne())
                .orElseThrow(() -> new BusinessException.NotFound("organisation.unknown-agency", code));
    }

    /** Counts the assessments of a round at and below an agency. */
    public long assessments(long roundId, String agencyPath) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM counted_assessment s JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round AND a.path LIKE :path""").bind("round", roundId)
                .bind("path", agencyPath + "%").mapTo(Long.class).one());
    }

    /** Returns how many agencies of each type stand at each level in a round, among those handed in; level to count by type. */
    public Map<String, int[]> distribution(long roundId) {
        List<LevelCount> rows = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT a.type, c.level, COUNT(*) AS agencies
                FROM counted_assessment s
                JOIN agency a ON a.id = s.agency_id
                JOIN assessment_score c ON c.assessment_id = s.id
                WHERE s.round_id = :round AND s.state IN (<handedIn>)
                GROUP BY a.type, c.level""").bind("round", roundId).bindList("handedIn", AssessmentState.handedIn())
                .mapTo(LevelCount.class).list());
        Map<String, int[]> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.computeIfAbsent(row.type(), type -> new int[LevelScale.MOST + 1])[row.level()] = row
                .agencies());
        return counts;
    }

    /** Returns the levels of the dimensions of an agency that handed in; empty while it has not. */
    public Map<String, Integer> dimensionLevels(long roundId, long agencyId) {
        List<NodeLevel> rows = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT n.node, n.level
                FROM node_score n
                JOIN assessment s ON s.id = n.assessment_id
                WHERE s.round_id = :round AND s.agency_id = :agency AND s.state IN (<handedIn>)""")
                .bind("round", roundId).bind("agency", agencyId).bindList("handedIn", AssessmentState.handedIn())
                .mapTo(NodeLevel.class).list());
        Map<String, Integer> levels = new LinkedHashMap<>();
        rows.forEach(row -> levels.put(row.node(), row.level()));
        return levels;
    }
}
