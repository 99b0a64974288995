package vn.thang.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import vn.thang.platform.HeadRow;
import vn.thang.report.ReportDefinition.ColumnDefinition;
import vn.thang.report.ReportDefinition.SheetDefinition;

/**
 * A sheet of rows of one kind, written as a stream: a line of explanation or weights, the heads, the data.
 * Rows are counted from 1, as in formulas.
 */
public final class ListSheet {

    public static final int EXPLANATION_ROW = 1;
    public static final int HEAD_ROW = 2;
    public static final int FIRST_ROW = 3;

    /** One column of the sheet; a repeated column of the definition gives several. */
    public record Column(ColumnDefinition definition, String item, String head, String letter, CellStyle style) {
    }

    private final Sheet sheet;
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private int rows;

    /**
     * @param items  criteria, each with a column where a column is repeated for them
     * @param levels how many there are, where a column is repeated for each level from 1 on; * stands for it in the value
     */
    public ListSheet(Sheet sheet, SheetDefinition definition, ReportTexts texts, WorkbookStyles styles,
            List<String> items,
            int levels) {
        this.sheet = sheet;
        this.name = sheet.getSheetName();
        for (ColumnDefinition column : definition.columns()) {
            String head = "sheets." + definition.id() + ".columns." + column.id();
            if (column.each().equals(Optional.of("level"))) {
                IntStream.rangeClosed(1, levels).forEach(level -> add(new ColumnDefinition(column.id() + level,
                        column.width(), column.value().replace("*", String.valueOf(level)), column.format(),
                        Optional.empty()), null, texts.text(head, level), styles));
            } else if (column.each().isPresent()) {
                items.forEach(item -> add(column, item, item, styles));
            } else {
                add(column, null, texts.text(head), styles);
            }
        }
        Row heads = sheet.createRow(HEAD_ROW - 1);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = heads.createCell(i);
            cell.setCellValue(columns.get(i).head());
            cell.setCellStyle(styles.of("head"));
            sheet.setColumnWidth(i, columns.get(i).definition().width() * 256);
        }
        HeadRow.fit(heads);
        sheet.createFreezePane(2, HEAD_ROW);
    }

    private void add(ColumnDefinition definition, String item, String head, WorkbookStyles styles) {
        String letter = CellReference.convertNumToColString(columns.size());
        positions.putIfAbsent(definition.id(), columns.size());
        columns.add(new Column(definition, item, head, letter, styles.of(definition.format())));
    }

    /** Writes the line above the heads; it goes first, for the sheet is a stream. */
    public void explain(Function<Column, Content> content, CellStyle style) {
        Row row = sheet.createRow(EXPLANATION_ROW - 1);
        for (int i = 0; i < columns.size(); i++) {
            put(row, i, content.apply(columns.get(i)), style);
        }
    }

    /** The number of the row that {@link #write} fills next. */
    public int nextRow() {
        return FIRST_ROW + rows;
    }

    public void write(Function<Column, Content> content) {
        Row row = sheet.createRow(nextRow() - 1);
        for (int i = 0; i < columns.size(); i++) {
            put(row, i, content.apply(columns.get(i)), columns.get(i).style());
        }
        rows++;
    }

    private static void put(Row row, int column, Content content, CellStyle style) {
        if (content instanceof Content.Blank) {
            return;
        }
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        write(cell, content);
    }

    public static void write(Cell cell, Content content) {
        if (content instanceof Content.Words words) {
            cell.setCellValue(words.text());
        } else if (content instanceof Content.Number number) {
            cell.setCellValue(number.value());
        } else if (content instanceof Content.Formula formula) {
            cell.setCellFormula(formula.formula());
            if (formula.result() instanceof Double number) {
                cell.setCellValue(number);
            } else {
                cell.setCellValue((String) formula.result());
            }
        }
    }

    /** Filters, colours of levels and print set-up, once all rows are there. */
    public void finish(WorkbookStyles styles) {
        int last = Math.max(FIRST_ROW, nextRow() - 1) - 1;
        sheet.setAutoFilter(new CellRangeAddress(HEAD_ROW - 1, last, 0, columns.size() - 1));
        int from = -1;
        for (int i = 0; i <= columns.size(); i++) {
            boolean level = i < columns.size() && columns.get(i).definition().format().equals("level");
            if (level && from < 0) {
                from = i;
            } else if (!level && from >= 0) {
                styles.colourLevels(sheet, new CellRangeAddress(FIRST_ROW - 1, last, from, i - 1));
                from = -1;
            }
        }
        sheet.setRepeatingRows(CellRangeAddress.valueOf(HEAD_ROW + ":" + HEAD_ROW));
    }

    /** The data of a column as an absolute range for formulas on other sheets; one row at least. */
    public String range(String columnId) {
        String letter = letter(columnId);
        int last = Math.max(FIRST_ROW, nextRow() - 1);
        return "'" + name + "'!$" + letter + "$" + FIRST_ROW + ":$" + letter + "$" + last;
    }

    public String letter(String columnId) {
        return columns.get(position(columnId)).letter();
    }

    /** Position of the first column of that id, from 0. */
    public int position(String columnId) {
        Integer position = positions.get(columnId);
        if (position == null) {
            throw new IllegalStateException("No column " + columnId + " on " + name);
        }
        return position;
    }

    public String name() {
        return name;
    }
}
