package vn.thang.indicator.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.programme.Indicator;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({"2026, 2026-01-01, 2026-12-31", "2026-Q1, 2026-01-01, 2026-03-31", "2026-Q4, 2026-10-01, 2026-12-31",
            "2024-02, 2024-02-01, 2024-02-29"})
    void beginsAndEnds(String written, LocalDate begin, LocalDate end) {
        Period period = Period.written(written).orElseThrow();
        assertEquals(begin, period.begin());
        assertEquals(end, period.end());
        assertEquals(written, period.toString());
    }

    /** What is read on a page can be typed where a period is asked for. */
    @ParameterizedTest
    @CsvSource({"2026, 2026", "2026-Q3, Q3/2026", "2026-H1, H1/2026", "2026-9M, 9M/2026", "2024-02, 2/2024"})
    void whatIsReadCanBeWritten(String written, String label) {
        Period period = Period.written(written).orElseThrow();
        assertEquals(label, period.label());
        assertEquals(period, Period.written(label).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-13", "1926", "2026-H3", "2026-7M", "2026/2027", "7 tháng 2026",
            "7T/2026", "9 tháng cuối năm 2026", "2026-A2", "2026-T1",
            "năm học 2026", "năm học 2026-2027", "đến quý III/2026", "quý 1+2/2026", "6T/26", "T6T/2026"})
    void anythingElseIsNone(String written) {
        assertTrue(Period.written(written).isEmpty());
    }

    /** The last day of a period belongs to it: by then it is over. */
    @ParameterizedTest
    @CsvSource({"2026-09-30, QUARTER, 2026-Q3, 2026-Q2", "2026-09-29, QUARTER, 2026-Q2, 2026-Q1",
            "2026-01-15, QUARTER, 2025-Q4, 2025-Q3",
            "2026-12-31, YEAR, 2026, 2025", "2026-06-30, HALF_YEAR, 2026-H1, 2025-H2",
            "2026-06-29, HALF_YEAR, 2025-H2, 2025-H1",
            "2026-09-30, NINE_MONTHS, 2026-9M, 2025-9M", "2026-11-29, NINE_MONTHS, 2026-9M, 2025-9M",
            "2026-09-29, NINE_MONTHS, 2025-9M, 2024-9M", "2026-12-30, YEAR, 2025, 2024",
            "2024-02-29, MONTH, 2024-02, 2024-01",
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
    @CsvSource({"2026-H1, 2026-H1", "H1/2026, 2026-H1", "HY2 2026, 2026-H2", "2026-S2, 2026-H2", "2026H1, 2026-H1",
            "6 tháng đầu năm 2026, 2026-H1", "Sáu tháng cuối năm 2026, 2026-H2", "nửa đầu năm 2026, 2026-H1",
            "1. Halbjahr 2026, 2026-H1", "Halbjahr II/2026, 2026-H2", "first half of 2026, 2026-H1",
            "2nd half 2026, 2026-H2",
            "2026-9M, 2026-9M", "9 tháng năm 2026, 2026-9M", "9 tháng đầu năm 2026, 2026-9M", "9M/2026, 2026-9M",
            "9M2026, 2026-9M",
            "nine months 2026, 2026-9M", "neun Monate 2026, 2026-9M", "tháng 9 năm 2026, 2026-09", "9/2026, 2026-09"})
    void halvesAndNineMonthsAreWrittenInManyWaysToo(String written, String period) {
        assertEquals(period, Period.written(written).orElseThrow().toString());
    }

    /** "6T" are six months and "T6" is June: offices write both, and neither means the other. */
    @ParameterizedTest
    @CsvSource({"6T/2026, 2026-H1", "6T2026, 2026-H1", "6T đầu năm 2026, 2026-H1", "6T cuối năm 2026, 2026-H2",
            "6 tháng năm 2026, 2026-H1", "6M/2026, 2026-H1", "2026-6M, 2026-H1", "T6/2026, 2026-06",
            "T.6/2026, 2026-06",
            "9T/2026, 2026-9M", "9T 2026, 2026-9M", "9 tháng/2026, 2026-9M", "3T/2026, 2026-Q1",
            "3 tháng đầu năm 2026, 2026-Q1", "Ba tháng cuối năm 2026, 2026-Q4", "12T/2026, 2026",
            "12 tháng năm 2026, 2026", "tháng 12 năm 2026, 2026-12", "cả năm 2026, 2026", "2026-A1, 2026",
            "2026-S1, 2026-H1", "Quý 03/2026, 2026-Q3", "Quý III/năm 2026, 2026-Q3", "tháng 9/năm 2026, 2026-09",
            "Kỳ báo cáo tháng 9/2026, 2026-09", "kỳ Q.III - 2026, 2026-Q3"})
    void periodsAreReadAsOfficesWriteThem(String written, String period) {
        assertEquals(period, Period.written(written).orElseThrow().toString());
    }

    /** The year of the indicator begins in another month: one calendar year alone would mean two of them. */
    @ParameterizedTest
    @CsvSource({"2026/2027, YEAR, 4, 2026-04-01, 2027-03-31, 2026/2027",
            "2026-2027, YEAR, 10, 2026-10-01, 2027-09-30, 2026/2027",
            "năm 2026/27, YEAR, 7, 2026-07-01, 2027-06-30, 2026/2027",
            "năm học 2026-2027, YEAR, 9, 2026-09-01, 2027-08-31, 2026/2027",
            "6T/2026-2027, HALF_YEAR, 4, 2026-04-01, 2026-09-30, 2026/2027-H1",
            "2026/2027-H1, HALF_YEAR, 4, 2026-04-01, 2026-09-30, 2026/2027-H1",
            "H2/2026-2027, HALF_YEAR, 4, 2026-10-01, 2027-03-31, 2026/2027-H2",
            "9 tháng năm 2026/2027, NINE_MONTHS, 7, 2026-07-01, 2027-03-31, 2026/2027-9M"})
    void aYearMayBeginInAnotherMonth(String written, Indicator.Period.Length length, int month, LocalDate begin,
            LocalDate end,
            String name) {
        Period period = Period.written(written, new Indicator.Period(length, month)).orElseThrow();
        assertEquals(List.of(begin, end, name), List.of(period.begin(), period.end(), period.toString()));
        assertEquals(period, Period.at(period.kind(), end));
        assertEquals(period, Period.written(name, period.kind()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026/2028", "2026/26", "2026/2025", "2026/2027-H1", "2026-Q1", "04/2026"})
    void aYearThatBeginsInAnotherMonthIsNotGuessed(String written) {
        assertTrue(Period.written(written, new Indicator.Period(Indicator.Period.Length.YEAR, 4)).isEmpty(), written);
    }

    /** Whatever the kind: its periods follow one another, are read as they are written, and a day lies in one or behind it. */
    @Test
    void periodsOfEveryKindKeepTheirOrder() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 2_000; i++) {
            Indicator.Period.Length length = Indicator.Period.Length.values()[random.nextInt(5)];
            boolean whole = length != Indicator.Period.Length.MONTH && length != Indicator.Period.Length.QUARTER;
            Indicator.Period kind = new Indicator.Period(length, whole ? 1 + random.nextInt(12) : 1);
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
            Period period = Period.at(kind, day);
            assertFalse(period.begin().isAfter(day));
            assertTrue(kind.next(period.begin()).isAfter(day));
            assertEquals(period.begin(), kind.next(period.back().begin()));
            assertEquals(period, period.back().back().forward(2), period::toString);
            assertEquals(period, Period.written(period.toString(), kind).orElseThrow(), period::toString);
            Period stale = Period.newestStale(kind, i % 500, day);
            assertTrue(stale.isStale(i % 500, day));
            assertFalse(stale.forward(1).isStale(i % 500, day));
            Period ended = Period.endedBy(day, kind);
            assertFalse(ended.end().isAfter(day));
            assertTrue(new Period(kind, kind.next(ended.begin())).end().isAfter(day));
        }
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
        assertEquals(stale, Period.written(period).orElseThrow().isStale(30, day));
    }
}
