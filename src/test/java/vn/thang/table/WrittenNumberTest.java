package vn.thang.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0", "12 | 12", "-3 | -3", "\u22123 | -3", "1234567 | 1234567",
            "3,5 | 3.5", "3.5 | 3.5", "77,25 | 77.25", "0,125 | 0.125",
            "0.125 | 0.125", "1234,567 | 1234.567", "1.234,5 | 1234.5", "1,234.5 | 1234.5", "1.234.567 | 1234567",
            "1,234,567 | 1234567",
            "1.234.567,891 | 1234567.891", "1,234,567.891 | 1234567.891", "1 234 | 1234",
            "1\u00a0234\u00a0567,5 | 1234567.5", "1\u202f234,567 | 1234.567", "1'234.5 | 1234.5",
            "1’234’567 | 1234567", "12,3456 | 12.3456"})
    void oneWayToReadIsTaken(String written, BigDecimal value) throws WrittenNumber.Unclear {
        assertEquals(0, value.compareTo(new WrittenNumber(written, DecimalSign.UNKNOWN).value()), written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"87,5 % | 87.5", "87.5% | 87.5", "100 % | 100", "0\u202f% | 0"})
    void aPercentageSaysThatItIsOne(String written, BigDecimal value) throws WrittenNumber.Unclear {
        assertTrue(WrittenNumber.of(written).percent());
        assertEquals(0, value.compareTo(WrittenNumber.of(written).value()), written);
    }

    @Test
    void whatIsWholeOnlyWhenItIsRoundedIsNotWhole() throws WrittenNumber.Unclear {
        assertEquals(0, new BigDecimal("3").compareTo(WrittenNumber.exact("3.0000000001").value()));
        assertEquals(10, WrittenNumber.exact("3.0000000001").unrounded().scale());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "12.345", "999,000", "-1.234"})
    void twoWaysToReadAreRefused(String written) {
        assertEquals("ambiguous",
                assertThrows(WrittenNumber.Unclear.class, () -> new WrittenNumber(written, DecimalSign.UNKNOWN).value())
                        .getMessage());
    }

    @Test
    void whatIsRefusedIsShownInTheTwoWaysInWhichItMayBeWritten() throws WrittenNumber.Unclear {
        List<String> ways = assertThrows(WrittenNumber.Unclear.class,
                () -> new WrittenNumber("12.345", DecimalSign.UNKNOWN).value()).arguments();
        assertEquals(List.of("12.345", "12345", "12,3450"), ways);
        assertEquals(0, new BigDecimal("12345").compareTo(new WrittenNumber(ways.get(1), DecimalSign.UNKNOWN).value()));
        assertEquals(0,
                new BigDecimal("12.345").compareTo(new WrittenNumber(ways.get(2), DecimalSign.UNKNOWN).value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ba", "1e3", "1E3", "1.", ",5", ".5", "1,2,3", "1.23.456", "1.234.56",
            "1.234,567,8", "1,234.567.8", "1 23", "1  234", "12 34", "1234.567.890",
            "+5", "5-", "--5", "%", "5%%", "%5", "5% x", "TRUE", "#DIV/0!", "1.234 567,8", "٣", "½"})
    void whatIsNoNumberIsRefused(String written) {
        assertEquals("number",
                assertThrows(WrittenNumber.Unclear.class, () -> new WrittenNumber(written, DecimalSign.UNKNOWN).value())
                        .getMessage(),
                written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.234 | 1.234", "-1.234 | -1.234", "1,234 | 1234", "1,234.5 | 1234.5",
            "1 234.5 | 1234.5", "1E+2 | 100", "1e2 | 100",
            "7.5E-1 | 0.75", "1234567.125 | 1234567.125"})
    void aKnownPointBeginsTheDecimals(String written, BigDecimal value) throws WrittenNumber.Unclear {
        assertEquals(0, value.compareTo(WrittenNumber.exact(written).value()), written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.234 | 1234", "1,234 | 1.234", "1.031,5 | 1031.5", "1 031,5 | 1031.5",
            "1.234.567 | 1234567"})
    void aKnownCommaBeginsTheDecimals(String written, BigDecimal value) throws WrittenNumber.Unclear {
        assertEquals(0, value.compareTo(WrittenNumber.of(written, DecimalSign.COMMA).value()), written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.34 | COMMA", "1,234,567 | COMMA", "1e2 | COMMA", "12,34 | POINT",
            "1.234.567 | POINT", "1.234,5 | POINT", "1.23,4 | COMMA",
            "1E+900000000 | POINT", "1E+99 | POINT", "1234567890123456789 | POINT"})
    void aNumberAgainstTheKnownSignOrBeyondTheDatabaseIsRefused(String written, DecimalSign sign) {
        assertEquals("number",
                assertThrows(WrittenNumber.Unclear.class, () -> WrittenNumber.of(written, sign).value()).getMessage(),
                written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"71.33333333333333 | 71.333333 | POINT", "33,3333335 | 33.333334 | UNKNOWN",
            "1E-7 | 0 | POINT", "-0,0000005 | -0.000001 | COMMA"})
    void decimalsBeyondTheSixthAreRoundedHalfUp(String written, BigDecimal value, DecimalSign sign)
            throws WrittenNumber.Unclear {
        assertEquals(0, value.compareTo(WrittenNumber.of(written, sign).value()), written);
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndShownInShort() {
        List<String> shown = assertThrows(WrittenNumber.Unclear.class,
                () -> WrittenNumber.of("1".repeat(100_000)).value()).arguments();
        assertEquals(List.of("1".repeat(24) + "…"), shown);
    }
}
