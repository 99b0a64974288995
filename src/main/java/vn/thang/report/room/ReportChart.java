package vn.thang.report.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.platform.HeadRow;
import vn.thang.report.WorkbookCharts;
import vn.thang.report.WorkbookStyles;

/** Puts the numbers of some rows of a report together, and writes them as formulas with their chart. */
final class ReportChart {

    /** The most bars that the eye can read. */
    private static final int MOST = 60;
    private static final int HEAD_HEIGHT = 6;
    private static final int COLUMN_WIDTH = 16;

    private final Report report;
    private final Report.Chart chart;
    private final List<Bar> bars = new ArrayList<>();
    private int rows;

    /**
     * A row of the chart.
     *
     * @param row     where its numbers stand among the rows, from 1
     * @param numbers null where there is none
     */
    private record Bar(int row, String label, List<Double> numbers) {
    }

    ReportChart(Report report, Report.Chart chart) {
        this.report = report;
        this.chart = chart;
    }

    /**
     * @param row   where it stands among the rows, from 1
     * @param words the words of the row in a column
     */
    void add(int row, Map<String, Object> values, UnaryOperator<String> words) {
        if (chart.where().entrySet().stream().allMatch(one -> one.getValue().equals(text(values.get(one.getKey()))))) {
            rows++;
            if (rows <= MOST) {
                bars.add(new Bar(row, chart.label().stream().map(words).collect(Collectors.joining(" · ")),
                        chart.values().stream().map(column -> number(values.get(column))).toList()));
            }
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static Double number(Object value) {
        return value instanceof Number number ? Double.valueOf(number.doubleValue())
                : value instanceof String text && text.matches("\\d") ? Double.valueOf(text)
                        : Double.valueOf(Double.NaN);
    }

    /**
     * Writes the table from a row on (from 0), and answers the row behind it and its chart. What nobody could read is left out.
     *
     * @param cells the cell of a column in a row
     */
    int write(SXSSFWorkbook workbook, Sheet sheet, WorkbookStyles styles, ReportWords words,
            BiFunction<String, Integer, String> cells, int from) {
        if (bars.isEmpty() || rows > MOST) {
            return from;
        }
        String title = chart.title().in(words.language());
        text(sheet.createRow(from), 0, title, styles, "strong");
        List<String> series = chart.values().stream().map(one -> report.column(one).head().in(words.language()))
                .toList();
        Row head = sheet.createRow(from + 1);
        text(head, 0, report.column(chart.label().get(0)).head().in(words.language()), styles, "head");
        for (int i = 0; i < series.size(); i++) {
            sheet.setColumnWidth(i + 1, COLUMN_WIDTH * 256);
            text(head, i + 1, series.get(i), styles, "head");
        }
        HeadRow.fit(head);
        int number = from + 2;
        for (Bar bar : bars) {
            Row row = sheet.createRow(number);
            text(row, 0, bar.label(), styles, "text");
            for (int i = 0; i < series.size(); i++) {
                if (!bar.numbers().get(i).isNaN()) {
                    Cell cell = row.createCell(i + 1);
                    cell.setCellStyle(styles.of(report.column(chart.values().get(i)).format()));
                    cell.setCellFormula(cells.apply(chart.values().get(i), bar.row()));
                    cell.setCellValue(bar.numbers().get(i));
                }
            }
            number++;
        }
        int height = HEAD_HEIGHT + bars.size() * Math.max(2, series.size());
        boolean shares = chart.values().stream().allMatch(one -> report.column(one).format().equals("percent"));
        WorkbookCharts.add(workbook.getXSSFWorkbook().getSheet(sheet.getSheetName()), shares ? "shares" : "bars",
                new WorkbookCharts.Area(sheet.getSheetName(), from + 2, number - 1, 1, number + 1, height),
                bars.stream().map(Bar::label).toList(), series, bars.stream().map(bar -> told(bar.numbers())).toList(),
                title, WorkbookStyles.LEVELS.length);
        return number + 1 + height;
    }

    /** A chart leaves out what is no number. */
    private static List<Double> told(List<Double> numbers) {
        List<Double> told = new ArrayList<>();
        numbers.forEach(number -> told.add(number.isNaN() ? null : number));
        return told;
    }

    private static void text(Row row, int place, String text, WorkbookStyles styles, String style) {
        Cell cell = row.createCell(place);
        cell.setCellStyle(styles.of(style));
        cell.setCellValue(text);
    }
}
