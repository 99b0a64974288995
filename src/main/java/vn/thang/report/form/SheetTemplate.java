package vn.thang.report.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.platform.BusinessException;
import vn.thang.report.form.FormFault.Place;

/** A template of Excel. A row that holds marks of columns is repeated; its formulas and those that reckon over it follow. */
final class SheetTemplate implements FormTemplate {

    private final byte[] content;

    SheetTemplate(byte[] content) {
        this.content = content;
    }

    private XSSFWorkbook open() {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException unreadable) {
            throw new BusinessException("report.form.damaged");
        }
    }

    @Override
    public List<FormFault> faults(FormMarks known) {
        List<FormFault> faults = new ArrayList<>();
        try (XSSFWorkbook workbook = open()) {
            SheetFormulas formulas = new SheetFormulas(workbook);
            boolean marked = false;
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        marked |= cell(known, formulas, i, cell, faults);
                    }
                    merged(sheet, row, faults);
                }
                around(known, formulas, i, sheet, faults);
            }
            names(workbook, formulas, faults);
            if (!marked) {
                faults.add(new FormFault("none", "", new Place("file", "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static boolean cell(FormMarks known, SheetFormulas formulas, int index, Cell cell,
            List<FormFault> faults) {
        Place place = new Place("cell", cell.getSheet().getSheetName() + "!" + cell.getAddress().formatAsString());
        if (cell.getCellType() == CellType.FORMULA) {
            formulas.fault(cell.getCellFormula(), index)
                    .ifPresent(kind -> faults.add(new FormFault(kind, shown(cell.getCellFormula()), place)));
        } else if (cell.getCellType() == CellType.STRING) {
            known.faults(cell.getStringCellValue(), true)
                    .forEach(fault -> faults.add(new FormFault(fault.kind(), fault.word(), place)));
            return !FormMarks.in(cell.getStringCellValue()).isEmpty();
        }
        return false;
    }

    private static String shown(String formula) {
        return FormMarks.shortened("=" + formula);
    }

    /** A cell that is joined over more rows than the one that is repeated cannot be repeated with it. */
    private static void merged(XSSFSheet sheet, Row row, List<FormFault> faults) {
        if (repeated(row)) {
            sheet.getMergedRegions().stream()
                    .filter(region -> region.containsRow(row.getRowNum()) && region.getFirstRow() < region.getLastRow())
                    .forEach(region -> faults.add(new FormFault("joined", region.formatAsString(),
                            new Place("cell", sheet.getSheetName() + "!" + region.formatAsString()))));
        }
    }

    /** What stands beside the cells: heads and feet of the printed page, shapes, the name of the sheet, colours by formula. */
    private static void around(FormMarks known, SheetFormulas formulas, int index, XSSFSheet sheet,
            List<FormFault> faults) {
        Place print = new Place("print", sheet.getSheetName());
        edges(sheet).flatMap(edge -> known.faults(edge, false).stream())
                .forEach(fault -> faults.add(new FormFault(fault.kind(), fault.word(), print)));
        if (sheet.getDrawingPatriarch() != null) {
            StreamSupport.stream(sheet.getDrawingPatriarch().spliterator(), false)
                    .filter(shape -> shape instanceof XSSFSimpleShape text && text.getText().contains(FormMarks.OPEN))
                    .forEach(shape -> faults.add(new FormFault("not-filled", shape.getShapeName(),
                            new Place("shape", sheet.getSheetName()))));
        }
        if (sheet.getSheetName().contains(FormMarks.OPEN)) {
            faults.add(new FormFault("not-filled", sheet.getSheetName(), new Place("sheet", sheet.getSheetName())));
        }
        SheetConditionalFormatting colours = sheet.getSheetConditionalFormatting();
        for (int i = 0; i < colours.getNumConditionalFormattings(); i++) {
            for (int j = 0; j < colours.getConditionalFormattingAt(i).getNumberOfRules(); j++) {
                var rule = colours.getConditionalFormattingAt(i).getRule(j);
                Stream.of(Optional.ofNullable(rule.getFormula1()), Optional.ofNullable(rule.getFormula2()))
                        .flatMap(Optional::stream)
                        .forEach(formula -> formulas.fault(formula, index)
                                .ifPresent(kind -> faults.add(new FormFault(kind,
                                        shown(formula), new Place("colours", sheet.getSheetName())))));
            }
        }
    }

    static Stream<String> edges(XSSFSheet sheet) {
        return Stream.of(sheet.getHeader(), sheet.getFooter())
                .flatMap(edge -> Stream.of(edge.getLeft(), edge.getCenter(), edge.getRight()))
                .filter(text -> text != null);
    }

    private static void names(XSSFWorkbook workbook, SheetFormulas formulas, List<FormFault> faults) {
        for (Name name : workbook.getAllNames()) {
            Place place = new Place("name", name.getNameName());
            if (name.getNameName().toLowerCase(java.util.Locale.ROOT).startsWith("auto_") || name.isFunctionName()) {
                faults.add(new FormFault("reaching", name.getNameName(), place));
            } else if (name.getRefersToFormula() != null) {
                formulas.fault(name.getRefersToFormula(), Math.max(0, name.getSheetIndex()))
                        .ifPresent(kind -> faults.add(new FormFault(kind, shown(name.getRefersToFormula()), place)));
            }
        }
    }

    /** Whether a row is repeated for all rows of the report. */
    static boolean repeated(Row row) {
        return StreamSupport.stream(row.spliterator(), false).anyMatch(
                cell -> cell.getCellType() == CellType.STRING && FormMarks.ofRow(cell.getStringCellValue()));
    }

    @Override
    public int cellsOfRow() {
        try (XSSFWorkbook workbook = open()) {
            return StreamSupport.stream(workbook.spliterator(), false)
                    .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false)).filter(SheetTemplate::repeated)
                    .mapToInt(Row::getPhysicalNumberOfCells).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] fill(FormValues values) {
        try (XSSFWorkbook workbook = open(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new SheetFilling(workbook, values).fill();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void edges(XSSFSheet sheet, java.util.function.UnaryOperator<String> filled) {
        for (HeaderFooter edge : List.of((HeaderFooter) sheet.getHeader(), (HeaderFooter) sheet.getFooter())) {
            edge.setLeft(filled.apply(edge.getLeft()));
            edge.setCenter(filled.apply(edge.getCenter()));
            edge.setRight(filled.apply(edge.getRight()));
        }
    }
}
