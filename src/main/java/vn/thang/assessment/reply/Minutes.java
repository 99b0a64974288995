package vn.thang.assessment.reply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.scoring.NodeScore;

/**
 * What the minutes of the panel say: derived whole from the objections, the evidence and the score as it is.
 *
 * @param sitting none before the panel has ended the case
 * @param hidden  objections to restricted answers that the reader may not see
 * @param before  the whole before the first decision
 * @param after   the whole as it is
 * @param digits  decimals to which the index of the whole is shown: one where the reader may not see every answer that counts in it
 */
public record Minutes(AssessmentHead head, Optional<Sitting> sitting, List<Item> items, int hidden, NodeScore before,
        NodeScore after, int digits) {

    private static final int EXACT = 2;

    /**
     * One objection.
     *
     * @param effects what its decision changed, after those that were taken before it; empty while there is none
     */
    public record Item(RaisedObjection objection, List<AttachedEvidence> evidence, List<ScoreEffect> effects) {
    }

    /** Returns the number of a sitting as the document bears it. */
    public static String number(Sitting sitting) {
        return "%02d/BB-HĐ".formatted(sitting.number());
    }

    /** @param view as the reader sees it: what is hidden there does not stand in the minutes */
    static Minutes of(AssessmentView view, List<RaisedObjection> objections, Optional<Sitting> sitting) {
        ScoredAssessment state = view.scored();
        for (RaisedObjection one : objections) {
            state = state.ruled(one.criterion(), one.provisional());
        }
        NodeScore before = state.official().whole();
        List<Item> items = new ArrayList<>();
        List<RaisedObjection> inOrder = objections.stream().sorted(Comparator.comparing(RaisedObjection::decidedAt,
                Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        for (RaisedObjection one : inOrder) {
            ScoredAssessment next = one.decided() ? state.ruled(one.criterion(), one.value()) : state;
            if (!view.isUnseen(one.criterion())) {
                items.add(new Item(one, view.evidenceOf(one.criterion()),
                        one.decided() ? ScoreEffect.of(state, next, one.criterion()) : List.of()));
            }
            state = next;
        }
        return new Minutes(view.head(), sitting, items, objections.size() - items.size(), before,
                state.official().whole(),
                view.scored().model().criteria().stream().anyMatch(one -> view.isUnseen(one.code())) ? 1 : EXACT);
    }

    /** Returns the index of a node to the decimals that the reader may see; the whole is the node without a code. */
    public BigDecimal index(String node, NodeScore score) {
        return score.index().toDecimal(node.isEmpty() ? digits : EXACT);
    }
}
