package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.IndicatorLink.Direction;
import vn.thang.core.model.IndicatorLink.Mode;
import vn.thang.core.model.MaturityModel;

/** The four columns from the values that are kept side by side. */
class InputsTest {

    private static final Map<Integer, String> EVIDENCE = Map.of(2, "policy", 3, "records", 5, "report");

    @ParameterizedTest(name = "declared {0} with evidence {1} is supported at {2}")
    @CsvSource({"1, '', 1", "3, '', 1", "3, '2', 2", "3, '3', 1", "3, '2 3', 3", "4, '2 3', 4", "5, '2 3', 4",
            "5, '2 3 5', 5",
            "2, '2 3 5', 2", "5, '3 5', 1"})
    void evidenceIsCumulative(int declared, String evidence, int supported) {
        CriterionInput input = CriterionInput.declared(Answer.level(declared), levels(evidence));
        assertEquals(Answer.level(declared), answer(Mode.CAP, input, Column.DECLARED));
        for (Column column : new Column[]{Column.SUPPORTED, Column.PROVISIONAL, Column.OFFICIAL}) {
            assertEquals(Answer.level(supported), answer(Mode.CAP, input, column));
        }
    }

    @ParameterizedTest(name = "supported {0}, measured {1} by {2}: {3}")
    @CsvSource({"4, 2, CAP, 2", "2, 4, CAP, 2", "3, 3, CAP, 3", "4, 2, REPLACE, 2", "2, 4, REPLACE, 4",
            "4, 2, INFORM, 4",
            "2, 4, INFORM, 2", "0, 4, REPLACE, 4", "0, 4, CAP, 0", "0, 4, INFORM, 0"})
    void measuredLevels(int declared, int measured, Mode mode, int provisional) {
        CriterionInput input = new CriterionInput(declared == 0 ? null : Answer.level(declared), Set.of(2, 3, 5),
                measured,
                null, false);
        Answer expected = provisional == 0 ? null : Answer.level(provisional);
        assertEquals(expected, answer(mode, input, Column.PROVISIONAL));
        assertEquals(expected, answer(mode, input, Column.OFFICIAL));
        assertEquals(input.declared(), answer(mode, input, Column.SUPPORTED));
    }

    @Test
    void aReviewerHasTheLastWord() {
        CriterionInput input = new CriterionInput(Answer.level(4), Set.of(), 2, Answer.level(3), false);
        assertEquals(Answer.level(4), answer(Mode.CAP, input, Column.DECLARED));
        assertEquals(Answer.level(1), answer(Mode.CAP, input, Column.SUPPORTED));
        assertEquals(Answer.level(1), answer(Mode.CAP, input, Column.PROVISIONAL));
        assertEquals(Answer.level(3), answer(Mode.CAP, input, Column.OFFICIAL));
    }

    @ParameterizedTest(name = "declared {0}, measured {1} by {2}, set to {3} by a reviewer: only evidence is missing for {4}: {5}")
    @CsvSource({"4, 0, CAP, 0, 2, true", "4, 0, CAP, 0, 4, true", "4, 0, CAP, 0, 5, false", "4, 0, CAP, 1, 2, false",
            "4, 0, CAP, 3, 4, false", "4, 2, CAP, 0, 2, true", "4, 2, CAP, 0, 3, false", "4, 2, REPLACE, 0, 3, false",
            "4, 2, INFORM, 0, 3, true", "0, 0, CAP, 0, 1, false"})
    void evidenceIsMissingOnlyWhereItWouldChangeTheOfficialAnswer(int declared, int measured, Mode mode, int confirmed,
            int wanted,
            boolean missing) {
        CriterionInput input = new CriterionInput(level(declared), Set.of(), measured == 0 ? null : measured,
                level(confirmed), false);
        assertEquals(missing, Inputs.lacksOnlyEvidence(criterion(mode), input, Answer.level(wanted)));
        assertFalse(Inputs.lacksOnlyEvidence(criterion(mode), input.exempted(), Answer.level(wanted)));
    }

