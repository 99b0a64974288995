package vn.thang.assessment.workbook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.thang.assessment.workbook.SampleWorkbook.COMMENT;
import static vn.thang.assessment.workbook.SampleWorkbook.answer;
import static vn.thang.assessment.workbook.SampleWorkbook.changed;
import static vn.thang.assessment.workbook.SampleWorkbook.comment;
import static vn.thang.assessment.workbook.SampleWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Texts;

class AnswerWorkbookTest {

    private final SampleWorkbook sample = SampleWorkbook.national();
    private final byte[] written = sample.write(SampleWorkbook.answer("STR.1", "3", COMMENT),
            SampleWorkbook.answer("QUA.2", null, "chờ"));

    @Test
    void saysWhatItSaidWhenNothingWasFilledIn() {
        FilledWorkbook read = sample.read(written);
        assertEquals(sample.model().criteria().size(), read.cells().size());
        assertEquals("2026-11-02T02:30:00Z", read.manifest().made().toString());
        for (WorkbookManifest.Base base : read.manifest().bases()) {
            FilledWorkbook.Filled cells = read.cells().get(base.criterion());
            assertEquals(base.value(), cells.value(), base.criterion());
            assertEquals(base.comment(), cells.comment(), base.criterion());
        }
        assertEquals("3", read.cells().get("STR.1").value());
        assertEquals(COMMENT, read.cells().get("STR.1").comment());
        assertEquals(3, read.manifest().bases().get(0).version());
        assertNull(read.cells().get("QUA.2").value());
        assertEquals("chờ", read.cells().get("QUA.2").comment());
    }

