package vn.thang.report.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.report.form.FormValues.Value;
import vn.thang.platform.InertText;

/** Fills a workbook: its repeated rows first, from the last to the first, then every other mark. */
final class SheetFilling {

    private static final int LONGEST_TEXT = 32_000;
    /** How many cells formulas may read until the reckoning is left to the program that opens the file. */
    private static final long MOST_READ = 1_000_000;

    private final XSSFWorkbook workbook;
    private final FormValues values;
    private final SheetFormulas formulas;
    private final Map<Integer, CellStyle> inert = new HashMap<>();
    private final Map<String, CellStyle> dated = new HashMap<>();

    SheetFilling(XSSFWorkbook workbook, FormValues values) {
        this.workbook = workbook;
        this.values = values;
        this.formulas = new SheetFormulas(workbook);
    }

    void fill() {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            List<Integer> repeated = new ArrayList<>();
            sheet.forEach(row -> {
                if (SheetTemplate.repeated(row)) {
                    repeated.add(0, row.getRowNum());
                } else {
                    row.forEach(cell -> fill(cell, Map.of()));
                }
            });
            SheetTemplate.edges(sheet, text -> text == null ? null
                    : FormMarks.filled(text, mark -> values.of(mark, Map.of()).words().replace("&", "&&")));
            for (int row : repeated) {
                repeat(sheet, i, row);
            }
        }
        evaluate();
    }

    private void repeat(XSSFSheet sheet, int index, int at) {
        int more = Math.max(0, values.rows().size() - 1);
        if (more > 0) {
            makeRoom(sheet, at, more);
            grow(sheet, index, at, more);
        }
        XSSFRow first = sheet.getRow(at);
        boolean high = first.getCTRow().getCustomHeight();
        List<Cell> pattern = new ArrayList<>();
        first.forEach(pattern::add);
        List<CellRangeAddress> joined = sheet.getMergedRegions().stream()
                .filter(region -> region.getFirstRow() == at && region.getLastRow() == at).toList();
        for (int i = 1; i <= more; i++) {
            Row row = sheet.createRow(at + i);
            if (high) {
                row.setHeight(first.getHeight());
            }
            for (Cell of : pattern) {
                copy(of, row.createCell(of.getColumnIndex()), index, at, i);
            }
            int by = i;
            joined.forEach(region -> sheet.addMergedRegionUnsafe(new CellRangeAddress(at + by, at + by,
                    region.getFirstColumn(), region.getLastColumn())));
        }
        for (int i = more; i >= 0; i--) {
            Map<String, Value> row = values.rows().isEmpty() ? Map.of() : values.rows().get(i);
            sheet.getRow(at + i).forEach(cell -> fill(cell, row));
        }
    }

    /** Moves what stands below out of the way, pictures and charts included. */
    private static void makeRoom(XSSFSheet sheet, int at, int more) {
        if (at < sheet.getLastRowNum()) {
            sheet.shiftRows(at + 1, sheet.getLastRowNum(), more, true, false);
        }
        if (sheet.getDrawingPatriarch() != null) {
            sheet.getDrawingPatriarch().forEach(shape -> {
                if (shape.getAnchor() instanceof XSSFClientAnchor anchor && anchor.getRow1() > at) {
                    anchor.setRow1(anchor.getRow1() + more);
                    anchor.setRow2(anchor.getRow2() + more);
                }
            });
        }
    }

    /** What reckons over the row, or colours and names it, goes on to its last one. */
    private void grow(XSSFSheet sheet, int index, int at, int more) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            int of = i;
            for (Row row : workbook.getSheetAt(i)) {
                boolean within = of == index && row.getRowNum() == at;
                row.forEach(cell -> {
                    if (cell.getCellType() == CellType.FORMULA) {
                        String grown = formulas.grown(cell.getCellFormula(), of, index, at, more, within);
                        if (!grown.equals(cell.getCellFormula())) {
                            cell.setCellFormula(grown);
                        }
                    }
                });
            }
        }
        for (Name name : workbook.getAllNames()) {
            if (name.getRefersToFormula() != null) {
                name.setRefersToFormula(formulas.grown(name.getRefersToFormula(), Math.max(0, name.getSheetIndex()),
                        index, at, more, false));
            }
        }
        for (int i = 0; i < sheet.getSheetConditionalFormatting().getNumConditionalFormattings(); i++) {
            ConditionalFormatting colours = sheet.getSheetConditionalFormatting().getConditionalFormattingAt(i);
            CellRangeAddress[] ranges = colours.getFormattingRanges();
            for (CellRangeAddress range : ranges) {
                if (range.getLastRow() == at) {
                    range.setLastRow(at + more);
                }
            }
            colours.setFormattingRanges(ranges);
        }
        if (sheet.getCTWorksheet().isSetAutoFilter()) {
            CellRangeAddress filter = CellRangeAddress.valueOf(sheet.getCTWorksheet().getAutoFilter().getRef());
            if (filter.getLastRow() == at) {
                filter.setLastRow(at + more);
                sheet.setAutoFilter(filter);
            }
        }
    }

    private void copy(Cell from, Cell to, int sheet, int at, int by) {
        to.setCellStyle(from.getCellStyle());
        switch (from.getCellType()) {
            case STRING -> to.setCellValue(from.getStringCellValue());
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            case FORMULA -> to.setCellFormula(formulas.copied(from.getCellFormula(), sheet, at, by));
            default -> to.setBlank();
        }
    }

    private void fill(Cell cell, Map<String, Value> row) {
        if (cell.getCellType() != CellType.STRING || FormMarks.in(cell.getStringCellValue()).isEmpty()) {
            return;
        }
        Optional<String> mark = FormMarks.whole(cell.getStringCellValue());
        if (mark.isEmpty()) {
            write(cell, FormMarks.filled(cell.getStringCellValue(), name -> values.of(name, row).words()));
            return;
        }
        switch (values.of(mark.get(), row).plain()) {
            case null -> cell.setBlank();
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate day -> {
                date(cell, "dd/mm/yyyy");
                cell.setCellValue(day);
            }
            case LocalDateTime moment -> {
                date(cell, "dd/mm/yyyy hh:mm");
                cell.setCellValue(moment);
            }
            case Object text -> write(cell, text.toString());
        }
    }

    /** Text of people stays text, also when somebody edits its cell later. */
    private void write(Cell cell, String text) {
        cell.setCellValue(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
        if (!InertText.of(text).equals(text)) {
            cell.setCellStyle(inert.computeIfAbsent((int) cell.getCellStyle().getIndex(), style -> {
                CellStyle quoted = workbook.createCellStyle();
                quoted.cloneStyleFrom(cell.getCellStyle());
                quoted.setQuotePrefixed(true);
                return quoted;
            }));
        }
    }

    /** A day has the format that the template gives its cell, or else ours. */
    private void date(Cell cell, String pattern) {
        CellStyle style = cell.getCellStyle();
        if (!DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString())) {
            cell.setCellStyle(dated.computeIfAbsent(style.getIndex() + pattern, key -> {
                CellStyle made = workbook.createCellStyle();
                made.cloneStyleFrom(style);
                made.setDataFormat(workbook.createDataFormat().getFormat(pattern));
                return made;
            }));
        }
    }

    /** Programs that show a file without reckoning show what we reckon; what we cannot is left for those that can. */
    private void evaluate() {
        workbook.setForceFormulaRecalculation(true);
        XSSFFormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        long read = 0;
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            for (Row row : workbook.getSheetAt(i)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        long more = formulas.reads(cell.getCellFormula(), i);
                        boolean known = read + more <= MOST_READ;
                        read += known ? more : 0;
                        evaluate(evaluator, (XSSFCell) cell, known);
                    }
                }
            }
        }
    }

    private static void evaluate(XSSFFormulaEvaluator evaluator, XSSFCell cell, boolean known) {
        try {
            if (known) {
                evaluator.evaluateFormulaCell(cell);
                return;
            }
        } catch (RuntimeException | StackOverflowError unknown) {
            // such a function, or so long a chain of cells, is for the program that opens the file
        }
        if (cell.getCTCell().isSetV()) {
            cell.getCTCell().unsetV();
        }
    }
}
