package vn.thang.indicator.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.IndicatorLink;
import vn.thang.indicator.measured.MeasuredLevels.Measured;

/** What is known on the last day of November 2026: of quarters that are fresh for 135 days, the last of 2025 holds no more. */
class MeasuredHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final String CODE = "systems_connected";

    /** What waits is neither a level nor the end of a silence, whatever it is: what was known before is what is known. */
    @Test
    void whatLapsedStaysSoWhileSomethingWaits() {
        MeasuringReadings.Found known = found(31, 100, false);
        Measured lapsed = history(IndicatorLink.Mode.CAP, Map.of("2025-10-01", known)).newest().orElseThrow();
        assertTrue(lapsed.lapsed());
        for (int percent : new int[]{0, 95}) {
            MeasuringReadings.Found waiting = new MeasuringReadings.Found(List.of(2L), BigDecimal.valueOf(percent),
                    BigDecimal.valueOf(percent), BigDecimal.valueOf(percent == 0 ? 0 : 100), false, null, true, 0,
                    known);
            MeasuredHistory history = history(IndicatorLink.Mode.CAP, Map.of("2025-10-01", waiting));
            assertEquals(Optional.of(lapsed), history.newest());
        }
    }

    private static MeasuredHistory history(IndicatorLink.Mode mode, Map<String, MeasuringReadings.Found> known) {
        TreeMap<LocalDate, MeasuringReadings.Found> periods = new TreeMap<>();
        known.forEach((begin, found) -> periods.put(LocalDate.parse(begin), found));
        return new MeasuredHistory(measure(mode), known.isEmpty() ? Map.of() : Map.of(CODE, periods), DAY);
    }

    private static MeasuringReadings.Found found(int numerator, int denominator, boolean waits) {
        return new MeasuringReadings.Found(List.of(1L), BigDecimal.valueOf(numerator), BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator), false, null, waits, 0, null);
    }

    private static Measure measure(IndicatorLink.Mode mode) {
        Indicator indicator = new Indicator(CODE, Set.of(), Optional.empty(), Indicator.Shape.RATIO, "percent",
                IndicatorLink.Direction.UP, Indicator.Period.QUARTER, "data-exchange", "owner", 135,
                Set.of("province"), Optional.empty(), false, Indicator.Jump.USUAL);
        return new Measure(indicator, new IndicatorLink(CODE, mode, Map.of(3, Fraction.of(60))));
    }
}
