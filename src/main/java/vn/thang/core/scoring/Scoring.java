package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.List;
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
 *
 * <p>An unanswered criterion counts as level 0. An exempt one leaves the sum, so that the weights of the others keep their
 * proportions, and a node all of whose children are exempt is exempt itself.
 *
 * <p>A dimension that weighs what applies in it counts the weights of the criteria below that are not exempt. Of a whole
 * without a level the index alone is known, or nothing.
 *
 * <p>Where a model has n levels, a criterion on a points scale has the index n x points / weight. Its level is the band of that index, by the bands of
 * the nearest node above it that has some, since those the author of the model gave for just this index; where there are
 * none, by {@link Bands#wholeLevels}.
 */
public final class Scoring {

    /** Version of the rules; it changes when the same inputs would give another outcome. */
    public static final String RULES = "1";

    private final Answers answers;
    private final int highest;
    private final List<NodeScore> scores = new ArrayList<>();

    private Scoring(Answers answers, int highest) {
        this.answers = answers;
        this.highest = highest;
    }

    /**
     * @param model   already pruned to the agency's type, without {@link MaturityModel#faults() faults}
     * @param answers of one column; a criterion without answer counts as level 0
     * @throws IllegalArgumentException when an answer does not belong to the scale of its criterion
     */
    public static Scorecard score(MaturityModel model, Answers answers) {
        Scoring scoring = new Scoring(answers, model.highest());
        NodeScore whole = scoring.score(model.whole(), Bands.wholeLevels(model.highest()));
        if (!model.hasLevel()) {
            scoring.scores.set(0, new NodeScore(whole.code(), 0, model.hasIndex() ? whole.index() : Fraction.ZERO,
                    whole.counts(), whole.weight(), List.of(), whole.exempt(), List.of()));
        }
        return new Scorecard(scoring.scores);
    }

    /** What a node weighs among its siblings, with these answers. */
    static long weight(Node node, Answers answers) {
        return node instanceof Dimension dimension && dimension.applicable() ? possible(dimension, answers)
                : node.weight();
    }

    private static long possible(Node node, Answers answers) {
        if (node instanceof Dimension dimension) {
            return dimension.children().stream().mapToLong(child -> possible(child, answers)).sum();
        }
        return answers.of(node.code()).orElse(null) instanceof Answer.Exempt ? 0 : node.weight();
    }

    /** The bands for points scales below a node: its own, otherwise those in force above it. */
    static Bands bandsBelow(Dimension node, Bands inForce) {
        return node.rule() instanceof Bands own ? own : inForce;
    }

    private NodeScore score(Node node, Bands bandsInForce) {
        int place = scores.size();
        scores.add(null);
        NodeScore score = node instanceof Criterion criterion
                ? scoreOf(criterion, bandsInForce)
                : scoreOf((Dimension) node, bandsBelow((Dimension) node, bandsInForce));
        scores.set(place, score);
        return score;
    }

    private NodeScore scoreOf(Criterion criterion, Bands bands) {
        Answer answer = answers.of(criterion.code()).orElse(null);
        if (answer == null) {
            return leaf(criterion, 0, Fraction.ZERO);
        }
        if (answer instanceof Answer.Exempt) {
            return exempt(criterion.code());
        }
        Ladder.Step step = Ladder.step(criterion, answer, bands);
        return leaf(criterion, step.level(), step.index());
    }

    private NodeScore scoreOf(Dimension node, Bands bands) {
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
        Shares shares = Shares.of(counted, children, highest);
        Fraction index = index(children, shares.total());
        int level = node.rule() instanceof Gate gate ? shares.level(gate) : bands.level(index);
        List<Unmet> unmet = level == highest ? List.of()
                : node.rule() instanceof Gate gate ? shares.unmet(gate, level + 1)
                        : List.of(new Unmet.IndexShort(level + 1, index, bands.from(level + 1)));
        return new NodeScore(node.code(), level, index, weight(node, answers), shares.total(), shares.fractions(),
                false,
                unmet);
    }

    /** The weighted mean. On a scale of levels the indexes are whole numbers, which are summed up as such. */
    private static Fraction index(List<NodeScore> children, long total) {
        long whole = 0;
        Fraction sum = Fraction.ZERO;
        for (NodeScore child : children) {
            if (child.index().whole()) {
                whole = Math.addExact(whole,
                        Math.multiplyExact(child.index().numerator().longValueExact(), child.counts()));
            } else {
                sum = sum.plus(child.index().times(child.counts()));
            }
        }
        return sum.plus(Fraction.of(whole)).dividedBy(total);
    }

    private static NodeScore leaf(Criterion criterion, int level, Fraction index) {
        return new NodeScore(criterion.code(), level, index, criterion.weight(), 0, List.of(), false, List.of());
    }

    private static NodeScore exempt(String code) {
        return new NodeScore(code, 0, Fraction.ZERO, 0, 0, List.of(), true, List.of());
    }
}
