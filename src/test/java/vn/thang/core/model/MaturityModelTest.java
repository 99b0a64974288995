package vn.thang.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.thang.core.scoring.Models;

class MaturityModelTest {

    private final MaturityModel model = Models.model(
            Models.dimension("A", 2, Gate.OF_DIMENSION, only("A.1", "ministry"), only("A.2", "ministry", "province")),
            Models.dimension("B", 1, Gate.OF_DIMENSION, only("B.1", "ministry")),
            Models.dimension("C", 1, Gate.OF_DIMENSION, only("C.1")));

    @Test
    void listsItsPartsInModelOrder() {
        assertEquals("test/1", model.ref());
        assertEquals(List.of("A.1", "A.2", "B.1", "C.1"), codes(model));
        assertEquals(List.of("A", "B", "C"), model.dimensions().stream().map(Dimension::code).toList());
        assertEquals(List.of("A.1", "A.2"),
                List.copyOf(MaturityModel.criteriaBelow(model.dimensions().get(0)).keySet()));
        assertEquals("B.1", model.criterion("B.1").code());
        assertThrows(NoSuchElementException.class, () -> model.criterion("B"));
        assertEquals(List.of(), model.faults());
    }

    /** Whatever lies deeper comes with what it lies in, and before what follows that. */
    @Test
    void aDimensionIsWalkedWithAllBelowIt() {
        Criterion secret = new Criterion("A.1.1", 1, false, Criterion.Sensitivity.RESTRICTED, Set.of(), Map.of(),
                Map.of(), Optional.empty(), AnswerScale.LEVELS);
        Dimension inner = Models.dimension("A.1", 1, Gate.OF_DIMENSION, secret);
        Dimension outer = Models.dimension("A", 1, Gate.OF_DIMENSION, inner, only("A.2"));
        Dimension other = Models.dimension("B", 1, Gate.OF_DIMENSION, only("B.1"));
        Dimension whole = Models.model(outer, other).whole();
        assertEquals(List.of(whole, outer, inner, other), whole.withBelow());
        assertEquals(List.of(outer, inner, other), whole.below());
        assertEquals(List.of("A.1.1", "A.2", "B.1"), whole.criteria().stream().map(Criterion::code).toList());
        assertEquals(List.of(true, true, true, false),
                whole.withBelow().stream().map(Dimension::restricts).toList());
        assertEquals(List.of(), other.below());
    }

    @Test
    void anAgencySeesWhatAppliesToItsType() {
        assertEquals(codes(model), codes(model.forAgencyType("ministry")));
        MaturityModel province = model.forAgencyType("province");
        assertEquals(List.of("A.2", "C.1"), codes(province));
        assertEquals(List.of("A", "C"), province.dimensions().stream().map(Dimension::code).toList());
        assertEquals(2, province.dimensions().get(0).weight());
        assertEquals(List.of("C.1"), codes(model.forAgencyType("commune")));
        assertEquals("test/1", province.ref());
    }

    @Test
    void aCriterionKnowsItsStepsAndItsReaders() {
        Criterion criterion = Models.criterion("C", 1, false, Map.of(5, 3), AnswerScale.LEVELS);
        assertEquals(List.of(1, 3), List.of(criterion.effortOf(4), criterion.effortOf(5)));
        assertFalse(criterion.restricted());
        assertTrue(new Criterion("C", 1, true, Criterion.Sensitivity.RESTRICTED, Set.of(), Map.of(), Map.of(),
                Optional.empty(), AnswerScale.LEVELS).restricted());
        assertEquals(Models.core("C", 4), Criterion.of("C", 4, true));
    }

    @Test
    void everyFaultIsFoundWithItsPlace() {
        Gate over = new Gate(Comparison.moreThan(100), Comparison.atLeast(101), OptionalInt.of(-1));
        Gate under = new Gate(new Comparison(false, -1), Comparison.atLeast(100), OptionalInt.of(0));
        MaturityModel faulty = Models.model(over,
                Models.dimension("A", 0, Models.bands(25, 125, 125, 400, 475), Models.criterion("A.1", 0),
                        Models.criterion("A.1", 1), Models.criterion("", 1)),
                Models.dimension("B", 1, under),
                Models.dimension("C", 1, Models.bands(25, 125, 250, 400), effort(0, 1)),
                Models.dimension("D", 1, Models.bands(0, 125, 250, 400, 475), effort(3, 0)),
                Models.dimension("E", 1, Models.bands(1, 125, 250, 400, 501),
                        Models.points("E.1", 5, "all", 5, "more", 6, "less", -1), Models.points("E.2", 5),
                        Models.with(Models.criterion("E.3", 1), Map.of(1, "x", 2, "x", 5, "x", 6, "x"), null)));
        assertEquals(List.of(" percent [>100]", " percent [>=101]", " gap [-1]",
                "A weight [0]", "A bands [[1/4, 5/4, 5/4, 4, 19/4]]", "A/A.1 weight [0]", "A/A.1 code [A.1]",
                "A/ code []",
                "B children []", "B percent [>=-0.01]",
                "C bands [[1/4, 5/4, 5/2, 4]]", "C/F0 effort [0, 1]",
                "D bands [[0, 5/4, 5/2, 4, 19/4]]", "D/F3 effort [3, 0]",
                "E bands [[1/100, 5/4, 5/2, 4, 501/100]]", "E/E.1 points [more, 6, 5]", "E/E.1 points [less, -1, 5]",
                "E/E.2 points []", "E/E.3 evidence [1]", "E/E.3 evidence [6]"),
                faulty.faults().stream().map(fault -> fault.path() + " " + fault.key() + " " + fault.arguments())
                        .toList());
    }

    @Test
    void theBoundsOfWhatIsAllowedAreNoFault() {
        Gate gate = new Gate(Comparison.atLeast(100), Comparison.atLeast(0), OptionalInt.of(0));
        assertEquals(List.of(), Models.model(gate,
                Models.dimension("A", 1, Models.bands(1, 2, 3, 4, 500), Models.points("A.1", 5, "all", 5, "none", 0),
                        effort(1, 1)))
                .faults());
    }

    private static Criterion effort(int step, int effort) {
        return Models.criterion("F" + step, 1, false, Map.of(step, effort), AnswerScale.LEVELS);
    }

    private static Criterion only(String code, String... types) {
        return new Criterion(code, 1, false, Criterion.Sensitivity.PUBLIC, Set.of(types), Map.of(), Map.of(),
                Optional.empty(), AnswerScale.LEVELS);
    }

    private static List<String> codes(MaturityModel model) {
        return model.criteria().stream().map(Criterion::code).toList();
    }
}
