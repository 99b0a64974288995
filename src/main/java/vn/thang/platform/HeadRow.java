package vn.thang.platform;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The row of headings of a sheet. Its height is said, since no spreadsheet finds it by itself where a row is told a style, and
 * headings that go on in a second line would be cut.
 */
public final class HeadRow {

    /** How much wider a letter is than the digit by which columns are measured, with room for fonts of other machines. */
    private static final double BOLD = 1.1;
    private static final double PLAIN = 1;
    /** What the edges of a cell take of its width, in digits. */
    private static final double EDGE = 0.7;
    /** What the button of a filter covers of the last line. */
    private static final double BUTTON = 2.5;
    private static final double LINE = 1.36;
    private static final float ABOVE = 2;
    private static final int UNIT = 256;

    private HeadRow() {
    }

    /** Makes the row as tall as its longest heading is; the headings, their styles and the widths of the columns come first. */
    public static void fit(Row row) {
        float height = 0;
        for (Cell cell : row) {
            height = Math.max(height, height(cell));
        }
        row.setHeightInPoints(height);
    }

    private static float height(Cell cell) {
        Workbook workbook = cell.getSheet().getWorkbook();
        Font font = workbook.getFontAt(cell.getCellStyle().getFontIndex());
        double letter = (font.getBold() ? BOLD : PLAIN) * font.getFontHeightInPoints()
                / workbook.getFontAt(0).getFontHeightInPoints();
        double room = cell.getSheet().getColumnWidth(cell.getColumnIndex()) / (double) UNIT - EDGE;
        int lines = cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()
                ? lines(cell.getStringCellValue(), room / letter) : 1;
        return (float) (lines * LINE * font.getFontHeightInPoints()) + ABOVE;
    }

    /** How many lines a heading takes where so many of its letters stand in one; a word that is longer is broken. */
    static int lines(String heading, double room) {
        int lines = 1;
        double used = 0;
        for (String word : heading.split("\\s+")) {
            if (used > 0 && used + 1 + word.length() > room) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
            while (used > room) {
                lines++;
                used -= room;
            }
        }
        return used + BUTTON > room ? lines + 1 : lines;
    }
}
