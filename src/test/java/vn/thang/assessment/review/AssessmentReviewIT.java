package vn.thang.assessment.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.assessment.score.ScoreRebuild;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.core.scoring.Answer;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** Reviews what the province of the demonstration hands in; everything is undone. */
class AssessmentReviewIT extends ProvinceFixture {

    @Inject
    private AssessmentReview review;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private HandingIn handing;

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private ResultPublication publication;

    @Inject
    private RoundInputs inputs;

    @Inject
    private ScoreRebuild scores;

    @BeforeEach
    void handIn() throws Exception {
        caller.actAs("canbo");
        answering.of(mine).andAllOthers("3", "đã có");
        handing.handIn(mine);
        caller.actAs("thamdinh");
        check.admit(mine);
    }

    @Test
    void aConfirmedAnswerKeepsWhatItsEvidenceSupports() {
        review.judge(mine, confirm("SHR.1", 0));
        GivenVerdict verdict = verdict("SHR.1");
        assertEquals("1", verdict.value());
        assertEquals("3", verdict.declared());
        assertEquals("Phạm Thu Hằng", verdict.givenBy());
        assertEquals(AssessmentState.UNDER_REVIEW, state());
    }

    @Test
    void aCorrectionIsTheOfficialLevelForReviewersAndInFiguresOnceItIsIssued() {
        review.judge(mine, correct("SHR.1", "3", "Đã kiểm tra hệ thống", 0));
        AssessmentView view = assessments.view(mine);
        assertEquals(Answer.level(3), view.scored().answers().of("SHR.1").orElseThrow());
        assertEquals(index(view.scored().unjudged()), stored());
        assertNotEquals(index(view.scored()), stored());
        Map<String, Object> bulk = new java.util.HashMap<>();
        entities.flush();
        long round = view.head().roundId();
        inputs.each(round, view.head().modelRef(), view.head().agencyPath(),
                one -> bulk.put(one.agencyCode(), one.inputs().get("SHR.1").confirmed()));
        assertEquals(Map.of("15", Answer.level(3)), bulk);
        caller.actAs("canbo");
        assertEquals(index(assessments.view(mine).scored()), stored());
        sql("UPDATE assessment SET state = 'PROVISIONAL' WHERE id = ?1", mine);
        caller.actAs("quantri");
        scores.rebuild(round, view.head().modelRef());
        assertEquals(index(view.scored()), stored());
    }

