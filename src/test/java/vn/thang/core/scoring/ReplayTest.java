package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Gate;
import vn.thang.core.model.LevelRule;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.model.Overall;

/** A round scored by a draft of its model: who moves, by which rule, and that nobody moves by what was not asked. */
class ReplayTest {

    private static final String PROVINCE = "province";

    private static MaturityModel model(LevelRule whole, LevelRule dimension, Node... more) {
        List<Node> children = new ArrayList<>(List.of(
                Models.dimension("D", 1, dimension, Models.criterion("D.1", 3), Models.criterion("D.2", 2)),
                Models.dimension("E", 1, dimension, Models.criterion("E.1", 1), Models.criterion("E.2", 1))));
        children.addAll(List.of(more));
        return Models.model(whole, children.toArray(Node[]::new));
    }

    private static Replay.Agency agency(String code, int... levels) {
        String[] criteria = {"D.1", "D.2", "E.1", "E.2"};
        Map<String, CriterionInput> inputs = new HashMap<>();
        for (int i = 0; i < levels.length; i++) {
            inputs.put(criteria[i], CriterionInput.declared(Answer.level(levels[i]), Set.of()));
        }
        return new Replay.Agency(code, PROVINCE, inputs, inputs);
    }

    /** By the old gate three of five parts at level 4 are enough for D, by the draft they are not. */
    @Test
    void whoMovesIsNamedWithTheRuleThatFails() {
        MaturityModel model = model(Gate.OF_WHOLE, Models.gate(">50", ">85"));
        MaturityModel draft = model(Gate.OF_WHOLE, Models.gate(">75", ">85"));
        List<Replay.Agency> agencies = List.of(agency("A", 4, 3, 4, 4), agency("B", 3, 3, 3, 3),
                agency("C", 4, 4, 4, 4));
        Replay replay = Replay.of(model, draft, agencies, Set.of(), Set.of());
        assertEquals(3, replay.agencies());
        assertEquals(List.of(), replay.unasked());
        Replay.Move move = replay.moves().get(0);
        assertEquals(1, replay.moves().size());
        assertEquals(List.of("A", 4, 3, "D"), List.of(move.agency(), move.from(), move.to(), move.node()));
        assertEquals(
                List.of(new Unmet.ShareShort(4, false, 3, 5, Models.comparison(">75"), List.of("D.2"))), move.by());
        Replay back = Replay.of(draft, model, agencies, Set.of(), Set.of());
        assertTrue(back.moves().get(0).rises());
        assertEquals(move.by(), back.moves().get(0).by(), "what held it down by the version before");
        assertEquals(Map.of(List.of(4, 3), 1L), replay.counts());
    }

    /** The same readings by other bounds are other inputs, although no answer is another one. */
    @Test
    void whatTheBoundsOfTheDraftMakeOfReadingsCounts() {
        MaturityModel model = model(Gate.OF_WHOLE, Gate.OF_DIMENSION);
        Replay.Agency by = new Replay.Agency("A", PROVINCE, agency("A", 4, 4, 4, 4).inputs(),
                agency("A", 2, 2, 2, 2).inputs());
        Replay.Move move = Replay.of(model, model, List.of(by), Set.of(), Set.of()).moves().get(0);
        assertEquals(List.of(4, 2), List.of(move.from(), move.to()));
    }

