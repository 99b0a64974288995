package vn.thang.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;

class TableTest {

    private static final Table.Limits LIMITS = new Table.Limits(1_000_000, 100);
    private static final Predicate<TableLine> CODE = line -> line.cell(0).text().equals("code");

    @ParameterizedTest
    @ValueSource(strings = {"code,name\n15,\"Lào Cai; x\"\n", "\uFEFFcode;name\r\n15;Lào Cai\r\n", "code\tname\n15\tLào Cai\n",
        "Danh sách\n\ncode,name\n15,Lào Cai\n"})
    void textIsReadWithEachOfTheThreeSigns(String text) {
        Table table = Table.read(text.getBytes(StandardCharsets.UTF_8), LIMITS, CODE);
        assertEquals("15", table.rows().get(0).cell(0).text());
        assertEquals("Lào Cai", table.rows().get(0).cell(1).text().substring(0, 7));
    }

    @Test
    void theSheetWithTheHeadingIsTakenWhereverItStands() throws IOException {
        Table table = Table.read(workbook(true), LIMITS, CODE);
        assertEquals("Số liệu", table.sheet());
        TableLine row = table.rows().get(0);
        assertEquals(4, row.number());
        assertEquals("3", row.cell(1).text());
        assertEquals(new BigDecimal("3.4"), row.cell(1).exact());
        assertEquals("75%", row.cell(2).text());
        assertEquals(new BigDecimal("0.75"), row.cell(2).exact());
        assertEquals("C4", Table.place(row.number(), 2));
    }

    @Test
    void aWorkbookWithoutTheHeadingIsRefusedWithTheNamesOfItsSheets() throws IOException {
        byte[] content = workbook(false);
        BusinessException refusal = assertThrows(BusinessException.class, () -> Table.read(content, LIMITS, CODE));
        assertEquals("table.no-heading", refusal.key());
        assertEquals("Giới thiệu", refusal.arguments()[0]);
    }

    @Test
    void otherOfficeFilesAreToldWhatTheyAre() throws IOException {
        assertEquals("table.old", refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("table.open-document", refusal(out.toByteArray()));
    }

    private static String refusal(byte[] content) {
        return assertThrows(BusinessException.class, () -> Table.read(content, LIMITS, CODE)).key();
    }

    private static byte[] workbook(boolean withTable) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Giới thiệu").createRow(0).createCell(0).setCellValue("Tệp mẫu");
            if (withTable) {
                XSSFSheet sheet = book.createSheet("Số liệu");
                sheet.createRow(0).createCell(0).setCellValue("Tên bảng");
                sheet.createRow(2).createCell(0).setCellValue("code");
                Row row = sheet.createRow(3);
                row.createCell(0).setCellValue("15");
                number(book, row, 1, 3.4, "0");
                number(book, row, 2, 0.75, "0%");
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void number(XSSFWorkbook book, Row row, int column, double value, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style);
    }
}
