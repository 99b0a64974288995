package vn.thang.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.report.form.FormValues.Value;

/** Templates that are filled, templates whose faults are told by their place, and templates that are not let in. */
class FormTemplateTest {

    private static final Locale ENGLISH = Texts.LANGUAGES.get(1);
    private static final FormMarks MARKS = new FormMarks(marks());

    private static Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        List.of("report.title", "run.day", "row.number", "row.code", "row.value", "row.day", "head.code", "sum.value")
                .forEach(mark -> marks.put(mark, "what " + mark + " is"));
        return marks;
    }

    private static Map<String, Value> row(String code, Number value) {
        return Map.of("row.code", Value.of(code), "row.value",
                value == null ? FormValues.NOTHING : new Value(value, value + "%"), "row.day",
                new Value(LocalDate.of(2026, 11, 30), "30/11/2026"));
    }

    private static FormValues values(List<Map<String, Value>> rows) {
        return new FormValues(Map.of("report.title", Value.of("Mục tiêu"), "run.day",
                new Value(LocalDate.of(2026, 11, 30), "30/11/2026"), "head.code", Value.of("Mã")), rows);
    }

    private static final List<Map<String, Value>> ROWS = List.of(row("=HYPERLINK(\"http://x\")", new BigDecimal("1.5")),
            row("{{report.title}} ${7*7}", 2), row("T3 & <b>", null));

    private static void design(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet("Biểu");
        sheet.createRow(0).createCell(0).setCellValue("Báo cáo {{report.title}} ngày {{ run.day }}");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
        XSSFCell code = sheet.createRow(3).createCell(0);
        code.setCellValue("{{row.code}}");
        sheet.getRow(3).createCell(1).setCellValue("{{row.value}}");
        sheet.getRow(3).createCell(2).setCellFormula("B4*2");
        sheet.getRow(3).createCell(3).setCellFormula("B4/SUM(B$4:B$4)");
        sheet.getRow(3).createCell(4).setCellValue("{{row.day}}");
        sheet.getRow(3).createCell(5).setCellFormula("SUM(B4:C4)");
        sheet.addMergedRegion(CellRangeAddress.valueOf("G4:H4"));
        sheet.createRow(4).createCell(1).setCellFormula("SUM(B4:B4)");
        sheet.createRow(6).createCell(0).setCellValue("Người ký");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A7:B7"));
        sheet.getFooter().setCenter("{{report.title}}");
        workbook.createSheet("Khác").createRow(0).createCell(0).setCellFormula("SUM('Biểu'!B4:B4)");
        workbook.createName().setNameName("giá_trị");
        workbook.getName("giá_trị").setRefersToFormula("'Biểu'!$B$4:$B$4");
    }

    private static XSSFWorkbook filled(byte[] template, FormValues values) throws IOException {
        assertEquals(List.of(), FormKind.XLSX.template(template).faults(MARKS));
        return new XSSFWorkbook(new ByteArrayInputStream(FormKind.XLSX.template(template).fill(values)));
    }

    @Test
    void aRowIsRepeatedAndWhatReckonsOverItFollows() throws IOException {
        try (XSSFWorkbook workbook = filled(Templates.sheet(FormTemplateTest::design), values(ROWS))) {
            XSSFSheet sheet = workbook.getSheet("Biểu");
            assertEquals("Báo cáo Mục tiêu ngày 30/11/2026", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals("Mục tiêu", sheet.getFooter().getCenter());
            assertEquals(1.5, sheet.getRow(3).getCell(1).getNumericCellValue());
            assertEquals(CellType.BLANK, sheet.getRow(5).getCell(1).getCellType());
            assertEquals("B6*2", sheet.getRow(5).getCell(2).getCellFormula());
            assertEquals("B6/SUM(B$4:B$6)", sheet.getRow(5).getCell(3).getCellFormula());
            assertEquals("SUM(B5:C5)", sheet.getRow(4).getCell(5).getCellFormula());
            assertEquals("SUM(B4:B6)", sheet.getRow(6).getCell(1).getCellFormula());
            assertEquals(3.5, sheet.getRow(6).getCell(1).getNumericCellValue());
            assertEquals("SUM(Biểu!B4:B6)",
                    workbook.getSheet("Khác").getRow(0).getCell(0).getCellFormula().replace("'", ""));
            assertEquals("Biểu!$B$4:$B$6", workbook.getName("giá_trị").getRefersToFormula().replace("'", ""));
            assertEquals("Người ký", sheet.getRow(8).getCell(0).getStringCellValue());
            assertEquals(List.of("A1:C1", "A9:B9", "G4:H4", "G5:H5", "G6:H6"), sheet.getMergedRegions().stream()
                    .map(CellRangeAddress::formatAsString).sorted().toList());
            assertEquals(LocalDate.of(2026, 11, 30),
                    sheet.getRow(4).getCell(4).getLocalDateTimeCellValue().toLocalDate());
            assertTrue(sheet.getRow(4).getCell(4).getCellStyle().getDataFormatString().contains("yy"));
        }
    }

    /** What people wrote is no formula, no mark and no expression, whatever it begins with. */
    @Test
    void whatPeopleWroteStaysText() throws IOException {
        try (XSSFWorkbook workbook = filled(Templates.sheet(FormTemplateTest::design), values(ROWS))) {
            Cell first = workbook.getSheet("Biểu").getRow(3).getCell(0);
            assertEquals(CellType.STRING, first.getCellType());
            assertEquals("=HYPERLINK(\"http://x\")", first.getStringCellValue());
            assertTrue(((XSSFCell) first).getCellStyle().getQuotePrefixed());
            assertEquals("{{report.title}} ${7*7}",
                    workbook.getSheet("Biểu").getRow(4).getCell(0).getStringCellValue());
        }
        byte[] word = FormKind.DOCX.template(Templates.word(FormTemplateTest::design)).fill(values(ROWS));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertEquals("{{report.title}} ${7*7}", document.getTables().get(0).getRow(2).getCell(0).getText());
        }
    }

    @Test
    void withoutRowsNothingIsLeftOfTheMarks() throws IOException {
        try (XSSFWorkbook workbook = filled(Templates.sheet(FormTemplateTest::design), values(List.of()))) {
            assertEquals(CellType.BLANK, workbook.getSheet("Biểu").getRow(3).getCell(0).getCellType());
            assertEquals("SUM(B4:B4)", workbook.getSheet("Biểu").getRow(4).getCell(1).getCellFormula());
        }
    }

    private static void design(XWPFDocument word) {
        XWPFParagraph broken = word.createParagraph();
        for (String part : List.of("Báo cáo {", "{report.", "title}", "} của Bộ")) {
            broken.createRun().setText(part);
        }
        XWPFTable table = word.createTable(2, 2);
        table.getRow(0).getCell(0).setText("{{head.code}}");
        table.getRow(1).getCell(0).setText("{{row.code}}");
        table.getRow(1).getCell(1).setText("{{row.value}} ngày {{run.day}}");
        word.createParagraph().createRun().setText("Người ký");
    }

    @Test
    void aDocumentIsFilledThoughItsMarksAreWrittenInParts() throws IOException {
        byte[] template = Templates.word(FormTemplateTest::design);
        assertEquals(List.of(), FormKind.DOCX.template(template).faults(MARKS));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(FormKind.DOCX.template(template)
                .fill(values(ROWS))))) {
            assertEquals("Báo cáo Mục tiêu của Bộ", word.getParagraphs().get(0).getText());
            XWPFTable table = word.getTables().get(0);
            assertEquals(4, table.getRows().size());
            assertEquals("Mã", table.getRow(0).getCell(0).getText());
            assertEquals("T3 & <b>", table.getRow(3).getCell(0).getText());
            assertEquals("1.5% ngày 30/11/2026", table.getRow(1).getCell(1).getText());
            assertEquals("Người ký", word.getParagraphs().get(1).getText());
        }
    }

    private static List<String> told(List<FormFault> faults) {
        return faults.stream().map(fault -> fault.kind() + " " + fault.word() + " @ " + fault.place().in(ENGLISH))
                .toList();
    }

    @Test
    void faultsOfAWorkbookAreToldByTheirCells() {
        byte[] template = Templates.sheet(workbook -> {
            design(workbook);
            XSSFSheet sheet = workbook.getSheet("Biểu");
            sheet.createRow(9).createCell(2).setCellValue("{{row.secret}} và {{sum.value}}");
            sheet.createRow(10).createCell(0).setCellValue("{{report.title}");
            sheet.getHeader().setLeft("{{row.code}}");
            sheet.addMergedRegion(CellRangeAddress.valueOf("J4:J5"));
            sheet.getRow(3).createCell(9).setCellValue("x");
        });
        assertEquals(List.of("joined J4:J5 @ cell Biểu!J4:J5", "unknown {{row.secret}} @ cell Biểu!C10",
                "open {{report.title} @ cell Biểu!A11",
                "row-outside {{row.code}} @ head or foot of the printed page of sheet Biểu"),
                told(FormKind.XLSX.template(template).faults(MARKS)));
        assertEquals(List.of("none  @ the whole file"),
                told(FormKind.XLSX.template(Templates.cell("plain")).faults(MARKS)));
    }

    @Test
    void faultsOfADocumentAreToldByTheirParagraphs() {
        byte[] template = Templates.word(word -> {
            design(word);
            word.createParagraph().createRun().setText("{{row.code}} {{nothing}}");
            word.getTables().get(0).getRow(1).getCell(1).setText("{{row.secret}}");
        });
        assertEquals(List.of("row-outside {{row.code}} @ paragraph 3", "unknown {{nothing}} @ paragraph 3",
                "unknown {{row.secret}} @ table 1, row 2, cell 2"),
                told(FormKind.DOCX.template(template).faults(MARKS)).stream().sorted(java.util.Comparator
                        .comparing(fault -> fault.substring(fault.indexOf('@')))).toList());
        byte[] box = Templates.paragraph("{{report.title}}");
        box = Templates.with(box, "word/document.xml", Templates.part(box, "word/document.xml").replace("<w:body>",
                "<w:body><w:sdt><w:sdtContent><w:p><w:r><w:t>{{run.day}}</w:t></w:r></w:p></w:sdtContent></w:sdt>"));
        assertEquals(List.of("not-filled"),
                FormKind.DOCX.template(box).faults(MARKS).stream().map(FormFault::kind).toList());
    }

    /** What other engines would run is an unknown name here. */
    @ParameterizedTest
    @ValueSource(strings = {"{{''.class.forName('java.lang.Runtime').getRuntime().exec('id')}}",
            "{{T(java.lang.Runtime).getRuntime().exec('id')}}", "{{@http://169.254.169.254/latest}}",
            "{{+include}}", "{{?rows}}", "{{report.title.class}}", "{{row.code|upper}}", "{{#rows}}", "{{*list}}",
            "{{../../etc/passwd}}", "{{row.}}", "{{}}", "{{REPORT.TITLE}}"})
    void aMarkIsANameAndNothingElse(String hostile) {
        assertEquals(List.of("unknown"), FormKind.XLSX.template(Templates.cell(hostile)).faults(MARKS).stream()
                .map(FormFault::kind).toList());
        assertEquals(List.of("unknown"), FormKind.DOCX.template(Templates.paragraph(hostile)).faults(MARKS).stream()
                .map(FormFault::kind).toList());
    }

    /** Comments with commands of another engine are comments. */
    @Test
    void commandsOfOtherEnginesAreText() {
        byte[] template = Templates.sheet(workbook -> {
            XSSFSheet sheet = workbook.createSheet("A");
            sheet.createRow(0).createCell(0).setCellValue("{{report.title}} ${report.getClass()} #{1+1} <%= 1 %>");
            var comment = sheet.createDrawingPatriarch().createCellComment(
                    new org.apache.poi.xssf.usermodel.XSSFClientAnchor());
            comment.setString(new org.apache.poi.xssf.usermodel.XSSFRichTextString(
                    "jx:each(items=\"x.getClass()\" var=\"y\" lastCell=\"C4\")"));
            comment.setAddress(0, 0);
        });
        assertEquals(FormKind.XLSX, FormPackage.of("a.xlsx", template).kind());
        try (XSSFWorkbook workbook = filled(template, values(ROWS))) {
            assertEquals("Mục tiêu ${report.getClass()} #{1+1} <%= 1 %>",
                    workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"HYPERLINK(\"http://x\",\"y\")|reaching", "INDIRECT(\"A\"&1)|reaching",
            "WEBSERVICE(\"http://x\")|reaching", "_xlfn.WEBSERVICE(\"http://x\")|reaching", "[1]Sheet1!A1|formula",
            "IFERROR(HYPERLINK(\"http://x\"),1)|reaching", "cmd|'/c calc'!A0|formula", "CALL(\"kernel32\")|reaching",
            "\"{{row.code}}\"|in-formula"}, ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '`')
    void aFormulaThatReachesOutsideIsRefused(String formula, String kind) {
        byte[] template = Templates.sheet(workbook -> {
            XSSFSheet sheet = workbook.createSheet("A");
            sheet.createRow(0).createCell(0).setCellValue("{{report.title}}");
            sheet.getRow(0).createCell(1).setCellFormula("1");
        });
        String part = Templates.part(template, "xl/worksheets/sheet1.xml");
        byte[] hostile = Templates.with(template, "xl/worksheets/sheet1.xml", part.replace("<f>1</f>",
                "<f>" + formula.replace("&", "&amp;").replace("\"", "&quot;") + "</f>"));
        List<FormFault> faults = FormKind.XLSX.template(hostile).faults(MARKS);
        assertEquals(1, faults.size(), () -> told(faults).toString());
        assertTrue(List.of(kind, "formula", "reaching").contains(faults.get(0).kind()));
        assertEquals("cell A!B1", faults.get(0).place().in(ENGLISH));
    }

    @Test
    void formulasThatReckonAreLetIn() {
        byte[] template = Templates.sheet(workbook -> {
            XSSFSheet sheet = workbook.createSheet("A");
            sheet.createRow(0).createCell(0).setCellValue("{{row.value}}");
            int at = 1;
            for (String formula : List.of("IFERROR(A1/0,\"–\")", "SUMIFS(A1:A1,A1:A1,\">1\")", "COUNTIF(A1:A1,\">1\")",
                    "ROUND(AVERAGE(A1:A1),1)", "VLOOKUP(1,A1:B1,2,FALSE)", "TEXT(A1,\"0.0%\")")) {
                sheet.getRow(0).createCell(at++).setCellFormula(formula);
            }
        });
        assertEquals(List.of(), told(FormKind.XLSX.template(template).faults(MARKS)));
    }

    private static void refused(String key, byte[] template) {
        assertEquals(key, assertThrows(BusinessException.class, () -> FormPackage.of("a.xlsx", template)).key());
    }

    @Test
    void whatIsNoTemplateIsRefused() {
        refused("evidence.empty", new byte[0]);
        refused("report.form.kind", Templates.with(Templates.cell("x"), "[Content_Types].xml", "<Types/>"));
        refused("report.form.kind", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes());
        refused("report.form.too-large", new byte[FormPackage.MOST_BYTES + 1]);
        byte[] plain = Templates.cell("{{report.title}}");
        assertEquals("{{report.title}}".length() > 0, FormPackage.of("a.xlsx", plain).kind() == FormKind.XLSX);
        assertEquals(FormKind.DOCX, FormPackage.of("a.docx", Templates.paragraph("{{report.title}}")).kind());
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() {
        byte[] plain = Templates.cell("{{report.title}}");
        refused("report.form.too-much", Templates.with(plain, "xl/media/a.png", new byte[31_000_000]));
        byte[] many = plain;
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(many));
                java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(bytes)) {
            for (java.util.zip.ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            for (int i = 0; i < 300; i++) {
                out.putNextEntry(new java.util.zip.ZipEntry("xl/media/" + i + ".png"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        refused("report.form.too-much", bytes.toByteArray());
    }

    @Test
    void macrosLinksFilesAndEntitiesAreRefused() {
        byte[] plain = Templates.cell("{{report.title}}");
        String types = Templates.part(plain, "[Content_Types].xml");
        refused("evidence.macros", Templates.with(plain, "xl/vbaProject.bin", "x"));
        refused("evidence.macros", Templates.with(plain, "[Content_Types].xml", types.replace("</Types>",
                "<Override PartName=\"/xl/x.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")));
        refused("report.form.part", Templates.with(plain, "[Content_Types].xml", types.replace("</Types>",
                "<Override PartName=\"/xl/worksheets/sheet9.bin\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.worksheet+xml\"/></Types>")));
        for (String type : List.of("application/vnd.openxmlformats-officedocument.oleObject",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml",
                "application/vnd.ms-office.activeX+xml", "application/x-msdownload")) {
            refused("report.form.part", Templates.with(plain, "[Content_Types].xml", types.replace("</Types>",
                    "<Override PartName=\"/xl/x.bin\" ContentType=\"" + type + "\"/></Types>")));
        }
        refused("report.form.link", Templates.with(plain, "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://x/image\" Target=\"evil.png\" TargetMode=\"External\"/>"
                        + "</Relationships>"));
        refused("report.form.link", Templates.with(plain, "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://x/hyperlink\" Target=\"http://evil\" TargetMode=\"External\"/>"
                        + "</Relationships>"));
        refused("report.form.link", Templates.with(plain, "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"r1\" Type=\"http://x/image\" Target=\"file:///etc/passwd\"/></Relationships>"));
        refused("report.form.part", Templates.with(plain, "docProps/app.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"));
        refused("report.form.damaged", Templates.with(plain, "docProps/app.xml", "<a><b></a>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INCLUDETEXT \"file:///etc/passwd\"", "DDEAUTO c:\\\\x.exe", "INCLUDEPICTURE \"http://x\"",
            "HYPERLINK \"http://x\"", "DATABASE x", "LINK Excel.Sheet"})
    void aFieldThatReachesOutsideIsRefused(String code) {
        byte[] plain = Templates.paragraph("{{report.title}}");
        String part = Templates.part(plain, "word/document.xml");
        for (String field : List.of("<w:fldSimple w:instr='%s'/>", "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>"
                + "<w:instrText>%s</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
                "<w:r><w:instrText>%s</w:instrText></w:r>")) {
            refused("report.form.field", Templates.with(plain, "word/document.xml",
                    part.replace("</w:p>", field.formatted(code) + "</w:p>")));
        }
        refused("report.form.field", Templates.with(plain, "word/document.xml", part.replace("</w:p>",
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" + code.substring(0, 2)
                        + "</w:instrText></w:r><w:r><w:instrText>" + code.substring(2)
                        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")));
        byte[] page = Templates.with(plain, "word/document.xml",
                part.replace("</w:p>", "<w:fldSimple w:instr=' PAGE '/></w:p>"));
        assertEquals(FormKind.DOCX, FormPackage.of("a.docx", page).kind());
    }

    /** A template to begin with has no fault, and all its marks are explained. */
    @ParameterizedTest
    @ValueSource(strings = {"XLSX", "DOCX"})
    void theSampleIsATemplate(FormKind kind) {
        byte[] sample = new FormSample(List.of(new FormSample.Column("code", 12, "text"),
                new FormSample.Column("value", 12, "integer")), List.of("run.day"), new FormMarks(allMarks()), ENGLISH)
                .of(kind);
        assertEquals(kind, FormPackage.of("sample." + kind.ending(), sample).kind());
        assertEquals(List.of(), told(kind.template(sample).faults(new FormMarks(allMarks()))));
        assertFalse(kind.template(kind.template(sample).fill(values(ROWS))).faults(MARKS).stream()
                .anyMatch(fault -> fault.kind().equals("unknown")));
    }

    @Test
    void aSampleOfManyColumnsIsPrintedOnOnePageAcross() throws IOException {
        List<FormSample.Column> many = IntStream.range(0, 24)
                .mapToObj(at -> new FormSample.Column("c" + at, at % 2 == 0 ? 12 : 40, "text")).toList();
        byte[] sample = new FormSample(many, List.of("run.day"), MARKS, ENGLISH).of(FormKind.XLSX);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sample))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertTrue(sheet.getFitToPage());
            assertTrue(sheet.getPrintSetup().getLandscape());
            assertEquals(1, sheet.getPrintSetup().getFitWidth());
            int wide = IntStream.rangeClosed(1, many.size()).map(sheet::getColumnWidth).sum() / 256;
            assertTrue(wide <= 260, () -> "columns are " + wide + " characters wide");
        }
    }

    private static Map<String, String> allMarks() {
        Map<String, String> marks = new LinkedHashMap<>(marks());
        marks.put("head.value", "what head.value is");
        return marks;
    }

    /** Formulas that read more and more cells are left to the program that opens the file, with no stale value in them. */
    @Test
    void manyRowsAreFilled() throws IOException {
        List<Map<String, Value>> rows = new ArrayList<>();
        IntStream.range(0, 1_200).forEach(i -> rows.add(row("A" + i, i)));
        try (XSSFWorkbook workbook = filled(Templates.sheet(FormTemplateTest::design), values(rows))) {
            XSSFSheet sheet = workbook.getSheet("Biểu");
            assertTrue(sheet.getRow(10).getCell(3).getCTCell().isSetV());
            assertFalse(sheet.getRow(1_202).getCell(3).getCTCell().isSetV());
            assertEquals("SUM(B4:B1203)", sheet.getRow(1_203).getCell(1).getCellFormula());
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(FormKind.DOCX
                .template(Templates.word(FormTemplateTest::design)).fill(values(rows))))) {
            assertEquals(1_201, word.getTables().get(0).getRows().size());
        }
    }
}
