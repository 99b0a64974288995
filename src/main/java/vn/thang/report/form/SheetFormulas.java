package vn.thang.report.form;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Pxg;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The formulas of a template: which may stand in one, and how they follow when a row becomes many. */
final class SheetFormulas {

    /** What leads out of the workbook, or names a place in words that do not follow when rows move. */
    private static final Set<String> REACHING = Set.of("HYPERLINK", "WEBSERVICE", "FILTERXML", "RTD", "IMAGE", "CALL",
            "REGISTER", "REGISTER.ID", "EXEC", "INDIRECT", "INFO", "CELL", "SQL.REQUEST", "STOCKHISTORY");
    /** Functions that are younger than the list of old ones, and reckon only. */
    private static final Set<String> YOUNGER = Set.of("IFERROR", "IFNA", "SUMIFS", "COUNTIFS", "AVERAGEIF",
            "AVERAGEIFS",
            "IFS", "SWITCH", "MAXIFS", "MINIFS", "CONCAT", "TEXTJOIN", "EDATE", "EOMONTH", "NETWORKDAYS", "WORKDAY",
            "WEEKNUM", "YEARFRAC", "MROUND", "QUOTIENT");

    private final XSSFEvaluationWorkbook book;

    SheetFormulas(XSSFWorkbook workbook) {
        book = XSSFEvaluationWorkbook.create(workbook);
    }

    /** Returns the kind of what is wrong with a formula; empty for one that only reckons within its workbook. */
    Optional<String> fault(String formula, int sheet) {
        if (formula.contains(FormMarks.OPEN)) {
            return Optional.of("in-formula");
        }
        try {
            for (Ptg part : FormulaParser.parse(formula, book, FormulaType.CELL, sheet)) {
                boolean outside = part instanceof Pxg reference && reference.getExternalWorkbookNumber() > 0;
                boolean foreign = part instanceof NameXPxg name
                        && !YOUNGER.contains(name.getNameName().toUpperCase(Locale.ROOT).replaceFirst("^_XLFN\\.", ""));
                boolean reaching = part instanceof AbstractFunctionPtg function
                        && REACHING.contains(function.getName().toUpperCase(Locale.ROOT));
                if (outside || foreign || reaching) {
                    return Optional.of("reaching");
                }
            }
            return Optional.empty();
        } catch (RuntimeException notUnderstood) {
            return Optional.of("formula");
        }
    }

    /**
     * Lets areas that end in a repeated row end in the last of its rows.
     *
     * @param within whether the formula stands in that row itself, where only what is fixed to the row grows
     */
    String grown(String formula, int sheet, int ofSheet, int row, int by, boolean within) {
        Ptg[] parts = parse(formula, sheet);
        boolean changed = false;
        for (Ptg part : parts) {
            boolean here = part instanceof AreaPtg && sheet == ofSheet
                    || part instanceof Area3DPxg area && book.getSheetName(ofSheet).equals(area.getSheetName());
            if (here && part instanceof AreaPtgBase area && area.getFirstRow() <= row && area.getLastRow() == row
                    && !(within && area.isLastRowRelative())) {
                area.setLastRow(row + by);
                changed = true;
            }
        }
        return changed ? FormulaRenderer.toFormulaString(book, parts) : formula;
    }

    /** Returns a formula as it stands so many rows further down. */
    String copied(String formula, int sheet, int row, int by) {
        Ptg[] parts = parse(formula, sheet);
        FormulaShifter shifter = FormulaShifter.createForRowCopy(sheet, book.getSheetName(sheet), row, row, by,
                SpreadsheetVersion.EXCEL2007);
        return shifter.adjustFormula(parts, sheet) ? FormulaRenderer.toFormulaString(book, parts) : formula;
    }

    /** Returns how many cells a formula reads at most. */
    long reads(String formula, int sheet) {
        long reads = 1;
        for (Ptg part : parse(formula, sheet)) {
            if (part instanceof AreaPtgBase area) {
                reads += (area.getLastRow() - area.getFirstRow() + 1L)
                        * (area.getLastColumn() - area.getFirstColumn() + 1L);
            }
        }
        return reads;
    }

    private Ptg[] parse(String formula, int sheet) {
        return FormulaParser.parse(formula, book, FormulaType.CELL, sheet);
    }
}
