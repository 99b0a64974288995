package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.LevelRule;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.model.Overall;

/** Instruments of two to seven levels, with level 0 as an answer, with weights that follow what applies, without a whole. */
class OtherScalesTest {

    private static final LevelScale FIVE_AND_ZERO = new LevelScale(5, true);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static MaturityModel model(LevelScale levels, Overall overall, LevelRule rule, Node... children) {
        return new MaturityModel("test", "1", MaturityModel.Status.PROPOSAL,
                new Dimension("", 1, false, rule, List.of(children)), false, levels, overall);
    }

    private static Criterion criterion(String code, int weight, LevelScale levels) {
        return Models.criterion(code, weight, false, Map.of(), new AnswerScale.Levels(levels));
    }

    private static Dimension applicable(String code, LevelRule rule, Node... children) {
        return new Dimension(code, 0, false, rule, List.of(children), true);
    }

    /** Whoever answers k everywhere stands on level k, whatever number of levels there is and by either rule. */
    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5", "6", "7"})
    void theSameAnswerEverywhereIsTheLevelOfTheWhole(int highest) {
        LevelScale levels = new LevelScale(highest, false);
        for (LevelRule rule : List.of(Gate.OF_WHOLE, Bands.wholeLevels(highest))) {
            MaturityModel model = model(levels, Overall.LEVEL, rule, criterion("C1", 2, levels),
                    criterion("C2", 3, levels), Models.points("P", highest, "none", 0, "all", highest));
            assertEquals(List.of(), model.faults());
            for (int level = 1; level <= highest; level++) {
                NodeScore whole = Scoring.score(model, Models.answers("C", level, level).with("P", Answer.EXEMPT))
                        .whole();
                assertEquals(level, whole.level());
                assertEquals(Fraction.of(level), whole.index());
                assertEquals(highest, whole.shares().size());
                assertEquals(level == highest, whole.unmet().isEmpty());
            }
            Scorecard all = Scoring.score(model, Models.answers("C", highest, highest).with("P", Answer.option("all")));
            assertEquals(highest, all.whole().level());
            assertEquals(Fraction.of(highest), all.node("P").index(), "n x points / maximum");
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "8"})
    void fewerThanTwoAndMoreThanSevenLevelsAreRefused(int highest) {
        LevelScale levels = new LevelScale(highest, false);
        assertFalse(model(levels, Overall.LEVEL, Gate.OF_WHOLE, criterion("C", 1, levels)).faults().isEmpty());
        assertFalse(model(LevelScale.FIVE, Overall.LEVEL, Gate.OF_WHOLE, criterion("C", 1, new LevelScale(4, false)))
                .faults().isEmpty(), "a criterion has the levels of its model");
        assertFalse(model(new LevelScale(4, false), Overall.LEVEL, Bands.wholeLevels(5),
                criterion("C", 1, new LevelScale(4, false))).faults().isEmpty(), "as many bands as levels");
    }

