package vn.thang.report.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.thang.platform.Texts;

/**
 * A template to begin with: the marks of a report where somebody would want them, and a list of all marks with their meanings.
 *
 * @param columns of the report, in their order
 * @param facts   marks that tell what the file is, in the order in which they stand above the table
 */
public record FormSample(List<Column> columns, List<String> facts, FormMarks marks, Locale language) {

    private static final String FONT = "Times New Roman";
    private static final int MOST_OF_WORD = 7;
    /** More characters than these are not read on one page. */
    private static final int WIDEST_OF_PAGE = 220;
    private static final int NARROWEST = 9;
    private static final int NARROWEST_OF_WORD = 17;
    private static final long MARGIN = 1_134;
    private static final float TITLE_HEIGHT = 26;
    private static final long A4_LONG = 16_838;
    private static final long A4_SHORT = 11_906;
    private static final long LINE_OF_TEXT = 13_900;

    /** @param format as definitions of reports name it */
    public record Column(String id, int width, String format) {

        private boolean number() {
            return format.equals("integer");
        }

        /** The format of a cell of a workbook. */
        private String shown() {
            return switch (format) {
                case "integer" -> "#,##0";
                case "decimal" -> "#,##0.00";
                case "percent" -> "0.0%";
                case "day" -> "dd/mm/yyyy";
                case "moment" -> "dd/mm/yyyy hh:mm";
                default -> "General";
            };
        }
    }

    private String text(String key) {
        return Texts.text(language, "report.form.sample." + key);
    }

    private static String mark(String name) {
        return FormMarks.OPEN + name + "}}";
    }

