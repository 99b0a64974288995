package vn.thang.organisation.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

class AgencyFileTest {

    private static final String HEADING = "code,parent,name,name_en,type,valid_from,valid_to,predecessors\n";

    @ParameterizedTest
    @ValueSource(strings = {
            "code,parent,name,name_en,type,valid_from,valid_to,predecessors\n15,VN,Tỉnh Lào Cai,Lao Cai,province,2025-07-01,,10;12\n",
            "\uFEFFMã;Mã cấp trên;Tên;Tên tiếng Anh;Loại;Hiệu lực từ;Hiệu lực đến;Tiền thân\r\n15;VN;Tỉnh Lào Cai;Lao Cai;Tỉnh;01/07/2025;;\"10;12\"\r\n",
            "TÊN, ma ,Loai,Ma  cap tren,tien than,hieu luc tu,ten tieng anh\n\n\"Tỉnh Lào Cai\",15,\"Tỉnh, thành phố\",VN,12 10,1/7/2025,Lao Cai"
    })
    void readsTheSameAgencyHoweverItIsWritten(String text) {
        AgencyFile file = read(text);
        assertEquals(List.of(), file.faults());
        AgencySheetRow row = file.rows().get(0);
        assertEquals("15|VN|Tỉnh Lào Cai|Lao Cai|province|2025-07-01||10;12",
                Arrays.stream(AgencyColumn.values()).map(row::text).collect(Collectors.joining("|")));
    }

