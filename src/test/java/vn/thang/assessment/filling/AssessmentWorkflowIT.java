package vn.thang.assessment.filling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.discrepancy.Discrepancies;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.core.model.Criterion;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.platform.BusinessException;

/** Everything happens to the demonstration assessments of 2026 and is undone. */
class AssessmentWorkflowIT extends ProvinceFixture {

    private static final int MOST_STATEMENTS = 10;
    private static final int MOST_OF_A_QUESTION = 9;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private Discrepancies discrepancies;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private HandingIn handing;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    private long theirs;

    @BeforeEach
    void begin() throws Exception {
        theirs = assessment("BTP");
    }

    @Test
    void keepsEveryAnswerAndItsHistory() {
        String criterion = unanswered();
        int answered = assessments.view(mine).standing().answered();
        long told = changes("answer");
        AssessmentWorkflow.Saved first = workflow.answer(mine, new Draft(criterion, "3", "  Đã có  ", 0));
        assertEquals("Đã có", first.answer().comment());
        assertEquals("Nguyễn Thị Minh", first.answer().answeredBy());
        assertEquals(answered + 1, first.standing().answered());
        int version = workflow.answer(mine, new Draft(criterion, "2", null, first.answer().version())).answer()
                .version();
        assertTrue(version > first.answer().version());
        AssessmentWorkflow.Saved same = workflow.answer(mine, new Draft(criterion, "2", " ", 0));
        assertEquals(version, same.answer().version());
        assertEquals(List.of("2", "3"), assessments.history(mine, criterion).stream().map(GivenAnswer::value).toList());
        assertEquals("2", assessments.view(mine).answers().get(criterion).value());
        assertEquals(told + 2, changes("answer"));
    }

    @Test
    void aColleaguesNewerAnswerIsToldAndNotOverwritten() {
        String criterion = unanswered();
        int seen = workflow.answer(mine, new Draft(criterion, "3", null, 0)).answer().version();
        caller.actAs("lanhdao.tinh");
        int newer = workflow.answer(mine, new Draft(criterion, "4", "Đã đo", seen)).answer().version();
        caller.actAs("canbo");
        AnswerConflict conflict = assertThrows(AnswerConflict.class,
                () -> workflow.answer(mine, new Draft(criterion, "2", null, seen)));
        assertEquals("4", conflict.newer().value());
        assertEquals("Đã đo", conflict.newer().comment());
        assertEquals("Trần Văn Hòa", conflict.newer().answeredBy());
        assertEquals(newer, conflict.newer().version());
        assertEquals("4", assessments.view(mine).answers().get(criterion).value());
    }

    @Test
    void whoHasSeenTheNewerAnswerMayKeepTheirOwn() {
        String criterion = unanswered();
        workflow.answer(mine, new Draft(criterion, "3", null, 0));
        caller.actAs("lanhdao.tinh");
        int newer = workflow.answer(mine, new Draft(criterion, "4", null, 1)).answer().version();
        caller.actAs("canbo");
        assertEquals("2", workflow.answer(mine, new Draft(criterion, "2", null, newer)).answer().value());
    }

    @Test
    void refusesWhatIsNoAnswer() throws Exception {
        refusedAndUndone("assessment.unknown-criterion", () -> workflow.answer(mine, new Draft("XXX.1", "3", null, 0)));
        refusedAndUndone("assessment.off-scale", () -> workflow.answer(mine, new Draft("STR.1", "6", null, 0)));
        refusedAndUndone("assessment.off-scale", () -> workflow.answer(mine, new Draft("STR.1", "0", null, 0)));
        refusedAndUndone("assessment.off-scale", () -> workflow.answer(mine, new Draft("STR.1", "3 ", null, 0)));
        refusedAndUndone("assessment.comment-too-long",
                () -> workflow.answer(mine, new Draft("STR.1", "3", "x".repeat(4_001), 0)));
        refusedAndUndone("assessment.unknown", () -> workflow.answer(-1, new Draft("STR.1", "3", null, 0)));
        refusedAndUndone("assessment.unanswered", () -> signing.submit(mine));
    }

