package vn.thang.indicator.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;
import vn.thang.indicator.measured.ExpectedReadings.Expected;
import vn.thang.indicator.measured.MeasuredLevels.Measured;
import vn.thang.indicator.period.Period;

/** Who is silent on the last day of November 2026: of quarters that are fresh for 135 days, the last of 2025 holds no more. */
class MeasuredHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Period LAPSED = quarter("2025-10-01");
    private static final String CODE = "systems_connected";

    @ParameterizedTest(name = "expected since {0}: silent {1}")
    @CsvSource({"2024-01-01, true", "2026-01-01, true", "2026-04-01, false", "2026-07-01, false"})
    void whoMissedAllThatAnybodyMaySinceItWasExpected(String first, boolean silent) {
        assertEquals(silent ? Optional.of(Measured.missing(measure(IndicatorLink.Mode.CAP), quarter(first)))
                : Optional.empty(),
                history(IndicatorLink.Mode.CAP, Map.of())
                        .level(() -> Optional.of(quarter(first))));
    }

    @Test
    void nobodyIsSilentOfWhomNothingIsExpectedOrWhereNothingIsHeldDown() {
        assertEquals(Optional.empty(), history(IndicatorLink.Mode.CAP, Map.of()).level(Optional::empty));
        assertEquals(Optional.empty(), history(IndicatorLink.Mode.INFORM, Map.of()).level(() -> Optional.of(LAPSED)));
    }

    @ParameterizedTest(name = "nothing to report of {0}: silent {1}")
    @CsvSource({"2025-10-01, true", "2026-01-01, false", "2026-07-01, false"})
    void nothingToReportIsSomethingUntilItIsStale(String begin, boolean silent) {
        Optional<Measured> level = history(IndicatorLink.Mode.CAP, Map.of(begin, found(0, 0, false)))
                .level(() -> Optional.of(quarter("2024-01-01")));
        assertEquals(silent, level.isPresent());
        level.ifPresent(measured -> assertEquals(List.of(true, true, quarter(begin)),
                List.of(measured.unknown(), measured.lapsed(), measured.period())));
    }

    @Test
    void whatWaitsIsNothingAndWhatIsKnownEndsTheSilence() {
        Supplier<Optional<Period>> since = () -> Optional.of(quarter("2024-01-01"));
        assertTrue(history(IndicatorLink.Mode.CAP, Map.of("2026-07-01", found(61, 100, true))).level(since)
                .orElseThrow().unknown());
        assertEquals(3, history(IndicatorLink.Mode.CAP, Map.of("2026-07-01", found(61, 100, false))).level(since)
                .orElseThrow().level());
        assertEquals(List.of(false, true), history(IndicatorLink.Mode.CAP, Map.of("2025-10-01", found(61, 100, false)))
                .level(since).map(lapsed -> List.of(lapsed.unknown(), lapsed.lapsed())).orElseThrow());
    }

    /** To find out what is expected costs a statement, which most answers can be saved without. */
    @ParameterizedTest(name = "{1} % reported of {0}")
    @CsvSource({"2026-07-01, 61", "2025-10-01, 61", "2026-07-01, 0"})
    void whatWasSaidIsEnoughToKnowThatNobodyIsSilent(String begin, int percent) {
        history(IndicatorLink.Mode.CAP, Map.of(begin, found(percent, percent == 0 ? 0 : 100, false)))
                .level(() -> fail("what is expected decides nothing here"));
    }

    /** What waits is neither a level nor the end of a silence, whatever it is: what was known before is what is known. */
    @Test
    void whatLapsedStaysSoWhileSomethingWaits() {
        FoundReading known = found(31, 100, false);
        Measured lapsed = history(IndicatorLink.Mode.CAP, Map.of("2025-10-01", known)).level(Optional::empty)
                .orElseThrow();
        assertTrue(lapsed.lapsed());
        for (int percent : new int[]{0, 95}) {
            FoundReading waiting = new FoundReading(List.of(2L), BigDecimal.valueOf(percent),
                    BigDecimal.valueOf(percent), BigDecimal.valueOf(percent == 0 ? 0 : 100), false, null, true, 0,
                    known);
            assertEquals(Optional.of(lapsed),
                    history(IndicatorLink.Mode.CAP, Map.of("2025-10-01", waiting)).level(Optional::empty));
        }
    }

    @ParameterizedTest(name = "of a {0}, there since {1}: {2}")
    @CsvSource({"province, , 2024-07-01", "province, 2020-01-01, 2024-07-01", "province, 2025-02-10, 2025-01-01",
            "province, 2025-03-31, 2025-01-01", "province, 2025-04-01, 2025-04-01", "commune, , "})
    void anAgencyIsExpectedToReportWhatReachesItsTypeSinceItIsThere(String type, LocalDate begun, String first) {
        assertEquals(Optional.ofNullable(first).map(MeasuredHistoryTest::quarter),
                new Expected(type, begun, Map.of(CODE, LocalDate.of(2024, 7, 1)))
                        .first(measure(IndicatorLink.Mode.CAP)));
    }

    @Test
    void whatNobodyOfItsTypeReportsIsNotExpected() {
        assertEquals(Optional.empty(), new Expected("province", null, Map.of("open_datasets", LAPSED.begin()))
                .first(measure(IndicatorLink.Mode.CAP)));
    }

    private static MeasuredHistory history(IndicatorLink.Mode mode, Map<String, FoundReading> known) {
        TreeMap<LocalDate, FoundReading> periods = new TreeMap<>();
        known.forEach((begin, found) -> periods.put(LocalDate.parse(begin), found));
        return new MeasuredHistory(measure(mode), known.isEmpty() ? Map.of() : Map.of(CODE, periods), DAY);
    }

    private static FoundReading found(int numerator, int denominator, boolean waits) {
        return new FoundReading(List.of(1L), BigDecimal.valueOf(numerator), BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator), false, null, waits, 0, null);
    }

    private static Measure measure(IndicatorLink.Mode mode) {
        Indicator indicator = new Indicator(CODE, Set.of(), Optional.empty(), Indicator.Shape.RATIO, "percent",
                IndicatorLink.Direction.UP, Indicator.Period.QUARTER, "data-exchange", "owner", 135,
                Set.of("province"), Optional.empty(), false, Indicator.Jump.USUAL);
        return new Measure(indicator, new IndicatorLink(CODE, mode, Map.of(3, Fraction.of(60))));
    }

    private static Period quarter(String begin) {
        return new Period(Indicator.Period.QUARTER, LocalDate.parse(begin));
    }
}
