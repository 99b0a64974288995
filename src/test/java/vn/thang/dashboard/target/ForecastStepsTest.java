package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.target.Forecast;

/** Which periods a forecast is made from, and why there is none. */
class ForecastStepsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 7, 1);
    private static final Forecast MADE = new Forecast(List.of(new Forecast.Step(0.1, 0.2, 0.3)), 0.5, true,
            Optional.empty());

    @Test
    void thePeriodsUpToTheNewestAndThoseUpToTheDueDay() {
        ForecastSteps steps = steps(LocalDate.of(2027, 6, 30), null);
        assertEquals(6, steps.known().size());
        assertEquals(OptionalInt.of(0), steps.at(FIRST));
        assertEquals(OptionalInt.of(5), steps.at(LAST));
        assertEquals(List.of(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 6, 30)),
                steps.days());
    }

    /** A period in whose middle the break lies is of both kinds. */
    @ParameterizedTest
    @CsvSource({"2025-04-01, 6", "2025-04-02, 5", "2026-01-01, 3", "2026-07-01, 1", "2026-07-02, 0"})
    void whatCameBeforeABreakIsNotUsed(LocalDate on, int known) {
        ForecastSteps steps = steps(LocalDate.of(2027, 6, 30), on);
        assertEquals(known, steps.known().size());
        assertEquals(3, steps.days().size());
        assertEquals(known == 6 ? OptionalInt.of(0) : OptionalInt.empty(), steps.at(FIRST));
    }

    /** What is over after the due day says nothing of it. */
    @ParameterizedTest
    @CsvSource({"7, 2027-12-31, 1, 2027-06-30", "7, 2028-06-29, 1, 2027-06-30", "7, 2028-06-30, 2, 2028-06-30",
            "1, 2027-12-31, 1, 2027-12-31", "4, 2027-12-31, 1, 2027-03-31", "10, 2027-12-31, 1, 2027-09-30"})
    void theLastStepIsOverByTheDueDay(int firstMonth, LocalDate due, int ahead, LocalDate last) {
        Indicator.Period year = new Indicator.Period(Indicator.Period.Length.YEAR, firstMonth);
        List<LocalDate> days = ForecastSteps
                .of(year, year.begin(2024, 1), year.back(year.begin(LocalDate.of(2027, 1, 1))), due, Optional.empty())
                .days();
        assertEquals(List.of(ahead, last), List.of(days.size(), days.get(days.size() - 1)));
    }

    @Test
    void theReasonIsNamedWhereThereIsNone() {
        assertEquals("pooled", steps(LocalDate.of(2027, 6, 30), null).made("pooled", () -> Optional.of(MADE)).method());
        assertEquals("too-few", steps(LocalDate.of(2029, 9, 30), null).made("pooled", Optional::empty).method());
        assertEquals("too-far", steps(LocalDate.of(2029, 12, 31), null).made("pooled", Optional::empty).method());
        assertEquals("due", steps(LocalDate.of(2026, 9, 30), null).made("pooled", () -> Optional.of(MADE)).method());
        assertEquals("count", steps(LocalDate.of(2027, 6, 30), null).ofCount().method());
        Outlook.Made broken = steps(LocalDate.of(2027, 6, 30), LAST.plusDays(1)).made("pooled",
                () -> Optional.of(MADE));
        assertEquals(Optional.empty(), broken.forecast());
        assertEquals(List.of(0, "too-few"), List.of(broken.known(), broken.method()));
    }

    private static ForecastSteps steps(LocalDate due, LocalDate since) {
        return ForecastSteps.of(Indicator.Period.QUARTER, FIRST, LAST, due,
                Optional.ofNullable(since).map(on -> new Breaks.Break(on, "new-model")));
    }
}
