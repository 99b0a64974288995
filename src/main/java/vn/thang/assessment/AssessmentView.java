package vn.thang.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.core.model.Criterion;

/**
 * An assessment as one person may see it: answers and evidence of restricted criteria are there only for those who may
 * read them; the scores that follow from them are the same for all.
 *
 * @param answers  criterion code to the answer
 * @param last     answers of the agency's last round of the same model
 * @param hidden   whether restricted answers were left out
 * @param editable whether this person can answer now
 */
public record AssessmentView(AssessmentHead head, ScoredAssessment scored, Map<String, GivenAnswer> answers,
        List<AttachedEvidence> evidence, Map<String, GivenAnswer> last, Optional<AssessmentHead> lastHead, boolean hidden,
        boolean editable) {

    public Standing standing() {
        return Standing.of(scored);
    }

    public boolean shows(Criterion criterion) {
        return !hidden || !criterion.restricted();
    }

    public List<AttachedEvidence> evidenceOf(String criterion) {
        return evidence.stream().filter(item -> item.criterion().equals(criterion)).toList();
    }
}
