package vn.thang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row of headings is as tall as the longest of them needs in its column. */
class HeadRowTest {

    /** The last line leaves room for the button of a filter, and a word that is longer than a line goes on in the next. */
    @ParameterizedTest
    @CsvSource({"Mã, 10, 1", "Trọng số từ mức 1, 10, 3", "Trọng số, 10, 2", "Trọng số, 8, 2", "Trọng số, 20, 1",
            "Selbsteinschätzung, 12, 2", "Selbsteinschätzung, 9, 3", "'', 10, 1"})
    void wordsAreCountedIntoLines(String heading, double room, int lines) {
        assertEquals(lines, HeadRow.lines(heading, room));
    }

    @Test
    void theNarrowestColumnDecides() throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            CellStyle style = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            style.setFont(bold);
            style.setWrapText(true);
            Row row = sheet.createRow(0);
            for (int i = 0; i < 2; i++) {
                sheet.setColumnWidth(i, (i == 0 ? 60 : 12) * 256);
                row.createCell(i).setCellValue("Trọng số từ mức 1");
                row.getCell(i).setCellStyle(style);
            }
            HeadRow.fit(row);
            float narrow = row.getHeightInPoints();
            sheet.setColumnWidth(1, 60 * 256);
            HeadRow.fit(row);
            float wide = row.getHeightInPoints();
            assertTrue(wide >= 15 && wide < 20 && narrow > 2 * wide, wide + " " + narrow);
        }
    }
}
