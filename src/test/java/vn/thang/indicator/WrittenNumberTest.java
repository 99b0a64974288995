package vn.thang.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0", "12 | 12", "-3 | -3", "\u22123 | -3", "1234567 | 1234567", "3,5 | 3.5", "3.5 | 3.5", "77,25 | 77.25", "0,125 | 0.125",
        "0.125 | 0.125", "1234,567 | 1234.567", "1.234,5 | 1234.5", "1,234.5 | 1234.5", "1.234.567 | 1234567", "1,234,567 | 1234567",
        "1.234.567,891 | 1234567.891", "1,234,567.891 | 1234567.891", "1 234 | 1234", "1\u00a0234\u00a0567,5 | 1234567.5", "1\u202f234,567 | 1234.567", "1'234.5 | 1234.5",
        "1’234’567 | 1234567", "12,3456 | 12.3456"})
    void oneWayToReadIsTaken(String written, BigDecimal value) throws WrittenNumber.Unclear {
        assertEquals(0, value.compareTo(WrittenNumber.of(written)), written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "12.345", "999,000", "-1.234"})
    void twoWaysToReadAreRefused(String written) {
        assertEquals("ambiguous", assertThrows(WrittenNumber.Unclear.class, () -> WrittenNumber.of(written)).getMessage());
    }

    @Test
    void whatIsRefusedIsShownInTheTwoWaysInWhichItMayBeWritten() throws WrittenNumber.Unclear {
        List<String> ways = assertThrows(WrittenNumber.Unclear.class, () -> WrittenNumber.of("12.345")).arguments();
        assertEquals(List.of("12.345", "12345", "12,3450"), ways);
        assertEquals(0, new BigDecimal("12345").compareTo(WrittenNumber.of(ways.get(1))));
        assertEquals(0, new BigDecimal("12.345").compareTo(WrittenNumber.of(ways.get(2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ba", "1e3", "1E3", "1.", ",5", ".5", "1,2,3", "1.23.456", "1.234.56", "1.234,567,8", "1,234.567.8", "1 23", "1  234", "12 34", "1234.567.890",
        "+5", "5-", "--5", "5%", "TRUE", "#DIV/0!", "1.234 567,8", "٣", "½"})
    void whatIsNoNumberIsRefused(String written) {
        assertEquals("number", assertThrows(WrittenNumber.Unclear.class, () -> WrittenNumber.of(written)).getMessage(), written);
    }
}