    /** Level 0 is answered and asks for nothing, but counts as no answer does; any other answer lies above it. */
    @Test
    void levelZeroIsAnAnswerBelowAllOthers() {
        Criterion criterion = Models.with(criterion("C1", 1, FIVE_AND_ZERO), Map.of(2, "policy"), null);
        MaturityModel model = model(FIVE_AND_ZERO, Overall.LEVEL, Gate.OF_WHOLE, criterion);
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), criterion.scale().values());
        assertEquals(Answer.level(0), Answer.parse(criterion.scale(), "0"));
        Answers zero = new Answers(Map.of("C1", Answer.level(0)));
        assertEquals(Scoring.score(model, Answers.NONE), Scoring.score(model, zero));
        CriterionInput input = CriterionInput.declared(Answer.level(0), Set.of());
        for (Column column : Column.values()) {
            assertEquals(new Counted(Answer.level(0), Cause.DECLARED), Inputs.of(criterion, input, column).get());
        }
        assertEquals(0, Inputs.supported(criterion, 0, Set.of()));
        assertEquals(Answer.level(1),
                Inputs.of(criterion, CriterionInput.declared(Answer.level(1), Set.of()), Column.SUPPORTED).get()
                        .answer());
        Path path = Path.toLevel(model, zero, 1).orElseThrow();
        assertEquals(List.of(new Raise("C1", Optional.of(Answer.level(0)), Answer.level(1), 1)), path.raises());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void levelZeroKeepsTheOrderOfAnswers(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(12));
        Answers answers = models.answers(model);
        for (Criterion criterion : model.criteria()) {
            if (criterion.scale() instanceof AnswerScale.Levels levels && levels.scale().zero()) {
                Scorecard before = null;
                for (String value : levels.values()) {
                    Scorecard now = Scoring.score(model,
                            answers.with(criterion.code(), Answer.parse(levels, value)));
                    for (NodeScore node : before == null ? List.<NodeScore>of() : before.nodes()) {
                        assertTrue(now.node(node.code()).level() >= node.level(), value);
                        assertTrue(now.node(node.code()).index().compareTo(node.index()) >= 0, value);
                    }
                    before = now;
                }
            }
        }
    }

    /** Nothing is measured below 1 unless level 1 has a bound of its own. */
    @ParameterizedTest
    @CsvSource({"0, 1", "9.9, 1", "10, 2"})
    void aReadingBelowAllBoundsIsLevelOne(String value, int level) {
        assertEquals(level, link(Map.of(2, Fraction.of(10))).level(Fraction.of(new java.math.BigDecimal(value)),
                IndicatorLink.Direction.UP));
        assertEquals(level - 1, link(Map.of(1, Fraction.of(10), 2, Fraction.of(20)))
                .level(Fraction.of(new java.math.BigDecimal(value)), IndicatorLink.Direction.UP));
    }

    private static IndicatorLink link(Map<Integer, Fraction> levels) {
        return new IndicatorLink("i", IndicatorLink.Mode.CAP, levels);
    }

    /** Two groups of 12 and 6 questions of 100 points: what does not apply in one leaves both sums. */
    @Test
    void aGroupWeighsWhatAppliesInIt() {
        MaturityModel model = model(LevelScale.FIVE, Overall.INDEX, Bands.wholeLevels(5),
                applicable("L", Bands.wholeLevels(5), questions("L", 12)),
                applicable("A", Bands.wholeLevels(5), questions("A", 6)));
        Map<String, Answer> answers = new HashMap<>();
        IntStream.rangeClosed(1, 12).forEach(i -> answers.put("L" + i, Answer.option(i <= 6 ? "a" : "c")));
        IntStream.rangeClosed(1, 6).forEach(i -> answers.put("A" + i, Answer.option("a")));
        Scorecard all = Scoring.score(model, new Answers(answers));
        assertEquals(Fraction.of(1398, 1800).times(5), all.whole().index(), "6 x 100 + 6 x 33 + 6 x 100 of 1,800");
        assertEquals(List.of(1200L, 600L), List.of(all.node("L").counts(), all.node("A").counts()));
        IntStream.rangeClosed(7, 12).forEach(i -> answers.put("L" + i, Answer.EXEMPT));
        Scorecard some = Scoring.score(model, new Answers(answers));
        assertEquals(Fraction.of(5), some.whole().index(), "1,200 of 1,200");
        assertEquals(600L, some.node("L").counts());
        assertEquals(1200L, some.whole().weight());
        IntStream.rangeClosed(1, 6).forEach(i -> answers.put("L" + i, Answer.EXEMPT));
        answers.put("A1", Answer.option("d"));
        assertEquals(Fraction.of(500, 600).times(5), Scoring.score(model, new Answers(answers)).whole().index());
    }

    private static Node[] questions(String code, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Models.points(code + i, 100, "a", 100, "b", 67, "c", 33, "d", 0)).toArray(Node[]::new);
    }

    /** Where every group weighs what applies in it, the index is points reached of points possible, however deep. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theIndexIsPointsReachedOfPointsPossible(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int highest = 2 + random.nextInt(6);
        LevelScale levels = new LevelScale(highest, false);
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            int most = 1 + random.nextInt(50);
            criteria.add(Models.points("C" + i, most, "none", 0, "some", random.nextInt(most + 1), "all", most));
        }
        List<Node> nodes = new ArrayList<>(criteria);
        for (int group = 0; nodes.size() > 2 && group < 4; group++) {
            int from = random.nextInt(nodes.size() - 1);
            List<Node> inside = List.copyOf(nodes.subList(from, Math.min(nodes.size(), from + 1 + random.nextInt(3))));
            nodes.removeAll(inside);
            nodes.add(applicable("N" + group, Bands.wholeLevels(highest), inside.toArray(Node[]::new)));
        }
        MaturityModel model = model(levels, Overall.LEVEL, Bands.wholeLevels(highest), nodes.toArray(Node[]::new));
        Map<String, Answer> answers = new HashMap<>();
        long reached = 0;
        long possible = 0;
        for (Criterion criterion : criteria) {
            int kind = random.nextInt(5);
            String option = List.of("none", "some", "all").get(random.nextInt(3));
            if (kind == 0) {
                answers.put(criterion.code(), Answer.EXEMPT);
                continue;
            }
            possible += criterion.weight();
            if (kind > 1) {
                answers.put(criterion.code(), Answer.option(option));
                reached += criterion.scale().points(option);
            }
        }
        NodeScore whole = Scoring.score(model, new Answers(answers)).whole();
        assertEquals(possible == 0, whole.exempt());
        assertEquals(possible == 0 ? Fraction.ZERO : Fraction.of(highest * reached, possible), whole.index());
        assertEquals(possible, whole.weight());
    }

    /** What is exempt in a group changes neither level nor index of anything that is not above it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anExemptQuestionChangesNoScoreOfTheOthers(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(2 + models.number(20));
        Answers answers = models.answers(model);
        String exempt = models.one(model.criteria()).code();
        Scorecard before = Scoring.score(model, answers);
        Scorecard after = Scoring.score(model, answers.with(exempt, Answer.EXEMPT));
        for (NodeScore node : before.nodes()) {
            if (!above(model.whole(), node.code(), exempt) && !node.code().equals(exempt)) {
                assertEquals(node, after.node(node.code()), "seed " + seed + " " + node.code());
            }
        }
    }

    private static boolean above(Dimension node, String code, String criterion) {
        if (node.code().equals(code)) {
            return MaturityModel.criteriaBelow(node).containsKey(criterion);
        }
        return node.children().stream()
                .anyMatch(child -> child instanceof Dimension inner && above(inner, code, criterion));
    }

    @Test
    void aWholeWithoutALevelHasAnIndexOrNothingAndNoPath() {
        Node[] children = {Models.dimension("D", 1, Gate.OF_DIMENSION, Models.criterion("C1", 1)),
                Models.dimension("E", 1, Gate.OF_DIMENSION, Models.criterion("C2", 1))};
        Answers answers = Models.answers("C", 4, 3);
        MaturityModel index = model(LevelScale.FIVE, Overall.INDEX, Bands.wholeLevels(5), children);
        MaturityModel none = model(LevelScale.FIVE, Overall.NONE, Bands.wholeLevels(5), children);
        for (MaturityModel model : List.of(index, none)) {
            Scorecard scorecard = Scoring.score(model, answers);
            assertEquals(0, scorecard.whole().level());
            assertEquals(List.of(), scorecard.whole().unmet());
            assertEquals(4, scorecard.node("D").level());
            assertEquals(Optional.empty(), Path.toLevel(model, answers, 5));
        }
        assertEquals(Fraction.of(7, 2), Scoring.score(index, answers).whole().index());
        assertEquals(Fraction.ZERO, Scoring.score(none, answers).whole().index());
        Robustness ranks = Robustness.of(index, List.of(answers, Models.answers("C", 5, 5)), 1, 20, 20);
        assertEquals(List.of(2, 1), ranks.spreads().stream().map(Robustness.Spread::rank).toList());
        assertEquals(0, ranks.changing());
        assertEquals(List.of(1, 1), Robustness.of(none, List.of(answers, Models.answers("C", 5, 5)), 1, 20, 20)
                .spreads().stream().map(Robustness.Spread::rank).toList());
    }

    /**
     * A form whose questions stand in a matrix of topics and themes, five levels and no single result, as the Data Maturity
     * Assessment for Government of the United Kingdom has: each topic is scored by its own row, whatever the others are, and what
     * a theme asks in one topic counts there alone. The levels are reckoned by hand by the default gate of a dimension: more than
     * half of the weight at the level, more than 85 % at every lower one.
     */
    @Test
    void aMatrixOfTopicsAndThemesHasALevelForEachTopicAndNoneForTheWhole() {
        int[][] answers = {{3, 3, 3, 2}, {5, 5, 5, 5}, {1, 4, 4, 4}, {2, 2, 0, 2}};
        int[] levels = {3, 5, 2, 1};
        Node[] topics = new Node[answers.length];
        Map<String, Answer> given = new HashMap<>();
        for (int topic = 0; topic < answers.length; topic++) {
            Node[] themes = new Node[answers[topic].length];
            for (int theme = 0; theme < themes.length; theme++) {
                String code = "T" + topic + "." + theme;
                themes[theme] = Models.criterion(code, 1);
                if (answers[topic][theme] > 0) {
                    given.put(code, Answer.level(answers[topic][theme]));
                }
            }
            topics[topic] = Models.dimension("T" + topic, 1, Gate.OF_DIMENSION, themes);
        }
        MaturityModel matrix = model(LevelScale.FIVE, Overall.NONE, Gate.OF_WHOLE, topics);
        assertEquals(List.of(), matrix.faults());
        Scorecard scorecard = Scoring.score(matrix, new Answers(given));
        for (int topic = 0; topic < levels.length; topic++) {
            assertEquals(levels[topic], scorecard.node("T" + topic).level(), "topic " + topic);
        }
        assertEquals(List.of("11/4", "5", "13/4", "3/2"), List.of("T0", "T1", "T2", "T3").stream()
                .map(code -> scorecard.node(code).index().toString()).toList());
        assertEquals(0, scorecard.whole().level());
        assertEquals(Fraction.ZERO, scorecard.whole().index());
        assertEquals(List.of(), scorecard.whole().shares());
        assertFalse(matrix.hasLevel() || matrix.hasIndex());
        given.put("T3.2", Answer.level(2));
        Scorecard answered = Scoring.score(matrix, new Answers(given));
        assertEquals(2, answered.node("T3").level());
        assertEquals(scorecard.node("T0"), answered.node("T0"), "no topic follows from another");
    }
}