    public byte[] of(FormKind kind) {
        try {
            return kind == FormKind.XLSX ? workbook() : document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Map<String, CellStyle> styles = Map.of("title", style(workbook, true, 16, false), "plain",
                    style(workbook, false, 11, false), "head", style(workbook, true, 11, true), "cell",
                    style(workbook, false, 11, true));
            styles.get("head").setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            styles.get("head").setFillPattern(FillPatternType.SOLID_FOREGROUND);
            table(workbook.createSheet(WorkbookUtil.createSafeSheetName(text("sheet"))), styles);
            explained(workbook.createSheet(WorkbookUtil.createSafeSheetName(text("marks"))), styles);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static CellStyle style(XSSFWorkbook workbook, boolean bold, int points, boolean framed) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setBold(bold);
        font.setFontHeightInPoints((short) points);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (framed) {
            style.setWrapText(true);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(text);
    }

    /** Columns that are too many to be read on one page are narrower, and their text goes on in the next line. */
    private int width(Column column) {
        int all = columns.stream().mapToInt(Column::width).sum();
        if (all <= WIDEST_OF_PAGE) {
            return column.width();
        }
        int least = columns.size() * NARROWEST;
        int room = Math.max(0, WIDEST_OF_PAGE - least);
        return NARROWEST + Math.max(0, column.width() - NARROWEST) * room / Math.max(1, all - least);
    }

    private void table(Sheet sheet, Map<String, CellStyle> styles) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        Row title = sheet.createRow(0);
        title.setHeightInPoints(TITLE_HEIGHT);
        put(title, 0, mark("report.title"), styles.get("title"));
        int at = 1;
        for (String fact : facts) {
            put(sheet.createRow(at++), 0, marks.meanings().get(fact) + ": " + mark(fact), styles.get("plain"));
        }
        Row heads = sheet.createRow(++at);
        Row row = sheet.createRow(at + 1);
        Row sums = sheet.createRow(at + 2);
        put(heads, 0, text("number"), styles.get("head"));
        put(row, 0, mark("row.number"), styles.get("cell"));
        put(sums, 0, text("sum"), styles.get("head"));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            put(heads, i + 1, mark("head." + column.id()), styles.get("head"));
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.cloneStyleFrom(styles.get("cell"));
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(column.shown()));
            put(row, i + 1, mark(FormMarks.ROW + column.id()), style);
            Cell sum = sums.createCell(i + 1);
            sum.setCellStyle(styles.get("head"));
            if (column.number()) {
                String cell = new CellReference(at + 1, i + 1).formatAsString();
                sum.setCellFormula("SUM(" + cell + ":" + cell + ")");
            }
            sheet.setColumnWidth(i + 1, width(column) * 256);
        }
        sheet.setRepeatingRows(new org.apache.poi.ss.util.CellRangeAddress(at, at, -1, -1));
    }

    /** The names stand without braces here, or they would be filled. */
    private void explained(Sheet sheet, Map<String, CellStyle> styles) {
        sheet.setColumnWidth(0, 28 * 256);
        sheet.setColumnWidth(1, 90 * 256);
        put(sheet.createRow(0), 0, text("how"), styles.get("plain"));
        Row heads = sheet.createRow(2);
        put(heads, 0, text("mark"), styles.get("head"));
        put(heads, 1, text("meaning"), styles.get("head"));
        int at = 3;
        for (Map.Entry<String, String> one : marks.meanings().entrySet()) {
            Row row = sheet.createRow(at++);
            put(row, 0, one.getKey(), styles.get("cell"));
            put(row, 1, one.getValue(), styles.get("cell"));
        }
    }

    private byte[] document() throws IOException {
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CTSectPr section = word.getDocument().getBody().addNewSectPr();
            CTPageMar margin = section.addNewPgMar();
            margin.setTop(BigInteger.valueOf(MARGIN));
            margin.setBottom(BigInteger.valueOf(MARGIN));
            margin.setLeft(BigInteger.valueOf(MARGIN));
            margin.setRight(BigInteger.valueOf(MARGIN));
            CTPageSz size = section.addNewPgSz();
            size.setW(BigInteger.valueOf(A4_LONG));
            size.setH(BigInteger.valueOf(A4_SHORT));
            size.setOrient(STPageOrientation.LANDSCAPE);
            XWPFParagraph title = word.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            write(title, mark("report.title"), true, 16);
            facts.forEach(
                    fact -> write(word.createParagraph(), marks.meanings().get(fact) + ": " + mark(fact), false, 12));
            List<Column> shown = columns.subList(0, Math.min(MOST_OF_WORD, columns.size()));
            XWPFTable table = word.createTable(2, shown.size() + 1);
            widths(table, java.util.stream.IntStream.concat(java.util.stream.IntStream.of(8),
                    shown.stream().mapToInt(column -> Math.max(NARROWEST_OF_WORD, column.width()))).toArray());
            table.getRow(0).setRepeatHeader(true);
            cell(table.getRow(0), 0, text("number"), true);
            cell(table.getRow(1), 0, mark("row.number"), false);
            for (int i = 0; i < shown.size(); i++) {
                cell(table.getRow(0), i + 1, mark("head." + shown.get(i).id()), true);
                cell(table.getRow(1), i + 1, mark(FormMarks.ROW + shown.get(i).id()), false);
            }
            table.getRow(1).setCantSplitRow(true);
            XWPFParagraph how = word.createParagraph();
            how.setPageBreak(true);
            write(how, text("how") + " " + text("how.word"), false, 12);
            XWPFTable explained = word.createTable(marks.meanings().size() + 1, 2);
            widths(explained, new int[]{30, 70});
            cell(explained.getRow(0), 0, text("mark"), true);
            cell(explained.getRow(0), 1, text("meaning"), true);
            int at = 1;
            for (Map.Entry<String, String> one : marks.meanings().entrySet()) {
                cell(explained.getRow(at), 0, one.getKey(), false);
                cell(explained.getRow(at++), 1, one.getValue(), false);
            }
            word.write(out);
            return out.toByteArray();
        }
    }

    private static void widths(XWPFTable table, int[] parts) {
        long all = java.util.Arrays.stream(parts).sum();
        table.setWidthType(TableWidthType.DXA);
        table.setWidth((int) LINE_OF_TEXT);
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < parts.length; i++) {
                row.getCell(i).setWidthType(TableWidthType.DXA);
                row.getCell(i).setWidth(String.valueOf(LINE_OF_TEXT * parts[i] / all));
            }
        }
    }

    private static void cell(XWPFTableRow row, int column, String text, boolean bold) {
        write(row.getCell(column).getParagraphs().get(0), text, bold, 10);
    }

    private static void write(XWPFParagraph paragraph, String text, boolean bold, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(points);
        run.setBold(bold);
        run.setText(text);
    }
}
