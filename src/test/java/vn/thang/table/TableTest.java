package vn.thang.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;

class TableTest {

    private static final Table.Limits LIMITS = new Table.Limits(1_000_000, 100);
    private static final Predicate<TableLine> CODE = line -> line.cell(0).text().equals("code");

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>15</t></is></c><c r=\"B2\"><v>45839</v></c></row></sheetData></worksheet>";

    @ParameterizedTest
    @ValueSource(strings = {"code,name\n15,\"Lào Cai; x\"\n", "\uFEFFcode;name\r\n15;Lào Cai\r\n",
            "code\tname\n15\tLào Cai\n",
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
    void allSheetsAreReadAtOnceAndEachSaysWhereItsHeadingIs() throws IOException {
        List<Table> sheets = Table.all(workbook(true), LIMITS);
        assertEquals(List.of("Giới thiệu", "Số liệu"), sheets.stream().map(Table::sheet).toList());
        assertEquals(Optional.empty(), sheets.get(0).from(CODE));
        assertEquals(Optional.of(Table.read(workbook(true), LIMITS, CODE)), sheets.get(1).from(CODE));
        assertEquals("table.workbook", assertThrows(BusinessException.class,
                () -> Table.all("code,name\n".getBytes(StandardCharsets.UTF_8), LIMITS)).key());
        assertEquals("table.size", assertThrows(BusinessException.class,
                () -> Table.all(workbook(true), new Table.Limits(10, 100))).key());
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
        assertEquals("table.old", refusal(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("table.open-document", refusal(out.toByteArray()));
    }

    /** The part with the styles may be missing: every number then stands in the general format. */
    @Test
    void aWorkbookWithoutStylesIsRead() {
        TableLine row = Table.read(parts(SHEET, Map.of()), LIMITS, CODE).rows().get(0);
        assertEquals("15", row.cell(0).text());
        assertEquals(new BigDecimal("45839"), row.cell(1).exact());
    }

    @Test
    void aStrictWorkbookIsRefusedWithItsName() {
        assertEquals("table.strict", refusal(parts(SHEET,
                Map.of("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<v>45839</v> | <v>45839,5</v>", "<v>45839</v> | <v>abc</v>", "<v>45839</v> | <v>NaN</v>",
            "<v>45839</v> | <v>1e999999999</v>",
            "<v>45839</v> | <v>1e-999999999</v>", "r=\"B2\" | r=\"x\"", "r=\"B2\" | r=\"ÄÖ\"", "r=\"B2\" | r=\"\"",
            "row r=\"2\" | row r=\"zwei\"",
            "r=\"B2\" | r=\"B2\" t=\"s\"", "r=\"B2\" | r=\"B2\" s=\"x\"", "</sheetData> | <sheetData>",
            "<worksheet | <!DOCTYPE a><worksheet", "sheet1.xml | gone.xml", "<workbook | <!DOCTYPE a><workbook",
            "<workbook | <book",
            "r:id=\"rId1\" | r:id=\"rId7\"", "Relationship Id | Nothing Id"})
    void aDamagedWorkbookIsRefusedInWords(String sound, String damaged) {
        assertEquals("table.workbook", refusal(parts(SHEET, Map.of(sound.strip(), damaged.strip()))));
    }

    /** Lists of places and offices are full of signs that a sheet can only write escaped. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListMayHoldAsManyEscapedSignsAsItLikes(boolean shared) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SplittableRandom random = new SplittableRandom(1);
        String written = "";
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), 1_000, false, shared)) {
            Sheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("code");
            for (int row = 1; row < 90; row++) {
                written = random.ints(1_300, 'a', 'z').mapToObj(letter -> (char) letter + "&")
                        .collect(Collectors.joining());
                sheet.createRow(row).createCell(0).setCellValue(written);
            }
            workbook.write(out);
        }
        Table table = Table.read(out.toByteArray(), LIMITS, CODE);
        assertEquals(89, table.rows().size());
        assertEquals(written, table.rows().get(88).cell(0).text());
    }

    /** The same moments in both countings of days, with and without a time of day, and a month as a cell shows it. */
    @ParameterizedTest
    @CsvSource({"2025-07-01T00:00, dd/mm/yyyy, 2025-07-01", "2021-04-02T09:00, dd/mm/yyyy hh:mm, 2021-04-02 09:00:00",
            "2021-04-02T09:00, dd/mm/yyyy, 2021-04-02 09:00:00", "2026-09-01T00:00, mmm-yy, 2026-09-01",
            "2024-02-29T23:59:59, yyyy-mm-dd hh:mm:ss, 2024-02-29 23:59:59",
            "1999-12-31T06:30, m/d/yy h:mm, 1999-12-31 06:30:00"})
    void daysAreThoseThatPeopleSeeWhicheverYearTheyAreCountedFrom(LocalDateTime moment, String format, String shown)
            throws IOException {
        for (boolean from1904 : new boolean[]{false, true}) {
            try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                if (from1904) {
                    book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
                }
                XSSFSheet sheet = book.createSheet("S");
                sheet.createRow(0).createCell(0).setCellValue("code");
                number(book, sheet.createRow(1), 0, DateUtil.getExcelDate(moment, from1904), format);
                book.write(out);
                assertEquals(shown, Table.read(out.toByteArray(), LIMITS, CODE).rows().get(0).cell(0).text(),
                        "from 1904: " + from1904);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2025-07-01", "true, 2025-07-01", "0, 2021-06-30", "false, 2021-06-30"})
    void theYearThatDaysAreCountedFromIsSaidInSeveralWays(String written, String day) {
        assertEquals(day,
                Table.read(parts(SHEET.replace("<c r=\"B2\"><v>45839</v>", "<c r=\"B2\" s=\"1\"><v>44377</v>"),
                        Map.of("<sheets>", "<workbookPr date1904='" + written + "'/><sheets>"), STYLES), LIMITS, CODE)
                        .rows().get(0)
                        .cell(1).text());
    }

    /** Some programs write a day as words of the standard and not as a number. */
    @ParameterizedTest
    @CsvSource({"2025-07-01T00:00:00, 2025-07-01", "2025-07-01T00:00:00Z, 2025-07-01", "2025-07-01, 2025-07-01",
            "2021-04-02T09:00:00, 2021-04-02 09:00:00", "1-7-2025, 1-7-2025", "2025-07-01Tsáng, 2025-07-01Tsáng"})
    void aDayWrittenAsTheStandardWritesItIsRead(String written, String shown) {
        assertEquals(shown, Table.read(parts(SHEET.replace("<c r=\"B2\"><v>45839</v>",
                "<c r=\"B2\" t=\"d\"><v>" + written + "</v>"), Map.of()), LIMITS, CODE).rows().get(0).cell(1).text());
    }

    private static final String STYLES = "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";

    private static String refusal(byte[] content) {
        return assertThrows(BusinessException.class, () -> Table.read(content, LIMITS, CODE)).key();
    }

    /** The smallest workbook with this sheet, in the parts of which the first words are replaced by the second. */
    private static byte[] parts(String sheet, Map<String, String> replaced) {
        return parts(sheet, replaced, null);
    }

    private static byte[] parts(String sheet, Map<String, String> replaced, String styles) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (styles != null) {
                zip.putNextEntry(new ZipEntry("xl/styles.xml"));
                zip.write(styles.getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<String, String> part : Map.of(
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                            + "<Override PartName='/xl/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
                            + (styles == null ? ""
                                    : "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>")
                            + "</Types>",
                    "_rels/.rels", relationship("officeDocument", "xl/workbook.xml"),
                    "xl/_rels/workbook.xml.rels", relationship("worksheet", "sheet1.xml"),
                    "xl/workbook.xml",
                    "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='"
                            + OFFICE
                            + "'><sheets><sheet name='S' sheetId='1' r:id=\"rId1\"/></sheets></workbook>",
                    "xl/sheet1.xml", sheet).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String text = part.getValue();
                for (Map.Entry<String, String> one : replaced.entrySet()) {
                    text = text.replace(one.getKey(), one.getValue());
                }
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relationship(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='"
                + OFFICE + "/" + type + "' Target='" + target + "'/></Relationships>";
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