    /** An answer that means something else by the draft says nothing of it: neither what it was nor that it is left out. */
    @Test
    void whatMeansSomethingElseByTheDraftMovesNobodyAndIsNamed() {
        MaturityModel model = model(Gate.OF_WHOLE, Models.gate(">=100", ">=100"));
        Replay.Agency lower = new Replay.Agency("A", PROVINCE, agency("A", 4, 4, 4, 4).inputs(),
                agency("A", 4, 4, 1, 4).inputs());
        Replay.Agency held = agency("B", 4, 4, 2, 4);
        List<Replay.Agency> agencies = List.of(lower, held);
        assertEquals(List.of("A"), Replay.of(model, model, agencies, Set.of(), Set.of()).moves().stream()
                .map(Replay.Move::agency).toList());
        Replay replay = Replay.of(model, model, agencies, Set.of(), Set.of("E.1", "Z.9"));
        assertEquals(List.of(), replay.moves());
        assertEquals(List.of("E.1"), replay.broken());
        assertEquals(List.of(), replay.unasked());
        MaturityModel easier = model(Gate.OF_WHOLE, Models.gate(">=50", ">=50"));
        assertEquals(List.of(), Replay.of(model, easier, agencies, Set.of(), Set.of("E.1")).moves(),
                "the easier rule would lift B by nothing but E.1");
        Replay stricter = Replay.of(easier, model, List.of(agency("C", 4, 2, 1, 4)), Set.of(), Set.of("E.1"));
        assertEquals(List.of("C", 4, 2, "D"), stricter.moves().stream()
                .flatMap(move -> java.util.stream.Stream.of(move.agency(), move.from(), move.to(), move.node()))
                .toList(), "the other questions are replayed all the same");
    }

    /** What is broken and was never asked is new. */
    @Test
    void whatIsNewIsNotCalledBroken() {
        MaturityModel model = model(Gate.OF_WHOLE, Gate.OF_DIMENSION);
        MaturityModel draft = model(Gate.OF_WHOLE, Gate.OF_DIMENSION,
                Models.dimension("F", 1, Gate.OF_DIMENSION, Models.criterion("F.1", 1)));
        Replay replay = Replay.of(model, draft, List.of(agency("A", 4, 4, 3, 3)), Set.of(), Set.of("F.1", "D.2"));
        assertEquals(List.of("F.1"), replay.unasked());
        assertEquals(List.of("D.2"), replay.broken());
        assertEquals(List.of(), replay.moves());
    }

    @Test
    void aRuleOfTheWholeIsNamedWhereNoPartFell() {
        MaturityModel model = model(Models.gate(">=50", ">=50"), Gate.OF_DIMENSION);
        MaturityModel draft = model(Models.gate(">=100", ">=100", 0), Gate.OF_DIMENSION,
                Models.dimension("F", 2, Gate.OF_DIMENSION, Models.criterion("F.1", 1)));
        Replay replay = Replay.of(model, draft, List.of(agency("A", 4, 4, 3, 3), agency("B", 4, 4, 4, 4)), Set.of(),
                Set.of());
        assertEquals(List.of("F.1"), replay.unasked());
        assertEquals(List.of("A"), replay.moves().stream().map(Replay.Move::agency).toList(), "F.1 moves nobody");
        assertEquals("", replay.moves().get(0).node(), "E itself is as high by both");
        assertEquals(2, replay.moves().get(0).by().size(), "its share and its gap");
    }

    /** A question that moved to a dimension that the version before does not have still counts, by the rule of the whole. */
    @Test
    void aNewDimensionOfOldQuestionsIsReplayedToo() {
        MaturityModel model = model(Models.gate(">=50", ">=50"), Gate.OF_DIMENSION);
        MaturityModel draft = Models.model(Models.gate(">=100", ">=100"),
                Models.dimension("D", 1, Gate.OF_DIMENSION, Models.criterion("D.1", 3), Models.criterion("D.2", 2)),
                Models.dimension("G", 1, Gate.OF_DIMENSION, Models.criterion("E.1", 1), Models.criterion("E.2", 1)));
        Replay.Move move = Replay.of(model, draft, List.of(agency("A", 4, 4, 2, 2)), Set.of(), Set.of()).moves()
                .get(0);
        assertEquals(List.of("A", 4, 2, ""), List.of(move.agency(), move.from(), move.to(), move.node()));
    }

    @Test
    void levelsThatDoNotCompareAreNotReplayed() {
        MaturityModel model = model(Gate.OF_WHOLE, Gate.OF_DIMENSION);
        MaturityModel none = new MaturityModel("test", "2", MaturityModel.Status.PROPOSAL, model.whole(), false,
                LevelScale.FIVE, Overall.INDEX);
        assertThrows(IllegalArgumentException.class, () -> Replay.of(model, none, List.of(), Set.of(), Set.of()));
        assertThrows(IllegalArgumentException.class, () -> Replay.of(none, model, List.of(), Set.of(), Set.of()));
    }

