package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.IndicatorLink.Mode;

/** Declared against measured: the signed mean, and what measured levels may do to a score. */
class BiasTest {

    private static final int CRITERIA = 12;

    @Test
    void theExampleOfTheDescription() {
        List<Criterion> criteria = List.of(Models.criterion("A", 1), Models.criterion("B", 1), Models.criterion("C", 1),
                Models.criterion("D", 1));
        Map<String, CriterionInput> inputs = Map.of("A", input(4, 2), "B", input(2, 3), "C", input(3, 3), "D",
                input(5, null));
        Bias bias = Bias.of(criteria, inputs);
        assertEquals(new Bias(1, 3), bias);
        assertEquals(Optional.of(Fraction.of(1, 3)), bias.mean());
    }

    @Test
    void onlyWhatHasBothCounts() {
        assertEquals(OptionalInt.empty(), Bias.difference(null));
        assertEquals(OptionalInt.empty(), Bias.difference(input(4, null)));
        assertEquals(OptionalInt.empty(), Bias.difference(input(null, 3)));
        assertEquals(OptionalInt.empty(), Bias.difference(input(4, 2).exempted()));
        assertEquals(OptionalInt.empty(),
                Bias.difference(CriterionInput.declared(Answer.option("full"), Set.of()).measuredAt(2)));
        assertEquals(OptionalInt.of(-2), Bias.difference(input(1, 3)));
        assertEquals(Optional.empty(), new Bias(0, 0).mean());
    }

    /** Over parts it is the same as over the whole. */
    @RepeatedTest(50)
    void partsAddUp(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Criterion> criteria = criteria(Mode.INFORM);
        Map<String, CriterionInput> inputs = inputs(random);
        int cut = random.nextInt(CRITERIA + 1);
        assertEquals(Bias.of(criteria, inputs),
                Bias.of(criteria.subList(0, cut), inputs).and(Bias.of(criteria.subList(cut, CRITERIA), inputs)));
        assertTrue(Bias.of(criteria, inputs).count() <= CRITERIA);
    }

    /** A cap only ever lowers, a higher measured level never lowers, and what informs changes nothing. */
    @RepeatedTest(50)
    void aCapOnlyLowers(RepetitionInfo repetition) {
        Random random = new Random(100 + repetition.getCurrentRepetition());
        Map<String, CriterionInput> inputs = inputs(random);
        for (Mode mode : Mode.values()) {
            for (Criterion criterion : criteria(mode)) {
                CriterionInput input = inputs.get(criterion.code());
                int supported = level(criterion, input, Column.SUPPORTED);
                int provisional = level(criterion, input, Column.PROVISIONAL);
                int measured = input.measured() == null ? 5 : input.measured();
                assertEquals(switch (mode) {
                    case CAP -> Math.min(supported, measured);
                    case REPLACE -> input.measured() == null ? supported : measured;
                    case INFORM -> supported;
                }, provisional);
                if (input.measured() != null && measured < 5) {
                    assertTrue(level(criterion, input.measuredAt(measured + 1), Column.PROVISIONAL) >= provisional);
                }
                assertEquals(level(criterion, input, Column.DECLARED),
                        level(criterion, input.measuredAt(1), Column.DECLARED));
            }
        }
    }

    private static int level(Criterion criterion, CriterionInput input, Column column) {
        return Inputs.answers(Models.model(criterion), Map.of(criterion.code(), input), column).of(criterion.code())
                .map(answer -> ((Answer.Level) answer).level()).orElse(0);
    }

    private static List<Criterion> criteria(Mode mode) {
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < CRITERIA; i++) {
            criteria.add(Models.with(Models.criterion("C" + i, 1), Map.of(2, "a", 3, "b"),
                    new IndicatorLink("i", mode, Map.of())));
        }
        return criteria;
    }

    private static Map<String, CriterionInput> inputs(Random random) {
        Map<String, CriterionInput> inputs = new HashMap<>();
        for (int i = 0; i < CRITERIA; i++) {
            Set<Integer> evidence = random.nextBoolean() ? Set.of(2, 3) : Set.of(2);
            Answer declared = random.nextInt(5) == 0 ? null : Answer.level(1 + random.nextInt(5));
            inputs.put("C" + i, new CriterionInput(declared, evidence,
                    random.nextInt(4) == 0 ? null : 1 + random.nextInt(5), null, false));
        }
        return inputs;
    }

    private static CriterionInput input(Integer declared, Integer measured) {
        return new CriterionInput(declared == null ? null : Answer.level(declared), Set.of(), measured, null, false);
    }
}
