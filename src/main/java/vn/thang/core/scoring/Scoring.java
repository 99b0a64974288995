package vn.thang.core.scoring;

import static vn.thang.core.model.MaturityModel.HIGHEST_LEVEL;

import java.util.ArrayList;
import java.util.List;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/**
 * Scores answers by a model: a pure function, the same for the screen, the workbook, the interface and the check.
 * Levels follow from gates or bands, the index is the weighted mean, both exact.
 */
public final class Scoring {

    private final Answers answers;
    private final List<NodeScore> scores = new ArrayList<>();

    private Scoring(Answers answers) {
        this.answers = answers;
    }

    /**
     * @param model   already pruned to the agency's type
     * @param answers of one column; a criterion without answer counts as level 0
     * @throws IllegalArgumentException when an answer does not belong to the scale of its criterion
     */
    public static Scorecard score(MaturityModel model, Answers answers) {
        Scoring scoring = new Scoring(answers);
        scoring.score(model.whole(), Bands.WHOLE_LEVELS);
        return new Scorecard(scoring.scores);
    }

    private NodeScore score(Node node, Bands bandsInForce) {
        int place = scores.size();
        scores.add(null);
        NodeScore score = node instanceof Criterion criterion
                ? scoreOf(criterion, bandsInForce)
                : scoreOf((Dimension) node, bandsInForce);
        scores.set(place, score);
        return score;
    }

    private NodeScore scoreOf(Criterion criterion, Bands bands) {
        Answer answer = answers.of(criterion.code()).orElse(null);
        if (answer == null) {
            return new NodeScore(criterion.code(), 0, Fraction.ZERO, List.of(), false, List.of());
        }
        if (answer instanceof Answer.Exempt) {
            return exempt(criterion.code());
        }
        if (answer instanceof Answer.Level level) {
            return new NodeScore(criterion.code(), level.level(), Fraction.of(level.level()), List.of(), false, List.of());
        }
        Fraction index = index(criterion, ((Answer.Option) answer).option());
        return new NodeScore(criterion.code(), bands.level(index), index, List.of(), false, List.of());
    }

    /** 5 x points / maximum. */
    static Fraction index(Criterion criterion, String option) {
        if (!(criterion.scale() instanceof AnswerScale.Points scale) || !scale.options().containsKey(option)) {
            throw new IllegalArgumentException(criterion.code() + " has no option " + option);
        }
        return Fraction.of((long) HIGHEST_LEVEL * scale.options().get(option), criterion.weight());
    }

    private NodeScore scoreOf(Dimension node, Bands bandsInForce) {
        Bands bands = node.rule() instanceof Bands own ? own : bandsInForce;
        List<Node> counted = new ArrayList<>();
        List<NodeScore> children = new ArrayList<>();
        for (Node child : node.children()) {
            NodeScore score = score(child, bands);
            if (!score.exempt()) {
                counted.add(child);
                children.add(score);
            }
        }
        if (counted.isEmpty()) {
            return exempt(node.code());
        }
        Shares shares = Shares.of(counted, children);
        Fraction index = index(counted, children, shares.total());
        int level = node.rule() instanceof Gate gate ? shares.level(gate) : bands.level(index);
        List<Unmet> unmet = level == HIGHEST_LEVEL ? List.of()
                : node.rule() instanceof Gate gate ? shares.unmet(gate, level + 1)
                : List.of(new Unmet.IndexShort(level + 1, index, bands.from(level + 1)));
        return new NodeScore(node.code(), level, index, shares.fractions(), false, unmet);
    }

    private static Fraction index(List<Node> counted, List<NodeScore> children, long total) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < counted.size(); i++) {
            sum = sum.plus(children.get(i).index().times(counted.get(i).weight()));
        }
        return sum.dividedBy(total);
    }

    private static NodeScore exempt(String code) {
        return new NodeScore(code, 0, Fraction.ZERO, List.of(), true, List.of());
    }
}
