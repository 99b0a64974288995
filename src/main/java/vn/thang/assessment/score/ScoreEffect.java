package vn.thang.assessment.score;

import java.util.List;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;

/**
 * The scores of a node as they are, and as they would be.
 *
 * @param node code of a dimension; empty for the whole
 */
public record ScoreEffect(String node, NodeScore before, NodeScore after) {

    /** Lists what a change of one criterion does to its dimension and to the whole. */
    public static List<ScoreEffect> of(ScoredAssessment before, ScoredAssessment after, String criterion) {
        String dimension = before.model().dimensions().stream()
                .filter(one -> MaturityModel.criteriaBelow(one).containsKey(criterion))
                .findFirst().map(Dimension::code).orElseThrow();
        return List.of(dimension, "").stream()
                .map(node -> new ScoreEffect(node, before.official().node(node), after.official().node(node))).toList();
    }
}
