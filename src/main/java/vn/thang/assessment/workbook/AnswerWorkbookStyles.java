package vn.thang.assessment.workbook;

import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.assessment.filling.AssessmentWorkflow;

/** How the workbook for answering looks: what can be written stands out, everything else is locked text. */
final class AnswerWorkbookStyles {

    /** On every machine, with all Vietnamese letters. */
    private static final String FONT = "Arial";
    private static final String HEAD = "EEF1F3";
    private static final String LOCKED = "FFFFFF";
    private static final String OPEN = "FFF8E1";
    private static final String LINE = "B8C4CC";

    private final XSSFWorkbook workbook;
    private final CellStyle title;
    private final CellStyle head;
    private final CellStyle strong;
    private final CellStyle note;
    private final CellStyle text;
    private final CellStyle answer;
    private final CellStyle comment;

    AnswerWorkbookStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        workbook.getFontAt(0).setFontName(FONT);
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        title = style("@", true, 14, null);
        title.setWrapText(false);
        head = style("@", true, 10, HEAD);
        strong = style("@", true, 10, null);
        note = style("@", false, 10, null);
        text = style("@", false, 10, LOCKED);
        note.setQuotePrefixed(true);
        text.setQuotePrefixed(true);
        answer = style("General", true, 12, OPEN);
        answer.setAlignment(HorizontalAlignment.CENTER);
        comment = style("@", false, 10, OPEN);
        comment.setQuotePrefixed(true);
        for (CellStyle open : List.of(answer, comment)) {
            open.setLocked(false);
        }
    }

    private CellStyle style(String format, boolean bold, int points, String fill) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        style.setFont(font);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        if (fill != null) {
            style.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(fill), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            border(style);
        }
        return style;
    }

    private static void border(XSSFCellStyle style) {
        XSSFColor line = new XSSFColor(HexFormat.of().parseHex(LINE), null);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBottomBorderColor(line);
        style.setTopBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
    }

    /** A drop-down in the answer cell of the row. */
    static void offer(XSSFSheet sheet, int row, List<String> values, String title, String prompt, String refused) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation offer = helper.createValidation(
                helper.createExplicitListConstraint(values.toArray(new String[0])),
                new CellRangeAddressList(row, row, AnswerWorkbook.ANSWER, AnswerWorkbook.ANSWER));
        offer.setSuppressDropDownArrow(true); // POI turns the sense of this one round: the arrow is shown
        offer.createPromptBox(title, prompt);
        offer.setShowPromptBox(true);
        stop(sheet, offer, title, refused);
    }

    static void limitComment(XSSFSheet sheet, int row, String title, String refused) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        stop(sheet, helper.createValidation(helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL,
                String.valueOf(AssessmentWorkflow.LONGEST_COMMENT), null),
                new CellRangeAddressList(row, row, AnswerWorkbook.COMMENT, AnswerWorkbook.COMMENT)), title, refused);
    }

    private static void stop(XSSFSheet sheet, DataValidation rule, String title, String refused) {
        rule.setErrorStyle(DataValidation.ErrorStyle.STOP);
        rule.createErrorBox(title, refused);
        rule.setShowErrorBox(true);
        sheet.addValidationData(rule);
    }

    CellStyle title() {
        return title;
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

    CellStyle answer() {
        return answer;
    }

    CellStyle comment() {
        return comment;
    }
}