    @Test
    void aSheetForEachDimensionWithNothingOpenButAnswersAndComments() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            assertEquals(1 + 11 + 1, workbook.getNumberOfSheets());
            assertTrue(workbook.isStructureLocked());
            assertEquals(SheetVisibility.VERY_HIDDEN,
                    workbook.getSheetVisibility(workbook.getSheetIndex(WorkbookManifest.SHEET)));
            assertEquals("Tỉnh Lào Cai (15)", workbook.getSheetAt(0).getRow(2).getCell(1).getStringCellValue());
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertTrue(sheet.getProtect(), sheet.getSheetName());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        boolean open = i > 0 && i < 12 && row.getRowNum() >= AnswerWorkbook.FIRST_ROW
                                && (cell.getColumnIndex() == AnswerWorkbook.ANSWER
                                        || cell.getColumnIndex() == AnswerWorkbook.COMMENT);
                        assertEquals(!open, cell.getCellStyle().getLocked(), SampleWorkbook.place(cell));
                        assertFalse(cell.getCellType() == CellType.FORMULA, SampleWorkbook.place(cell));
                    }
                }
            }
            XSSFSheet first = workbook.getSheetAt(1);
            assertTrue(first.getPrintSetup().getLandscape());
            assertEquals(9, first.getPrintSetup().getPaperSize());
            assertEquals(2, first.getPaneInformation().getHorizontalSplitPosition());
            assertEquals(List.of("1", "2", "3", "4", "5"), List.of(first.getDataValidations().stream()
                    .filter(rule -> rule.getRegions().getCellRangeAddress(0).isInRange(answer(workbook, "STR.1")))
                    .findFirst().orElseThrow().getValidationConstraint().getExplicitListValues()));
            assertEquals(5,
                    row(workbook, "STR.1").getCell(AnswerWorkbook.STATEMENTS).getStringCellValue().lines().count());
            assertTrue(row(workbook, "STR.1").getCell(AnswerWorkbook.LAST).getStringCellValue().startsWith("3 – "));
            Cell evidence = row(workbook, "STR.1").getCell(AnswerWorkbook.COMMENT + 1);
            assertEquals("Mức 2: =Kế hoạch 214.pdf", evidence.getStringCellValue());
            assertTrue(comment(workbook, "STR.1").getCellStyle().getQuotePrefixed());
            assertEquals("Mức 2 được tính (tự đánh giá: Mức 3): chưa có minh chứng cho mức 3.",
                    row(workbook, "STR.1").getCell(AnswerWorkbook.COMMENT + 2).getStringCellValue());
        }
    }

    /** The sample says that STR.2 meant something else in the round before. */
    @Test
    void aQuestionThatMeantSomethingElseSaysSoBesideItsLastAnswer() throws IOException {
        byte[] both = sample.write(SampleWorkbook.answer("STR.1", "3", null),
                SampleWorkbook.answer("STR.2", "2", null));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(both))) {
            String apart = Texts.text(Texts.LANGUAGES.get(0), "assessment.last-apart", "vn-dgm/1.0");
            assertFalse(row(workbook, "STR.1").getCell(AnswerWorkbook.LAST).getStringCellValue().contains(apart));
            String last = row(workbook, "STR.2").getCell(AnswerWorkbook.LAST).getStringCellValue();
            assertTrue(last.startsWith("2 – ") && last.endsWith(apart), last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3,0", "3.0", " 3 ", "3,00"})
    void aLevelMayBeWrittenAsTextInAnyLocale(String text) throws IOException {
        assertEquals("3", sample.read(changed(written, book -> answer(book, "DIG.1").setCellValue(text))).cells()
                .get("DIG.1").value());
    }

    @Test
    void whatIsFilledInIsRead() throws IOException {
        FilledWorkbook read = sample.read(changed(written, book -> {
            answer(book, "DIG.1").setCellValue(4);
            comment(book, "DIG.1").setCellValue("  một\r\nhai  ");
            comment(book, "DIG.2").setCellValue(2025);
            answer(book, "STR.1").setBlank();
            row(book, "STR.2").removeCell(comment(book, "STR.2"));
        }));
        assertEquals("4", read.cells().get("DIG.1").value());
        assertEquals("một\nhai", read.cells().get("DIG.1").comment());
        assertEquals("2025", read.cells().get("DIG.2").comment());
        assertNull(read.cells().get("STR.1").value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026 | 24 | vn-dgm/1.0 | agency", "2025 | 15 | vn-dgm/1.0 | round",
            "2025 | 24 | vn-dgm/1.0 | agency round"})
    void anotherAgencyOrRound(String round, String agency, String model, String reasons) {
        AssessmentHead other = SampleWorkbook.head(round, agency, model);
        assertEquals(List.of(reasons.split(" ")), reasons(() -> sample.read(written, other)));
    }

    @Test
    void anotherModelOrAnotherVersionOfIt() {
        AssessmentHead other = SampleWorkbook.head("2026", "15", "vn-dgm/1.1");
        assertEquals(List.of("model"),
                reasons(() -> AnswerWorkbookReader.read(written, other, sample.hash(), sample.model())));
        assertEquals(List.of("model-changed"),
                reasons(() -> AnswerWorkbookReader.read(written, sample.head(), "0", sample.model())));
        assertEquals(List.of("questions"),
                reasons(() -> AnswerWorkbookReader.read(written, sample.head(), sample.hash(),
                        sample.model().forAgencyType("commune"))));
    }

    @Test
    void aChangedStructureIsToldWithItsPlace() throws IOException {
        refused(book -> book.setSheetName(1, "Của tôi"), book(1) + "! sheet-missing", "Của tôi! sheet-unknown");
        refused(book -> book.removeSheetAt(2), book(2) + "! sheet-missing");
        refused(book -> book.createSheet("Nháp"), "Nháp! sheet-unknown");
        refused(book -> {
            Sheet sheet = book.getSheetAt(1);
            sheet.shiftRows(2, 3, 1);
        }, book(1) + "!A3 row-moved", book(1) + "!A4 row-moved", book(1) + "!A5 row-moved");
        refused(book -> book.getSheetAt(1).removeRow(book.getSheetAt(1).getRow(3)), book(1) + "!A4 row-moved");
        refused(book -> row(book, "STR.1").getCell(AnswerWorkbook.STATEMENTS).setCellValue("1 – dễ"),
                book(1) + "!B3 text-changed");
        refused(book -> book.getSheetAt(1).createRow(30).createCell(2).setCellValue("thêm"),
                book(1) + "!C31 row-added");
    }

    @Test
    void theHiddenSheetCannotBeChanged() throws IOException {
        for (int[] cell : new int[][]{{1, 1}, {2, 1}, {3, 1}, {5, 1}, {6, 1}, {9, 0}, {9, 2}, {9, 3}, {9, 5}}) {
            refused(book -> book.getSheet(WorkbookManifest.SHEET).getRow(cell[0]).getCell(cell[1]).setCellValue("4"),
                    "_thang! checksum");
        }
        refused(book -> book.getSheet(WorkbookManifest.SHEET).getRow(9).getCell(4).setCellValue("%"),
                "_thang! checksum");
        refused(book -> book.getSheet(WorkbookManifest.SHEET)
                .removeRow(book.getSheet(WorkbookManifest.SHEET).getRow(12)),
                "_thang! checksum");
        refused(book -> book.getSheet(WorkbookManifest.SHEET).getRow(0).getCell(1).setCellValue("thang-answers-9"),
                "! format");
        refused(book -> book.removeSheetAt(book.getSheetIndex(WorkbookManifest.SHEET)), "! not-ours");
    }

    @Test
    void aRightChecksumOverWhatCannotBeIsNotBelieved() throws IOException {
        WorkbookManifest manifest = sample.read(written).manifest();
        WorkbookManifest.Base first = manifest.bases().get(0);
        refused(book -> forge(book, manifest,
                new WorkbookManifest.Base("STR.1", first.sheet(), 2, "9", null, 1, first.text())),
                "_thang! checksum");
        refused(book -> forge(book, manifest,
                new WorkbookManifest.Base("STR.2", first.sheet(), 2, "3", null, 1, first.text())),
                "! questions");
        refused(book -> forge(book, manifest,
                new WorkbookManifest.Base("STR.1", first.sheet(), -7, "3", null, 1, null)), "! unreadable");
    }

    private static void forge(XSSFWorkbook book, WorkbookManifest manifest, WorkbookManifest.Base base) {
        book.removeSheetAt(book.getSheetIndex(WorkbookManifest.SHEET));
        List<WorkbookManifest.Base> bases = new ArrayList<>(manifest.bases());
        bases.set(0, base);
        new WorkbookManifest(manifest.round(), manifest.agency(), manifest.model(), manifest.modelHash(),
                manifest.made(), bases)
                .write(book.createSheet(WorkbookManifest.SHEET));
    }

    @Test
    void unknownLevelsFormulasAndLongCommentsAreToldWithTheirCell() throws IOException {
        refused(book -> {
            answer(book, "STR.1").setCellValue(6);
            answer(book, "STR.2").setCellValue("2,5");
            answer(book, "STR.3").setCellValue(true);
            comment(book, "STR.3").setCellValue("x".repeat(4_001));
            answer(book, "GOV.1").setCellValue(2.5);
        }, book(1) + "!E3 level", book(1) + "!E4 level", book(1) + "!E5 level", book(1) + "!F5 comment",
                book(2) + "!E3 level");
        refused(book -> {
            answer(book, "STR.1").setCellFormula("1+2");
            comment(book, "GOV.1").setCellFormula("HYPERLINK(\"https://example.org\")");
        }, book(1) + "!E3 formula", book(2) + "!F3 formula");
        WorkbookFault fault = faults(
                () -> sample.read(changed(written, book -> answer(book, "STR.1").setCellValue("bốn")))).get(0);
        assertEquals("“bốn” không phải là mức từ 1 đến 5.", fault.text(SampleWorkbook.VIETNAMESE));
    }

    @Test
    void filesThatAreNoPlainWorkbookAreNotOpened() throws IOException {
        assertEquals(List.of("empty"), reasons(() -> sample.read(new byte[0])));
        assertEquals(List.of("too-large"), reasons(() -> sample.read(new byte[WorkbookParts.MOST_BYTES + 1])));
        assertEquals(List.of("no-workbook"), reasons(() -> sample.read("mã;trả lời".getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("no-workbook"), reasons(() -> sample.read(zip("word/document.xml"))));
        assertEquals(List.of("open-document"), reasons(() -> sample.read(zip("mimetype"))));
        assertEquals(List.of("old-or-locked"),
                reasons(() -> sample.read(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})));
        assertEquals(List.of("unreadable"), reasons(() -> sample.read(zip("xl/workbook.xml"))));
        assertEquals(List.of("not-ours"), reasons(() -> sample.read(another())));
    }

    @Test
    void aFileThatWasCutShortIsTold() {
        for (int length : new int[]{20, 500, written.length / 3, written.length / 2, written.length - 200,
                written.length - 10}) {
            assertEquals(List.of("truncated"), reasons(() -> sample.read(Arrays.copyOf(written, length))),
                    "at " + length);
        }
    }

    @Test
    void macrosForeignPartsBombsAndEntitiesAreRefusedBeforeAnythingIsRead() throws IOException {
        assertEquals(List.of("macros"), reasons(() -> sample.read(with("xl/vbaProject.bin", "x"))));
        assertEquals(List.of("macros"), reasons(() -> sample.read(with("xl/macrosheets/sheet1.xml", "x"))));
        assertEquals(List.of("macros"),
                reasons(() -> sample.read(mended("[Content_Types].xml",
                        text -> text.replace("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml")
                                .replace("openxmlformats-officedocument", "ms-excel")))));
        assertEquals(List.of("foreign-parts"),
                reasons(() -> sample.read(with("xl/externalLinks/externalLink1.xml", "x"))));
        assertEquals(List.of("foreign-parts"), reasons(() -> sample.read(with("xl/embeddings/oleObject1.bin", "x"))));
        assertEquals(List.of("bomb"), reasons(() -> sample.read(with("xl/media/image1.png", " ".repeat(31_000_000)))));
        assertEquals(List.of("entities"),
                reasons(() -> sample.read(mended("xl/sharedStrings.xml", text -> text.replaceFirst("\\?>",
                        "?><!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]>")))));
        byte[] otherCharacters = mendedBytes("xl/sharedStrings.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a"
                        + " [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><sst>&b;</sst>")
                        .getBytes(StandardCharsets.UTF_16));
        assertEquals(List.of("unreadable"), reasons(() -> sample.read(otherCharacters)));
        assertEquals(List.of("bomb"), reasons(() -> sample.read(
                zip(IntStream.range(0, 201).mapToObj(i -> i + ".xml").toArray(String[]::new)))));
    }

    /** It is saved as .xlsx too, so that the remedy must say which of the two kinds is meant. */
    @Test
    void aStrictWorkbookIsToldByItsName() throws IOException {
        assertEquals(List.of("strict"), reasons(() -> sample.read(mended("_rels/.rels", text -> text
                .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")))));
    }

    @Test
    void whatIsDamagedWithinASheetIsToldInWords() throws IOException {
        for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml",
                "xl/_rels/workbook.xml.rels", "[Content_Types].xml")) {
            for (UnaryOperator<String> damage : List.<UnaryOperator<String>>of(text -> text.replace(" r=\"A", " r=\"Ä"),
                    text -> text.replaceAll("<v>[0-9]+</v>", "<v>1,5</v>"),
                    text -> text.replaceAll("s=\"[0-9]+\"", "s=\"x\""),
                    text -> text.substring(0, text.length() / 2), text -> "", text -> text.replace("Id=", "Ad="),
                    text -> text.replaceAll("r:id=\"[^\"]*\"", "r:id=\"nothing\""))) {
                byte[] damaged = mended(part, damage);
                try {
                    sample.read(damaged);
                } catch (WorkbookRefused refused) {
                    assertTrue(refused.faults().size() >= 1, part);
                }
            }
        }
    }

    @Test
    void everyFaultHasItsWordsInEveryLanguage() throws IOException {
        String texts = Files.readString(Path.of("src/main/resources/i18n/messages_vi.properties"));
        List<String> reasons = texts.lines().filter(line -> line.startsWith("workbook.fault."))
                .map(line -> line.substring(15, line.indexOf('='))).toList();
        assertEquals(29, reasons.size());
        for (Locale locale : Texts.LANGUAGES) {
            for (String reason : reasons) {
                WorkbookFault fault = WorkbookFault.file(reason, "a", "b");
                assertDoesNotThrow(() -> fault.text(locale) + fault.remedy(locale), reason);
            }
        }
    }

    @Test
    void optionsOfAPointsScaleAreOfferedAndReadByName(@TempDir Path folder) throws IOException {
        SampleWorkbook small = new SampleWorkbook(small(folder), "small/1.0");
        byte[] content = small.write(SampleWorkbook.answer("B.1.1", "partly", null));
        assertEquals("partly", small.read(content).cells().get("B.1.1").value());
        assertEquals("none", small.read(changed(content, book -> answer(book, "B.1.1").setCellValue("none"))).cells()
                .get("B.1.1").value());
        List<WorkbookFault> faults = faults(
                () -> small.read(changed(content, book -> answer(book, "B.1.1").setCellValue("half"))));
        assertEquals("“half” is not an option of this question. Possible are: full, partly, none.",
                faults.get(0).text(Locale.ENGLISH));
    }

    private static Catalog small(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("small/1.0"));
        Files.createDirectories(folder.resolve("programme"));
        Files.writeString(folder.resolve("index.yaml"), "models: {small: [\"1.0\"]}");
        Files.copy(Path.of("src/test/resources/catalog/model.yaml"), folder.resolve("small/1.0/model.yaml"));
        for (Locale locale : Texts.LANGUAGES) {
            Files.copy(Path.of("src/test/resources/catalog/texts.yaml"),
                    folder.resolve("small/1.0/texts." + locale.getLanguage() + ".yaml"));
        }
        for (String file : List.of("programme.yaml", "indicators.yaml", "texts.vi.yaml", "texts.en.yaml",
                "texts.de.yaml", "agencies.csv")) {
            Files.copy(Path.of("maturity-model/programme", file), folder.resolve("programme").resolve(file));
        }
        Path indicators = folder.resolve("programme/indicators.yaml");
        Files.writeString(indicators, Files.readString(indicators).replaceAll("(?m)^    criterion: .*\\n", ""));
        return new Catalog(Optional.of(folder));
    }

    private String book(int sheet) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            return workbook.getSheetName(sheet);
        }
    }

    private void refused(SampleWorkbook.Deed deed, String... expected) throws IOException {
        byte[] content = changed(written, deed);
        assertEquals(List.of(expected), faults(() -> sample.read(content)).stream()
                .map(fault -> (fault.sheet() + "!" + fault.cell() + " " + fault.reason())).toList());
    }

    private static List<String> reasons(Executable deed) {
        return faults(deed).stream().map(WorkbookFault::reason).toList();
    }

    private static List<WorkbookFault> faults(Executable deed) {
        return assertThrows(WorkbookRefused.class, deed).faults();
    }

    private static byte[] another() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet("Bảng").createRow(0).createCell(0).setCellValue("STR.1");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private byte[] with(String part, String content) throws IOException {
        return with(written, part, content);
    }

    private static byte[] with(byte[] workbook, String part, String content) throws IOException {
        return copied(workbook, part, content.getBytes(StandardCharsets.UTF_8), null);
    }

    private byte[] mended(String part, UnaryOperator<String> change) throws IOException {
        return copied(written, part, null, change);
    }

    private byte[] mendedBytes(String part, byte[] content) throws IOException {
        return copied(written, part, content, null);
    }

    private static byte[] copied(byte[] workbook, String part, byte[] content, UnaryOperator<String> change)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean meant = entry.getName().equals(part);
                if (!meant || change != null) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(meant ? change.apply(text(in)).getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
                }
            }
            if (content != null) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
