package vn.thang.report;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The few styles of our workbooks. Colours of levels are those of the screen. */
public final class WorkbookStyles {

    /** From light to dark in one hue, from level 1 to the most that a model can have. */
    public static final String[] LEVELS = {"DCEBF0", "A9D0DC", "66AAC0", "2C7F9C", "0A506B", "073A4E", "042432"};
    public static final String NONE = "EEF1F3";
    private static final String INK = "16212B";
    /** What would be rounded to everything has more decimals. */
    public static final String PERCENT = "[=1]0.0%;[>=0.9995]0.000%;0.0%";
    /** On every machine, with all Vietnamese letters. */
    private static final String FONT = "Arial";

    private final SXSSFWorkbook workbook;
    private final Map<String, CellStyle> byFormat = new HashMap<>();

    public WorkbookStyles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        workbook.getXSSFWorkbook().getFontAt(0).setFontName(FONT);
        byFormat.put("text", style("@", HorizontalAlignment.LEFT, false));
        byFormat.put("wrapped", style("@", HorizontalAlignment.LEFT, true));
        byFormat.put("integer", style("#,##0", HorizontalAlignment.RIGHT, false));
        byFormat.put("decimal", style("0.00", HorizontalAlignment.RIGHT, false));
        byFormat.put("percent", style(PERCENT, HorizontalAlignment.RIGHT, false));
        byFormat.put("level", style("0", HorizontalAlignment.CENTER, false));
        byFormat.get("text").setQuotePrefixed(true);
        byFormat.get("wrapped").setQuotePrefixed(true);
        byFormat.put("head", head());
        byFormat.put("title", title());
        byFormat.put("note", style("@", HorizontalAlignment.LEFT, false));
        byFormat.put("strong", strong());
    }

    public CellStyle of(String format) {
        CellStyle style = byFormat.get(format);
        if (style == null) {
            throw new IllegalStateException("A report definition names the format " + format);
        }
        return style;
    }

    /** Colours levels in the range; the number stays in the cell. */
    public void colourLevels(Sheet sheet, CellRangeAddress range) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        for (int level = 1; level <= LEVELS.length; level++) {
            var rule = formatting.createConditionalFormattingRule(
                    org.apache.poi.ss.usermodel.ComparisonOperator.EQUAL, String.valueOf(level));
            PatternFormatting fill = rule.createPatternFormatting();
            fill.setFillBackgroundColor(colour(LEVELS[level - 1]));
            fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
            if (level > 3) {
                rule.createFontFormatting().setFontColor(colour("FFFFFF"));
            }
            formatting.addConditionalFormatting(new CellRangeAddress[]{range}, rule);
        }
    }

    static XSSFColor colour(String hex) {
        return new XSSFColor(java.util.HexFormat.of().parseHex(hex), null);
    }

    private CellStyle style(String format, HorizontalAlignment alignment, boolean wrap) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(wrap);
        return style;
    }

    private CellStyle head() {
        XSSFCellStyle style = (XSSFCellStyle) style("@", HorizontalAlignment.LEFT, true);
        style.setFillForegroundColor(colour(NONE));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setFont(font(true, 11));
        return style;
    }

    private CellStyle title() {
        CellStyle style = style("@", HorizontalAlignment.LEFT, false);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFont(font(true, 16));
        return style;
    }

    private CellStyle strong() {
        CellStyle style = style("@", HorizontalAlignment.LEFT, true);
        style.setFont(font(true, 11));
        return style;
    }

    private Font font(boolean bold, int points) {
        XSSFFont font = (XSSFFont) workbook.createFont();
        font.setFontName(FONT);
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        font.setColor(colour(INK));
        return font;
    }
}
