package vn.thang.report.list;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile.Column;
import vn.thang.platform.list.ListFile.Content;
import vn.thang.platform.list.ListFile;
import vn.thang.report.WorkbookStyles;
import vn.thang.report.workbook.RoundSheets;

/**
 * A list as a workbook: one sheet with its rows, and one that says what it is, when it was taken and by which filters.
 *
 * @param taken when it was taken, as the language writes it
 */
public record ListWorkbook(Content<?> content, String filters, ListFile.Asked asked, String taken) {

    private static final int LABEL_WIDTH = 24;
    private static final int FACT_WIDTH = 80;

    /** Writes the file. */
    public void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            WorkbookStyles styles = new WorkbookStyles(workbook);
            rows(content, workbook, styles);
            about(workbook, styles);
            workbook.write(out);
        }
    }

    private <T> void rows(Content<T> list, SXSSFWorkbook workbook, WorkbookStyles styles) {
        Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(list.title()));
        RoundSheets.setUpPrint(sheet);
        List<Column<T>> columns = list.columns();
        Row heads = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * 256);
            text(heads, i, columns.get(i).head(), styles.of("head"));
        }
        HeadRow.fit(heads);
        CellStyle day = time(workbook, styles, "app.format.day");
        CellStyle moment = time(workbook, styles, "app.format.moment");
        for (T one : list.rows()) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < columns.size(); i++) {
                write(row, i, columns.get(i).value().apply(one), styles, day, moment);
            }
        }
        sheet.createFreezePane(1, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, list.rows().size()), 0, columns.size() - 1));
    }

    /** Days and moments as the language writes them: the letters that are its pattern are those of the workbook in small. */
    private CellStyle time(SXSSFWorkbook workbook, WorkbookStyles styles, String pattern) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(styles.of("integer"));
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setDataFormat(workbook.createDataFormat().getFormat(asked.text(pattern).toLowerCase(Locale.ROOT)));
        return style;
    }

    private static void write(Row row, int column, Object value, WorkbookStyles styles, CellStyle day,
            CellStyle moment) {
        switch (value) {
            case null -> {
            }
            case BigDecimal number -> number(row, column, number.doubleValue(),
                    styles.of(number.stripTrailingZeros().scale() > 0 ? "decimal" : "integer"));
            case Double number -> number(row, column, number, styles.of("decimal"));
            case Number number -> number(row, column, number.doubleValue(), styles.of("integer"));
            case LocalDate date -> {
                Cell cell = row.createCell(column);
                cell.setCellValue(date);
                cell.setCellStyle(day);
            }
            case Instant time -> {
                Cell cell = row.createCell(column);
                cell.setCellValue(LocalDateTime.ofInstant(time, Time.ZONE));
                cell.setCellStyle(moment);
            }
            default -> text(row, column, value.toString(), styles.of("wrapped"));
        }
    }

    private static void number(Row row, int column, double number, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void about(SXSSFWorkbook workbook, WorkbookStyles styles) {
        Sheet sheet = workbook.createSheet(asked.text("list.file.about"));
        RoundSheets.setUpPrint(sheet);
        sheet.setColumnWidth(0, LABEL_WIDTH * 256);
        sheet.setColumnWidth(1, FACT_WIDTH * 256);
        text(sheet.createRow(0), 0, content.title(), styles.of("title"));
        fact(sheet, "list.file.taken", taken, styles);
        fact(sheet, "list.file.rows", String.valueOf(content.rows().size()), styles);
        fact(sheet, "list.file.filters", filters.isEmpty() ? asked.text("list.file.no-filters") : filters, styles);
    }

    private void fact(Sheet sheet, String key, String fact, WorkbookStyles styles) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        text(row, 0, asked.text(key), styles.of("strong"));
        text(row, 1, fact, styles.of("wrapped"));
    }
}
