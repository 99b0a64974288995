package vn.thang.assessment.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/** Reads a filled workbook; first whether it is whole, ours, and of this assessment, and only then what it says. */
final class AnswerWorkbookReader {

    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_QUOTE = 60;

    private final AssessmentHead head;
    private final String modelHash;
    private final MaturityModel model;
    private final List<WorkbookFault> faults = new ArrayList<>();

    private AnswerWorkbookReader(AssessmentHead head, String modelHash, MaturityModel model) {
        this.head = head;
        this.modelHash = modelHash;
        this.model = model;
    }

    /**
     * @param model as the agency's type sees it
     * @throws WorkbookRefused with everything that is wrong
     */
    static FilledWorkbook read(byte[] content, AssessmentHead head, String modelHash, MaturityModel model) {
        WorkbookParts.fault(content).ifPresent(fault -> {
            throw new WorkbookRefused(List.of(fault));
        });
        AnswerWorkbookReader reader = new AnswerWorkbookReader(head, modelHash, model);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            Optional<FilledWorkbook> filled = reader.read(workbook);
            if (!reader.faults.isEmpty()) {
                throw new WorkbookRefused(reader.faults.stream().sorted(inOrder(workbook)).limit(MOST_FAULTS).toList());
            }
            return filled.orElseThrow();
        } catch (WorkbookRefused refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) { // of a damaged file the library throws nearly anything
            throw new WorkbookRefused(List.of(WorkbookFault.file("unreadable")));
        }
    }

    /** Orders faults as a person goes through the workbook: sheet by sheet, from top to bottom. */
    private static Comparator<WorkbookFault> inOrder(XSSFWorkbook workbook) {
        return Comparator.<WorkbookFault>comparingInt(fault -> workbook.getSheetIndex(fault.sheet()))
                .thenComparing(fault -> fault.cell().isEmpty() ? new CellAddress(0, 0) : new CellAddress(fault.cell()));
    }

    private Optional<FilledWorkbook> read(XSSFWorkbook workbook) {
        Sheet hidden = workbook.getSheet(WorkbookManifest.SHEET);
        if (hidden == null) {
            faults.add(WorkbookFault.file("not-ours"));
            return Optional.empty();
        }
        workbook.forEach(this::refuseFormulas);
        if (!WorkbookManifest.hasFormat(hidden)) {
            faults.add(WorkbookFault.file("format"));
            return Optional.empty();
        }
        Optional<WorkbookManifest> manifest = WorkbookManifest.read(hidden);
        if (manifest.isEmpty()) {
            faults.add(WorkbookFault.at(WorkbookManifest.SHEET, "", "checksum"));
            return Optional.empty();
        }
        if (!isOfThisAssessment(manifest.get())) {
            return Optional.empty();
        }
        refuseOtherSheets(workbook, manifest.get());
        Map<String, FilledWorkbook.Filled> cells = new LinkedHashMap<>();
        for (WorkbookManifest.Base base : manifest.get().bases()) {
            Sheet sheet = workbook.getSheet(base.sheet());
            if (sheet != null && isUnmoved(sheet, base)) {
                cells.put(base.criterion(), filled(sheet.getRow(base.row()), base));
            }
        }
        return Optional.of(new FilledWorkbook(manifest.get(), cells));
    }

    private void refuseFormulas(Sheet sheet) {
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                faults.add(at(cell, "formula", quote("=" + cell.getCellFormula())));
            }
        }));
    }

    private boolean isOfThisAssessment(WorkbookManifest manifest) {
        int before = faults.size();
        if (!head.agencyCode().equals(manifest.agency())) {
            faults.add(WorkbookFault.file("agency", manifest.agency(), head.agencyCode()));
        }
        if (!head.roundCode().equals(manifest.round())) {
            faults.add(WorkbookFault.file("round", manifest.round(), head.roundCode()));
        }
        if (!head.modelRef().equals(manifest.model())) {
            faults.add(WorkbookFault.file("model", manifest.model(), head.modelRef()));
        } else if (!modelHash.equals(manifest.modelHash())) {
            faults.add(WorkbookFault.file("model-changed", manifest.model()));
        }
        if (faults.size() == before) {
            requireQuestions(manifest);
        }
        return faults.size() == before;
    }

    /** Those that the agency has to answer, each once, with answers that are possible. */
    private void requireQuestions(WorkbookManifest manifest) {
        Set<String> asked = model.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
        List<WorkbookManifest.Base> bases = manifest.bases();
        if (bases.size() != asked.size()
                || !asked.equals(bases.stream().map(WorkbookManifest.Base::criterion).collect(Collectors.toSet()))) {
            faults.add(WorkbookFault.file("questions"));
        } else if (bases.stream().anyMatch(
                base -> base.value() != null && !model.criterion(base.criterion()).scale().accepts(base.value()))) {
            faults.add(WorkbookFault.at(WorkbookManifest.SHEET, "", "checksum"));
        }
    }

    private void refuseOtherSheets(XSSFWorkbook workbook, WorkbookManifest manifest) {
        Set<String> expected = manifest.bases().stream().map(WorkbookManifest.Base::sheet)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        expected.stream().filter(name -> workbook.getSheet(name) == null)
                .forEach(name -> faults.add(WorkbookFault.at(name, "", "sheet-missing")));
        Set<String> there = new HashSet<>(expected);
        there.add(WorkbookManifest.SHEET);
        for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
            String name = workbook.getSheetName(i);
            if (there.stream().noneMatch(name::equalsIgnoreCase)) {
                faults.add(WorkbookFault.at(name, "", "sheet-unknown"));
            }
        }
        for (String name : expected) {
            int last = manifest.bases().stream().filter(base -> base.sheet().equals(name))
                    .mapToInt(WorkbookManifest.Base::row).max().orElseThrow();
            Sheet sheet = workbook.getSheet(name);
            for (int i = last + 1; sheet != null && i <= sheet.getLastRowNum(); i++) {
                extra(sheet.getRow(i));
            }
        }
    }

    private void extra(Row row) {
        if (row != null) {
            for (Cell cell : row) {
                if (!words(cell).isEmpty()) {
                    faults.add(at(cell, "row-added", quote(words(cell))));
                    return;
                }
            }
        }
    }

    private boolean isUnmoved(Sheet sheet, WorkbookManifest.Base base) {
        Row row = sheet.getRow(base.row());
        String code = words(cell(row, AnswerWorkbook.CODE)).strip();
        if (!code.equals(base.criterion())) {
            faults.add(WorkbookFault.at(base.sheet(), address(base.row(), AnswerWorkbook.CODE), "row-moved",
                    base.criterion(), quote(code)));
            return false;
        }
        if (!AnswerWorkbook.fingerprint(code, words(cell(row, AnswerWorkbook.QUESTION)),
                words(cell(row, AnswerWorkbook.STATEMENTS))).equals(base.text())) {
            faults.add(WorkbookFault.at(base.sheet(), address(base.row(), AnswerWorkbook.QUESTION), "text-changed",
                    base.criterion()));
        }
        return true;
    }

    private FilledWorkbook.Filled filled(Row row, WorkbookManifest.Base base) {
        Cell answer = cell(row, AnswerWorkbook.ANSWER);
        String comment = FilledWorkbook.tidy(words(cell(row, AnswerWorkbook.COMMENT)));
        String commentCell = address(base.row(), AnswerWorkbook.COMMENT);
        if (comment != null && comment.length() > AssessmentWorkflow.LONGEST_COMMENT) {
            faults.add(WorkbookFault.at(base.sheet(), commentCell, "comment", comment.length(),
                    AssessmentWorkflow.LONGEST_COMMENT));
        }
        return new FilledWorkbook.Filled(base.sheet(), value(answer, model.criterion(base.criterion())),
                address(base.row(), AnswerWorkbook.ANSWER), comment, commentCell);
    }

    private String value(Cell cell, Criterion criterion) {
        if (cell == null || cell.getCellType() == CellType.BLANK || cell.getCellType() == CellType.FORMULA) {
            return null;
        }
        String said = cell.getCellType() == CellType.NUMERIC ? number(cell.getNumericCellValue()) : words(cell).strip();
        if (said.isEmpty()) {
            return null;
        }
        AnswerScale scale = criterion.scale();
        String value = scale.meant(said);
        if (scale.accepts(value)) {
            return value;
        }
        faults.add(at(cell, scale.kind(),
                Stream.concat(Stream.of(quote(said)), scale.bounds().stream()).toArray()));
        return null;
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.valueOf((long) number)
                : String.valueOf(number);
    }

    private static Cell cell(Row row, int column) {
        return row == null ? null : row.getCell(column);
    }

    /** What a person sees in the cell. */
    private static String words(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.FORMULA) {
            return "";
        }
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue()
                : new DataFormatter(Locale.ROOT).formatCellValue(cell);
    }

    private static WorkbookFault at(Cell cell, String reason, Object... arguments) {
        return WorkbookFault.at(cell.getSheet().getSheetName(), address(cell.getRowIndex(), cell.getColumnIndex()),
                reason, arguments);
    }

    private static String address(int row, int column) {
        return new CellReference(row, column).formatAsString(false);
    }

    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