    /** Every agency of the country and a changed gate: the same as scoring one by one, and the time that it takes is told. */
    @Test
    void aWholeCountryIsReplayed() {
        List<Node> dimensions = new ArrayList<>();
        for (int dimension = 0; dimension < 11; dimension++) {
            List<Node> criteria = new ArrayList<>();
            for (int criterion = 0; criterion < 4; criterion++) {
                criteria.add(Models.criterion("N" + dimension + "." + criterion, 1 + criterion % 3));
            }
            dimensions.add(Models.dimension("N" + dimension, 1, Gate.OF_DIMENSION, criteria.toArray(Node[]::new)));
        }
        MaturityModel model = Models.model(Models.gate(">85", ">85", 1), dimensions.toArray(Node[]::new));
        MaturityModel draft = Models.model(Models.gate(">60", ">85", 1), dimensions.toArray(Node[]::new));
        SplittableRandom random = new SplittableRandom(3377);
        List<Replay.Agency> agencies = new ArrayList<>();
        for (int i = 0; i < 3377; i++) {
            int base = 1 + random.nextInt(5);
            Map<String, CriterionInput> inputs = new HashMap<>();
            for (Criterion criterion : model.criteria()) {
                int level = Math.max(1, Math.min(5, base + (random.nextInt(6) == 0 ? random.nextInt(-1, 2) : 0)));
                CriterionInput input = CriterionInput.declared(Answer.level(level), Set.of(2, 3, 4, 5));
                inputs.put(criterion.code(), random.nextInt(20) == 0 ? input.exempted() : input);
            }
            agencies.add(new Replay.Agency("A" + i, PROVINCE, inputs, inputs));
        }
        long begin = System.nanoTime();
        Replay replay = Replay.of(model, draft, agencies, Set.of(), Set.of());
        System.out.printf("Replay of %,d agencies by a draft: %d move, %.2f s (wanted: under 5)%n", agencies.size(),
                replay.moves().size(), (System.nanoTime() - begin) / 1e9);
        Map<String, Replay.Move> moves = new HashMap<>();
        replay.moves().forEach(move -> moves.put(move.agency(), move));
        assertTrue(moves.size() > 10 && moves.size() < agencies.size(), () -> "moves " + moves.size());
        for (Replay.Agency agency : agencies) {
            int from = level(model, agency);
            int to = level(draft, agency);
            Replay.Move move = moves.get(agency.code());
            assertEquals(from == to, move == null, agency.code());
            if (move != null) {
                assertEquals(List.of(from, to), List.of(move.from(), move.to()));
                assertTrue(move.rises(), "the draft asks for less");
                assertTrue(!move.by().isEmpty(), "by which rule");
            }
        }
    }

    private static int level(MaturityModel model, Replay.Agency agency) {
        return Scoring.score(model, Inputs.answers(model, agency.inputs(), Column.OFFICIAL)).whole().level();
    }

    /** A dimension that only another type of agency was asked moves nobody of this type. */
    @Test
    void whatATypeWasNotAskedMovesNobodyOfIt() {
        Criterion communes = new Criterion("E.2", 1, false, Criterion.Sensitivity.PUBLIC, Set.of("commune"), Map.of(),
                Map.of(), java.util.Optional.empty(), vn.thang.core.model.AnswerScale.LEVELS);
        Dimension e = Models.dimension("E", 1, Gate.OF_DIMENSION, Models.criterion("E.1", 1), communes);
        MaturityModel before = Models.model(e);
        MaturityModel after = Models.model(Models.dimension("E", 1, Gate.OF_DIMENSION, Models.criterion("E.1", 1),
                Models.criterion("E.2", 1)));
        Map<String, CriterionInput> inputs = Map.of("E.1", CriterionInput.declared(Answer.level(3), Set.of()));
        Replay.Agency province = new Replay.Agency("P", PROVINCE, inputs, inputs);
        assertEquals(List.of(), Replay.of(before, after, List.of(province), Set.of(), Set.of()).moves());
    }
}
