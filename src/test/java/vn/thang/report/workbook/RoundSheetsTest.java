package vn.thang.report.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.report.LibreOffice;
import vn.thang.report.ListSheet;
import vn.thang.report.ReportDefinition;
import vn.thang.platform.Texts;
import vn.thang.report.ReportTexts;
import vn.thang.report.RoundFacts;
import vn.thang.security.Reach;

/** The workbook recomputes: a spreadsheet arrives at every level and index that the application gives. */
class RoundSheetsTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final MaturityModel MODEL = CATALOG.model("vn-dgm/1.0");
    private static final List<String> TYPES = List.of("ministry", "ministerial-agency", "government-agency", "province",
            "commune");
    private static final RoundFacts.AgencyFact COUNTRY = new RoundFacts.AgencyFact(1, "VN", "Toàn quốc", "country",
            "/1/");
    private static final String ATTACK = "=HYPERLINK(\"http://example.org\";\"bấm vào đây\")";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void poiComputesEveryLevelAndIndexAgain(boolean withRestricted) throws IOException {
        List<AssessmentInputs> round = round(20_261_123, 60);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, withRestricted)))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            compare(workbook, round.stream().map(RoundSheetsTest::score).toList(), evaluator::evaluate);
            assertEquals(withRestricted, heads(workbook.getSheet("Trả lời")).contains("SEC.1"));
            summaryCounts(workbook, evaluator, round);
        }
    }

    /** Whoever did not hand in is neither among those that reached a target nor known not to: a part of its own, everywhere. */
    @Test
    void whatWasNotHandedInIsAPartOfItsOwn() throws IOException {
        List<AssessmentInputs> round = new ArrayList<>(round(11, 20));
        for (int i = 15; i < 20; i++) {
            AssessmentInputs one = round.get(i);
            round.set(i, new AssessmentInputs(one.id(), one.agencyCode(), one.agencyName(), one.agencyType(),
                    one.agencyPath(), null, AssessmentState.IN_PROGRESS, one.inputs(), one.comments(), Map.of()));
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, true)))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            summaryCounts(workbook, evaluator, round);
            Sheet summary = workbook.getSheet("Tổng hợp");
            assertEquals("Chưa nộp", summary.getRow(4).getCell(7).getStringCellValue());
            for (int row = 5; row < 5 + TYPES.size(); row++) {
                assertEquals(1, summary.getRow(row).getCell(7).getNumericCellValue());
            }
            for (List<Double> parts : targets(workbook).values()) {
                assertEquals(List.of(4d, 16d, 16d),
                        List.of(parts.get(2), parts.get(3), parts.get(0) + parts.get(1) + 4),
                        "one of each type, and no commune is in scope");
            }
        }
    }

    /** Whether a target is reached is asked of the agencies in its scope, as on the pages: of 3,377 only 56 may be. */
    @Test
    void theTargetsAreAnsweredForTheAgenciesInTheirScope() throws IOException {
        List<AssessmentInputs> round = round(20_261_123, 60);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, true)))) {
            Map<String, List<Double>> targets = targets(workbook);
            assertEquals(Set.of("P1-08", "P2-06", "P2-07"), targets.keySet());
            targets.forEach((code, parts) -> {
                ProgrammeTarget target = CATALOG.programme().target(code);
                long counted = round.stream().filter(one -> target.scope().contains(one.agencyType())).count();
                long reached = round.stream().filter(one -> target.scope().contains(one.agencyType()))
                        .filter(one -> score(one).whole().level() >= target.level().orElseThrow()).count();
                assertTrue(counted < round.size(), code);
                assertEquals(List.of((double) reached, (double) counted - reached, 0d, (double) counted,
                        (double) reached / counted), parts, code);
            });
        }
    }

    /**
     * A part of the country does not reach a target of the country, nor does a round that asks only some of the types in scope,
     * nor one whose levels are those of another model.
     */
    @Test
    void whatSaysNothingOfATargetIsAskedForNone() throws IOException {
        List<AssessmentInputs> round = round(11, 20);
        List<AssessmentInputs> some = round.stream().filter(one -> !one.agencyType().equals("province")).toList();
        RoundFacts.AgencyFact province = new RoundFacts.AgencyFact(14, "15", "Lào Cai", "province", "/1/14/");
        MaturityModel other = new MaturityModel("other", MODEL.version(), MODEL.status(), MODEL.whole());
        for (byte[] file : List.of(workbook(round, Reach.EVERYWHERE, RoundState.OPEN, province, MODEL),
                workbook(round, Reach.EVERYWHERE, RoundState.OPEN, COUNTRY, other),
                workbook(some, true), workbook(List.of(), true))) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                assertEquals(Map.of(), targets(workbook));
                workbook.getSheet("Tổng hợp").forEach(row -> assertFalse(row.getCell(0) != null
                        && row.getCell(0).getStringCellValue().contains("mục tiêu của chương trình")));
            }
        }
    }

    /** No bar stands for a type that was not asked, and no legend for a level on which nobody is. */
    @Test
    void theChartShowsWhoTookPartAndWhereTheyStand() throws IOException {
        List<AssessmentInputs> some = round(11, 20).stream().filter(one -> !one.agencyType().equals("commune"))
                .toList();
        some.forEach(one -> MODEL.criteria().forEach(criterion -> one.inputs().put(criterion.code(),
                new CriterionInput(Answer.level(2), Set.of(2), null, null, false))));
        assertEquals(List.of(List.of("Mức 1", "Mức 2", "Mức 3", "Mức 4", "Mức 5"),
                List.of("Bộ", "Cơ quan ngang bộ", "Cơ quan thuộc Chính phủ", "Tỉnh, thành phố")), levels(some));
        some.get(0).inputs().clear();
        AssessmentInputs last = some.get(some.size() - 1);
        List<AssessmentInputs> waiting = new ArrayList<>(some.subList(0, some.size() - 1));
        waiting.add(new AssessmentInputs(last.id(), last.agencyCode(), last.agencyName(), last.agencyType(),
                last.agencyPath(), null, AssessmentState.IN_PROGRESS, last.inputs(), last.comments(), Map.of()));
        assertEquals(List.of("Chưa đạt mức 1", "Mức 1", "Mức 2", "Mức 3", "Mức 4", "Mức 5", "Chưa nộp"),
                levels(waiting).get(0));
    }

    /** The legend of the chart by types, and its bars; each part takes its numbers from the column of its level. */
    private static List<List<String>> levels(List<AssessmentInputs> round) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, true)))) {
            CTBarChart chart = workbook.getSheet("Tổng hợp").getDrawingPatriarch().getCharts().get(0).getCTChart()
                    .getPlotArea().getBarChartArray(0);
            List<String> legend = new ArrayList<>();
            List<String> bars = new ArrayList<>();
            for (CTBarSer part : chart.getSerList()) {
                legend.add(part.getTx().isSetV() ? part.getTx().getV()
                        : part.getTx().getStrRef().getStrCache().getPtArray(0).getV());
                bars.clear();
                part.getCat().getStrRef().getStrCache().getPtList().forEach(bar -> bars.add(bar.getV()));
                String column = part.getVal().getNumRef().getF().replaceAll(".*!\\$([A-Z]+).*", "$1");
                Cell head = workbook.getSheet("Tổng hợp").getRow(4)
                        .getCell(CellReference.convertColStringToIndex(column));
                String name = legend.get(legend.size() - 1);
                assertEquals(name, head.getCellType() == CellType.STRING ? head.getStringCellValue()
                        : head.getNumericCellValue() == 0 ? "Chưa đạt mức 1"
                                : "Mức " + (int) head.getNumericCellValue());
            }
            return List.of(legend, bars);
        }
    }

    /** A row of headings without a height is cut to its first line. */
    @Test
    void everyRowOfHeadingsIsAsTallAsItsWords() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round(11, 20), true)))) {
            int heads = 0;
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    if (row.getCell(0) != null && row.getCell(0).getCellStyle().getBorderBottom() != BorderStyle.NONE) {
                        heads++;
                        int longest = 0;
                        for (Cell cell : row) {
                            longest = Math.max(longest, cell.getCellType() != CellType.STRING ? 1
                                    : cell.getStringCellValue().length() * 256 / sheet.getColumnWidth(
                                            cell.getColumnIndex()) + 1);
                        }
                        assertTrue(((XSSFRow) row).getCTRow().getCustomHeight()
                                && row.getHeightInPoints() >= 15 * longest, sheet.getSheetName() + row.getRowNum());
                    }
                }
            }
            assertEquals(9, heads);
        }
    }

    /** What stands beside each target in the summary, with what a spreadsheet computes there. */
    private static Map<String, List<Double>> targets(XSSFWorkbook workbook) {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        Map<String, List<Double>> targets = new TreeMap<>();
        for (Row row : workbook.getSheet("Tổng hợp")) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().matches("P\\d-\\d+ .*")) {
                targets.put(row.getCell(0).getStringCellValue().substring(0, 5), IntStream.rangeClosed(1, 5)
                        .mapToObj(row::getCell)
                        .peek(cell -> assertEquals(cell.getNumericCellValue(),
                                evaluator.evaluate(cell).getNumberValue(), 1e-9, cell.getAddress().toString()))
                        .map(Cell::getNumericCellValue).toList());
            }
        }
        return targets;
    }

    /** Answers are changed in the file and the results in it left stale: only a spreadsheet that recomputes is right. */
    @Test
    void libreOfficeRecomputesChangedAnswers(@TempDir Path folder) throws Exception {
        LibreOffice office = LibreOffice.installed();
        List<AssessmentInputs> round = round(7, 40);
        Path file = folder.resolve("round.xlsx");
        List<Scorecard> expected = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, true)));
                OutputStream out = Files.newOutputStream(file)) {
            SplittableRandom random = new SplittableRandom(8);
            for (int i = 0; i < round.size(); i++) {
                expected.add(changed(workbook.getSheet("Trả lời"), ListSheet.FIRST_ROW - 1 + i, round.get(i), random));
            }
            workbook.write(out);
        }
        Path recalculated = office.recalculate(file, folder);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(recalculated))) {
            compare(workbook, expected, cell -> cell.getCachedFormulaResultType() == CellType.STRING
                    ? new CellValue(cell.getStringCellValue()) : new CellValue(cell.getNumericCellValue()));
        }
    }

    @Test
    void textThatBeginsLikeAFormulaStaysText() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round(3, 5), true)))) {
            Cell comment = workbook.getSheet("Ghi chú").getRow(ListSheet.FIRST_ROW - 1).getCell(3);
            assertEquals(CellType.STRING, comment.getCellType());
            assertEquals(ATTACK, comment.getStringCellValue());
            assertTrue(comment.getCellStyle().getQuotePrefixed());
        }
    }

    /** No level is lowered without a word: every difference between declared and counted has its row. */
    @Test
    void whatCountsInThePlaceOfWhatWasDeclaredStandsThereWithItsCause() throws IOException {
        List<AssessmentInputs> round = round(3, 5);
        AssessmentInputs first = round.get(0);
        CriterionInput declared = new CriterionInput(Answer.level(4), Set.of(2, 3, 4), null, null, false);
        first.inputs().put("STR.1", declared);
        first.inputs().put("STR.2", new CriterionInput(Answer.level(4), Set.of(2), null, null, false));
        first.inputs().put("STR.3", new CriterionInput(Answer.level(4), Set.of(2), null, null, false)
                .expiredAt(Set.of(3)));
        first.inputs().put("GOV.1", declared.ruled(Answer.level(2), false));
        first.inputs().put("GOV.2", declared.ruled(Answer.level(2), true));
        first.inputs().put("GOV.3", declared.exempted());
        Map<String, String> causes = new HashMap<>();
        int rows = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, true)))) {
            for (Row row : workbook.getSheet("Mức được tính")) {
                if (row.getRowNum() >= ListSheet.FIRST_ROW - 1) {
                    rows++;
                    if (row.getCell(0).getStringCellValue().equals(first.agencyCode())) {
                        causes.put(row.getCell(2).getStringCellValue(), row.getCell(3).getStringCellValue());
                    }
                }
            }
        }
        assertFalse(causes.containsKey("STR.1"));
        assertEquals("Mức 2 được tính (tự đánh giá: Mức 4): chưa có minh chứng cho mức 3.", causes.get("STR.2"));
        assertEquals("Mức 2 được tính (tự đánh giá: Mức 4): minh chứng cho mức 3 không còn hiệu lực.",
                causes.get("STR.3"));
        assertEquals("Mức 2 được tính (tự đánh giá: Mức 4): theo kết luận của người thẩm định.", causes.get("GOV.1"));
        assertEquals("Mức 2 được tính (tự đánh giá: Mức 4): theo quyết định của hội đồng.", causes.get("GOV.2"));
        assertEquals("Không tính: được miễn trong đợt này.", causes.get("GOV.3"));
        long expected = round.stream().mapToLong(assessment -> MODEL.criteria().stream()
                .filter(criterion -> criterion.appliesTo(assessment.agencyType()))
                .filter(criterion -> Inputs.overruled(criterion, assessment.inputs().get(criterion.code())).isPresent())
                .count()).sum();
        assertEquals(expected, rows);
    }

    /** Beside the level of each agency stands how far it can be relied on; beside who did not hand in nothing stands. */
    @Test
    void theWordOfConfidenceStandsBesideEveryLevel() throws IOException {
        List<AssessmentInputs> round = new ArrayList<>(round(11, 3));
        AssessmentInputs waiting = round.get(2);
        round.set(2,
                new AssessmentInputs(waiting.id(), waiting.agencyCode(), waiting.agencyName(), waiting.agencyType(),
                        waiting.agencyPath(), null, AssessmentState.IN_PROGRESS, waiting.inputs(), waiting.comments(),
                        Map.of()));
        MODEL.criteria().forEach(one -> {
            CriterionInput claimed = CriterionInput.declared(Answer.level(4), Set.of());
            round.get(0).inputs().put(one.code(), claimed);
            round.get(1).inputs().put(one.code(), claimed.ruled(Answer.level(2), false));
        });
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, true)))) {
            Sheet agencies = workbook.getSheet("Cơ quan");
            int column = IntStream.range(0, 60).filter(i -> agencies.getRow(ListSheet.HEAD_ROW - 1).getCell(i) != null
                    && agencies.getRow(ListSheet.HEAD_ROW - 1).getCell(i).getStringCellValue().equals("Độ tin cậy"))
                    .findFirst().orElseThrow();
            List<String> words = IntStream.range(0, 3).mapToObj(i -> agencies.getRow(ListSheet.FIRST_ROW - 1 + i)
                    .getCell(column)).map(cell -> cell == null ? "" : cell.getStringCellValue()).toList();
            assertEquals(List.of(Texts.text(Locale.of("vi"), "target.confidence.DECLARED"),
                    Texts.text(Locale.of("vi"), "target.confidence.VERIFIED"), ""), words);
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN, Tạm tính", "CLOSED, Tạm tính", "PUBLISHED, Chính thức", "WITHDRAWN, Đã thu hồi"})
    void onlyPublishedResultsAreCalledOfficial(RoundState state, String word) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                workbook(round(3, 2), Reach.EVERYWHERE, state)))) {
            List<String> facts = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> {
                if (row.getCell(1) != null && row.getCell(0).getStringCellValue().equals("Cột kết quả")) {
                    facts.add(row.getCell(1).getStringCellValue().split(":")[0]);
                }
            });
            assertEquals(List.of(word), facts);
            String title = workbook.getSheet("Tổng hợp").getRow(0).getCell(0).getStringCellValue();
            assertTrue(title.endsWith(" · " + word), title);
        }
    }

    @Test
    void restrictedAnswersAreLeftOutWithTheirComments() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round(3, 5), false)))) {
            for (String sheet : List.of("Trả lời", "Tự đánh giá")) {
                assertFalse(heads(workbook.getSheet(sheet)).stream().anyMatch(head -> head.startsWith("SEC.")), sheet);
            }
            for (String sheet : List.of("Ghi chú", "Mức được tính")) {
                for (Row row : workbook.getSheet(sheet)) {
                    assertFalse(row.getCell(2) != null && row.getCell(2).getStringCellValue().startsWith("SEC."));
                }
            }
        }
    }

    @Test
    void restrictedAnswersStandOnlyInRowsOfAgenciesWhoseOwnMayBeRead() throws IOException {
        List<AssessmentInputs> round = round(20_261_123, 12);
        round.forEach(assessment -> assessment.inputs().put("SEC.1",
                new CriterionInput(Answer.level(4), Set.of(2), null, null, false)));
        Reach one = new Reach(List.of(path(4)), List.of());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(round, one)))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            compare(workbook, round.stream().map(RoundSheetsTest::score).toList(), evaluator::evaluate);
            for (int i = 0; i < round.size(); i++) {
                Row whole = workbook.getSheet("Cơ quan").getRow(ListSheet.FIRST_ROW - 1 + i);
                assertEquals(i == 4, whole.getCell(6).getCellType() == CellType.FORMULA,
                        "an exact index of the whole gives the hidden answers away");
            }
            for (String name : List.of("Trả lời", "Tự đánh giá")) {
                Sheet sheet = workbook.getSheet(name);
                Row heads = sheet.getRow(ListSheet.HEAD_ROW - 1);
                for (int i = 0; i < round.size(); i++) {
                    for (int column = 2; column < heads.getLastCellNum(); column++) {
                        Cell cell = sheet.getRow(ListSheet.FIRST_ROW - 1 + i).getCell(column);
                        boolean restricted = MODEL.criterion(heads.getCell(column).getStringCellValue()).restricted();
                        boolean hidden = cell != null && cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().equals(NodeFormulas.HIDDEN);
                        assertEquals(restricted && i != 4, hidden, name + " " + i + " " + heads.getCell(column));
                    }
                }
            }
            for (String name : List.of("Ghi chú", "Mức được tính")) {
                Set<String> agencies = new TreeSet<>();
                workbook.getSheet(name).forEach(row -> {
                    if (row.getCell(2) != null && row.getCell(2).getStringCellValue().startsWith("SEC.")) {
                        agencies.add(row.getCell(0).getStringCellValue());
                    }
                });
                assertEquals(Set.of("A4"), agencies, name);
            }
        }
    }

    @Test
    void anEmptyRoundGivesAWorkbookToo() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(List.of(), true)))) {
            assertEquals(8, workbook.getNumberOfSheets());
        }
    }

    private interface Reader {
        CellValue read(Cell cell);
    }

    private static void compare(XSSFWorkbook workbook, List<Scorecard> scorecards, Reader reader) {
        Sheet dimensions = workbook.getSheet("Lĩnh vực");
        Sheet agencies = workbook.getSheet("Cơ quan");
        int row = ListSheet.FIRST_ROW - 1;
        for (int i = 0; i < scorecards.size(); i++) {
            Row whole = agencies.getRow(ListSheet.FIRST_ROW - 1 + i);
            compare(scorecards.get(i).whole(), whole.getCell(5), whole.getCell(6), reader);
            for (var dimension : MODEL.dimensions()) {
                Row node = dimensions.getRow(row++);
                assertEquals(dimension.code(), node.getCell(2).getStringCellValue());
                compare(scorecards.get(i).node(dimension.code()), node.getCell(5), node.getCell(6), reader);
            }
        }
    }

    private static void compare(NodeScore score, Cell level, Cell index, Reader reader) {
        boolean restricted = level.getCellType() != CellType.FORMULA;
        CellValue levelValue = restricted ? value(level) : reader.read(level);
        boolean rounded = index.getCellType() != CellType.FORMULA;
        CellValue indexValue = rounded ? value(index) : reader.read(index);
        String place = level.getSheet().getSheetName() + "!" + level.getAddress();
        if (score.exempt()) {
            assertEquals(NodeFormulas.NOT_APPLICABLE, levelValue.getStringValue(), place);
            return;
        }
        assertEquals(score.level(), levelValue.getNumberValue(), place);
        assertEquals(rounded ? score.index().toDecimal(1).doubleValue() : ScoreRows.number(score.index()),
                indexValue.getNumberValue(), 1e-9, place);
    }

    private static CellValue value(Cell cell) {
        return cell.getCellType() == CellType.STRING ? new CellValue(cell.getStringCellValue())
                : new CellValue(cell.getNumericCellValue());
    }

    private static void summaryCounts(XSSFWorkbook workbook, FormulaEvaluator evaluator, List<AssessmentInputs> round) {
        Sheet summary = workbook.getSheet("Tổng hợp");
        int agencies = 0;
        for (int row = 5; row < 5 + TYPES.size(); row++) {
            for (int part = 0; part <= 6; part++) {
                Cell cell = summary.getRow(row).getCell(part + 1);
                double cached = cell.getNumericCellValue();
                assertEquals(cached, evaluator.evaluate(cell).getNumberValue(), "summary " + cell.getAddress());
                agencies += (int) cached;
            }
        }
        assertEquals(round.size(), agencies);
    }

    private static Set<String> heads(Sheet sheet) {
        Set<String> heads = new TreeSet<>();
        sheet.getRow(ListSheet.HEAD_ROW - 1).forEach(cell -> heads.add(cell.getStringCellValue()));
        return heads;
    }

    /** Changes some answers of the row in the file and answers the scorecard that they must lead to. */
    private static Scorecard changed(Sheet answers, int rowNumber, AssessmentInputs assessment,
            SplittableRandom random) {
        Map<String, Answer> byCriterion = new HashMap<>(official(assessment).byCriterion());
        Row row = answers.getRow(rowNumber);
        Row heads = answers.getRow(ListSheet.HEAD_ROW - 1);
        for (int column = 2; column < heads.getLastCellNum(); column++) {
            Cell cell = row.getCell(column);
            if (cell != null && cell.getCellType() == CellType.NUMERIC && random.nextInt(4) == 0) {
                int level = random.nextInt(1, 6);
                cell.setCellValue(level);
                byCriterion.put(heads.getCell(column).getStringCellValue(), Answer.level(level));
            }
        }
        return Scoring.score(MODEL, new Answers(byCriterion));
    }

    private static Scorecard score(AssessmentInputs assessment) {
        return Scoring.score(MODEL, official(assessment));
    }

    private static Answers official(AssessmentInputs assessment) {
        Map<String, CriterionInput> inputs = new HashMap<>(assessment.inputs());
        for (Criterion criterion : MODEL.criteria()) {
            if (!criterion.appliesTo(assessment.agencyType())) {
                inputs.put(criterion.code(), new CriterionInput(null, Set.of(), null, null, true));
            }
        }
        return Inputs.answers(MODEL, inputs, Column.OFFICIAL);
    }

    /** Agencies around every level: a base level each, with exemptions, missing evidence and a few missing answers. */
    private static List<AssessmentInputs> round(long seed, int agencies) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AssessmentInputs> round = new ArrayList<>();
        for (int i = 0; i < agencies; i++) {
            int base = random.nextInt(0, 6);
            Map<String, CriterionInput> inputs = new HashMap<>();
            Map<String, String> comments = new HashMap<>();
            for (Criterion criterion : MODEL.criteria()) {
                int level = Math.max(1, Math.min(5, base + (random.nextInt(5) == 0 ? random.nextInt(-2, 3) : 0)));
                Set<Integer> evidence = random.nextInt(12) == 0 ? Set.of(2) : Set.of(2, 3, 4, 5);
                boolean exempt = random.nextInt(15) == 0;
                if (random.nextInt(60) != 0) {
                    inputs.put(criterion.code(), new CriterionInput(Answer.level(level), evidence, null, null, exempt));
                }
                comments.put(criterion.code(), ATTACK);
            }
            if (i == 1) {
                MODEL.dimensions().get(3).children().forEach(child -> inputs.put(child.code(),
                        new CriterionInput(null, Set.of(), null, null, true)));
            }
            round.add(new AssessmentInputs(i + 1, "A" + i, "=Cơ quan " + i, TYPES.get(i % TYPES.size()), path(i), null,
                    AssessmentState.PROVISIONAL, inputs, comments, Map.of()));
        }
        return round;
    }

    private static String path(int agency) {
        return "/1/" + (agency + 10) + "/";
    }

    private static byte[] workbook(List<AssessmentInputs> round, boolean withRestricted) throws IOException {
        return workbook(round, withRestricted ? Reach.EVERYWHERE : Reach.NOWHERE);
    }

    private static byte[] workbook(List<AssessmentInputs> round, Reach restricted) throws IOException {
        return workbook(round, restricted, RoundState.OPEN);
    }

    private static byte[] workbook(List<AssessmentInputs> round, Reach restricted, RoundState state)
            throws IOException {
        return workbook(round, restricted, state, COUNTRY, MODEL);
    }

    private static byte[] workbook(List<AssessmentInputs> round, Reach restricted, RoundState state,
            RoundFacts.AgencyFact top, MaturityModel model) throws IOException {
        Locale vietnamese = Locale.forLanguageTag("vi");
        Subject subject = new Subject(
                new RoundFacts.RoundFact(1, "2026", "Đợt 2026", MODEL.ref(), LocalDate.of(2026, 12, 31), state, false),
                top, model, CATALOG.hash(MODEL.ref()),
                CATALOG.texts(MODEL, vietnamese), CATALOG, restricted, Instant.parse("2026-11-23T00:00:00Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            RoundSheets sheets = new RoundSheets(workbook, ReportDefinition.read("national"), subject,
                    ReportTexts.in(vietnamese));
            round.forEach(assessment -> sheets.add(sheets.scored(assessment)));
            sheets.finish();
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
