package vn.thang.assessment.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.Scores;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.platform.BusinessException;

/** Several people with one offline workbook: at the same instant, and one after the other. What is written is taken out again. */
class WorkbookAtOnceIT extends ProvinceFixture {

    private static final String NAME = "thang-2026-15.xlsx";
    private static final List<String> TWO = List.of(HandingIn.OFFICER, HandingIn.HEAD);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private WorkbookExchange exchange;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Assessments stored;

    @Inject
    private Scores scores;

    @Inject
    private Event<ScoringEvent> scoring;

    private List<String> open;

    @BeforeEach
    void questionsWithoutAnAnswer() {
        AssessmentView view = assessments.view(mine);
        open = view.scored().model().criteria().stream().map(criterion -> criterion.code())
                .filter(code -> !view.answers().containsKey(code))
                .limit(3).toList();
    }

    @AfterEach
    void takeOut() throws Exception {
        transaction.rollback();
        transaction.begin();
        for (String code : open) {
            sql("DELETE FROM answer WHERE assessment_id = " + mine + " AND criterion = '" + code + "'");
            sql("DELETE FROM answer_history WHERE assessment_id = " + mine + " AND criterion = '" + code + "'");
        }
        sql("DELETE FROM answer_workbook WHERE assessment_id = " + mine + " AND file_name = '" + NAME + "'");
        AssessmentHead head = stored.head(mine);
        scoring.fire(new ScoringEvent.AnswersGiven(head, List.of(), scores.of(head)));
        transaction.commit();
        transaction.begin();
    }

    @Test
    void twoPeopleWhoApplyTheSameFileAtOnceWriteItOnce() throws Exception {
        byte[] filled = filled(exchange.prepare(mine, Locale.forLanguageTag("vi-VN")).content(), open.get(0),
                open.get(1));
        transaction.rollback();
        CyclicBarrier together = new CyclicBarrier(TWO.size());
        List<Future<String>> runs = TWO.stream().map(person -> executor.submit(() -> applies(person, filled, together)))
                .toList();
        List<String> ends = Stream.of(runs.get(0).get(200, TimeUnit.SECONDS), runs.get(1).get(200, TimeUnit.SECONDS))
                .sorted().toList();
        transaction.begin();
        assertEquals("written", ends.get(1));
        assertTrue(List.of("workbook.applied-before", "workbook.changed").contains(ends.get(0)), () -> ends.get(0));
        assertEquals(1, number("SELECT COUNT(*) FROM answer_workbook WHERE applied_at IS NOT NULL AND assessment_id = "
                + mine + " AND file_name = '" + NAME + "'"));
        for (String code : open.subList(0, 2)) {
            assertEquals(1, number("SELECT COUNT(*) FROM answer_history WHERE assessment_id = " + mine
                    + " AND criterion = '" + code + "'"));
            assertEquals(1, number(
                    "SELECT version FROM answer WHERE assessment_id = " + mine + " AND criterion = '" + code + "'"));
        }
        assertEquals(number("SELECT COUNT(*) FROM answer WHERE value IS NOT NULL AND assessment_id = " + mine),
                number("SELECT answered FROM assessment_score WHERE assessment_id = " + mine));
    }

    @Test
    void oneAfterTheOtherTheyGoOnWithTheSameFile() throws Exception {
        byte[] first = filled(exchange.prepare(mine, Locale.forLanguageTag("vi-VN")).content(), open.get(0));
        byte[] second = filled(first, open.get(1));
        byte[] third = filled(second, open.get(2));
        WorkbookComparison early = exchange.compare(mine, NAME, second);
        assertEquals(2, exchange.apply(early.id(), early.seen(), Map.of()).written().size());
        caller.actAs(HandingIn.HEAD);
        WorkbookComparison late = exchange.compare(mine, NAME, third);
        assertEquals(
                List.of(WorkbookDifference.Kind.BOTH_SAME, WorkbookDifference.Kind.BOTH_SAME,
                        WorkbookDifference.Kind.ONLY_FILE),
                open.stream().map(code -> late.differences().stream()
                        .filter(cell -> cell.key().equals(code + "/ANSWER")).findFirst().orElseThrow().kind())
                        .toList());
        assertEquals(1, exchange.apply(late.id(), late.seen(), Map.of()).written().size());
        assertEquals(List.of("4", "4", "4"),
                open.stream().map(code -> assessments.view(mine).answers().get(code).value()).toList());
        caller.actAs(HandingIn.OFFICER);
        WorkbookComparison older = exchange.compare(mine, NAME, first);
        assertTrue(older.differences().stream().noneMatch(cell -> cell.kind() == WorkbookDifference.Kind.CONFLICT),
                "an older copy takes nothing back");
        exchange.apply(older.id(), older.seen(), Map.of());
        assertEquals("4", assessments.view(mine).answers().get(open.get(2)).value());
    }

    private String applies(String person, byte[] filled, CyclicBarrier together) throws Exception {
        RequestContextController request = CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            caller.actAs(person);
            WorkbookComparison comparison = exchange.compare(mine, NAME, filled);
            together.await(150, TimeUnit.SECONDS);
            exchange.apply(comparison.id(), comparison.seen(), Map.of());
            return "written";
        } catch (BusinessException e) {
            return e.key();
        } finally {
            request.deactivate();
        }
    }

    private static byte[] filled(byte[] content, String... codes) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String code : codes) {
                row(workbook, code).getCell(AnswerWorkbook.ANSWER).setCellValue(4);
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(XSSFWorkbook workbook, String code) {
        for (int i = 1; i < workbook.getNumberOfSheets() - 1; i++) {
            for (Row row : workbook.getSheetAt(i)) {
                if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(code)) {
                    return row;
                }
            }
        }
        throw new AssertionError(code);
    }
}
