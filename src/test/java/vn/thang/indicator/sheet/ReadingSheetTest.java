package vn.thang.indicator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.table.WrittenMoment;
import vn.thang.table.WrittenNumber;

/** What people write in sheets, and what they are told. */
class ReadingSheetTest {

    private static final String HEADING = "agency;indicator;period;numerator;denominator;value;measured_at\n";
    private static final Map<String, String> CODES = Map.of("he thong ket noi, chia se du lieu", "systems_connected");

    static ReadingSheet read(byte[] content) {
        return new ReadingSheet(content,
                EnumSet.of(ReadingColumn.AGENCY, ReadingColumn.INDICATOR, ReadingColumn.PERIOD),
                EnumSet.of(ReadingColumn.NUMERATOR, ReadingColumn.VALUE), CODES);
    }

    private static ReadingSheet read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(WrittenNumber number) throws WrittenNumber.Unclear {
        return number == null ? "" : number.value().stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "agency,indicator,period,numerator,denominator,value,measured_at\n15,systems_connected,2026-Q3,31,40,,2026-10-01T02:00:00Z\n",
            "\uFEFFMã cơ quan;Tên cơ quan;Mã chỉ tiêu;Kỳ số liệu;Tử số;Mẫu số;Giá trị;Thời điểm đo\r\n15;Lào Cai;systems_connected;Quý III/2026;31;40;;09:00 01/10/2026\r\n",
            "Agency code\tIndicator code\tPeriod\tNumerator\tDenominator\tValue\tMeasured at\n15\tsystems_connected\tQ3/2026\t31\t40\t\t2026-10-01 09:00\n",
            "Behördencode;Indikatorcode;Zeitraum;Zähler;Nenner;Wert;Gemessen am\n15;systems_connected;3. Quartal 2026;31,0;40;;1.10.2026 9:00\n",
            "MÃ CƠ QUAN;CHỈ TIÊU;KỲ;TỬ SỐ;MẪU SỐ;GIÁ TRỊ;NGÀY ĐO\n15;Hệ thống kết nối, chia sẻ dữ liệu;quý 3 năm 2026;31;40,00;;1/10/2026 9:00\n"})
    void theSameReadingHoweverItIsWritten(String text) throws WrittenNumber.Unclear {
        ReadingSheet sheet = read(text);
        assertEquals(List.of(), sheet.faults());
        ReadingRow row = sheet.rows().get(0);
        assertEquals(List.of(2, "15", "systems_connected", "2026-Q3", "31", "40", "", "2026-10-01T02:00:00Z"),
                List.of(row.line(), row.agency(), row.indicator(),
                        Period.written(row.period()).orElseThrow().toString(),
                        value(row.numerator()), value(row.denominator()), value(row.value()),
                        WrittenMoment.of(row.measuredAt()).orElseThrow().toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "15;systems_connected;2026-Q3;1.234;40;;  | D2 | NUMERATOR | ambiguous",
            "15;systems_connected;2026-Q3;31;4,000;;  | E2 | DENOMINATOR | ambiguous",
            "15;systems_connected;2026-Q3;ba;40;;     | D2 | NUMERATOR | number",
            "15;systems_connected;2026-Q3;31;40%;;    | E2 | DENOMINATOR | percent",
            "15;systems_connected;2026-Q3;=30+1;40;;  | D2 | NUMERATOR | formula",
            "15;systems_connected;2026-Q3;;;%; | F2 | VALUE | number",
            "15;systems_connected;2026-Q3;31;40;;;thừa | H2 | VALUE | cells"})
    void aFaultNamesItsCell(String row, String place, ReadingColumn column, String reason) {
        ReadingSheet sheet = read(HEADING + row + "\n");
        SheetFault fault = sheet.faults().get(0);
        assertEquals(List.of(place, column, "reading.fault." + reason),
                List.of(fault.place(), fault.column(), fault.fault().key()));
        assertEquals(List.of(), sheet.rows());
        Texts.LANGUAGES.forEach(locale -> assertTrue(fault.text(locale).length() > 10));
    }

    @Test
    void anAmbiguousNumberIsShownInBothWays() {
        String text = read(HEADING + "15;systems_connected;2026-Q3;1.234;40;;\n").faults().get(0)
                .text(Texts.LANGUAGES.get(0));
        assertTrue(text.contains("1.234") && text.contains("1234 ") && text.contains("1,2340"), text);
    }

    @Test
    void whatWasLeftEmptyIsNoFault() {
        ReadingSheet sheet = read(
                HEADING + "15;systems_connected;2026-Q3;;40;;\n15;systems_connected;2026-Q3;31;40;;\n");
        assertEquals(1, sheet.blank());
        assertEquals(3, sheet.rows().get(0).line());
    }

    @Test
    void percentIsTakenWhereAPercentageBelongs() throws WrittenNumber.Unclear {
        assertEquals("87.5", value(read(HEADING + "15;satisfaction;2026-Q3;;;87,5 %;\n").rows().get(0).value()));
    }

    @Test
    void decimalsBeyondTheSixthAreRounded() throws WrittenNumber.Unclear {
        assertEquals("33.333333",
                value(read(HEADING + "15;satisfaction;2026-Q3;;;33,3333333;\n").rows().get(0).value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'agency;indicator;numerator\n15;x;1\n' | reading.sheet.missing",
            "'agency;indicator;period\n15;x;2026\n' | reading.sheet.missing",
            "'agency;indicator;period;value;Giá trị\n' | table.heading-twice",
            "'name;number\n15;1\n' | table.no-heading",
            "'' | table.empty"})
    void whatIsNoSuchSheetIsRefusedAsAWhole(String text, String key) {
        assertEquals(key, assertThrows(BusinessException.class, () -> read(text)).key());
    }

    @Test
    void aWorkbookKeepsExactNumbersBehindTheirFormats() throws Exception {
        ReadingSheet sheet = read(workbook());
        assertEquals("Quý 3", sheet.sheet());
        ReadingRow row = sheet.rows().get(0);
        assertEquals(List.of("15", "2026-09-01", "1.234", "2000", "2026-10-01"),
                List.of(row.agency(), row.period(), value(row.numerator()), value(row.denominator()),
                        row.measuredAt()));
        assertEquals("87.5", value(sheet.rows().get(1).value()));
        assertEquals(List.of("D5 formula", "D6 number"), sheet.faults().stream()
                .map(fault -> fault.place() + " " + fault.fault().key().substring("reading.fault.".length())).toList());
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Ghi chú").createRow(0).createCell(0).setCellValue("Bảng này của Sở");
            XSSFSheet sheet = book.createSheet("Quý 3");
            row(sheet, 0, "Mã cơ quan", "Mã chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Giá trị", "Ngày đo");
            Row first = row(sheet, 1, "15", "x");
            date(book, first, 2, LocalDate.of(2026, 9, 1), "mmm-yy");
            number(book, first, 3, 1.234, "#,##0");
            number(book, first, 4, 2000, "General");
            date(book, first, 6, LocalDate.of(2026, 10, 1), "dd/mm/yyyy");
            number(book, row(sheet, 2, "15", "x", "2026"), 5, 0.875, "0%");
            Row zeros = row(sheet, 3, null, "x", "2026", "1", "2");
            zeros.createCell(0).setCellValue(8);
            row(sheet, 4, "15", "x", "2026", null, "2").createCell(3).setCellFormula("1+1");
            row(sheet, 5, "15", "x", "2026", null, "2").createCell(3).setCellValue(true);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(XSSFSheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
        return row;
    }

    private static void number(XSSFWorkbook book, Row row, int column, double value, String format) {
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style(book, format));
    }

    private static void date(XSSFWorkbook book, Row row, int column, LocalDate day, String format) {
        row.createCell(column).setCellValue(day);
        row.getCell(column).setCellStyle(style(book, format));
    }

    private static CellStyle style(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}
