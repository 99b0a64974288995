package vn.thang.assessment.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Standing;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;

/**
 * An assessment as one person may see it: answers and evidence of restricted criteria are there only for those who may
 * read them; the scores that follow from them are the same for all.
 *
 * @param answers  criterion code to the answer
 * @param last     answers of the agency's last round of the same model, in whichever version
 * @param lastApart criteria that the last round asked with another meaning, so that answers do not compare
 * @param verdicts criterion code to the verdict that holds
 * @param exemptions criterion code to the newest request for an exemption
 * @param unseen   criteria that were left out
 * @param sections dimensions that were given to this person, who sees nothing else; empty for who sees the whole
 * @param editable whether this person can answer now
 */
public record AssessmentView(AssessmentHead head, ScoredAssessment scored, Map<String, GivenAnswer> answers,
        List<AttachedEvidence> evidence, Map<String, GivenAnswer> last, Optional<AssessmentHead> lastHead,
        Set<String> lastApart, Map<String, GivenVerdict> verdicts, Map<String, AskedExemption> exemptions,
        Set<String> unseen,
        Set<String> sections, boolean editable) {

    private static final int EXACT = 2;
    private static final int ROUGH = 1;

    /** Whether it was given to this person in part only. */
    public boolean partial() {
        return !sections.isEmpty();
    }

    /** Whether restricted answers were left out. */
    public boolean hidden() {
        return sections.isEmpty() && !unseen.isEmpty();
    }

    public Standing standing() {
        return Standing.of(scored, sections);
    }

    /** Returns whether this person can change the answer to this criterion now. */
    public boolean isEditable(String criterion) {
        return editable && lock(criterion).isEmpty();
    }

    /** Returns whether this person can take evidence of this criterion away now. */
    public boolean isRemovable(String criterion) {
        return editable && AnswerLock.ofRemoval(lock(criterion)).isEmpty();
    }

    private Optional<AnswerLock> lock(String criterion) {
        return AnswerLock.of(head, new AnswerLock.Question(criterion, !partial() || !isUnseen(criterion),
                verdicts.containsKey(criterion) && verdicts.get(criterion).returned(), scored.isExempt(criterion)));
    }

    /** Questions that came back and wait for the agency. */
    public List<GivenVerdict> returned() {
        return head.state() != AssessmentState.RETURNED ? List.of()
                : verdicts.values().stream().filter(GivenVerdict::returned).toList();
    }

    /** Returns whether answers that the person may not read count anywhere below the node: its exact index would give them away. */
    public boolean isRounded(Dimension node) {
        return MaturityModel.criteriaBelow(node).values().stream().anyMatch(criterion -> !shows(criterion));
    }

    /** Returns the index of a node with as many decimals as the person may see: two, or one where answers are kept from them. */
    public BigDecimal index(NodeScore score, Dimension node) {
        return score.index().toDecimal(isRounded(node) ? ROUGH : EXACT);
    }

    public boolean shows(Criterion criterion) {
        return !isUnseen(criterion.code());
    }

    public boolean isUnseen(String criterion) {
        return unseen.contains(criterion);
    }

    public List<AttachedEvidence> evidenceOf(String criterion) {
        return evidence.stream().filter(item -> item.criterion().equals(criterion)).toList();
    }
}