    @Test
    void composesLettersAndKeepsLineNumbersOverBreaksInCells() {
        String apart = java.text.Normalizer.normalize("Tỉnh Lào Cai", java.text.Normalizer.Form.NFD);
        AgencyFile file = read(
                "code,parent,name,type,note\n15,VN," + apart + ",province,\"a\nb\"\n\nx,VN,X,nothing,\n");
        assertEquals("Tỉnh Lào Cai", file.rows().get(0).name());
        assertEquals(List.of("note"), file.ignored());
        assertEquals(5, file.faults().get(0).line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            ",VN,Tên,,province,,, | CODE | code-missing",
            "Đ1,VN,Tên,,province,,, | CODE | code",
            "a b,VN,Tên,,province,,, | CODE | code",
            "123456789012345678901,VN,Tên,,province,,, | CODE | long",
            "15,VN,,,province,,, | NAME | name-missing",
            "15,VN,=1+1,,province,,, | NAME | formula",
            "15,VN,Tỉnh, Lào Cai,Lao Cai,province,,,, | NAME | cells",
            "15,VN,Tên,,huyện,,, | TYPE | type",
            "15,VN,Tên,,,,, | TYPE | type-missing",
            "15,VN,Tên,,province,2025-02-30,, | VALID_FROM | date",
            "15,VN,Tên,,province,,31/06/2025, | VALID_TO | date",
            "15,VN,Tên,,province,,12/31/2025, | VALID_TO | date",
            "15,VN,Tên,,province,,0025-01-01, | VALID_TO | date",
    })
    void saysWhatIsWrongInARow(String row, AgencyColumn column, String reason) {
        AgencyFile file = read(HEADING + row + "\n");
        assertTrue(file.faults().stream().anyMatch(fault -> fault.line() == 2 && fault.column() == column
                && fault.reason().equals(reason)), file.faults()::toString);
        assertEquals(List.of(), file.rows());
        file.faults().forEach(fault -> Texts.LANGUAGES.forEach(locale -> assertTrue(fault.text(locale).length() > 10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'' | table.empty",
            "' ' | table.empty",
            "'a,b\n1,2\n' | organisation.file.heading",
            "'code,name\n1,2\n' | table.heading-missing",
            "'code,parent,name,type,Mã\n' | table.heading-twice",
            "'code,parent,name,type\n1,VN,\"a\"b,province\n' | table.quotes",
            "'%PDF-1.7\n1 0 obj\n' | table.disguise.pdf",
    })
    void refusesWhatIsNoList(String text, String key) {
        assertEquals(key, refusal(text.getBytes(StandardCharsets.UTF_8)).key());
    }

    @Test
    void refusesOtherEncodingsAndBinariesAndLargeFiles() {
        BusinessException legacy = refusal(
                (HEADING + "1,VN,B\u00ecnh,,province,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("table.encoding", legacy.key());
        assertEquals(2L, legacy.arguments()[0]);
        assertEquals("table.kind", refusal(HEADING.getBytes(StandardCharsets.UTF_16LE)).key());
        assertEquals("table.kind", refusal(new byte[]{(byte) 0x7f, 'E', 'L', 'F', 0, 1, 0}).key());
        assertEquals("table.size", refusal(new byte[AgencyFile.MOST_BYTES + 1]).key());
        String many = IntStream.rangeClosed(0, AgencyFile.MOST_ROWS + 1).mapToObj(i -> i + ",VN,x,,commune,,,\n")
                .collect(Collectors.joining("", HEADING, ""));
        assertEquals("table.rows", refusal(many.getBytes(StandardCharsets.UTF_8)).key());
    }

    @Test
    void readsAWorkbookAsPeopleSeeIt() throws IOException {
        AgencyFile file = AgencyFile.read(workbook(book -> {
            XSSFSheet sheet = book.createSheet("Danh mục");
            row(sheet, 0, "Mã", "Mã cấp trên", "Tên", "Loại", "Hiệu lực từ");
            CellStyle zeros = style(book, "00000");
            CellStyle day = style(book, "dd/mm/yyyy");
            Row first = row(sheet, 1, null, "01", "Phường Ba Đình", "Phường", null);
            first.createCell(0).setCellValue(4);
            first.getCell(0).setCellStyle(zeros);
            first.createCell(4).setCellValue(LocalDate.of(2025, 7, 1));
            first.getCell(4).setCellStyle(day);
            Row second = row(sheet, 3, null, null, "Phường Ngọc Hà", "xã", "2025-07-01");
            second.createCell(0).setCellValue(10105);
            second.createCell(1).setCellValue(15);
            Row third = row(sheet, 4, null, "01", "Mất số không", "xã", null);
            third.createCell(0).setCellValue(8);
            Row fourth = row(sheet, 5, "00012", "01", null, "xã", null);
            fourth.createCell(2).setCellFormula("\"Xã \"&\"Một\"");
        }));
        assertEquals(List.of("2|00004|01|2025-07-01", "4|10105|15|2025-07-01"), file.rows().stream()
                .map(row -> row.line() + "|" + row.code() + "|" + row.parent() + "|" + row.validFrom()).toList());
        assertEquals(Set.of("5 CODE zeros", "6 NAME formula", "6 NAME name-missing"), file.faults().stream()
                .map(fault -> fault.line() + " " + fault.column() + " " + fault.reason()).collect(Collectors.toSet()));
    }

    @Test
    void refusesActiveAndInflatingWorkbooks() throws IOException {
        assertEquals("table.active", refusal(zip("xl/vbaProject.bin", 10)).key());
        assertEquals("table.active", refusal(zip("xl/externalLinks/externalLink1.xml", 10)).key());
        assertEquals("table.inflated", refusal(zip("xl/worksheets/sheet1.xml", 70_000_000)).key());
        assertEquals("table.workbook", refusal(zip("readme.txt", 10)).key());
        byte[] good = workbook(book -> row(book.createSheet("x"), 0, "code", "parent", "name", "type"));
        assertEquals("table.workbook", refusal(Arrays.copyOf(good, good.length / 2)).key());
    }

    static AgencyFile read(String text) {
        return AgencyFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BusinessException refusal(byte[] content) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> AgencyFile.read(content));
        Texts.LANGUAGES
                .forEach(locale -> assertTrue(Texts.text(locale, refusal.key(), refusal.arguments()).length() > 10));
        return refusal;
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(book);
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

    private static CellStyle style(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static byte[] zip(String part, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(new byte[size]);
        }
        return out.toByteArray();
    }
}
