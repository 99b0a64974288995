package vn.thang.indicator.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.assessment.workbook.FilledByLibreOffice;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.indicator.denominator.FrozenDenominators;
import vn.thang.indicator.intake.KnownReadings;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.Texts;
import vn.thang.report.LibreOffice;
import vn.thang.table.WrittenNumber;

/** The sheets that are offered come back as they went, in every language, through LibreOffice too. */
class ReadingTemplateTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final List<KnownReadings.Named> AGENCIES = List.of(
            new KnownReadings.Named(1, "01", "Thành phố Hà Nội", "province", null, null),
            new KnownReadings.Named(2, "15", "Tỉnh Lào Cai", "province", null, null),
            new KnownReadings.Named(3, "VN", "Việt Nam", "country", null, null));
    /** The third quarter of 2026 is asked for. */
    private static final List<KnownReadings.Named> CHANGED = List.of(
            new KnownReadings.Named(4, "C1", "đóng trong kỳ", "province", null, LocalDate.of(2026, 8, 15)),
            new KnownReadings.Named(5, "C2", "đóng vào ngày cuối kỳ", "province", null, LocalDate.of(2026, 9, 30)),
            new KnownReadings.Named(6, "C3", "đóng trước kỳ", "province", null, LocalDate.of(2026, 6, 30)),
            new KnownReadings.Named(7, "N1", "lập trong kỳ", "province", LocalDate.of(2026, 9, 30), null),
            new KnownReadings.Named(8, "N2", "lập sau kỳ", "province", LocalDate.of(2026, 10, 1), null));
    private static final FrozenDenominators FROZEN = new FrozenDenominators(
            List.of(new FrozenDenominators.Frozen("systems_connected", 1, LocalDate.of(2026, 1, 1), 2,
                    new BigDecimal("40.000000"))),
            List.of());

    @Test
    void everyLanguageIsReadAgainAndNothingIsFilledInYet() throws Exception {
        for (Locale locale : Texts.LANGUAGES) {
            byte[] content = readings(locale);
            ReadingSheet sheet = ReadingSheetTest.read(content);
            assertEquals(List.of(), sheet.faults());
            assertEquals(List.of(), sheet.rows());
            assertEquals(2, sheet.blank());
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                assertEquals(3, book.getNumberOfSheets());
                assertTrue(book.isSheetHidden(2));
                assertEquals(40, book.getSheetAt(0).getRow(2).getCell(6).getNumericCellValue());
                assertEquals("2026-Q3", book.getSheetAt(0).getRow(1).getCell(4).getStringCellValue());
                assertEquals(5, book.getSheetAt(0).getDataValidations().size());
                assertTrue(book.getSheetAt(1).getLastRowNum() >= 6);
            }
        }
    }

    /** Who closed since is due for the period, who closed within it may report on it, and who came after it has nothing to report. */
    @Test
    void whoWasThereInThePeriodHasALineGoneOrNot() throws Exception {
        byte[] content = new ReadingTemplate(CATALOG.programmeTexts(Texts.LANGUAGES.get(0)), Texts.LANGUAGES.get(0))
                .readings("data-exchange", connected(), CHANGED, FROZEN, NOW);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            assertEquals(List.of("C1", "C2", "N1"), IntStream.rangeClosed(1, book.getSheetAt(0).getLastRowNum())
                    .mapToObj(row -> book.getSheetAt(0).getRow(row).getCell(0).getStringCellValue()).toList());
        }
    }

    @Test
    void denominatorsAreOfferedWithWhatIsSetNow() throws Exception {
        byte[] content = new ReadingTemplate(CATALOG.programmeTexts(Texts.LANGUAGES.get(0)), Texts.LANGUAGES.get(0))
                .denominators(
                        new Denominators.Of(1, "2026", "Đợt 2026", LocalDate.of(2026, 1, 1), false), connected(),
                        AGENCIES,
                        Map.of("systems_connected", Map.of(1L, new BigDecimal("77"))), NOW);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            assertEquals(77, book.getSheetAt(0).getRow(1).getCell(4).getNumericCellValue());
            assertEquals("15", book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue());
        }
    }

    @Test
    void whatLibreOfficeSavesIsTaken(@TempDir Path folder) throws Exception {
        LibreOffice office = LibreOffice.installed();
        Locale vietnamese = Texts.LANGUAGES.get(0);
        FilledByLibreOffice spreadsheet = new FilledByLibreOffice(office, readings(vietnamese), folder);
        String sheet = Texts.text(vietnamese, "reading.template.sheet");
        spreadsheet.number(sheet, 1, 5, 31.5);
        spreadsheet.number(sheet, 1, 6, 40);
        spreadsheet.text(sheet, 2, 5, "1.234");
        ReadingSheet read = ReadingSheetTest.read(spreadsheet.save());
        assertEquals(List.of(new ReadingRow(2, "01", "systems_connected", "2026-Q3", WrittenNumber.exact("31.5"),
                WrittenNumber.exact("40"), null, "")), read.rows());
        assertEquals(List.of("F3"), read.faults().stream().map(SheetFault::place).toList());
    }

    private static List<Indicator> connected() {
        return CATALOG.indicators().stream().filter(one -> one.code().equals("systems_connected")).toList();
    }

    private static byte[] readings(Locale locale) {
        return new ReadingTemplate(CATALOG.programmeTexts(locale), locale).readings("data-exchange", connected(),
                AGENCIES, FROZEN, NOW);
    }
}
