package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

class DemandTest {

    private static final Demand ALL = percent(Demand.Relation.AT_LEAST, "100");

    @ParameterizedTest
    @CsvSource({"AT_LEAST,49,false", "AT_LEAST,50,true", "AT_LEAST,51,true", "MORE_THAN,50,false", "MORE_THAN,51,true",
            "AT_MOST,50,true", "AT_MOST,51,false", "LESS_THAN,50,false", "LESS_THAN,49,true"})
    void aFigureAtTheBoundIsDecidedByTheRelation(Demand.Relation relation, long figure, boolean met) {
        Demand demand = percent(relation, "50");
        assertEquals(met, demand.isMetBy(Fraction.of(figure)));
        assertEquals(met, demand.isMetBy(null, null, BigDecimal.valueOf(figure)));
        assertEquals(met, demand.isMetBy(BigDecimal.valueOf(figure), BigDecimal.valueOf(100), null));
    }

    @Test
    void aShareThatOnlyRoundsToTheBoundDoesNotSatisfyIt() {
        assertFalse(
                ALL.isMetBy(new BigDecimal("9999999998"), new BigDecimal("9999999999"), new BigDecimal("100.000000")));
        assertFalse(ALL.isMetBy(Fraction.of(9_999_999_998L * 100, 9_999_999_999L)));
    }

    @Test
    void anAgencyThatReportedNothingReachesNothing() {
        for (Demand.Relation relation : Demand.Relation.values()) {
            assertFalse(percent(relation, "0").isMetBy(null, null, null), relation.name());
            assertFalse(percent(relation, "0").isMetBy(BigDecimal.ZERO, BigDecimal.ZERO, null), relation.name());
        }
    }

    @Test
    void aCountIsComparedAsItIsAndNotDividedByAnything() {
        Demand three = new Demand(Demand.Relation.AT_LEAST, new BigDecimal("3"), Demand.Unit.COUNT);
        assertTrue(three.isMetBy(BigDecimal.ONE, BigDecimal.TEN, new BigDecimal("3.000000")));
        assertFalse(three.isMetBy(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("2")));
    }

    @Test
    void whatAnAgencyMustShowFollowsFromTheMeasure() {
        Demand condition = percent(Demand.Relation.AT_LEAST, "30");
        assertEquals(condition, Measure.SHARE_OF_AGENCIES.ofAgency(ALL, Optional.of(condition)));
        assertEquals(ALL, Measure.POOLED.ofAgency(ALL, Optional.empty()));
        assertEquals(ALL, Measure.NATIONAL.ofAgency(ALL, Optional.empty()));
        Demand anything = Measure.SHARE_OF_AGENCIES.ofAgency(ALL, Optional.empty());
        assertFalse(anything.isMetBy(null, null, BigDecimal.ZERO));
        assertTrue(anything.isMetBy(null, null, new BigDecimal("0.000001")));
    }

    @Test
    void namesAreThoseOfTheProgramme() {
        assertEquals(List.of("share-of-agencies", "pooled", "national"),
                Arrays.stream(Measure.values()).map(Measure::code).toList());
        for (Measure measure : Measure.values()) {
            assertEquals(measure, Measure.of(measure.code()));
        }
        assertEquals(List.of(true, true, false), Arrays.stream(Measure.values()).map(Measure::ofAgencies).toList());
        for (Demand.Relation relation : Demand.Relation.values()) {
            assertEquals(relation, Demand.Relation.of(relation.sign()));
        }
        assertEquals(List.of("≥", ">", "≤", "<"),
                Arrays.stream(Demand.Relation.values()).map(Demand.Relation::shown).toList());
        assertEquals(Demand.Unit.PERCENT, Demand.Unit.of("percent"));
        assertThrows(IllegalArgumentException.class, () -> Demand.Relation.of("="));
        assertThrows(IllegalArgumentException.class, () -> Measure.of("mean"));
    }

    @Test
    void aShareIsAtLeastOrMoreThanSoManyPerCent() {
        assertEquals(Optional.of(Comparison.atLeast(100)), ALL.share());
        assertEquals(Optional.of(new Comparison(true, 5025)), percent(Demand.Relation.MORE_THAN, "50.25").share());
        assertEquals(Optional.empty(), percent(Demand.Relation.AT_MOST, "50").share());
        assertEquals(Optional.empty(), percent(Demand.Relation.LESS_THAN, "50").share());
        assertEquals(Optional.empty(), new Demand(Demand.Relation.AT_LEAST, BigDecimal.TEN, Demand.Unit.COUNT).share());
    }

    private static Demand percent(Demand.Relation relation, String bound) {
        return new Demand(relation, new BigDecimal(bound), Demand.Unit.PERCENT);
    }
}
