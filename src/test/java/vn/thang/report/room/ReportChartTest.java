package vn.thang.report.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vn.thang.platform.Texts;
import vn.thang.report.LibreOffice;

/** Charts of reports: which rows they show, over which formulas they stand, and that a spreadsheet draws them. */
class ReportChartTest {

    private static final String DEFINITION = """
            title: [Thử, Trial, Probe]
            purpose: [Để thử., To try., Zum Probieren.]
            permission: export
            at: country
            formats: [xlsx]
            reads: trial
            columns:
              - {id: code, head: [Mã, Code, Code], width: 12}
              - {id: unit, head: [Đơn vị, Unit, Einheit], width: 12}
              - {id: value, head: [Giá trị, Value, Wert], width: 12, format: decimal}
              - {id: demanded, head: [Yêu cầu, Demanded, Gefordert], width: 12, format: decimal}
            charts:
              - {title: [Giá trị và yêu cầu, Value and demand, Wert und Forderung], label: [code, unit], values: [value, demanded], where: {unit: percent}}
            """;

    private static byte[] workbook(List<Map<String, Object>> rows) throws IOException {
        Report report = ReportReader.read("trial",
                new Load(LoadSettings.builder().build()).loadFromString(DEFINITION));
        try (ReportWorkbook workbook = new ReportWorkbook(report, new ReportWords(null, null, Texts.LANGUAGES.get(0)),
                List.of()); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            rows.forEach(workbook::add);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Map<String, Object> row(String code, String unit, String value) {
        Map<String, Object> row = new HashMap<>(Map.of("code", code, "unit", unit, "demanded", new BigDecimal("80")));
        row.put("value", value == null ? null : new BigDecimal(value));
        return row;
    }

    private static byte[] some() throws IOException {
        return workbook(List.of(row("P1-01", "percent", "62.5"), row("P1-02", "count", "3400"),
                row("P1-03", "percent", null), row("P1-04", "percent", "91")));
    }

    @Test
    void theBarsAreThoseOfTheRowsThatAreMeantByFormulas() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(some()))) {
            XSSFSheet summary = workbook.getSheetAt(1);
            assertEquals("Giá trị và yêu cầu", summary.getRow(0).getCell(0).getStringCellValue());
            assertEquals(List.of("P1-01 · percent", "P1-03 · percent", "P1-04 · percent"),
                    List.of(2, 3, 4).stream().map(i -> summary.getRow(i).getCell(0).getStringCellValue()).toList());
            assertEquals("'Số liệu'!$C$5", summary.getRow(4).getCell(1).getCellFormula());
            assertEquals(91, summary.getRow(4).getCell(1).getNumericCellValue());
            assertNull(summary.getRow(3).getCell(1), "where nothing is known, nothing stands");
            XSSFChart chart = summary.getDrawingPatriarch().getCharts().get(0);
            List<CTBarSer> series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList();
            assertEquals(List.of("'Tổng hợp'!$B$3:$B$5", "'Tổng hợp'!$C$3:$C$5"),
                    series.stream().map(one -> one.getVal().getNumRef().getF()).toList());
            assertEquals(2, series.get(0).getVal().getNumRef().getNumCache().sizeOfPtArray());
        }
    }

    /** A chart with more bars than the eye can read is none. */
    @Test
    void tooManyBarsAreNotDrawn() throws IOException {
        List<Map<String, Object>> rows = java.util.stream.IntStream.range(0, 61)
                .mapToObj(i -> row("X" + i, "percent", "1")).toList();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(rows)));
                XSSFWorkbook fewer = new XSSFWorkbook(new ByteArrayInputStream(workbook(rows.subList(0, 60))))) {
            assertNull(workbook.getSheetAt(1).getDrawingPatriarch());
            assertEquals(1, fewer.getSheetAt(1).getDrawingPatriarch().getCharts().size());
        }
    }

    @Test
    void aSpreadsheetDrawsThem(@TempDir Path folder) throws Exception {
        LibreOffice office = LibreOffice.installed();
        Path printed = office.convert(Files.write(folder.resolve("chart.xlsx"), some()), "pdf", "pdf", folder);
        Files.copy(printed, Path.of("target", "report-chart.pdf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (PDDocument document = Loader.loadPDF(printed.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.split("Giá trị và yêu cầu", -1).length >= 3,
                    "above the table and above the chart: " + text);
        }
    }
}
