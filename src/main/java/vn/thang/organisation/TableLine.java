package vn.thang.organisation;

import java.util.List;

/** A line of an uploaded table: its number in the file and its cells. */
record TableLine(int number, List<Cell> cells) {

    /**
     * @param text    what a reader of the table sees
     * @param formula computed by the spreadsheet, or written like a formula: not accepted as data
     * @param number  a number without a format of its own, which has lost any zeros in front
     */
    record Cell(String text, boolean formula, boolean number) {

        static final Cell EMPTY = new Cell("", false, false);

        static Cell text(String text) {
            return new Cell(text, text.startsWith("="), false);
        }
    }

    Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isBlank() && !cell.formula());
    }
}
