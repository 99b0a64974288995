package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/** What holds for every model, shown on random ones. */
class ScoringPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void raisingAnAnswerLowersNothing(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(30));
        Answers answers = models.answers(model);
        Scorecard before = Scoring.score(model, answers);
        for (Criterion criterion : model.criteria()) {
            Answer now = answers.of(criterion.code()).orElse(null);
            Answer other = models.answer(criterion);
            if (!(now instanceof Answer.Exempt) && (now == null || worth(criterion, other) >= worth(criterion, now))) {
                Scorecard after = Scoring.score(model, answers.with(criterion.code(), other));
                for (NodeScore node : before.nodes()) {
                    String message = "seed " + seed + " " + criterion.code() + " " + node.code();
                    assertTrue(after.node(node.code()).level() >= node.level(), message);
                    assertTrue(after.node(node.code()).index().compareTo(node.index()) >= 0, message);
                }
            }
        }
    }

    private static int worth(Criterion criterion, Answer answer) {
        return answer instanceof Answer.Level level ? level.level()
                : ((AnswerScale.Points) criterion.scale()).options().get(((Answer.Option) answer).option());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderOfChildrenDoesNotMatter(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(30));
        Answers answers = models.answers(model);
        Scorecard one = Scoring.score(model, answers);
        MaturityModel shuffled = models.shuffled(model);
        Scorecard other = Scoring.score(shuffled, answers);
        for (NodeScore node : one.nodes()) {
            assertEquals(List.of(node.level(), node.index(), node.shares(), node.exempt(), node.weight()),
                    List.of(other.node(node.code()).level(), other.node(node.code()).index(),
                            other.node(node.code()).shares(), other.node(node.code()).exempt(),
                            other.node(node.code()).weight()),
                    "seed " + seed + " " + node.code());
        }
    }

    /** Exempting is the same as taking the criterion out of the model. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anExemptChildChangesNoOtherProportion(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(2 + models.number(20));
        Answers answers = models.answers(model);
        String exempt = models.one(model.criteria()).code();
        Scorecard with = Scoring.score(model, answers.with(exempt, Answer.EXEMPT));
        Scorecard without = Scoring.score(Models.with(model, without(model.whole(), exempt)), answers);
        assertTrue(with.node(exempt).exempt());
        without.nodes().forEach(node -> assertEquals(node, with.node(node.code()), "seed " + seed + " " + node.code()));
    }

    private static Dimension without(Dimension node, String code) {
        List<Node> children = new ArrayList<>();
        for (Node child : node.children()) {
            if (child instanceof Dimension dimension) {
                children.add(without(dimension, code));
            } else if (!child.code().equals(code)) {
                children.add(child);
            }
        }
        return node.with(children);
    }

    /** The rule as the specification words it, computed the long way round. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNodeHasTheLevelAndTheReasonsOfTheRule(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(30));
        Scorecard scorecard = Scoring.score(model, models.answers(model));
        check(model.whole(), scorecard, model.highest(), "seed " + seed);
    }

    /** What a node counts: its own weight, or what applies in it. */
    private static long weight(Node node, Scorecard scorecard) {
        return !(node instanceof Dimension dimension) || !dimension.applicable() ? node.weight()
                : MaturityModel.criteriaBelow(dimension).values().stream()
                        .filter(criterion -> !scorecard.node(criterion.code()).exempt())
                        .mapToLong(Criterion::weight).sum();
    }

    private static void check(Dimension node, Scorecard scorecard, int highest, String seed) {
        node.children().forEach(child -> {
            if (child instanceof Dimension dimension) {
                check(dimension, scorecard, highest, seed);
            }
        });
        NodeScore score = scorecard.node(node.code());
        List<Node> counted = node.children().stream().filter(child -> !scorecard.node(child.code()).exempt()).toList();
        assertEquals(counted.isEmpty(), score.exempt(), seed);
        if (score.exempt()) {
            return;
        }
        long total = counted.stream().mapToLong(child -> weight(child, scorecard)).sum();
        Fraction index = counted.stream()
                .map(child -> scorecard.node(child.code()).index().times(weight(child, scorecard)))
                .reduce(Fraction.ZERO, Fraction::plus).dividedBy(total);
        assertEquals(index, score.index(), seed);
        if (node.rule() instanceof Bands bands) {
            int level = (int) bands.lowerBounds().stream().filter(bound -> bound.compareTo(index) <= 0).count();
            assertEquals(level, score.level(), seed);
            return;
        }
        Gate gate = (Gate) node.rule();
        Map<Integer, Fraction> shares = new HashMap<>();
        for (int k = 1; k <= highest; k++) {
            int at = k;
            shares.put(k, Fraction.of(counted.stream().filter(child -> scorecard.node(child.code()).level() >= at)
                    .mapToLong(child -> weight(child, scorecard)).sum(), total));
        }
        int level = 0;
        for (int k = 1; k <= highest; k++) {
            List<Object> failing = failing(gate, counted, scorecard, shares, k);
            level = failing.isEmpty() ? k : level;
            if (k == score.level() + 1) {
                assertEquals(failing, score.unmet().stream().map(ScoringPropertiesTest::named).toList(), seed);
            }
        }
        assertEquals(level, score.level(), seed);
    }

    private static List<Object> failing(Gate gate, List<Node> counted, Scorecard scorecard,
            Map<Integer, Fraction> shares,
            int level) {
        List<Object> failing = new ArrayList<>();
        for (int j = 1; j <= level; j++) {
            var comparison = j < level ? gate.below() : gate.at();
            int difference = shares.get(j).compareTo(Fraction.of(comparison.basisPoints(), 10_000));
            if (comparison.strict() ? difference <= 0 : difference < 0) {
                int at = j;
                failing.add(List.of("share", j, shares.get(j), comparison,
                        counted.stream().filter(child -> scorecard.node(child.code()).level() < at).map(Node::code)
                                .toList()));
            }
        }
        for (Node child : counted) {
            if (child.core() && scorecard.node(child.code()).level() < level) {
                failing.add(List.of("core", child.code(), scorecard.node(child.code()).level()));
            }
        }
        for (Node child : counted) {
            if (gate.maxGap().isPresent() && scorecard.node(child.code()).level() + gate.maxGap().getAsInt() < level) {
                failing.add(List.of("gap", child.code(), scorecard.node(child.code()).level()));
            }
        }
        return failing;
    }

    private static Object named(Unmet unmet) {
        if (unmet instanceof Unmet.ShareShort share) {
            return List.of("share", share.level(), share.share(), share.required(), share.below());
        }
        return unmet instanceof Unmet.CoreBelow core ? List.of("core", core.child(), core.childLevel())
                : List.of("gap", ((Unmet.GapTooWide) unmet).child(), ((Unmet.GapTooWide) unmet).childLevel());
    }
}
