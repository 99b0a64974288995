package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.MeasuredSeries;
import vn.thang.core.target.Participation;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.TargetMeasure;

/** What is told of a measured target to those who do not see its agencies. */
class ToldTargetTest {

    private static final LocalDate SUMMER = LocalDate.of(2026, 9, 30);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 12, 31);
    private static final int DUE = 56;

    private final Catalog catalog = new Catalog(Optional.empty());

    /** A covered quarter, and one of which few have reported. */
    private TargetLine told(String code, TargetSight sight, int covered, int early, int numerator) {
        ProgrammeTarget target = catalog.programme().target(code);
        Indicator indicator = catalog.edition().indicatorOf(code).orElseThrow();
        MeasuredSeries.Step over = step(target, SUMMER, covered, numerator, covered * 40);
        MeasuredSeries.Step running = step(target, AUTUMN, early, 13 * early, 37 * early);
        TargetValue value = value(target, "Q3/2026", over);
        TargetLine line = new TargetLine(target, 0, List.of(value), List.of(), Outlook.UNKNOWN,
                new TargetQuality(new Confidence.Parts(false, true, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO,
                        BigDecimal.ZERO, Optional.empty()), Collections.emptySortedMap(), Optional.empty(), false),
                new MeasuredValue(indicator, "Q3/2026", LocalDate.of(2026, 7, 1), true, AUTUMN, false,
                        over.figure(), false, 0,
                        List.of(new MeasuredValue.Partial(value(target, "Q4/2026", running),
                                running.figure().coverage())),
                        List.of(), List.of(new MeasuredValue.AgencyValue("15", "", "province", null, null, null, 1))));
        return ToldTarget.of(line, new MeasuredSeries(List.of(over), List.of(running)), sight);
    }

    private static MeasuredSeries.Step step(ProgrammeTarget target, LocalDate end, int came, int part, int whole) {
        Coverage coverage = new Coverage(new TreeMap<>(Map.of("province", new Participation(DUE, came))),
                BigDecimal.valueOf(whole), BigDecimal.valueOf(40L * (DUE - came)));
        return new MeasuredSeries.Step(end.withDayOfMonth(1).minusMonths(2), end,
                target.measure() == TargetMeasure.NATIONAL ? PeriodFigure.ofCountry(BigDecimal.valueOf(part), coverage)
                        : new PeriodFigure(target.measure(), BigDecimal.valueOf(part), BigDecimal.valueOf(whole),
                                BigDecimal.valueOf(40L * (DUE - came)), coverage));
    }

    private static TargetValue value(ProgrammeTarget target, String label, MeasuredSeries.Step step) {
        return new TargetValue(label, step.end(), step.figure().value().orElseThrow(),
                target.measure() == TargetMeasure.NATIONAL ? null
                        : new Attainment(step.figure().reached().longValue(), step.figure().came().longValue(),
                                target.demand().share().orElseThrow()),
                null, step.figure().coverage());
    }

    /** Two states that differ by one small agency look the same, but for how many have reported. */
    @Test
    void ofRestrictedThingsNoStateCanBeTakenOffAnother() {
        TargetLine before = told("P2-12", TargetSight.KEPT, 50, 6, 1_000);
        TargetLine after = told("P2-12", TargetSight.KEPT, 51, 7, 1_017);
        assertEquals(before.trend().stream().map(TargetValue::value).toList(),
                after.trend().stream().map(TargetValue::value).toList());
        assertEquals(Fraction.of(50), after.trend().get(0).value());
        assertNull(after.attainment());
        assertEquals(List.of(), after.partial());
        assertEquals(7, after.untoldNews().coverage().reported());
        assertEquals(List.of(), after.measured().missing());
        PeriodFigure figure = after.measured().figure();
        assertEquals(List.of(before.measured().figure().reached(), before.measured().figure().came(), BigDecimal.ZERO),
                List.of(figure.reached(), figure.came(), figure.missing()));
        assertTrue(figure.coverage().weight().isEmpty());
        assertEquals(51, figure.coverage().reported());
        assertEquals(0, after.gap());
        assertFalse(after.bounded());
    }

    @Test
    void whatMissesTheDemandIsNotRoundedToIt() {
        assertEquals(Fraction.of(99), told("P2-12", TargetSight.KEPT, 50, 6, 1_999).trend().get(0).value());
        assertEquals(Fraction.of(100), told("P2-12", TargetSight.KEPT, 50, 6, 2_000).trend().get(0).value());
    }

    @Test
    void aFigureOfFewerThanFiveIsToldToNobodyElse() {
        TargetLine four = told("P1-02", TargetSight.GROUPS, 50, 4, 1_000);
        assertEquals(List.of(), four.partial());
        assertEquals(4, four.untoldNews().coverage().reported());
        assertEquals(1_000, four.attainment().reached(), "what is covered is told with its parts");
        TargetLine five = told("P1-02", TargetSight.GROUPS, 50, 5, 1_000);
        assertTrue(five.quality().parts().isPresent());
        assertEquals(5, five.news().coverage().reported());
        assertNull(five.untoldNews());
    }

    @ParameterizedTest
    @EnumSource(value = TargetSight.class, names = {"GROUPS", "KEPT"})
    void aCoveredPeriodOfFewerThanFiveHasNoValueEither(TargetSight sight) {
        TargetLine line = told("P2-12", sight, 4, 3, 100);
        assertFalse(line.known());
        assertEquals("few", told("P2-12", sight, 4, 3, 100).status());
        assertTrue(line.measured().figure().value().isEmpty());
        assertEquals(Optional.empty(), line.quality().parts(), "nor what its confidence is made of");
        assertEquals(List.of("Q3/2026", "Q4/2026"),
                line.measured().untold().stream().map(MeasuredValue.Untold::label).toList());
    }

    @ParameterizedTest
    @EnumSource(value = TargetSight.class, names = {"GROUPS", "KEPT"})
    void aFigureOfTheCountryItselfIsNoGroup(TargetSight sight) {
        TargetLine line = told("INF-01", sight, 1, 1, 3);
        assertEquals(Fraction.of(3), line.trend().get(0).value());
        assertEquals(1, line.partial().size());
        assertNull(line.untoldNews());
    }
}