    @ParameterizedTest(name = "declared {0}, evidence {1}, expired {2}, measured {3} by {4}, set to {5} by the panel {6}, exempt {7}")
    @CsvSource({"3, '2 3', '', 0, CAP, 0, false, false, 3, declared, 0",
            "3, '2', '', 0, CAP, 0, false, false, 2, evidence-missing, 3",
            "5, '', '3', 0, CAP, 0, false, false, 1, evidence-missing, 2",
            "5, '3', '2', 0, CAP, 0, false, false, 1, evidence-expired, 2",
            "3, '2 3', '3', 0, CAP, 0, false, false, 3, declared, 0",
            "4, '2 3', '', 2, CAP, 0, false, false, 2, reading-cap, 0",
            "4, '', '', 2, CAP, 0, false, false, 1, evidence-missing, 2",
            "2, '2', '', 4, CAP, 0, false, false, 2, declared, 0",
            "2, '2', '', 4, REPLACE, 0, false, false, 4, reading-replace, 0",
            "0, '', '', 4, REPLACE, 0, false, false, 4, reading-replace, 0",
            "4, '2 3', '', 2, INFORM, 0, false, false, 4, declared, 0",
            "4, '2 3', '', 2, CAP, 3, false, false, 3, reviewer, 0",
            "4, '2 3', '', 2, CAP, 3, true, false, 3, panel, 0", "4, '2 3', '', 2, CAP, 3, true, true, 0, exempt, 0",
            "4, '2 3', '', 2, CAP, 0, true, false, 2, reading-cap, 0"})
    void whatCountsCarriesItsCause(int declared, String evidence, String expired, int measured, Mode mode,
            int confirmed, boolean panel,
            boolean exempt, int counts, String cause, int lacking) {
        CriterionInput input = CriterionInput.declared(level(declared), levels(evidence)).expiredAt(levels(expired))
                .ruled(level(confirmed), panel);
        input = measured == 0 ? input : input.measuredAt(measured);
        Counted counted = Inputs.of(criterion(mode), exempt ? input.exempted() : input, Column.OFFICIAL).orElseThrow();
        assertEquals(counts == 0 ? Answer.EXEMPT : Answer.level(counts), counted.answer());
        assertEquals(cause, counted.cause().code());
        assertEquals(lacking, switch (counted.cause()) {
            case Cause.EvidenceMissing missing -> missing.level();
            case Cause.EvidenceExpired lapsed -> lapsed.level();
            default -> 0;
        });
    }

    @Test
    void whereNothingCountsThereIsNoCause() {
        assertEquals(Optional.empty(), Inputs.of(criterion(Mode.CAP), null, Column.OFFICIAL));
        assertEquals(Optional.empty(),
                Inputs.of(criterion(Mode.CAP), CriterionInput.declared(null, Set.of(2)), Column.OFFICIAL));
    }

    private static Answer level(int level) {
        return level == 0 ? null : Answer.level(level);
    }

    @Test
    void withoutALinkNothingIsMeasured() {
        Criterion criterion = Models.criterion("C", 1);
        CriterionInput input = new CriterionInput(Answer.level(4), Set.of(), 2, null, false);
        assertEquals(Optional.of(Answer.level(4)),
                Inputs.answers(Models.model(criterion), Map.of("C", input), Column.PROVISIONAL).of("C"));
    }

    @Test
    void anExemptionIsGrantedInEveryColumnAndNeverAnswered() {
        CriterionInput input = new CriterionInput(Answer.level(4), Set.of(), 2, Answer.level(3), true);
        for (Column column : Column.values()) {
            assertEquals(Answer.EXEMPT, answer(Mode.CAP, input, column));
        }
        assertThrows(IllegalArgumentException.class, () -> CriterionInput.declared(Answer.EXEMPT, Set.of()));
        assertThrows(IllegalArgumentException.class,
                () -> new CriterionInput(null, Set.of(), null, Answer.EXEMPT, false));
    }

    @Test
    void optionsNeedNoEvidence() {
        MaturityModel model = Models.model(Models.points("P", 10, "full", 10));
        CriterionInput input = CriterionInput.declared(Answer.option("full"), Set.of());
        for (Column column : Column.values()) {
            assertEquals(Map.of("P", Answer.option("full")),
                    Inputs.answers(model, Map.of("P", input), column).byCriterion());
        }
    }

    @Test
    void onlyCriteriaOfTheModelCount() {
        MaturityModel model = Models.model(Models.criterion("C", 1), Models.criterion("D", 1));
        CriterionInput input = CriterionInput.declared(Answer.level(2), Set.of());
        assertEquals(Map.of("C", Answer.level(2)),
                Inputs.answers(model, Map.of("C", input, "X", input), Column.DECLARED).byCriterion());
    }

    @ParameterizedTest(name = "{0} going {1} is level {2}")
    @CsvSource({"29, UP, 1", "30, UP, 2", "89, UP, 2", "90, UP, 4", "100, UP, 4"})
    void theMeasuredLevelIsTheGreatestBoundReached(int value, Direction direction, int level) {
        IndicatorLink link = new IndicatorLink("i", Mode.CAP, Map.of(4, Fraction.of(90), 2, Fraction.of(30)));
        assertEquals(level, link.level(Fraction.of(value), direction));
    }

    @ParameterizedTest(name = "{0} is level {1} where less is better")
    @CsvSource({"31, 1", "30, 2", "11, 2", "10, 5", "0, 5"})
    void boundsFallWhereLessIsBetter(int value, int level) {
        IndicatorLink link = new IndicatorLink("i", Mode.CAP, Map.of(2, Fraction.of(30), 5, Fraction.of(10)));
        assertEquals(level, link.level(Fraction.of(value), Direction.DOWN));
    }

    private static Answer answer(Mode mode, CriterionInput input, Column column) {
        return Inputs.answers(Models.model(criterion(mode)), Map.of("C", input), column).of("C").orElse(null);
    }

    private static Criterion criterion(Mode mode) {
        return Models.with(Models.criterion("C", 1), EVIDENCE, new IndicatorLink("i", mode, Map.of()));
    }

    private static Set<Integer> levels(String list) {
        return Set.copyOf(list.isEmpty() ? Set.of()
                : Arrays.stream(list.split(" ")).map(Integer::valueOf).toList());
    }
}
