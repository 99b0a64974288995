package vn.thang.assessment.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.workbook.WorkbookDifference.Kind;
import vn.thang.platform.BusinessException;

/** Everything happens to the demonstration assessment of Lào Cai and is undone. */
class WorkbookExchangeIT extends ProvinceFixture {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final String NAME = "thang-2026-15.xlsx";
    private static final int MOST_STATEMENTS = 36;

    @Inject
    private WorkbookExchange exchange;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    private long theirs;

    @BeforeEach
    void begin() throws Exception {
        theirs = assessment("BTP");
    }

    @Test
    void theThreeWaysOfEveryCell() {
        for (String code : List.of("STR.1", "STR.2", "STR.3", "GOV.1")) {
            answer(code, "2", "gốc");
        }
        byte[] filled = filled(fetched(), "STR.1", "4", "gốc", "STR.3", "5", "của tệp", "GOV.1", "3", "gốc");
        answer("STR.2", "3", "gốc");
        answer("STR.3", "4", "của hệ thống");
        answer("GOV.1", "3", "mới");
        WorkbookComparison comparison = exchange.compare(mine, NAME, filled);
        assertEquals(Kind.ONLY_FILE, kind(comparison, "STR.1/ANSWER"));
        assertEquals(Kind.UNCHANGED, kind(comparison, "STR.1/COMMENT"));
        assertEquals(Kind.ONLY_SYSTEM, kind(comparison, "STR.2/ANSWER"));
        assertEquals(Kind.CONFLICT, kind(comparison, "STR.3/ANSWER"));
        assertEquals(Kind.CONFLICT, kind(comparison, "STR.3/COMMENT"));
        assertEquals(Kind.BOTH_SAME, kind(comparison, "GOV.1/ANSWER"));
        assertEquals(Kind.ONLY_SYSTEM, kind(comparison, "GOV.1/COMMENT"));
        WorkbookDifference conflict = cell(comparison, "STR.3/ANSWER");
        assertEquals(List.of("2", "5", "4", "E5"),
                List.of(conflict.base(), conflict.file(), conflict.system(), conflict.at()));
        assertEquals(7 - 1, comparison.changed().size());
        assertEquals("2", value("STR.1"));
        assertEquals(comparison.seen(), exchange.compared(comparison.id()).seen());
    }

    @Test
    void whatIsChosenIsWrittenWithHistoryAndTheFileIsKept() {
        answer("STR.1", "2", "gốc");
        answer("STR.2", "2", "gốc");
        answer("STR.3", "2", "gốc");
        byte[] filled = filled(fetched(), "STR.1", "4", "gốc", "STR.2", "5", "tệp", "STR.3", "3", null);
        answer("STR.2", "1", "hệ thống");
        WorkbookComparison comparison = exchange.compare(mine, "C:\\tạm\\đã điền.xlsx", filled);
        long answers = changes("answer");
        long imports = changes("import");
        WorkbookComparison applied = exchange.apply(comparison.id(), comparison.seen(),
                Map.of("STR.2/ANSWER", true, "STR.2/COMMENT", false, "STR.3/ANSWER", false));
        assertEquals(3, applied.written().size());
        assertEquals("4", value("STR.1"));
        assertEquals("5", value("STR.2"));
        assertEquals("hệ thống", assessments.view(mine).answers().get("STR.2").comment());
        assertEquals("2", value("STR.3"));
        assertEquals(null, assessments.view(mine).answers().get("STR.3").comment());
        assertEquals(List.of("5", "1", "2"),
                assessments.history(mine, "STR.2").stream().map(GivenAnswer::value).limit(3).toList());
        assertEquals(answers + 3, changes("answer"));
        assertEquals(imports + 1, changes("import"));
        WorkbookLine line = exchange.desk(mine).applied().get(0);
        assertEquals(List.of("đã điền.xlsx", "Nguyễn Thị Minh", 3),
                List.of(line.fileName(), line.appliedBy(), line.cells()));
        assertEquals(EvidenceFile.sha256(filled), line.sha256());
        assertArrayEquals(filled, exchange.kept(line.id()).content());
        assertEquals("đã điền.xlsx", exchange.kept(line.id()).name());
    }

    @Test
    void theSameFileIsAppliedOnceHoweverOftenItComes() throws Exception {
        byte[] filled = filled(fetched(), "STR.1", other("STR.1"), "một lần");
        WorkbookComparison comparison = exchange.compare(mine, NAME, filled);
        exchange.apply(comparison.id(), comparison.seen(), Map.of());
        int version = assessments.view(mine).answers().get("STR.1").version();
        assertEquals(exchange.compared(comparison.id()).written(),
                exchange.apply(comparison.id(), "gì cũng được", Map.of()).written());
        assertEquals(version, assessments.view(mine).answers().get("STR.1").version());
        WorkbookComparison again = exchange.compare(mine, "bản sao.xlsx", filled);
        assertTrue(again.applied().isPresent());
        assertEquals(2, again.written().size());
        refused("workbook.applied-before", () -> exchange.apply(again.id(), again.seen(), Map.of()));
    }

    @Test
    void nothingIsWrittenWhenSomethingChangedSinceOrIsUndecided() throws Exception {
        answer("STR.1", "2", "gốc");
        byte[] filled = filled(fetched(), "STR.1", "4", "gốc", "STR.2", other("STR.2"), null);
        WorkbookComparison comparison = exchange.compare(mine, NAME, filled);
        answer("STR.1", "3", "gốc");
        refused("workbook.changed", () -> exchange.apply(comparison.id(), comparison.seen(), Map.of()));
        again();
        caller.actAs("canbo");
        answer("STR.1", "2", "gốc");
        byte[] second = filled(fetched(), "STR.1", "4", "gốc", "STR.2", other("STR.2"), null);
        answer("STR.1", "3", "gốc");
        WorkbookComparison conflict = exchange.compare(mine, NAME, second);
        refused("workbook.undecided", () -> exchange.apply(conflict.id(), conflict.seen(), Map.of()));
    }