    @Test
    void aCommuneDoesNotAnswerWhatDoesNotApplyToIt() {
        entities.createNativeQuery("UPDATE agency SET type = 'commune' WHERE code = '15'").executeUpdate();
        refused("assessment.unknown-criterion", () -> workflow.answer(mine, new Draft("SHR.2", "3", null, 0)));
    }

    @Test
    void aRoundThatIsNotOpenTakesNoAnswer() {
        entities.createNativeQuery("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2026'").executeUpdate();
        refused("assessment.round-not-open", () -> workflow.answer(mine, new Draft("STR.1", "5", "mới", 1)));
    }

    @Test
    void handsInOnceWithAReceiptAndLocksTheAnswers() {
        answerAll();
        evidence.attachLink(new EvidencePlace(mine, "STR.1", 2), "Kế hoạch", "https://example.org/214");
        AssessmentHead head = handing.handIn(mine);
        assertEquals(AssessmentState.HANDED_IN, head.state());
        assertEquals("Trần Văn Hòa", head.handedInBy());
        assertTrue(head.receipt().matches("2026-15-[2-9A-HJKMNP-Z]{8}"), head.receipt());
        AssessmentView view = assessments.view(mine);
        assertFalse(view.editable());
        assertEquals(head.contentHash(),
                HandedInContent.hash(HandedInContent.Of.head(head, modelHash()), List.copyOf(view.answers().values()),
                        view.evidence(), discrepancies.explained(mine)));
        assertEquals(1L, changes("hand-in"));
        refused("assessment.closed", () -> workflow.answer(mine, new Draft("STR.1", "1", "sau khi nộp", 1)));
    }

    @Test
    void lateIsStillTakenWhileTheRoundIsOpen() {
        entities.createNativeQuery(
                "UPDATE assessment_round SET opens_on = '2020-01-01', due_on = '2020-12-31' WHERE code = '2026'")
                .executeUpdate();
        answerAll();
        assertTrue(handing.handIn(mine).isLate(java.time.LocalDate.of(2020, 1, 1)));
    }

    @Test
    void theScoresAreThoseOfTheCore() {
        answerAll();
        evidence.attachLink(new EvidencePlace(mine, "QUA.1", 2), "Quy trình", "https://example.org/q");
        AssessmentView view = assessments.view(mine);
        Map<String, Set<Integer>> levels = view.evidence().stream()
                .collect(Collectors.groupingBy(AttachedEvidence::criterion,
                        Collectors.mapping(AttachedEvidence::level, Collectors.toSet())));
        Map<String, CriterionInput> inputs = view.answers().values().stream()
                .collect(Collectors.toMap(GivenAnswer::criterion,
                        answer -> CriterionInput.declared(Answer.level(Integer.parseInt(answer.value())),
                                levels.getOrDefault(answer.criterion(), Set.of()))));
        var model = view.scored().model();
        Scorecard official = Scoring.score(model, Inputs.answers(model, inputs, Column.OFFICIAL));
        Scorecard declared = Scoring.score(model, Inputs.answers(model, inputs, Column.DECLARED));
        Object[] row = (Object[]) entities
                .createNativeQuery("SELECT level, index_value, declared_level, answered, applicable"
                        + " FROM assessment_score WHERE assessment_id = ?1")
                .setParameter(1, mine).getSingleResult();
        assertEquals(official.whole().level(), ((Number) row[0]).intValue());
        assertEquals(official.whole().index().toDecimal(10), row[1]);
        assertEquals(declared.whole().level(), ((Number) row[2]).intValue());
        assertEquals(46, ((Number) row[3]).intValue());
        assertEquals(46, ((Number) row[4]).intValue());
        List<?> nodes = entities
                .createNativeQuery("SELECT node, level, index_value FROM node_score WHERE assessment_id = ?1")
                .setParameter(1, mine).getResultList();
        assertEquals(model.dimensions().size(), nodes.size());
        for (Object node : nodes) {
            Object[] stored = (Object[]) node;
            assertEquals(official.node((String) stored[0]).level(), ((Number) stored[1]).intValue());
            assertEquals(official.node((String) stored[0]).index().toDecimal(10), stored[2]);
        }
    }

