package vn.thang.indicator.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.Indicator;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({"2026, 2026-01-01, 2026-12-31", "2026-Q1, 2026-01-01, 2026-03-31", "2026-Q4, 2026-10-01, 2026-12-31",
            "2024-02, 2024-02-01, 2024-02-29"})
    void beginsAndEnds(String written, LocalDate begin, LocalDate end) {
        Period period = Period.of(written).orElseThrow();
        assertEquals(begin, period.begin());
        assertEquals(end, period.end());
        assertEquals(written, period.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "2026-1", "1926", "2026Q1", "2026-09-01"})
    void anythingElseIsNone(String written) {
        assertTrue(Period.of(written).isEmpty());
    }

    /** The last day of a period belongs to it: by then it is over. */
    @ParameterizedTest
    @CsvSource({"2026-09-30, QUARTER, 2026-Q3, 2026-Q2", "2026-09-29, QUARTER, 2026-Q2, 2026-Q1",
            "2026-01-15, QUARTER, 2025-Q4, 2025-Q3",
            "2026-12-31, YEAR, 2026, 2025", "2026-12-30, YEAR, 2025, 2024", "2024-02-29, MONTH, 2024-02, 2024-01",
            "2024-02-28, MONTH, 2024-01, 2023-12"})
    void theNewestThatIsOver(LocalDate day, Indicator.Period kind, String ended, String before) {
        Period period = Period.endedBy(day, kind);
        assertEquals(ended, period.toString());
        assertEquals(before, period.back().toString());
        assertFalse(period.end().isAfter(day));
    }

    @Test
    void theOldestThatIsFreshEndedNotTooLongAgo() {
        LocalDate today = LocalDate.of(2026, 11, 25);
        assertEquals("2026-Q2", Period.oldestFresh(Indicator.Period.QUARTER, 148, today).toString());
        assertEquals("2026-Q3", Period.oldestFresh(Indicator.Period.QUARTER, 147, today).toString());
        assertEquals("2026-11", Period.oldestFresh(Indicator.Period.MONTH, 1, today).toString());
        assertEquals("2025", Period.oldestFresh(Indicator.Period.YEAR, 400, today).toString());
        assertEquals("2026-Q4", Period.at(Indicator.Period.QUARTER, today).toString());
    }

    @ParameterizedTest
    @CsvSource({"2026, 2026", "năm 2026, 2026", "Year 2026, 2026", "2026-Q3, 2026-Q3", "Q3/2026, 2026-Q3",
            "q3-2026, 2026-Q3", "Q3 2026, 2026-Q3", "Q 3/2026, 2026-Q3",
            "2026 Q3, 2026-Q3", "2026Q3, 2026-Q3", "2026/Q3, 2026-Q3", "Quý III/2026, 2026-Q3", "quý iv/2026, 2026-Q4",
            "Quý 3 năm 2026, 2026-Q3", "QUÝ II NĂM 2026, 2026-Q2",
            "quý I 2026, 2026-Q1", "quy 3/2026, 2026-Q3", "III/2026, 2026-Q3", "3. Quartal 2026, 2026-Q3",
            "Quartal 3/2026, 2026-Q3", "Quarter 3 2026, 2026-Q3", "2026-09, 2026-09",
            "09/2026, 2026-09", "9/2026, 2026-09", "09.2026, 2026-09", "12-2026, 2026-12", "Tháng 9/2026, 2026-09",
            "tháng 09 năm 2026, 2026-09", "T9/2026, 2026-09",
            "2026/9, 2026-09", "2026.09, 2026-09", "2026-M09, 2026-09", "2026M9, 2026-09", "2026-09-01, 2026-09",
            "' 2026 ', 2026"})
    void peopleWriteItInManyWays(String written, String period) {
        assertEquals(period, Period.written(written).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "9/26", "Q5/2026", "quý V/2026", "13/2026", "0/2026", "2026-13", "2026-09-15",
            "09/10/2026", "quý 3", "tháng 9", "iiii/2026", "1926", "2026-Q3-Q4",
            "Q3/2026 (ước)", "2026.1", "2026.9", "Sep-26"})
    void whatIsNoPeriodIsNone(String written) {
        assertTrue(Period.written(written).isEmpty(), written);
    }

    @ParameterizedTest
    @CsvSource({"2026-Q3, 2026-10-30, false", "2026-Q3, 2026-10-31, true"})
    void aPeriodGrowsStaleAfterItsEnd(String period, LocalDate day, boolean stale) {
        assertEquals(stale, Period.of(period).orElseThrow().isStale(30, day));
    }
}
