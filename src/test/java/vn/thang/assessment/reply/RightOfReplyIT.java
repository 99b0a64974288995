package vn.thang.assessment.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenStep;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.reply.Objection.Decision;
import vn.thang.assessment.result.ResultVerification;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.CompletenessCheck;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.assessment.signing.GivenSignature;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.NodeScore;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** From the provisional result over objections and the panel to publication; what is written is undone. */
class RightOfReplyIT extends ProvinceFixture {

    private static final List<String> EVERYBODY = List.of("canbo", "lanhdao.tinh", "canbo.bo", "thamdinh", "hoidong",
            "lanhdao", "kiemtoan", "quantri");

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private HandingIn handing;

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentReview review;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private ResultPublication publication;

    @Inject
    private RightOfReply reply;

    @Inject
    private PanelDecision panel;

    @Inject
    private PanelMinutes minutes;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private ObjectionEvidence objectionEvidence;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private ResultVerification verification;

    @BeforeEach
    void issue() throws Exception {
        caller.actAs("canbo");
        answering.of(mine).andAllOthers("3", "đã có");
        handing.handIn(mine);
        caller.actAs("thamdinh");
        check.admit(mine);
        review.judge(mine, new Judgement("SHR.1", Verdict.Kind.CORRECTED, "2", "Chưa có nhật ký", null, 0));
        review.conclude(mine);
        entities.flush();
        entities.createNativeQuery("DELETE FROM stage_extension").executeUpdate(); // that of the demonstration
        entities.createNativeQuery(
                "UPDATE assessment SET state = 'ADMITTED' WHERE state IN ('HANDED_IN', 'UNDER_REVIEW', 'RETURNED')")
                .executeUpdate();
        entities.clear();
        caller.actAs("quantri");
        rounds.close("2026", rounds.get("2026").version());
        publication.issue("2026", rounds.get("2026").version(), today);
        entities.flush();
        entities.clear();
    }

