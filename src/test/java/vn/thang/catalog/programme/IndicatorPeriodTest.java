package vn.thang.catalog.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorPeriodTest {

    @ParameterizedTest
    @CsvSource({"MONTH,2026-12-31,2026-12-01,2026-12-31,2027-01-01,2026-11-01,12",
            "MONTH,2024-02-29,2024-02-01,2024-02-29,2024-03-01,2024-01-01,2",
            "QUARTER,2026-01-01,2026-01-01,2026-03-31,2026-04-01,2025-10-01,1",
            "QUARTER,2026-12-31,2026-10-01,2026-12-31,2027-01-01,2026-07-01,4",
            "YEAR,2026-11-28,2026-01-01,2026-12-31,2027-01-01,2025-01-01,1"})
    void aDayLiesInAPeriodWithNeighbours(Indicator.Period kind, LocalDate day, LocalDate begin, LocalDate end,
            LocalDate next,
            LocalDate back, int number) {
        assertEquals(begin, kind.begin(day));
        assertEquals(end, kind.end(begin));
        assertEquals(next, kind.next(begin));
        assertEquals(back, kind.back(begin));
        assertEquals(number, kind.number(begin));
    }
}
