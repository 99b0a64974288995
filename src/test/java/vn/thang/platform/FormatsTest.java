package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import org.apache.poi.ss.format.CellFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.report.WorkbookStyles;

/** What misses everything is never shown as everything, on pages and in workbooks. */
class FormatsTest {

    @ParameterizedTest
    @CsvSource({"99.996,99.9%", "99.95,99.9%", "99.94,99.9%", "100,100%", "100.04,100%", "55.36,55.4%", "0,0%",
            "99.99999999999999999,99.9%"})
    void aPercentageHasOneDecimalAndIsNotRoundedToEverything(BigDecimal percentage, String shown) {
        assertEquals(shown, Formats.percent(percentage, Locale.of("en")));
    }

    @ParameterizedTest
    @CsvSource({"1,100.0%", "0.99970388,99.970%", "0.9995,99.950%", "0.9994,99.9%", "0.5,50.0%", "0,0.0%"})
    void inAWorkbookNeither(double share, String shown) {
        assertEquals(shown, CellFormat.getInstance(Locale.ROOT, WorkbookStyles.PERCENT).apply(share).text);
    }
}
