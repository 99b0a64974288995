package vn.thang.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.SevenLevels;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Overall;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.report.workbook.NodeFormulas;
import vn.thang.report.workbook.Nodes;
import vn.thang.report.workbook.RoundSheets;
import vn.thang.report.workbook.ScoreRows;
import vn.thang.report.workbook.Subject;
import vn.thang.security.Reach;

/** The workbook of a model of seven levels recomputes it as one of five: columns, formulas, weights that follow what applies. */
class OtherScalesSheetsTest {

    private static final int AGENCIES = 40;
    private static final String COMMUNE = "commune";

    @TempDir
    private Path folder;

    private Catalog catalog;
    private MaturityModel model;

    @BeforeEach
    void read() throws IOException {
        catalog = new Catalog(Optional.of(SevenLevels.beside(folder)));
        model = catalog.model("seven/1.0");
    }

    @Test
    void poiComputesEveryLevelIndexAndWeightAgain() throws IOException {
        List<AssessmentInputs> round = round(5);
        try (XSSFWorkbook workbook = workbook(round, model)) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            Sheet dimensions = workbook.getSheet("Lĩnh vực");
            Sheet agencies = workbook.getSheet("Cơ quan");
            assertEquals("Trọng số từ mức 7", head(dimensions, 13));
            assertEquals("Trọng số từ mức 7", head(agencies, 15));
            List<Dimension> nodes = Nodes.of(model, true).dimensions();
            boolean exempt = false;
            for (int i = 0; i < AGENCIES; i++) {
                Scorecard expected = score(round.get(i));
                Row whole = agencies.getRow(ListSheet.FIRST_ROW - 1 + i);
                compare(expected.whole(), whole.getCell(5), whole.getCell(6), evaluator);
                for (int node = 0; node < nodes.size(); node++) {
                    NodeScore score = expected.node(nodes.get(node).code());
                    Row row = dimensions.getRow(ListSheet.FIRST_ROW - 1 + i * nodes.size() + node);
                    compare(score, row.getCell(5), row.getCell(6), evaluator);
                    double weight = value(row.getCell(4), evaluator).getNumberValue();
                    assertEquals(nodes.get(node).applicable() ? score.counts() : 5, weight,
                            () -> score.code() + " " + row.getCell(4));
                    exempt |= score.exempt();
                }
            }
            assertTrue(exempt, "some group is exempt as a whole");
            Sheet summary = workbook.getSheet("Tổng hợp");
            assertEquals(7, summary.getRow(4).getCell(8).getNumericCellValue());
            assertEquals("Chưa nộp", summary.getRow(4).getCell(9).getStringCellValue());
        }
    }

    /** What the model does not say of the whole stands nowhere, and no table counts it. */
    @Test
    void aWholeWithoutALevelHasNoneInTheWorkbook() throws IOException {
        for (Overall overall : List.of(Overall.INDEX, Overall.NONE)) {
            MaturityModel other = new MaturityModel(model.id(), model.version(), model.status(), model.whole(), false,
                    model.levels(), overall);
            try (XSSFWorkbook workbook = workbook(round(6), other)) {
                Row whole = workbook.getSheet("Cơ quan").getRow(ListSheet.FIRST_ROW - 1);
                assertNull(whole.getCell(5));
                assertNull(whole.getCell(7));
                assertEquals(overall == Overall.INDEX, whole.getCell(6) != null);
                assertEquals(overall == Overall.INDEX, whole.getCell(8) != null);
                Sheet summary = workbook.getSheet("Tổng hợp");
                assertEquals("Lĩnh vực", summary.getRow(4).getCell(0).getStringCellValue());
            }
        }
    }

    private static String head(Sheet sheet, int column) {
        return sheet.getRow(ListSheet.HEAD_ROW - 1).getCell(column).getStringCellValue();
    }

    private static void compare(NodeScore score, Cell level, Cell index, FormulaEvaluator evaluator) {
        CellValue levelValue = value(level, evaluator);
        if (score.exempt()) {
            assertEquals(NodeFormulas.NOT_APPLICABLE, levelValue.getStringValue(), score.code());
            return;
        }
        String place = level.getSheet().getSheetName() + "!" + level.getAddress() + " " + score.code();
        assertEquals(CellType.FORMULA, level.getCellType(), place);
        assertEquals(score.level(), levelValue.getNumberValue(), place);
        assertEquals(ScoreRows.number(score.index()), value(index, evaluator).getNumberValue(), 1e-9, place);
    }

    private static CellValue value(Cell cell, FormulaEvaluator evaluator) {
        return cell.getCellType() == CellType.FORMULA ? evaluator.evaluate(cell)
                : new CellValue(cell.getNumericCellValue());
    }

    private Scorecard score(AssessmentInputs assessment) {
        return Scoring.score(model, Inputs.answers(model, assessment.inputs(), Column.OFFICIAL));
    }

    private List<AssessmentInputs> round(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AssessmentInputs> round = new ArrayList<>();
        for (int i = 0; i < AGENCIES; i++) {
            int base = random.nextInt(0, 8);
            boolean nothing = random.nextInt(6) == 0;
            Map<String, CriterionInput> inputs = new HashMap<>();
            for (Criterion criterion : model.criteria()) {
                List<String> values = criterion.scale().values();
                String value = criterion.scale().ofLevels()
                        ? String.valueOf(Math.max(0, Math.min(7, base + random.nextInt(-1, 2))))
                        : values.get(random.nextInt(values.size()));
                boolean exempt = nothing && criterion.code().startsWith("B.1") || random.nextInt(9) == 0;
                inputs.put(criterion.code(), new CriterionInput(Answer.parse(criterion.scale(), value),
                        Set.of(2, 7), null, null, exempt));
            }
            round.add(new AssessmentInputs(i + 1, "A" + i, "Cơ quan " + i, COMMUNE, "/1/" + i + "/", null,
                    AssessmentState.HANDED_IN, inputs, Map.of(), Map.of()));
        }
        return round;
    }

    private XSSFWorkbook workbook(List<AssessmentInputs> round, MaturityModel scored) throws IOException {
        Locale vietnamese = Locale.of("vi");
        Subject subject = new Subject(
                new RoundFacts.RoundFact(1, "T", "Đợt", scored.ref(), LocalDate.of(2026, 12, 31), RoundState.OPEN,
                        false),
                new RoundFacts.AgencyFact(1, "VN", "Toàn quốc", "country", "/1/"), scored, catalog.hash(scored.ref()),
                catalog.texts(scored, vietnamese), catalog, Reach.EVERYWHERE, Instant.parse("2026-11-23T00:00:00Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            RoundSheets sheets = new RoundSheets(workbook, ReportDefinition.read("national"), subject,
                    ReportTexts.in(vietnamese));
            round.forEach(one -> sheets.add(sheets.scored(one)));
            sheets.finish();
            workbook.write(out);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
