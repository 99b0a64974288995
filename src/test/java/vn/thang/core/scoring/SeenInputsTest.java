package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/** Restricted answers are replaced by what everybody may know, and no level of today changes by it. */
class SeenInputsTest {

    private static final String TYPE = "province";

    private static Map<String, CriterionInput> inputs(Answers answers) {
        Map<String, CriterionInput> inputs = new HashMap<>();
        answers.byCriterion().forEach((code, answer) -> inputs.put(code, answer instanceof Answer.Exempt
                ? CriterionInput.declared(null, Set.of()).exempted()
                : CriterionInput.declared(answer, Set.of()).ruled(answer, false)));
        return inputs;
    }

    private static Scorecard score(MaturityModel model, Map<String, CriterionInput> inputs) {
        return Scoring.score(model, Inputs.answers(model, inputs, Column.OFFICIAL));
    }

    /** Three of five parts stand at 4, so that the dimension is at 3 only because a restricted answer stands at 2. */
    @Test
    void theLevelOfADimensionIsNotLiftedByWhatStandsForItsRestrictedAnswers() {
        MaturityModel model = Models.model(Models.gate(">50", ">85"), Models.dimension("D", 1,
                Models.gate(">50", ">85"), Models.criterion("D.1", 6), Models.criterion("D.2", 2),
                Models.criterion("D.3", 2)));
        Map<String, CriterionInput> inputs = inputs(new Answers(Map.of("D.1", Answer.level(4), "D.2", Answer.level(3),
                "D.3", Answer.level(2))));
        assertEquals(3, score(model, inputs).whole().level());
        Map<String, CriterionInput> seen = SeenInputs.of(model, inputs, Set.of("D.2", "D.3")).orElseThrow();
        assertEquals(3, score(model, seen).node("D").level());
        assertEquals(inputs.get("D.1"), seen.get("D.1"));
    }

    /** Whatever models and answers there are: nobody moves, and hardly any agency is one of which nothing can be said. */
    @Test
    void theUnchangedModelMovesNobodyAndKeepsEveryLevel() {
        int known = 0;
        int replaced = 0;
        int lifted = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            RandomModels random = new RandomModels(seed);
            MaturityModel model = random.model(2 + random.number(9));
            Map<String, CriterionInput> inputs = inputs(random.answers(model));
            Set<String> restricted = model.criteria().stream().map(Criterion::code)
                    .filter(code -> random.number(2) == 0).collect(Collectors.toSet());
            Optional<Map<String, CriterionInput>> seen = SeenInputs.of(model, inputs, restricted);
            replaced += restricted.isEmpty() ? 0 : 1;
            known += !restricted.isEmpty() && seen.isPresent() ? 1 : 0;
            if (seen.isPresent()) {
                Scorecard before = score(model, inputs);
                Scorecard after = score(model, seen.get());
                Set<String> criteria = model.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
                assertEquals(levels(before, criteria), levels(after, criteria), "seed " + seed);
                lifted += before.whole().index().equals(after.whole().index()) ? 0 : 1;
            }
            Replay replay = Replay.of(model, model, List.of(new Replay.Agency("A", TYPE, inputs, inputs)), restricted,
                    Set.of());
            assertEquals(List.of(), replay.moves(), "seed " + seed);
            assertEquals(seen.isPresent() ? 1 : 0, replay.agencies());
        }
        assertTrue(lifted > 300, "answers were replaced by others: " + lifted);
        assertTrue(known > replaced * 0.97, known + " of " + replaced);
    }

    /** What stands for the answers follows from what everybody sees: other answers with the same levels are replaced by the same. */
    @Test
    void otherAnswersThatShowTheSameAreReplacedByTheSame() {
        Map<List<Object>, Set<Map<String, CriterionInput>>> byShown = new HashMap<>();
        for (int seed = 0; seed < 40; seed++) {
            MaturityModel model = new RandomModels(seed).model(5);
            Set<String> restricted = Set.of("C2", "C3");
            Set<String> criteria = model.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
            RandomModels random = new RandomModels(seed + 1_000);
            Map<String, Answer> open = new HashMap<>(random.answers(model).byCriterion());
            for (int i = 0; i < 60; i++) {
                model.criteria().stream().filter(one -> restricted.contains(one.code()))
                        .forEach(one -> open.put(one.code(), random.answer(one)));
                Map<String, CriterionInput> inputs = inputs(new Answers(open));
                SeenInputs.of(model, inputs, restricted).ifPresent(seen -> byShown.computeIfAbsent(
                        List.of(model, levels(score(model, inputs), criteria)), none -> new HashSet<>()).add(seen));
            }
        }
        assertTrue(byShown.size() > 60, "cases: " + byShown.size());
        byShown.forEach((shown, seen) -> assertEquals(1, seen.size()));
    }

    private static Map<String, List<Object>> levels(Scorecard card, Set<String> criteria) {
        return card.nodes().stream().filter(node -> !criteria.contains(node.code()))
                .collect(Collectors.toMap(NodeScore::code, node -> List.of(node.level(), node.exempt())));
    }
}