    @Test
    void anUpheldObjectionIsTheOfficialAnswerAndADismissedOneChangesNothing() {
        object("SHR.1", "4");
        object("SHR.2", "5");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        assertEquals(AssessmentState.OBJECTION, state());
        caller.actAs("hoidong");
        assertTrue(panel.waiting(ObjectionFilter.NONE, Cut.by(ObjectionOrder.LONGEST)).rows().stream()
                .anyMatch(one -> one.assessment() == mine && one.objections() == 2 && one.undecided() == 2));
        Answer before = official("SHR.2");
        List<ScoreEffect> effect = panel.effect(mine, "SHR.1", "4");
        assertEquals(List.of("SHR", ""), effect.stream().map(ScoreEffect::node).toList());
        refused("reply.undecided", () -> panel.settle(mine, HandingIn.MEETING));
        panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null));
        panel.decide(mine, ruling("SHR.2", Decision.DISMISSED, null));
        assertEquals(Answer.level(4), official("SHR.1"));
        assertEquals(before, official("SHR.2"));
        AssessmentView view = assessments.view(mine);
        effect.forEach(one -> assertEquals(one.after(), view.scored().official().node(one.node())));
        panel.settle(mine, HandingIn.MEETING);
        assertEquals(AssessmentState.FINAL, state());
        List<RaisedObjection> kept = reply.objections(mine);
        assertEquals(List.of(Decision.UPHELD, Decision.DISMISSED),
                kept.stream().map(RaisedObjection::decision).toList());
        assertEquals(List.of("2", "4", "4"),
                List.of(kept.get(0).provisional(), kept.get(0).claimed(), kept.get(0).value()));
        assertEquals(List.of(Verdict.Kind.DECIDED, Verdict.Kind.CORRECTED), assessments.verdicts(mine, "SHR.1").stream()
                .map(GivenVerdict::kind).toList(),
                "what the reviewer said stays, and is told from what the panel decided");
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'decide' AND subject_id = ?1"
                + " AND details = 'SHR.1 UPHELD Minh chứng đầy đủ' AND before_value = '2' AND after_value = '4'",
                mine));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'write-objection' AND subject_id = ?1"
                + " AND details = 'SHR.1 Nhật ký kết nối quý III đã gửi kèm'", mine));
        assertThrows(BusinessException.class, () -> panel.decide(mine, ruling("SHR.2", Decision.UPHELD, null)));
    }

    @Test
    void theMinutesSayWhatTheDecisionsChangedAndAreNumberedInTheRound() {
        object("SHR.1", "4");
        object("SEC.1", "5");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        caller.actAs("hoidong");
        NodeScore before = assessments.view(mine).scored().official().whole();
        assertTrue(minutes.of(mine).sitting().isEmpty());
        refused("minutes.not-yet", () -> minutes.document(mine, Locale.forLanguageTag("vi-VN")));
        panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null));
        panel.decide(mine, ruling("SEC.1", Decision.PARTLY, "4"));
        Sitting.Meeting meeting = HandingIn.MEETING;
        refused("panel.sitting-place", () -> panel.settle(mine, new Sitting.Meeting(" ", today, "a", "b", "c", "d")));
        refused("panel.sitting-secretary",
                () -> panel.settle(mine, new Sitting.Meeting("a", today, "a", "b", "x".repeat(121), "d")));
        refused("panel.sitting-day",
                () -> panel.settle(mine, new Sitting.Meeting("a", today.plusDays(1), "a", "b", "c", "d")));
        refused("panel.sitting-day", () -> panel.settle(mine, new Sitting.Meeting("a", null, "a", "b", "c", "d")));
        refused("reply.members", () -> panel.settle(mine, new Sitting.Meeting("a", today, "a", "b", "c", " ")));
        assertEquals(AssessmentState.OBJECTION, state());
        panel.settle(mine, meeting);
        assertEquals(meeting, panel.lastMeeting());
        Minutes said = minutes.of(mine);
        assertEquals(1, said.sitting().orElseThrow().number());
        assertEquals(before, said.before());
        assertEquals(assessments.view(mine).scored().official().whole(), said.after());
        assertEquals(List.of("SHR.1", "SEC.1"),
                said.items().stream().map(item -> item.objection().criterion()).toList());
        assertTrue(new String(minutes.document(mine, Locale.forLanguageTag("vi-VN")).content(), 0, 5,
                StandardCharsets.US_ASCII).startsWith("%PDF-"));
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(1, minutes.of(mine).hidden(), person);
            assertEquals(said.after(), minutes.of(mine).after(), person);
        }
        forbiddenTo(List.of("canbo.bo", "phoihop"), () -> minutes.of(mine),
                () -> minutes.document(mine, Locale.ENGLISH));
    }

    @Test
    void theStepsTakenForAllStandAmongThoseOfEachAgency() {
        object("SHR.1", "4");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        caller.actAs("hoidong");
        panel.decide(mine, ruling("SHR.1", Decision.DISMISSED, null));
        panel.settle(mine, HandingIn.MEETING);
        late();
        long silent = number(
                "SELECT MIN(s.id) FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2026' WHERE s.state = 'PROVISIONAL'");
        caller.actAs("quantri");
        publication.lapse("2026", rounds.get("2026").version());
        publication.publish("2026", rounds.get("2026").version());
        assertEquals(
                List.of(Step.PUBLISH, Step.SETTLE, Step.OBJECT, Step.ISSUE, Step.CONCLUDE, Step.ADMIT, Step.HAND_IN,
                        Step.SUBMIT),
                signing.steps(mine).stream().map(TakenStep::step).toList());
        assertEquals(List.of(Step.PUBLISH, Step.LAPSE, Step.ISSUE),
                signing.steps(silent).stream().map(TakenStep::step).limit(3).toList());
        assertEquals(number(
                "SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2026' WHERE s.state = 'PUBLISHED'"),
                number("SELECT COUNT(*) FROM assessment_step t JOIN assessment s ON s.id = t.assessment_id JOIN assessment_round r ON r.id = s.round_id"
                        + " AND r.code = '2026' WHERE t.step = 'PUBLISH'"));
        assertEquals(0, number("SELECT COUNT(*) FROM notice WHERE kind = 'LAPSED' AND subject_id = " + mine),
                "they said something");
    }

    @Test
    void whatWaitsForThePanelPagesWithTwoStatements() {
        sql("UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2026' SET s.state = 'OBJECTION', s.replied_at = NOW(6)"
                + " WHERE s.state = 'PROVISIONAL'");
        sql("INSERT INTO objection (id, assessment_id, criterion, provisional, claimed, grounds, written_by, written_at) SELECT NEXTVAL(objection_seq), s.id,"
                + " 'STR.1', '1', '2', 'x', p.id, NOW(6) FROM assessment s JOIN person p ON p.username = 'canbo' WHERE s.state = 'OBJECTION'");
        caller.actAs("hoidong");
        panel.waiting(ObjectionFilter.NONE, Cut.by(ObjectionOrder.LONGEST));
        long before = statements();
        Slice<WaitingObjections> first = panel.waiting(ObjectionFilter.NONE, Cut.by(ObjectionOrder.LONGEST));
        assertEquals(2, statements() - before - 1);
        long waiting = number("SELECT COUNT(*) FROM assessment WHERE state = 'OBJECTION'");
        assertEquals(waiting, first.total());
        assertEquals(Math.min(waiting, Slice.SIZE), first.rows().size());
        assertTrue(first.rows().stream()
                .allMatch(one -> one.objections() == 1 && one.undecided() == 1 && one.dueOn() != null));
        assertEquals(first.pages(),
                panel.waiting(ObjectionFilter.NONE, new Cut<>(ObjectionOrder.LONGEST, false, 9_999, Slice.SIZE)).page(),
                "the last page instead of none");
        for (ObjectionOrder order : ObjectionOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                assertEquals(waiting, panel.waiting(ObjectionFilter.NONE, new Cut<>(order, descending, 1, Slice.SIZE))
                        .total(), order.name());
            }
        }
        assertEquals(0, panel.waiting(new ObjectionFilter("không có cơ quan này", null, false),
                Cut.by(ObjectionOrder.LONGEST)).total());
        assertEquals(panel.figures().late(), panel.waiting(new ObjectionFilter(null, null, true),
                Cut.by(ObjectionOrder.LONGEST)).total());
    }

    @Test
    void theResultAfterTheReplyIsPublishedAndVerifies() {
        object("SHR.1", "4");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        caller.actAs("hoidong");
        panel.decide(mine, ruling("SHR.1", Decision.PARTLY, "3"));
        panel.settle(mine, HandingIn.MEETING);
        late();
        caller.actAs("quantri");
        assertTrue(publication.lapse("2026", rounds.get("2026").version()) > 0);
        publication.publish("2026", rounds.get("2026").version());
        entities.flush();
        entities.clear();
        assertEquals(AssessmentState.PUBLISHED, state());
        assertEquals(Answer.level(3), official("SHR.1"));
        assertTrue(verification.verify(mine).same());
    }

    @Test
    void acceptedIsFinalAndDraftsStandInTheWayOfIt() {
        object("SHR.1", "4");
        caller.actAs("lanhdao.tinh");
        refused("reply.drafts", () -> reply.accept(mine, null, HandingIn.POSITION, null));
        caller.actAs("canbo");
        reply.withdraw(mine, "SHR.1");
        caller.actAs("lanhdao.tinh");
        refused("reply.none", () -> reply.handIn(mine, null, HandingIn.POSITION, null));
        reply.accept(mine, reply.content(mine), HandingIn.POSITION, null);
        assertEquals(AssessmentState.FINAL, state());
        assertEquals(List.of(), reply.objections(mine));
    }

    /** The reply makes the result final, so that it is signed like the answers: what was seen, by whom, with which factor. */
    @Test
    void theReplyIsSignedLikeTheAnswers() {
        caller.actAs("lanhdao.tinh");
        String before = reply.content(mine);
        object("SHR.1", "4");
        caller.actAs("lanhdao.tinh");
        refused("sign.changed", () -> reply.handIn(mine, before, HandingIn.POSITION, null));
        String seen = reply.content(mine);
        refused("sign.position-missing", () -> reply.handIn(mine, seen, " ", null));
        sql("INSERT INTO second_factor (person_id, sealed_secret, key_id, begun_at, confirmed_at)"
                + " VALUES (?1, 'x', 'x', NOW(6), NOW(6))", caller.me());
        assertThrows(BusinessException.class, () -> reply.handIn(mine, seen, HandingIn.POSITION, null));
        assertEquals(AssessmentState.PROVISIONAL, state());
        sql("DELETE FROM second_factor WHERE person_id = ?1", caller.me());
        reply.handIn(mine, seen, HandingIn.POSITION, null);
        List<GivenSignature> given = signing.signatures(mine);
        assertEquals(List.of(Step.OBJECT, Step.HAND_IN), given.stream().map(GivenSignature::step).toList());
        assertTrue(given.stream().allMatch(GivenSignature::inForce));
        assertEquals(seen, given.get(0).contentHash());
        assertEquals(HandingIn.POSITION, given.get(0).position());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'object' AND subject_id = ?1"
                + " AND details = ?2", mine, given.get(0).receipt() + " " + seen));
    }

    @Test
    void whatIsWrittenAgainReplacesTheDraftAndEvidenceForItSupportsNoLevel() {
        object("SHR.1", "4");
        object("SHR.1", "5");
        assertEquals(List.of("5"), reply.objections(mine).stream().map(RaisedObjection::claimed).toList());
        Answer before = official("SHR.1");
        assertTrue(objectionEvidence.attachFile(mine, "SHR.1", "nhật ký.csv",
                "ngày;số\n01;2".getBytes(StandardCharsets.UTF_8)));
        assertTrue(objectionEvidence.attachLink(mine, "SHR.1", null, "https://example.vn/nhat-ky"));
        assertEquals(before, official("SHR.1"));
        assertEquals(2,
                assessments.view(mine).evidenceOf("SHR.1").stream().filter(AttachedEvidence::forObjection).count());
        refused("reply.unknown", () -> objectionEvidence.attachLink(mine, "SHR.2", null, "https://example.vn"));
        assertThrows(BusinessException.class,
                () -> evidence.attachLink(new EvidencePlace(mine, "SHR.1", 2), null, "https://example.vn"));
        assertThrows(BusinessException.class, () -> workflow.answer(mine, new Draft("SHR.1", "5", null, 1)));
    }

    @Test
    void evidenceForAnObjectionIsTakenBackWithItAloneAndIsNoEvidenceOfALevel() {
        object("SHR.1", "4");
        assertTrue(objectionEvidence.attachLink(mine, "SHR.1", null, "https://example.vn/nhat-ky"));
        assertFalse(objectionEvidence.attachLink(mine, "SHR.1", null, "https://example.vn/nhat-ky"));
        long id = assessments.view(mine).evidenceOf("SHR.1").stream().filter(AttachedEvidence::forObjection).findFirst()
                .orElseThrow().id();
        assertTrue(evidence.known(mine, "SHR.1", "nhat-ky").isEmpty());
        refused("evidence.unknown", () -> evidence.remove(id));
        objectionEvidence.remove(id);
        assertTrue(assessments.view(mine).evidenceOf("SHR.1").stream().noneMatch(AttachedEvidence::forObjection));
    }

    @Test
    void anObjectionToWhatBecameExemptTakesNoEvidenceAndGivesBackWhatItHas() {
        object("SHR.1", "4");
        objectionEvidence.attachLink(mine, "SHR.1", null, "https://example.vn/nhat-ky");
        long id = assessments.view(mine).evidenceOf("SHR.1").stream().filter(AttachedEvidence::forObjection).findFirst()
                .orElseThrow().id();
        entities.createNativeQuery("""
                INSERT INTO exemption (id, assessment_id, criterion, reason, asked_by, asked_at, granted, decided_by, decided_at)
                SELECT 990000001, ?1, 'SHR.1', 'Không áp dụng', p.id, NOW(6), TRUE, p.id, NOW(6)
                FROM person p WHERE p.username = 'thamdinh'""").setParameter(1, mine).executeUpdate();
        refused("exemption.locked", () -> objectionEvidence.attachLink(mine, "SHR.1", null, "https://example.vn/khac"));
        refused("exemption.locked",
                () -> objectionEvidence.attachFile(mine, "SHR.1", "a.txt", "a".getBytes(StandardCharsets.UTF_8)));
        objectionEvidence.remove(id);
        assertTrue(assessments.view(mine).evidenceOf("SHR.1").stream().noneMatch(AttachedEvidence::forObjection));
    }

    @Test
    void afterTheLastDayNothingIsTaken() {
        object("SHR.1", "4");
        late();
        refused("reply.too-late", () -> reply.object(mine, "SHR.2", "5", "Căn cứ"));
        BusinessException late = assertThrows(BusinessException.class,
                () -> reply.object(mine, "SHR.2", "5", "Căn cứ"));
        assertTrue(Texts.text(Locale.ENGLISH, late.key(), late.arguments())
                .contains(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(today.minusDays(1))), "the day is named");
        refused("reply.too-late", () -> reply.withdraw(mine, "SHR.1"));
        refused("reply.too-late", () -> objectionEvidence.attachLink(mine, "SHR.1", null, "https://example.vn"));
        caller.actAs("lanhdao.tinh");
        refused("reply.too-late", () -> reply.accept(mine, null, HandingIn.POSITION, null));
        refused("reply.too-late", () -> reply.handIn(mine, null, HandingIn.POSITION, null));
        assertFalse(reply.isOpen(assessments.head(mine)));
        caller.actAs("quantri");
        publication.issue("2026", rounds.get("2026").version(), today.plusDays(3));
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        assertEquals(AssessmentState.OBJECTION, state());
    }

    @Test
    void saysWhatIsMissing() {
        caller.actAs("canbo");
        refused("reply.claim", () -> reply.object(mine, "SHR.1", "2", "giống kết quả sơ bộ"));
        refused("reply.claim", () -> reply.object(mine, "SHR.1", "6", "x"));
        refused("reply.claim", () -> reply.object(mine, "SHR.1", null, "x"));
        refused("reply.grounds", () -> reply.object(mine, "SHR.1", "4", "  "));
        refused("reply.grounds", () -> reply.object(mine, "SHR.1", "4", "x".repeat(4_001)));
        refused("assessment.unknown-criterion", () -> reply.object(mine, "NIX.1", "4", "x"));
        object("SHR.1", "4");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        caller.actAs("hoidong");
        Map.of("reply.decision", new PanelRuling("SHR.1", null, null, "x", "y"), "reply.reasons",
                new PanelRuling("SHR.1", Decision.UPHELD, null, " ", "y"),
                "reply.members", new PanelRuling("SHR.1", Decision.UPHELD, null, "x", ""), "reply.partly",
                new PanelRuling("SHR.1", Decision.PARTLY, "4", "x", "y"),
                "reply.unknown", new PanelRuling("SHR.2", Decision.UPHELD, null, "x", "y"))
                .forEach((key, ruling) -> refused(key, () -> panel.decide(mine, ruling)));
        refused("reply.partly", () -> panel.decide(mine, new PanelRuling("SHR.1", Decision.PARTLY, "2", "x", "y")));
        refused("reply.partly", () -> panel.decide(mine, new PanelRuling("SHR.1", Decision.PARTLY, null, "x", "y")));
        panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null));
        refused("reply.decided-already", () -> panel.decide(mine, ruling("SHR.1", Decision.DISMISSED, null)));
    }

    @Test
    void whoJudgedOrBelongsDoesNotDecide() {
        object("SHR.1", "4");
        object("SHR.2", "5");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        role("thamdinh", "VN", "PANELLIST");
        caller.actAs("thamdinh");
        refused("reply.own-verdict", () -> panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null)));
        panel.decide(mine, ruling("SHR.2", Decision.DISMISSED, null));
        roleFrom("hoidong", "15", "OFFICER", "2026-03-01");
        caller.actAs("hoidong");
        refused("review.own-agency", () -> panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null)));
        refused("review.own-agency", () -> panel.settle(mine, HandingIn.MEETING));
        assertFalse(panel.isAllowed(assessments.head(mine)));
    }

    @Test
    void onlyTheAgencyRepliesAndOnlyThePanelDecides() {
        for (String person : EVERYBODY) {
            caller.actAs(person);
            if (!person.equals("canbo") && !person.equals("lanhdao.tinh")) {
                assertAllForbidden(person,
                        List.of(() -> reply.object(mine, "SHR.1", "4", "x"), () -> reply.withdraw(mine, "SHR.1")));
            }
            if (!person.equals("lanhdao.tinh")) {
                assertAllForbidden(person, List.of(() -> reply.accept(mine, null, HandingIn.POSITION, null),
                        () -> reply.handIn(mine, null, HandingIn.POSITION, null)));
            }
        }
        object("SHR.1", "4");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        for (String person : EVERYBODY) {
            if (!person.equals("hoidong")) {
                caller.actAs(person);
                assertAllForbidden(person,
                        List.of(() -> panel.waiting(ObjectionFilter.NONE, Cut.by(ObjectionOrder.LONGEST)),
                                () -> panel.effect(mine, "SHR.1", "4"),
                                () -> panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null)),
                                () -> panel.settle(mine, HandingIn.MEETING)));
            }
        }
        caller.actAs("canbo.bo");
        assertThrows(BusinessException.Forbidden.class, () -> reply.objections(mine));
        assertThrows(BusinessException.Forbidden.class, () -> reply.until(head()));
    }

    @Test
    void aSecurityQuestionIsReadByThoseOnlyWhoMayReadItsAnswer() {
        object("SEC.1", "5");
        assertEquals(1, reply.objections(mine).size());
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertEquals(0, reply.objections(mine).size(), person);
        }
        caller.actAs("hoidong");
        assertEquals(0, reply.objections(mine).size(), "the head has not sent it");
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        caller.actAs("kiemtoan");
        assertEquals(0, reply.objections(mine).size());
        caller.actAs("hoidong");
        assertEquals(1, reply.objections(mine).size());
    }

    @Test
    void whoeverHasToActIsTold() {
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("PROVISIONAL"));
        object("SHR.1", "4");
        assertEquals(List.of(), told("OBJECTED"));
        caller.actAs("lanhdao.tinh");
        reply.handIn(mine, reply.content(mine), HandingIn.POSITION, null);
        assertEquals(List.of("hoidong"), told("OBJECTED"));
        caller.actAs("hoidong");
        panel.decide(mine, ruling("SHR.1", Decision.UPHELD, null));
        panel.settle(mine, HandingIn.MEETING);
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("DECIDED"));
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("SETTLED"));
        assertEquals(List.of("lanhdao.tinh"), told("SUBMITTED"));
    }

    private AssessmentHead head() {
        caller.actAs("canbo");
        AssessmentHead head = assessments.head(mine);
        caller.actAs("canbo.bo");
        return head;
    }

    private static void assertAllForbidden(String person, List<Executable> deeds) {
        deeds.forEach(deed -> assertThrows(BusinessException.Forbidden.class, deed, person));
    }

    private void object(String criterion, String claimed) {
        caller.actAs("canbo");
        reply.object(mine, criterion, claimed, "Nhật ký kết nối quý III đã gửi kèm");
    }

    private static PanelRuling ruling(String criterion, Decision decision, String value) {
        return new PanelRuling(criterion, decision, value, "Minh chứng đầy đủ", "Bùi Thanh Bình; Lý Thị Sen");
    }

    private void late() {
        entities.flush();
        entities.createNativeQuery("UPDATE assessment_round SET reply_until = ?1 WHERE code = '2026'")
                .setParameter(1, today.minusDays(1)).executeUpdate();
        entities.clear();
    }

    private void roleFrom(String person, String agency, String role, String from) {
        entities.createNativeQuery("INSERT INTO membership (id, person_id, agency_id, role, valid_from)"
                + " SELECT NEXTVAL(membership_seq), p.id, a.id, ?3, ?4 FROM person p JOIN agency a WHERE p.username = ?1 AND a.code = ?2")
                .setParameter(1, person).setParameter(2, agency).setParameter(3, role).setParameter(4, from)
                .executeUpdate();
    }

    private Answer official(String criterion) {
        return assessments.view(mine).scored().answers().of(criterion).orElseThrow();
    }

    private AssessmentState state() {
        return assessments.head(mine).state();
    }
}