    /** Whoever changes a reason behind the back of the application is found by what the trail told of it. */
    @Test
    void theReasonIsToldAndThatOfARestrictedAnswerIsKeptApart() {
        review.judge(mine, correct("SHR.1", "3", "Đã kiểm tra hệ thống", 0));
        review.judge(mine, correct("SEC.1", "3", "Chưa có nhật ký", 0));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'correct' AND subject_id = ?1"
                + " AND details = 'SHR.1 Đã kiểm tra hệ thống'", mine));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log e JOIN trail_value v ON v.entry_id = e.id"
                + " AND v.kind = 'AFTER' WHERE e.action = 'give-reason' AND e.subject_id = ?1 AND e.details = 'SEC.1'"
                + " AND v.content = 'Chưa có nhật ký'", mine));
        assertEquals(0, number("SELECT COUNT(*) FROM change_log WHERE subject_id = ?1 AND details LIKE '%nhật ký%'",
                mine));
    }

    private static BigDecimal index(ScoredAssessment scored) {
        return scored.official().node("SHR").index().toDecimal(10);
    }

    private Object stored() {
        return entities.createNativeQuery(
                "SELECT index_value FROM node_score WHERE assessment_id = ?1 AND node = 'SHR'").setParameter(1, mine)
                .getSingleResult();
    }

    @Test
    void nothingThatWasSaidIsLost() {
        review.judge(mine, correct("SHR.1", "2", "Chưa đủ", 0));
        review.judge(mine, confirm("SHR.1", verdict("SHR.1").id()));
        assertEquals(List.of("1", "2"), assessments.verdicts(mine, "SHR.1").stream().map(GivenVerdict::value).toList());
        assertEquals("Chưa đủ", assessments.verdicts(mine, "SHR.1").get(1).reason());
    }

    @Test
    void aSecondReviewerIsToldOfTheNewerVerdict() {
        review.judge(mine, confirm("SHR.1", 0));
        assertThrows(BusinessException.Conflict.class, () -> review.judge(mine, correct("SHR.1", "4", "Khác", 0)));
        assertEquals("1", verdict("SHR.1").value());
    }

    @Test
    void onlyReturnedQuestionsOpenAgain() {
        review.judge(mine, giveBack("SHR.1", today.plusDays(7)));
        review.giveBack(mine);
        assertEquals(AssessmentState.RETURNED, state());
        caller.actAs("canbo");
        AssessmentView view = assessments.view(mine);
        assertTrue(view.isEditable("SHR.1"));
        assertFalse(view.isEditable("SHR.2"));
        assertEquals(List.of("SHR.1"), view.returned().stream().map(GivenVerdict::criterion).toList());
        int version = view.answers().get("SHR.1").version();
        workflow.answer(mine, new Draft("SHR.1", "2", "trả lời lại", version));
        evidence.attachLink(new EvidencePlace(mine, "SHR.1", 2), "Quyết định", "https://example.org/shr");
        handing.handIn(mine);
        assertEquals(AssessmentState.ADMITTED, state());
        caller.actAs("thamdinh");
        review.judge(mine, confirm("SHR.1", verdict("SHR.1").id()));
        assertEquals("2", verdict("SHR.1").value());
        assertEquals(List.of("2", "3"), assessments.history(mine, "SHR.1").stream().map(GivenAnswer::value).toList());
    }

    @Test
    void whatDidNotComeBackStaysLocked() {
        review.judge(mine, giveBack("SHR.1", today.plusDays(7)));
        review.giveBack(mine);
        caller.actAs("canbo");
        int version = assessments.view(mine).answers().get("SHR.2").version();
        refused("review.locked", () -> workflow.answer(mine, new Draft("SHR.2", "5", null, version)));
    }

    @Test
    void evidenceOfWhatDidNotComeBackStaysLocked() {
        review.judge(mine, giveBack("SHR.1", today.plusDays(7)));
        review.giveBack(mine);
        caller.actAs("canbo");
        refused("review.locked",
                () -> evidence.attachLink(new EvidencePlace(mine, "SHR.2", 2), "x", "https://example.org/x"));
    }

    @Test
    void returnedQuestionsAreAnsweredAfterTheRoundIsClosedToo() {
        review.judge(mine, giveBack("SHR.1", today.plusDays(7)));
        review.giveBack(mine);
        entities.createNativeQuery("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2026'").executeUpdate();
        caller.actAs("canbo");
        workflow.answer(mine, new Draft("SHR.1", "2", null, assessments.view(mine).answers().get("SHR.1").version()));
        handing.handIn(mine);
        assertEquals(AssessmentState.ADMITTED, state());
    }

    @Test
    void theReviewIsConcludedAndTakenUpAgain() {
        review.judge(mine, confirm("SHR.1", 0));
        review.conclude(mine);
        assertEquals(AssessmentState.REVIEWED, state());
        review.resume(mine);
        assertEquals(AssessmentState.UNDER_REVIEW, state());
    }

    @Test
    void whatWasReturnedIsWaitedForUntilItIsOverdue() {
        review.judge(mine, giveBack("SHR.1", today));
        refused("review.still-returned", () -> review.conclude(mine));
    }

    @Test
    void whatIsOverdueIsDecidedAsItStands() {
        review.judge(mine, giveBack("SHR.1", today));
        review.giveBack(mine);
        entities.createNativeQuery("UPDATE verdict SET due_on = '2020-01-01' WHERE assessment_id = ?1")
                .setParameter(1, mine).executeUpdate();
        review.conclude(mine);
        assertEquals(AssessmentState.REVIEWED, state());
    }

    @Test
    void whatIsOverdueAndWaitsForItsSignatureIsDecidedAsItStands() {
        review.judge(mine, giveBack("SHR.1", today));
        review.giveBack(mine);
        caller.actAs(HandingIn.OFFICER);
        signing.submit(mine);
        caller.actAs("thamdinh");
        entities.createNativeQuery("UPDATE verdict SET due_on = '2020-01-01' WHERE assessment_id = ?1")
                .setParameter(1, mine).executeUpdate();
        review.conclude(mine);
        assertEquals(AssessmentState.REVIEWED, state());
    }

    @Test
    void onlyReturnedQuestionsAreOpenWhenItIsTakenBackAgain() {
        review.judge(mine, giveBack("SHR.1", today.plusDays(7)));
        review.giveBack(mine);
        caller.actAs(HandingIn.OFFICER);
        signing.submit(mine);
        signing.withdraw(mine, null);
        assertEquals(AssessmentState.RETURNED, state());
        assertTrue(assessments.view(mine).isEditable("SHR.1"));
        assertFalse(assessments.view(mine).isEditable("SHR.2"));
    }

    @Test
    void aRoundWithAnOpenReviewIsNotPublished() {
        review.judge(mine, confirm("SHR.1", 0));
        caller.actAs("quantri");
        rounds.close("2026", rounds.get("2026").version());
        refused("round.in-review", () -> publication.publish("2026", rounds.get("2026").version()));
    }

    @Test
    void aReviewedResultIsPublishedWithTheOthers() {
        entities.createNativeQuery("DELETE FROM stage_extension").executeUpdate(); // that of the demonstration
        entities.createNativeQuery(
                "UPDATE assessment SET state = 'ADMITTED' WHERE state IN ('HANDED_IN', 'UNDER_REVIEW', 'RETURNED') AND id <> ?1")
                .setParameter(1, mine).executeUpdate();
        review.judge(mine, confirm("SHR.1", 0));
        review.conclude(mine);
        caller.actAs("quantri");
        rounds.close("2026", rounds.get("2026").version());
        publication.issue("2026", rounds.get("2026").version(), today);
        entities.flush();
        entities.createNativeQuery("UPDATE assessment_round SET reply_until = ?1 WHERE code = '2026'")
                .setParameter(1, today.minusDays(1)).executeUpdate();
        entities.clear();
        publication.lapse("2026", rounds.get("2026").version());
        publication.publish("2026", rounds.get("2026").version());
        entities.clear();
        assertEquals(AssessmentState.PUBLISHED, state());
    }

    @Test
    void saysWhatIsMissingInAVerdict() throws Exception {
        Map<String, Judgement> faults = Map.of(
                "review.reason", correct("SHR.1", "2", " ", 0),
                "review.level", correct("SHR.1", "6", "Sai thang", 0),
                "review.kind-missing",
                new Judgement("SHR.1", Verdict.Kind.DECIDED, "2", "Không phải của người thẩm định", null, 0),
                "review.due", giveBack("SHR.1", today.minusDays(1)),
                "assessment.unknown-criterion", confirm("XXX.9", 0));
        for (Map.Entry<String, Judgement> fault : faults.entrySet()) {
            refused(fault.getKey(), () -> review.judge(mine, fault.getValue()));
            beginAgain();
            handIn();
        }
    }

    @Test
    void nothingIsGivenBackWithoutAReturnedQuestion() {
        review.judge(mine, confirm("SHR.1", 0));
        refused("review.nothing-returned", () -> review.giveBack(mine));
    }

    @Test
    void onlyReviewersReview() throws Exception {
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "lanhdao", "kiemtoan", "quantri")) {
            for (Executable deed : List.<Executable>of(() -> review.judge(mine, confirm("SHR.1", 0)),
                    () -> review.giveBack(mine),
                    () -> review.conclude(mine), () -> review.resume(mine),
                    () -> review.queue(new QueueFilter(null, null), Cut.by(QueueOrder.RISK)))) {
                caller.actAs(person);
                assertThrows(BusinessException.Forbidden.class, deed, person);
                beginAgain();
                handIn();
            }
        }
    }

    @Test
    void nobodyReviewsAnAgencyTheyBelongedToSinceTheLastRound() {
        entities.createNativeQuery("INSERT INTO membership (id, person_id, agency_id, role, valid_from, valid_to)"
                + " SELECT NEXTVAL(membership_seq), p.id, a.id, 'OFFICER', '2020-01-01', ?1 FROM person p JOIN agency a"
                + " WHERE p.username = 'thamdinh' AND a.code = '15'")
                .setParameter(1, java.sql.Date.valueOf(today.minusDays(1))).executeUpdate();
        assertFalse(review.isAllowed(assessments.head(mine)));
        refused("review.own-agency", () -> review.judge(mine, confirm("SHR.1", 0)));
    }

    @Test
    void theQueueStandsInTheOrderOfRisk() {
        Slice<QueueLine> queue = review.queue(new QueueFilter(null, null), Cut.by(QueueOrder.RISK));
        assertTrue(queue.rows().stream()
                .allMatch(line -> Set
                        .of(AssessmentState.HANDED_IN, AssessmentState.ADMITTED, AssessmentState.UNDER_REVIEW)
                        .contains(line.state())));
        List<Double> risks = queue.rows().stream().map(line -> Math.max(0, line.unsupported())
                + Math.max(0, line.rise() == null ? 1 : line.rise()) + (line.newOfficer() ? 0.5 : 0)
                + line.aboveMeasured()).toList();
        assertTrue(queue.rows().stream().anyMatch(line -> line.unexplained() > 0 && line.aboveMeasured() > 0));
        for (int i = 1; i < risks.size(); i++) {
            assertTrue(risks.get(i - 1) >= risks.get(i) - 1e-9, risks::toString);
        }
        review.judge(mine, giveBack("SHR.1", today));
        QueueLine line = review.queue(new QueueFilter("Lào Cai", AssessmentState.UNDER_REVIEW), Cut.by(QueueOrder.RISK))
                .rows().get(0);
        assertEquals(1, line.judged());
        assertEquals(1, line.returned());
        assertEquals("15", line.agencyCode());
    }

    private static Judgement confirm(String criterion, long seen) {
        return new Judgement(criterion, Verdict.Kind.CONFIRMED, null, null, null, seen);
    }

    private static Judgement correct(String criterion, String level, String reason, long seen) {
        return new Judgement(criterion, Verdict.Kind.CORRECTED, level, reason, null, seen);
    }

    private static Judgement giveBack(String criterion, LocalDate due) {
        return new Judgement(criterion, Verdict.Kind.RETURNED, null, "Thiếu quyết định", due, 0);
    }

    private GivenVerdict verdict(String criterion) {
        return assessments.view(mine).verdicts().get(criterion);
    }

    private AssessmentState state() {
        return assessments.head(mine).state();
    }
}
