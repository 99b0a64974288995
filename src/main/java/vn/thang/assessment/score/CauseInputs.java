package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.core.scoring.CriterionInput;

/**
 * Completes the inputs of assessments by what changes no level and only says why it counts: which values the panel set, and
 * for which levels there is evidence that no longer holds. Two statements however many assessments there are.
 */
@ApplicationScoped
class CauseInputs {

    private static final String DECIDED = """
            SELECT assessment_id, criterion, 0 AS level FROM verdict
            WHERE replaced_at IS NULL AND value IS NOT NULL AND kind = :decided AND assessment_id IN (<ids>)""";
    private static final String EXPIRED = """
            SELECT DISTINCT e.assessment_id, e.criterion, e.level FROM evidence e
            JOIN assessment s ON s.id = e.assessment_id
            JOIN assessment_round r ON r.id = s.round_id
            WHERE e.removed_at IS NULL AND NOT %s AND e.assessment_id IN (<ids>)"""
            .formatted(AttachedEvidence.holdsOn("e", "r.due_on"));

    @Inject
    private Jdbi jdbi;

    private record Place(long assessmentId, String criterion, int level) {
    }

    /** @param evidenceExpires whether the model lets evidence expire */
    void complete(Collection<AssessmentInputs> assessments, boolean evidenceExpires) {
        Map<Long, AssessmentInputs> byId = new HashMap<>();
        assessments.forEach(assessment -> byId.put(assessment.id(), assessment));
        if (byId.isEmpty()) {
            return;
        }
        jdbi.useHandle(sql -> {
            sql.createQuery(DECIDED).bind("decided", Verdict.Kind.DECIDED).bindList("ids", byId.keySet())
                    .mapTo(Place.class).forEach(place -> inputs(byId, place).computeIfPresent(place.criterion(),
                            (criterion, input) -> input.ruled(input.confirmed(), true)));
            if (evidenceExpires) {
                Map<Map.Entry<Long, String>, Set<Integer>> expired = new HashMap<>();
                sql.createQuery(EXPIRED).bindList("ids", byId.keySet()).mapTo(Place.class).forEach(place -> expired
                        .computeIfAbsent(Map.entry(place.assessmentId(), place.criterion()), none -> new HashSet<>())
                        .add(place.level()));
                expired.forEach((place, levels) -> byId.get(place.getKey()).inputs().computeIfPresent(place.getValue(),
                        (criterion, input) -> input.expiredAt(levels)));
            }
        });
    }

    private static Map<String, CriterionInput> inputs(Map<Long, AssessmentInputs> byId, Place place) {
        return byId.get(place.assessmentId()).inputs();
    }
}
