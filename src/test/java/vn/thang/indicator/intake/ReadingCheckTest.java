package vn.thang.indicator.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.WrittenNumber;

/** What a reading must satisfy, by rules that know no door. */
class ReadingCheckTest {

    private static String outcome(String indicator, String numerator, String denominator, String value) {
        return Checks.outcome(Checks.check(),
                new ReadingRow(1, "15", indicator, "2026-Q2", numerator, denominator, value, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "parts | 1 | 3 | '' | 2026-Q2 1/3/33.333333", "parts | 1 | 3 | 33 | 2026-Q2 1/3/33.333333",
            "parts | 1 | 3 | 33,3 % | 2026-Q2 1/3/33.333333", "parts | 1 | 3 | 33.33 | 2026-Q2 1/3/33.333333",
            "parts | 1 | 3 | 33,3333333333 | 2026-Q2 1/3/33.333333", "parts | 1 | 8 | 12,5 | 2026-Q2 1/8/12.5",
            "parts | 1 | 8 | 12 | 2026-Q2 1/8/12.5", "parts | 1 | 8 | 13 | 2026-Q2 1/8/12.5",
            "parts | 1 | 3 | 34 | contradiction", "parts | 1 | 3 | 33.30 | contradiction",
            "parts | 1 | 3 | 0,33 | contradiction", "parts | 0 | 4 | 100 | contradiction",
            "parts | 20 % | 4 | '' | percent", "parts | 5 | 4 | '' | ratio", "parts | 0 | 0 | '' | 2026-Q2 0/0/0",
            "parts | 0 | 0 | 0 | 2026-Q2 0/0/0", "parts | 0 | 0 | 5 | ratio", "parts | 1 | 0 | '' | ratio",
            "parts | 5 | '' | 50 | parts",
            "parts | 1.0 | 4,0 | '' | 2026-Q2 1/4/25",
            "parts | 0.5 | 1 | '' | numerator.part", "parts | 1 | 2,5 | '' | denominator.part",
            "parts | 1.000000001 | 2 | '' | numerator.part",
            "rate | 0.5 | 1 | '' | 2026-Q2 0.5/1/50",
            "share | '' | '' | 71,5 | 2026-Q2 //71.5", "share | 1 | 4 | 25 | 2026-Q2 //25",
            "share | 1 | 4 | 30 | contradiction", "share | 1 | '' | 30 | no-parts", "share | 1 | 0 | 30 | no-parts",
            "share | '' | '' | 100,5 | value", "count | '' | '' | 12 | 2026-Q2 //12",
            "count | '' | '' | 12.0 | 2026-Q2 //12", "count | '' | '' | 12,5 | count", "count | '' | '' | -1 | count",
            "count | '' | '' | 12.000000001 | count", "count | '' | '' | 12 % | percent",
            "count | '' | '' | 1.234 | ambiguous", "count | '' | '' | 1,234 | ambiguous",
            "count | 3 | 4 | 12 | no-parts"})
    void figuresThatContradictEachOtherAreRefused(String indicator, String numerator, String denominator, String value,
            String outcome) {
        assertEquals(outcome, outcome(indicator, numerator, denominator, value));
    }

    @Test
    void aCountOfJsonIsWholeBeforeItIsRounded() {
        for (String written : List.of("1.234", "3.0000000001", "1E-9")) {
            assertEquals("count", Checks.outcome(Checks.check(),
                    new ReadingRow(1, "15", "count", "2026-Q2", null, null, WrittenNumber.exact(written), null)),
                    written);
        }
        assertEquals("2026-Q2 //120", Checks.outcome(Checks.check(),
                new ReadingRow(1, "15", "count", "2026-Q2", null, null, WrittenNumber.exact("1.2E+2"), null)));
    }

    @ParameterizedTest
    @CsvSource({"2026-Q2", "Q2/2026", "Quý II/2026", "quý 2 năm 2026", "2. Quartal 2026", "2026Q2", "' 2026-q2 '"})
    void periodsAreReadAsPeopleWriteThem(String period) {
        assertEquals("2026-Q2 //12",
                Checks.outcome(Checks.check(), new ReadingRow(1, "15", "count", period, null, null, "12", null)));
    }

    @ParameterizedTest
    @CsvSource({"HALF_YEAR, 1, 2026-H1, 2026-H1 //12", "HALF_YEAR, 1, 6 tháng đầu năm 2026, 2026-H1 //12",
            "HALF_YEAR, 1, 2026-Q2, period.HALF_YEAR", "NINE_MONTHS, 1, 9 tháng 2026, 2026-9M //12",
            "NINE_MONTHS, 1, 2026-09, period.NINE_MONTHS", "YEAR, 4, 2026/2027, 2026/2027 //12",
            "YEAR, 4, 2026, period.shifted",
            "YEAR, 1, 2026, 2026 //12", "YEAR, 12, 2026/2027, future", "MONTH, 1, 2026-M09, 2026-09 //12"})
    void theKindOfPeriodIsThatOfTheIndicator(Indicator.Period.Length length, int firstMonth, String period,
            String outcome) {
        ReadingCheck check = Checks.of(Checks.indicator("count", Indicator.Shape.COUNT, "count",
                new Indicator.Period(length, firstMonth)));
        assertEquals(outcome, Checks.outcome(check, new ReadingRow(1, "15", "count", period, null, null, "12", null)));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-01", "2026-10-01 09:00", "2026-10-01T09:00:00", "01/10/2026 9:00", "2026-10-01T02:00:00Z",
            "''"})
    void momentsAreReadAsPeopleWriteThem(String measured) {
        assertEquals("2026-Q2 //12",
                Checks.outcome(Checks.check(),
                        new ReadingRow(1, "15", "count", "2026-Q2", null, null, "12", measured)));
        assertEquals("measured",
                Checks.outcome(Checks.check(),
                        new ReadingRow(1, "15", "count", "2026-Q2", null, null, "12", "10/2026")));
    }

    @Test
    void codesThatLostTheirZerosAreToldWithTheCodesMeant() {
        CheckedRows checked = Checks.check()
                .all(Stream.of("4", "004", "0015", "16").map(code -> new ReadingRow(1, code, "count",
                        "2026-Q2", null, null, "1", null)).iterator(), 10, "twice");
        assertEquals(List.of("zeros [4, 04, 00004]", "zeros [004, 00004]", "agency [0015]", "agency [16]"),
                checked.faults().stream()
                        .map(fault -> fault.key().substring("reading.fault.".length()) + " " + fault.arguments())
                        .toList());
    }

    @Test
    void ofRowsAboutTheSameNoneIsTaken() {
        CheckedRows checked = Checks.check().all(Stream.of(row(2, "15", "70"), row(3, "04", "71"), row(4, "15", "80"),
                row(5, "15", "70"), new ReadingRow(6, "15", "share", "2026-Q1", null, null, "70", null)).iterator(), 10,
                "twice-only");
        assertEquals(List.of(3, 6), checked.lines().stream().map(line -> line.row().line()).toList());
        assertEquals(List.of("2 4", "4 2", "5 2"),
                checked.faults().stream().map(fault -> fault.line() + " " + fault.arguments().get(3)).toList());
        assertEquals("reading.fault.twice-only", checked.faults().get(0).key());
    }

    private static ReadingRow row(int line, String agency, String value) {
        return new ReadingRow(line, agency, "share", "2026-Q2", null, null, value, null);
    }
}
