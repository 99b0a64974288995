package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/** The fast scoring agrees with the exact one, and what is said about the draws is what they give. */
class RobustnessTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFastScoringGivesTheLevelsAndIndexesOfTheExactOne(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(30));
        Answers answers = models.answers(model);
        FlatModel flat = new FlatModel(model);
        FlatModel.Leaves leaves = flat.leaves(answers);
        flat.score(leaves, flat.weights());
        assertWhole(Scoring.score(model, answers), flat, leaves);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void drawnWeightsScoreLikeAModelThatHasThem(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(30));
        if (model.criteria().stream().anyMatch(criterion -> criterion.scale() instanceof AnswerScale.Points)) {
            return;
        }
        Answers answers = models.answers(model);
        FlatModel flat = new FlatModel(model);
        long[] drawn = Robustness.drawn(flat.weights(), new SplittableRandom(seed), 25);
        FlatModel.Leaves leaves = flat.leaves(answers);
        flat.score(leaves, drawn);
        assertWhole(Scoring.score(withWeights(model, drawn), answers), flat, leaves);
    }

    private static void assertWhole(Scorecard exact, FlatModel flat, FlatModel.Leaves leaves) {
        int whole = flat.size() - 1;
        assertEquals(exact.whole().exempt() ? FlatModel.EXEMPT : exact.whole().level(), leaves.levels()[whole]);
        assertEquals(exact.whole().index().toDecimal(12).doubleValue(), leaves.indexes()[whole], 1e-9);
    }

    private static MaturityModel withWeights(MaturityModel model, long[] weights) {
        int[] next = {0};
        return Models.with(model, (Dimension) weighted(model.whole(), weights, next));
    }

    private static Node weighted(Node node, long[] weights, int[] next) {
        if (node instanceof Dimension dimension) {
            List<Node> children = dimension.children().stream().map(child -> weighted(child, weights, next)).toList();
            return new Dimension(node.code(), (int) weights[next[0]++], node.core(), dimension.rule(), children,
                    dimension.applicable());
        }
        Criterion criterion = (Criterion) node;
        return Models.criterion(criterion.code(), (int) weights[next[0]++], criterion.core(), criterion.effort(),
                criterion.scale());
    }

    @Test
    void everyDrawnWeightStaysInItsRangeAndAllOfTheRangeIsDrawn() {
        SplittableRandom source = new SplittableRandom(7);
        LongStream.Builder seen = LongStream.builder();
        for (int i = 0; i < 20_000; i++) {
            seen.add(Robustness.drawn(new long[]{4}, source, 25)[0]);
        }
        var statistics = seen.build().summaryStatistics();
        assertEquals(3_000, statistics.getMin());
        assertEquals(5_000, statistics.getMax());
        assertEquals(4_000, statistics.getAverage(), 20);
    }

    @Test
    void theSameSeedGivesTheSameFiguresAndAnotherSeedOthers() {
        MaturityModel model = model();
        List<Answers> agencies = agencies(model, 60);
        assertEquals(Robustness.of(model, agencies, 1, 200, 25), Robustness.of(model, agencies, 1, 200, 25));
        assertNotEquals(Robustness.of(model, agencies, 1, 200, 25), Robustness.of(model, agencies, 2, 200, 25));
    }

    @Test
    void withoutMovementNothingMoves() {
        MaturityModel model = model();
        List<Answers> agencies = agencies(model, 40);
        Robustness firm = Robustness.of(model, agencies, 3, 20, 0);
        assertEquals(0, firm.changing());
        for (int i = 0; i < agencies.size(); i++) {
            Robustness.Spread spread = firm.spreads().get(i);
            assertEquals(Scoring.score(model, agencies.get(i)).whole().level(), spread.level());
            assertEquals(
                    new Robustness.Spread(spread.rank(), spread.rank(), spread.rank(), spread.level(), spread.level(),
                            spread.level(), 0),
                    spread);
        }
    }

    @Test
    void ranksFollowLevelThenIndexAndEqualOnesShareARank() {
        MaturityModel model = Models.model(Models.gate(">50", ">50"), Models.criterion("A", 1),
                Models.criterion("B", 1));
        List<Answers> agencies = List.of(answers(1, 5), answers(2, 2), answers(2, 3), answers(2, 3), answers(4, 4));
        assertEquals(List.of(5, 4, 2, 2, 1),
                Robustness.of(model, agencies, 1, 1, 0).spreads().stream().map(Robustness.Spread::rank).toList());
    }

    @Test
    void anAgencyOnTheEdgeOfAShareChangesItsLevelInHalfOfTheDraws() {
        MaturityModel model = Models.model(Models.gate(">=50", ">=50"), Models.criterion("A", 2),
                Models.criterion("B", 2));
        Robustness robustness = Robustness.of(model, List.of(answers(1, 2), answers(2, 2)), 11, 2_000, 25);
        Robustness.Spread edge = robustness.spreads().get(0);
        assertEquals(2, edge.level());
        assertEquals(1, edge.levelLow());
        assertEquals(2, edge.levelHigh());
        assertTrue(edge.changed() > 900 && edge.changed() < 1_100, edge.toString());
        assertTrue(robustness.spreads().get(1).firm());
        assertEquals(1, robustness.changing());
    }

    @Test
    void percentilesAreThoseOfTheNearestRank() {
        int[] twenty = IntStream.rangeClosed(1, 20).toArray();
        assertEquals(1, Robustness.percentile(twenty, 5));
        assertEquals(19, Robustness.percentile(twenty, 95));
        assertEquals(2, Robustness.percentile(IntStream.rangeClosed(1, 21).toArray(), 5));
        assertEquals(7, Robustness.percentile(new int[]{7}, 5));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> Robustness.of(model(), List.of(), 1, 0, 25));
        assertThrows(IllegalArgumentException.class, () -> Robustness.of(model(), List.of(), 1, 1, 100));
        assertThrows(IllegalArgumentException.class, () -> Robustness.of(model(), List.of(), 1, 1, -1));
        assertEquals(List.of(), Robustness.of(model(), List.of(), 1, 1, 99).spreads());
    }

    private static MaturityModel model() {
        return new RandomModels(5).model(20);
    }

    private static List<Answers> agencies(MaturityModel model, int count) {
        RandomModels random = new RandomModels(99);
        List<Answers> agencies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            agencies.add(random.answers(model));
        }
        return agencies;
    }

    private static Answers answers(int a, int b) {
        Map<String, Answer> answers = new HashMap<>();
        answers.put("A", Answer.level(a));
        answers.put("B", Answer.level(b));
        return new Answers(answers);
    }

    /** Agencies with the same level and exact index share a rank, whatever order their numbers are added in. */
    @Test
    void equalIndexesShareARankAndOthersDoNot() {
        int shared = 0;
        for (long seed = 0; seed < 60; seed++) {
            RandomModels models = new RandomModels(seed);
            MaturityModel model = models.model(4 + models.number(20));
            List<Answers> agencies = IntStream.range(0, 60).mapToObj(agency -> models.answers(model)).toList();
            List<NodeScore> scores = agencies.stream().map(one -> Scoring.score(model, one).whole()).toList();
            Robustness robustness = Robustness.of(model, agencies, seed, 3, 0);
            for (int i = 0; i < agencies.size(); i++) {
                NodeScore own = scores.get(i);
                long better = scores.stream().filter(other -> Math.max(0, other.level()) > Math.max(0, own.level())
                        || Math.max(0, other.level()) == Math.max(0, own.level())
                                && other.index().compareTo(own.index()) > 0)
                        .count();
                assertEquals(better + 1, robustness.spreads().get(i).rank(), "seed " + seed + " agency " + i);
                assertEquals(better + 1, robustness.spreads().get(i).rankLow(), "the weights as they are are drawn");
                shared += scores.stream().filter(other -> other != own && other.index().equals(own.index())).count() > 0
                        ? 1 : 0;
            }
        }
        assertTrue(shared > 100, "equal ones: " + shared);
    }
}
