package vn.thang.table;

import java.math.BigDecimal;
import java.util.List;

/** A line of an uploaded table: its number in the file and its cells. */
public record TableLine(int number, List<Cell> cells) {

    /**
     * @param text    what a reader of the table sees
     * @param formula computed by the spreadsheet, or written like a formula: not accepted as data
     * @param number  a number without a format of its own, which has lost any zeros in front
     * @param exact   the number that a workbook holds behind its format; null for text and dates
     */
    public record Cell(String text, boolean formula, boolean number, BigDecimal exact) {

        static final Cell EMPTY = new Cell("", false, false, null);

        static Cell text(String text) {
            return new Cell(text, text.startsWith("="), false, null);
        }
    }

    public Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }

    public boolean empty() {
        return cells.stream().allMatch(cell -> cell.text().isBlank() && !cell.formula());
    }
}
