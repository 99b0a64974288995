package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
        assertEquals(condition, TargetMeasure.SHARE_OF_AGENCIES.ofAgency(ALL, Optional.of(condition)));
        assertEquals(ALL, TargetMeasure.POOLED.ofAgency(ALL, Optional.empty()));
        assertEquals(ALL, TargetMeasure.NATIONAL.ofAgency(ALL, Optional.empty()));
        Demand anything = TargetMeasure.SHARE_OF_AGENCIES.ofAgency(ALL, Optional.empty());
        assertFalse(anything.isMetBy(null, null, BigDecimal.ZERO));
        assertTrue(anything.isMetBy(null, null, new BigDecimal("0.000001")));
    }

    @Test
    void namesAreThoseOfTheProgramme() {
        assertEquals(List.of("share-of-agencies", "pooled", "national"),
                Arrays.stream(TargetMeasure.values()).map(TargetMeasure::code).toList());
        for (TargetMeasure measure : TargetMeasure.values()) {
            assertEquals(measure, TargetMeasure.of(measure.code()));
        }
        assertEquals(List.of(true, true, false),
                Arrays.stream(TargetMeasure.values()).map(TargetMeasure::ofAgencies).toList());
        for (Demand.Relation relation : Demand.Relation.values()) {
            assertEquals(relation, Demand.Relation.of(relation.sign()));
        }
        assertEquals(List.of("≥", ">", "≤", "<"),
                Arrays.stream(Demand.Relation.values()).map(Demand.Relation::shown).toList());
        assertEquals(Demand.Unit.PERCENT, Demand.Unit.of("percent"));
        assertThrows(IllegalArgumentException.class, () -> Demand.Relation.of("="));
        assertThrows(IllegalArgumentException.class, () -> TargetMeasure.of("mean"));
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

    @ParameterizedTest(name = "{0} of {1} against {2} {3} is shown as {4}")
    @CsvSource({"99996, 100000, >=, 100, 99.9", "19999, 20000, >=, 100, 99.9", "49996, 100000, >=, 50, 49.9",
            "50004, 100000, >, 50, 50.1", "1, 2, >, 50, 50.0", "94996, 100000, >=, 95, 94.9",
            "99996, 100000, >=, 95, 99.9", "1, 1, >=, 100, 100.0", "2, 3, >=, 100, 66.7", "5004, 100000, <=, 5, 5.1",
            "0, 7, >=, 100, 0.0"})
    void whatIsShownStaysOnItsSideOfTheDemand(long part, long whole, String sign, int bound, String shown) {
        assertEquals(new BigDecimal(shown),
                new Demand(Demand.Relation.of(sign), BigDecimal.valueOf(bound), Demand.Unit.PERCENT)
                        .shown(Fraction.of(100 * part, whole), 1));
    }

    @Test
    void whatIsShownIsNeverFarAndNeverAcross() {
        for (int seed = 0; seed < 5_000; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            Fraction figure = Fraction.of(chance.nextLong(10_000_001), 100_000);
            Demand demand = new Demand(Demand.Relation.values()[seed % 4],
                    BigDecimal.valueOf(chance.nextInt(1_001), 1), Demand.Unit.PERCENT);
            Fraction shown = Fraction.of(demand.shown(figure, 1));
            assertEquals(demand.isMetBy(figure), demand.isMetBy(shown), figure + " against " + demand);
            Fraction off = shown.minus(figure);
            assertTrue(off.times(10).compareTo(Fraction.ONE) < 0 && off.times(-10).compareTo(Fraction.ONE) < 0);
        }
    }
}
