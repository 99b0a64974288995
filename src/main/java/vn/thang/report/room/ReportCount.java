package vn.thang.report.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.platform.HeadRow;
import vn.thang.platform.Texts;
import vn.thang.report.WorkbookCharts;
import vn.thang.report.WorkbookStyles;

/** Counts the rows of a report by the values of two columns, and writes the counts as formulas with their chart. */
final class ReportCount {

    /** The most parts that the eye can tell apart. */
    private static final int MOST_PARTS = 7;
    private static final int COLUMN_WIDTH = 16;
    private static final int LEAST_HEIGHT = 14;

    private final Report report;
    private final Report.Summary summary;
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final Set<String> heads = new LinkedHashSet<>();

    ReportCount(Report report, Report.Summary summary) {
        this.report = report;
        this.summary = summary;
    }

    /** @param values the words of the row in a column */
    void add(UnaryOperator<String> values) {
        String head = values.apply(summary.columns());
        heads.add(head);
        counts.computeIfAbsent(values.apply(summary.rows()), none -> new LinkedHashMap<>()).merge(head, 1,
                Integer::sum);
    }

    /**
     * Writes the table from a row on (from 0), and answers the row behind it and its chart.
     *
     * @param ranges the range of the data of a column
     */
    int write(SXSSFWorkbook workbook, Sheet sheet, WorkbookStyles styles, ReportWords words,
            UnaryOperator<String> ranges, int from) {
        String title = summary.title().in(words.language());
        text(sheet.createRow(from), 0, title, styles, "strong");
        Row head = sheet.createRow(from + 1);
        text(head, 0, report.column(summary.rows()).head().in(words.language()), styles, "head");
        List<String> columns = ordered();
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i + 1, COLUMN_WIDTH * 256);
            text(head, i + 1, shown(columns.get(i), words), styles, "head");
        }
        int last = columns.size() + 1;
        text(head, last, Texts.text(words.language(), "report.file.total"), styles, "head");
        sheet.setColumnWidth(last, COLUMN_WIDTH * 256);
        HeadRow.fit(head);
        int number = from + 2;
        List<List<Double>> values = new ArrayList<>();
        for (Map.Entry<String, Map<String, Integer>> line : counts.entrySet()) {
            Row row = sheet.createRow(number);
            text(row, 0, shown(line.getKey(), words), styles, "text");
            List<Double> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                double count = line.getValue().getOrDefault(columns.get(i), 0);
                cells.add(count);
                formula(row, i + 1, "COUNTIFS(" + ranges.apply(summary.rows()) + ","
                        + criterion("$A" + (number + 1), line.getKey())
                        + "," + ranges.apply(summary.columns()) + ","
                        + criterion(CellReference.convertNumToColString(i + 1) + "$" + (from + 2), columns.get(i))
                        + ")",
                        count, styles);
            }
            formula(row, last, "SUM(B" + (number + 1) + ":" + CellReference.convertNumToColString(last - 1)
                    + (number + 1) + ")", cells.stream().mapToDouble(Double::doubleValue).sum(), styles);
            values.add(cells);
            number++;
        }
        if (counts.isEmpty() || columns.size() > MOST_PARTS) {
            return number;
        }
        int height = Math.max(LEAST_HEIGHT, counts.size() * 2 + 8);
        WorkbookCharts.add(workbook.getXSSFWorkbook().getSheet(sheet.getSheetName()), "parts",
                new WorkbookCharts.Area(sheet.getSheetName(), from + 2, number - 1, 1, number + 1, height),
                counts.keySet().stream().map(row -> shown(row, words)).toList(),
                columns.stream().map(column -> shown(column, words)).toList(), values, title,
                WorkbookStyles.LEVELS.length);
        return number + 1 + height;
    }

    /** Numbers in their order, words as they came. */
    private List<String> ordered() {
        return heads.stream().allMatch(head -> head.matches("-?\\d{1,9}"))
                ? heads.stream().sorted(Comparator.comparing(Integer::valueOf)).toList() : List.copyOf(heads);
    }

    /** A row without a value counts as such; in a formula it is an empty cell. */
    private static String criterion(String cell, String value) {
        return value.equals("null") ? "\"\"" : cell;
    }

    private static String shown(String value, ReportWords words) {
        return value.equals("null") ? Texts.text(words.language(), "report.file.none") : value;
    }

    private static void formula(Row row, int place, String formula, double result, WorkbookStyles styles) {
        Cell cell = row.createCell(place);
        cell.setCellStyle(styles.of("integer"));
        cell.setCellFormula(formula);
        cell.setCellValue(result);
    }

    private static void text(Row row, int place, String text, WorkbookStyles styles, String style) {
        Cell cell = row.createCell(place);
        cell.setCellStyle(styles.of(style));
        if (text.matches("-?\\d{1,9}")) {
            cell.setCellValue(Integer.parseInt(text));
        } else {
            cell.setCellValue(text);
        }
    }
}