    @Test
    void oneRefusalUndoesThemAll() throws Exception {
        String before = value("STR.1");
        transaction.rollback();
        refused("assessment.off-scale", () -> workflow.answerAll(mine,
                List.of(new Draft("STR.1", other("STR.1"), null, version("STR.1")),
                        new Draft("STR.2", "7", null, version("STR.2")))));
        transaction.begin();
        assertEquals(before, value("STR.1"));
    }

    @Test
    void manyAnswersAreScoredOnce() {
        byte[] filled = fetched();
        for (String code : List.of("STR.1", "STR.2", "STR.3", "GOV.1")) {
            filled = filled(filled, code, other(code), "x");
        }
        WorkbookComparison comparison = exchange.compare(mine, NAME, filled);
        long used = used(() -> exchange.apply(comparison.id(), comparison.seen(), Map.of()));
        assertTrue(used <= MOST_STATEMENTS, () -> "statements " + used);
        assertEquals(assessments.view(mine).standing().answered(), ((Number) entities.createNativeQuery(
                "SELECT answered FROM assessment_score WHERE assessment_id = ?1").setParameter(1, mine)
                .getSingleResult()).intValue());
    }

    @Test
    void aWorkbookOfAnotherAgencyOrRoundOrOfAClosedOneIsRefused() throws Exception {
        caller.actAs("canbo.bo");
        byte[] foreign = exchange.prepare(theirs, VIETNAMESE).content();
        caller.actAs("canbo");
        assertEquals("agency", assertThrows(WorkbookRefused.class, () -> exchange.compare(mine, NAME, foreign)).faults()
                .get(0).reason());
        again();
        byte[] own = fetched();
        entities.createNativeQuery("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2026'").executeUpdate();
        refused("assessment.round-not-open", () -> exchange.compare(mine, NAME, own));
        again();
        entities.createNativeQuery("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2026'").executeUpdate();
        refused("assessment.round-not-open", () -> exchange.prepare(mine, VIETNAMESE));
    }

    @Test
    void undecidedFilesOfAPersonDoNotPileUp() {
        WorkbookComparison first = exchange.compare(mine, NAME, filled(fetched(), "STR.1", other("STR.1"), "một"));
        WorkbookComparison second = exchange.compare(mine, NAME, filled(fetched(), "STR.1", other("STR.1"), "hai"));
        assertNotEquals(first.id(), second.id());
        assertEquals(1L,
                ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM answer_workbook WHERE assessment_id = ?1"
                        + " AND applied_at IS NULL").setParameter(1, mine).getSingleResult()).longValue());
        assertFalse(exchange.desk(mine).applied().stream().anyMatch(line -> line.id() == second.id()));
    }

    @Test
    void onlyTheAgencysOwnPeopleExchangeWorkbooks() throws Exception {
        byte[] filled = filled(fetched(), "STR.1", other("STR.1"), "x");
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            for (int deed = 0; deed < 6; deed++) {
                caller.actAs("canbo");
                WorkbookComparison kept = exchange.compare(mine, NAME, filled);
                List<Executable> deeds = List.of(() -> exchange.desk(mine), () -> exchange.prepare(mine, VIETNAMESE),
                        () -> exchange.compare(mine, NAME, filled), () -> exchange.compared(kept.id()),
                        () -> exchange.apply(kept.id(), kept.seen(), Map.of()), () -> exchange.kept(kept.id()));
                caller.actAs(person);
                assertThrows(BusinessException.Forbidden.class, deeds.get(deed), person + " " + deed);
                again();
            }
        }
    }

    private byte[] fetched() {
        return exchange.prepare(mine, VIETNAMESE).content();
    }

    /** @param fields code, answer, comment, and so on */
    private static byte[] filled(byte[] content, String... fields) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < fields.length; i += 3) {
                Row row = row(workbook, fields[i]);
                row.getCell(AnswerWorkbook.ANSWER).setCellValue(Integer.parseInt(fields[i + 1]));
                row.getCell(AnswerWorkbook.COMMENT).setCellValue(fields[i + 2]);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(XSSFWorkbook workbook, String code) {
        for (int i = 1; i < workbook.getNumberOfSheets() - 1; i++) {
            Sheet sheet = workbook.getSheetAt(i);
            for (Row row : sheet) {
                if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(code)) {
                    return row;
                }
            }
        }
        throw new AssertionError(code);
    }

    private void answer(String criterion, String value, String comment) {
        workflow.answer(mine, new Draft(criterion, value, comment, version(criterion)));
    }

    private int version(String criterion) {
        GivenAnswer answer = assessments.view(mine).answers().get(criterion);
        return answer == null ? 0 : answer.version();
    }

    private String value(String criterion) {
        GivenAnswer answer = assessments.view(mine).answers().get(criterion);
        return answer == null ? null : answer.value();
    }

    private String other(String criterion) {
        return "4".equals(value(criterion)) ? "3" : "4";
    }

    private static WorkbookDifference cell(WorkbookComparison comparison, String key) {
        return comparison.differences().stream().filter(cell -> cell.key().equals(key)).findFirst().orElseThrow();
    }

    private static Kind kind(WorkbookComparison comparison, String key) {
        return cell(comparison, key).kind();
    }

    private long changes(String action) {
        return ((Number) entities
                .createNativeQuery("SELECT COUNT(*) FROM change_log WHERE subject_id = ?1 AND action = ?2")
                .setParameter(1, mine).setParameter(2, action).getSingleResult()).longValue();
    }
}
