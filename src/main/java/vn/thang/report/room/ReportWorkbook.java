package vn.thang.report.room;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.platform.BusinessException;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.report.WorkbookStyles;
import vn.thang.report.room.Report.Column;
import vn.thang.report.workbook.RoundSheets;

/**
 * A report for people who reckon: what it is, tables whose cells count the rows by formulas, and the rows. It is written as a
 * stream, so that memory stays flat.
 */
final class ReportWorkbook implements ReportTable {

    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    private static final int LABEL_WIDTH = 28;
    private static final int FACT_WIDTH = 110;
    private static final float TITLE_HEIGHT = 30;
    private static final Pattern IN_FORMULA = Pattern.compile("\\{(\\w+)}");

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(100);
    private final WorkbookStyles styles = new WorkbookStyles(workbook);
    private final Report report;
    private final ReportWords words;
    private final List<Fact> facts;
    private final Sheet about;
    private final Sheet summary;
    private final Sheet sheet;
    private final CellStyle day;
    private final CellStyle moment;
    private final List<ReportCount> counts;
    private final List<ReportChart> charts;
    private int rows;

    /** A line of what the report says about itself. */
    record Fact(String label, String text) {
    }

    ReportWorkbook(Report report, ReportWords words, List<Fact> facts) {
        this.report = report;
        this.words = words;
        this.facts = facts;
        about = sheet("list.file.about");
        summary = report.summaries().isEmpty() && report.charts().isEmpty() ? null : sheet("report.file.summary");
        sheet = sheet("report.file.rows");
        day = time("app.format.day");
        moment = time("app.format.moment");
        counts = report.summaries().stream().map(one -> new ReportCount(report, one)).toList();
        charts = report.charts().stream().map(one -> new ReportChart(report, one)).toList();
        heads();
        workbook.setForceFormulaRecalculation(true);
    }

    private Sheet sheet(String key) {
        Sheet made = workbook.createSheet(WorkbookUtil.createSafeSheetName(text(key)));
        RoundSheets.setUpPrint(made);
        return made;
    }

    private String text(String key, Object... arguments) {
        return Texts.text(words.language(), key, arguments);
    }

    /** Days and moments as the language writes them: the letters of its pattern are those of the workbook in small. */
    private CellStyle time(String pattern) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(styles.of("integer"));
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setDataFormat(workbook.createDataFormat().getFormat(text(pattern).toLowerCase(Locale.ROOT)));
        return style;
    }

    private void heads() {
        Row heads = sheet.createRow(0);
        for (int i = 0; i < report.columns().size(); i++) {
            Column column = report.columns().get(i);
            sheet.setColumnWidth(i, column.width() * 256);
            write(heads, i, column.head().in(words.language()), "head");
        }
        HeadRow.fit(heads);
        sheet.createFreezePane(Math.min(2, report.columns().size()), 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    }

    @Override
    public void add(Map<String, Object> values) {
        rows++;
        if (rows > MOST_ROWS) {
            throw new BusinessException("report.too-many-rows", MOST_ROWS);
        }
        Row row = sheet.createRow(rows);
        for (int i = 0; i < report.columns().size(); i++) {
            Column column = report.columns().get(i);
            Object shown = shown(column, values.get(column.id()));
            if (shown != null) {
                write(row, i, column, shown);
            }
        }
        counts.forEach(count -> count.add(id -> String.valueOf(shown(report.column(id), values.get(id)))));
        charts.forEach(
                chart -> chart.add(rows, values, id -> String.valueOf(shown(report.column(id), values.get(id)))));
    }

    /** What people read: words for what machines name by a code, and the number of a level. */
    private Object shown(Column column, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return null;
        }
        if (column.words().isPresent()) {
            return words.of(column.words().get(), value.toString());
        }
        return column.format().equals("level") && value.toString().matches("\\d") ? Integer.valueOf(value.toString())
                : value;
    }

    private void write(Row row, int place, Column column, Object value) {
        Cell cell = row.createCell(place);
        cell.setCellStyle(styles.of(switch (column.format()) {
            case "day", "moment" -> "text";
            default -> column.format();
        }));
        column.formula().ifPresent(formula -> cell.setCellFormula(formula(formula, row.getRowNum() + 1)));
        switch (value) {
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate date -> {
                cell.setCellStyle(day);
                cell.setCellValue(date);
            }
            case Instant time -> {
                cell.setCellStyle(moment);
                cell.setCellValue(LocalDateTime.ofInstant(time, Time.ZONE));
            }
            default -> cell.setCellValue(value.toString());
        }
    }

    private String formula(String formula, int row) {
        return IN_FORMULA.matcher(formula).replaceAll(match -> letter(match.group(1)) + row);
    }

    private String letter(String column) {
        return CellReference.convertNumToColString(report.place(column));
    }

    private static void put(Row row, int place, String text, CellStyle style) {
        Cell cell = row.createCell(place);
        cell.setCellStyle(style);
        cell.setCellValue(text);
    }

    private void write(Row row, int place, String text, String style) {
        put(row, place, text, styles.of(style));
    }

    @Override
    public void write(OutputStream out) throws IOException {
        about();
        if (summary != null) {
            summaries();
        }
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows), 0, report.columns().size() - 1));
        colours();
        workbook.setActiveSheet(0);
        workbook.write(out);
    }

    private void colours() {
        for (int i = 0; i < report.columns().size(); i++) {
            if (report.columns().get(i).format().equals("level")) {
                styles.colourLevels(sheet, new CellRangeAddress(1, Math.max(1, rows), i, i));
            }
        }
    }

    private void about() {
        about.setColumnWidth(0, LABEL_WIDTH * 256);
        about.setColumnWidth(1, FACT_WIDTH * 256);
        Row title = about.createRow(0);
        title.setHeightInPoints(TITLE_HEIGHT);
        write(title, 0, report.title().in(words.language()), "title");
        for (Fact fact : facts) {
            fact(fact.label(), fact.text());
        }
        fact(text("list.file.rows"), String.valueOf(rows));
    }

    private void fact(String label, String fact) {
        Row row = about.createRow(about.getLastRowNum() + 1);
        write(row, 0, label, "strong");
        write(row, 1, fact, "wrapped");
    }

    private void summaries() {
        summary.setColumnWidth(0, 44 * 256);
        int row = 0;
        for (ReportCount count : counts) {
            row = count.write(workbook, summary, styles, words, this::range, row) + 2;
        }
        for (ReportChart chart : charts) {
            row = chart.write(workbook, summary, styles, words, this::cell, row) + 2;
        }
    }

    /** The cell of a column in a row, the first of which is 1. */
    private String cell(String column, int row) {
        return "'" + sheet.getSheetName() + "'!$" + letter(column) + "$" + (row + 1);
    }

    /** The data of a column as an absolute range; one row at least. */
    private String range(String column) {
        String letter = letter(column);
        return "'" + sheet.getSheetName() + "'!$" + letter + "$2:$" + letter + "$" + (Math.max(1, rows) + 1);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