    @Test
    void anAnswerCostsAFixedNumberOfStatements() {
        int version = workflow.answer(mine, new Draft("STR.1", "1", "đầu", version("STR.1"))).answer().version();
        long used = used(() -> {
            workflow.answer(mine, new Draft("STR.1", "2", "sau", version));
            entities.flush();
        });
        assertTrue(used <= MOST_STATEMENTS, () -> "statements " + used);
    }

    @Test
    void aQuestionCostsAFixedNumberOfStatements() {
        long used = used(() -> assessments.measured(assessments.form(mine).head(), "STR.1"));
        assertTrue(used <= MOST_OF_A_QUESTION, () -> "statements " + used);
    }

    /** Every request asks who its person is, and with which roles. */
    @Test
    void whoIsSignedInCostsOneStatement() {
        assertEquals(1, used(() -> caller.actAs("canbo")));
    }

    /** Whoever reads answers before locking their assessment would overwrite what came between; nothing is written then. */
    @Test
    void anAnswerThatWasReadTooEarlyIsNotOverwritten() {
        GivenAnswer stored = workflow.answer(mine, new Draft("STR.1", "1", "đầu", version("STR.1"))).answer();
        GivenAnswer late = new GivenAnswer("STR.1", "4", null, null, clock.instant(), stored.version());
        assertThrows(IllegalStateException.class, () -> storedAnswers.store(mine, null, List.of(), List.of(late)));
        assertEquals("1", assessments.view(mine).answers().get("STR.1").value());
    }

    @Test
    void onlyTheAgencysOwnPeopleAnswer() throws Exception {
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            forbidden(person, () -> workflow.answer(mine, new Draft("STR.1", "3", null, 0)));
        }
        forbidden("canbo", () -> workflow.answer(theirs, new Draft("STR.1", "3", null, 0)));
        forbidden("canbo", () -> assessments.view(theirs));
        forbidden("canbo", () -> assessments.history(theirs, "STR.1"));
        forbidden("lanhdao", () -> assessments.history(mine, "SEC.1"));
    }

    @Test
    void restrictedAnswersStayInsideTheAgencyAndWithReviewers() {
        workflow.answer(mine, new Draft("SEC.1", "3", "Mật", 0));
        assertEquals("Mật", assessments.view(mine).answers().get("SEC.1").comment());
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1", mine);
        caller.actAs("thamdinh");
        assertEquals("3", assessments.view(mine).answers().get("SEC.1").value());
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            AssessmentView view = assessments.view(mine);
            assertTrue(view.hidden());
            assertTrue(view.answers().keySet().stream().noneMatch(code -> code.startsWith("SEC.")));
            assertTrue(view.answers().containsKey("STR.1"));
        }
    }

    private void answerAll() {
        AssessmentView view = assessments.view(mine);
        for (Criterion criterion : view.scored().model().criteria()) {
            if (!view.answers().containsKey(criterion.code())) {
                workflow.answer(mine, new Draft(criterion.code(), "2", null, 0));
            }
        }
    }

    private String unanswered() {
        AssessmentView view = assessments.view(mine);
        return view.scored().model().criteria().stream().map(Criterion::code)
                .filter(code -> !view.answers().containsKey(code)).findFirst().orElseThrow();
    }

    private int version(String criterion) {
        return assessments.view(mine).answers().get(criterion).version();
    }

    private String modelHash() {
        return jakarta.enterprise.inject.spi.CDI.current().select(vn.thang.catalog.Catalog.class).get()
                .hash("vn-dgm/1.0");
    }

    private long changes(String action) {
        return ((Number) entities
                .createNativeQuery("SELECT COUNT(*) FROM change_log WHERE subject_id = ?1 AND action = ?2")
                .setParameter(1, mine).setParameter(2, action).getSingleResult()).longValue();
    }

    private void forbidden(String person, Executable deed) throws Exception {
        caller.actAs(person);
        assertThrows(BusinessException.Forbidden.class, deed, person);
        again();
    }
}
