package vn.thang.indicator.sheet;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How a workbook of readings looks: what can be filled in stands out. Codes and periods are text, so that no spreadsheet turns them into something else. */
final class ReadingTemplateStyles {

    private final Workbook workbook;
    private final CellStyle head;
    private final CellStyle strong;
    private final CellStyle note;
    private final CellStyle text;
    private final CellStyle open;

    ReadingTemplateStyles(Workbook workbook) {
        this.workbook = workbook;
        head = style("@", true, IndexedColors.GREY_25_PERCENT);
        head.setWrapText(true);
        strong = style("@", true, null);
        note = style("@", false, null);
        note.setWrapText(true);
        text = style("@", false, null);
        open = style("General", false, IndexedColors.LIGHT_YELLOW);
    }

    private CellStyle style(String format, boolean bold, IndexedColors fill) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) 10);
        font.setBold(bold);
        style.setFont(font);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (fill != null) {
            style.setFillForegroundColor(fill.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    CellStyle head() {
        return head;
    }

    CellStyle strong() {
        return strong;
    }

    CellStyle note() {
        return note;
    }

    CellStyle text() {
        return text;
    }

    CellStyle open() {
        return open;
    }
}
