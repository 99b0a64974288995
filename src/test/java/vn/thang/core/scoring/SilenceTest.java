package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.IndicatorLink.Mode;
import vn.thang.core.model.MaturityModel;

/** Whoever does not answer, takes an answer back or leaves evidence away stands nowhere better than beside it. */
class SilenceTest {

    private static final String INDICATOR = "i";

    @RepeatedTest(200)
    void whatIsLeftAwayImprovesNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        MaturityModel model = model(random);
        Map<String, CriterionInput> inputs = inputs(model, random);
        for (Criterion criterion : model.criteria()) {
            CriterionInput input = inputs.get(criterion.code());
            assertNothingImproves(model, inputs, criterion, new CriterionInput(null, input.evidence(), input.expired(),
                    input.measured(), input.confirmed(), input.panel(), input.exempt()));
            for (int level : input.evidence()) {
                Set<Integer> fewer = new HashSet<>(input.evidence());
                fewer.remove(level);
                assertNothingImproves(model, inputs, criterion, new CriterionInput(input.declared(), fewer,
                        input.expired(), input.measured(), input.confirmed(), input.panel(), input.exempt()));
            }
        }
    }

    private static void assertNothingImproves(MaturityModel model, Map<String, CriterionInput> inputs,
            Criterion criterion, CriterionInput less) {
        Map<String, CriterionInput> silent = new HashMap<>(inputs);
        silent.put(criterion.code(), less);
        for (Column column : Column.values()) {
            Scorecard before = Scoring.score(model, Inputs.answers(model, inputs, column));
            Scorecard after = Scoring.score(model, Inputs.answers(model, silent, column));
            for (NodeScore node : before.nodes()) {
                String which = column + " " + criterion.code() + " " + node.code();
                assertTrue(after.node(node.code()).level() <= node.level(), which);
                assertTrue(after.node(node.code()).index().compareTo(node.index()) <= 0, which);
            }
        }
    }

    /** A random tree, some of whose criteria ask for evidence and are measured. */
    private static MaturityModel model(Random random) {
        MaturityModel plain = new RandomModels(random.nextLong()).model(1 + random.nextInt(12));
        return Models.with(plain, linked(plain.whole(), random));
    }

    private static Dimension linked(Dimension node, Random random) {
        return node.with(node.children().stream()
                .map(child -> child instanceof Dimension below ? linked(below, random)
                        : child instanceof Criterion one && one.scale() instanceof AnswerScale.Levels
                                ? Models.with(one, Map.of(2, "policy", 3, "records", 5, "report"), new IndicatorLink(
                                        INDICATOR, Mode.values()[random.nextInt(Mode.values().length)], Map.of()))
                                : child)
                .toList());
    }

    private static Map<String, CriterionInput> inputs(MaturityModel model, Random random) {
        RandomModels models = new RandomModels(random.nextLong());
        Map<String, CriterionInput> inputs = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            Set<Integer> evidence = new HashSet<>();
            for (int level : criterion.evidence().keySet()) {
                if (random.nextInt(3) > 0) {
                    evidence.add(level);
                }
            }
            Answer answer = models.answer(criterion);
            CriterionInput input = CriterionInput.declared(answer instanceof Answer.Exempt ? null : answer, evidence);
            if (criterion.scale() instanceof AnswerScale.Levels levels && random.nextBoolean()) {
                input = input.measuredAt(1 + random.nextInt(levels.scale().highest()));
            }
            inputs.put(criterion.code(), random.nextInt(8) == 0 ? input.exempted() : input);
        }
        return inputs;
    }
}
