package vn.thang.assessment.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.reply.ObjectionEvidence;
import vn.thang.assessment.review.ExemptionRequest;
import vn.thang.assessment.review.ReviewEvent;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.Standing;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.assessment.signing.SigningEvent;
import vn.thang.assessment.workbook.WorkbookExchange;
import vn.thang.platform.BusinessException;

/** The province of the demonstration gives sections away; everything is undone. */
class DelegationIT extends ProvinceFixture {

    private static final String COLLEAGUE = "phoihop";

    @Inject
    private Delegation delegation;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Assessments heads;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private ObjectionEvidence objectionEvidence;

    @Inject
    private ExemptionRequest exemptions;

    @Inject
    private WorkbookExchange workbooks;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Event<ReviewEvent> reviews;

    @Inject
    private Event<SigningEvent> signings;

    private long colleague;

    @Inject
    private SectionReturn returned;

    @BeforeEach
    void begin() throws Exception {
        colleague = number("SELECT id FROM person WHERE username = '" + COLLEAGUE + "'");
        caller.actAs(HandingIn.OFFICER);
    }

    @Test
    void aColleagueSeesAndAnswersTheGivenSectionAlone() {
        delegation.giveToPerson(mine, "SEC", colleague);
        caller.actAs(COLLEAGUE);
        AssessmentView form = assessments.form(mine);
        assertTrue(form.partial());
        assertTrue(form.editable());
        assertEquals(List.of("SEC"), form.standing().parts().stream().map(Standing.Part::dimension).toList());
        assertEquals(Set.of("SEC"), Set.copyOf(form.scored().model().criteria().stream().filter(form::shows)
                .map(criterion -> criterion.code().substring(0, 3)).toList()));
        assertTrue(form.answers().keySet().stream().allMatch(code -> code.startsWith("SEC")));
        AssessmentWorkflow.Saved saved = workflow.answer(mine,
                new Draft("SEC.3", "2", "Đã có quy định", version("SEC.3")));
        assertEquals("2", saved.answer().value());
        assertEquals(0, saved.standing().level(), "the level of the whole is not theirs");
        assertTrue(
                evidence.attachLink(new EvidencePlace(mine, "SEC.3", 2), "Quy định", "https://thang.example/quy-dinh"));
        assertEquals(1, delegation.mine().size());
        assertEquals("Lý Thị Hoa", assessments.history(mine, "SEC.3").get(0).answeredBy());
    }

    @Test
    void everythingElseIsRefusedToThem() {
        caller.actAs(COLLEAGUE);
        forbidden(() -> assessments.form(mine));
        forbidden(() -> workflow.answer(mine, new Draft("SEC.3", "2", null, 0)));
        caller.actAs(HandingIn.OFFICER);
        delegation.giveToPerson(mine, "SEC", colleague);
        caller.actAs(COLLEAGUE);
        forbidden(() -> workflow.answer(mine, new Draft("STR.1", "2", null, 0)));
        forbidden(() -> workflow.answerAll(mine,
                List.of(new Draft("SEC.3", "2", null, version("SEC.3")), new Draft("STR.1", "2", null, 0))));
        forbidden(() -> evidence.attachLink(new EvidencePlace(mine, "STR.1", 2), "x", "https://thang.example/"));
        forbidden(() -> objectionEvidence.attachLink(mine, "SEC.3", "x", "https://thang.example/"));
        forbidden(() -> assessments.view(mine));
        forbidden(() -> assessments.history(mine, "STR.1"));
        forbidden(() -> signing.submit(mine));
        forbidden(() -> signing.sheet(mine));
        forbidden(() -> exemptions.ask(mine, "SEC.3", "x"));
        forbidden(() -> workbooks.desk(mine));
        forbidden(() -> delegation.plan(mine));
        forbidden(() -> delegation.giveToPerson(mine, "STR", colleague));
    }

    @Test
    void whatWasTakenBackIsLockedAndStaysAnswered() {
        delegation.giveToPerson(mine, "STR", colleague);
        caller.actAs(COLLEAGUE);
        workflow.answer(mine, new Draft("STR.4", "3", "đã đo", version("STR.4")));
        caller.actAs(HandingIn.OFFICER);
        delegation.takeBack(delegation.plan(mine).given().get(0).id());
        assertEquals("3", assessments.view(mine).answers().get("STR.4").value());
        caller.actAs(COLLEAGUE);
        forbidden(() -> workflow.answer(mine, new Draft("STR.4", "2", null, version("STR.4"))));
        assertEquals(List.of(), delegation.mine());
    }

    @Test
    void theRegisterSaysWhoAnsweredHowManyAndWhenItWasHandedBack() {
        delegation.giveToPerson(mine, "SEC", colleague);
        GivenSection given = delegation.plan(mine).given().get(0);
        assertEquals(List.of(0L, 5L), List.of(given.answered(), (long) given.applicable()),
                "what was answered before is not theirs");
        assertFalse(given.finished());
        List<String> codes = List.of("SEC.1", "SEC.2", "SEC.3", "SEC.4", "SEC.5");
        caller.actAs(COLLEAGUE);
        codes.subList(0, 2).forEach(code -> workflow.answer(mine, new Draft(code, "2", "đã xem", version(code))));
        sql("DELETE FROM answer WHERE criterion = 'SEC.5' AND assessment_id = " + mine);
        refused("section.unanswered", () -> delegation.finish(mine, "SEC"));
        codes.subList(2, 5).forEach(code -> workflow.answer(mine, new Draft(code, "3", "đã xem", version(code))));
        delegation.finish(mine, "SEC");
        assertTrue(delegation.mine().get(0).finishedAt() != null);
        assertEquals(List.of(HandingIn.OFFICER), told("SECTION_FINISHED"));
        caller.actAs(HandingIn.OFFICER);
        given = delegation.plan(mine).given().get(0);
        assertEquals(List.of(new GivenSection.Share("Lý Thị Hoa", 5)), given.done());
        assertEquals("Lý Thị Hoa", given.finishedBy());
        assertFalse(given.changed());
        caller.actAs(COLLEAGUE);
        sql("UPDATE assessment_section SET finished_at = DATE_SUB(finished_at, INTERVAL 1 SECOND) WHERE assessment_id = "
                + mine);
        workflow.answer(mine, new Draft("SEC.1", "1", "xem lại", version("SEC.1")));
        caller.actAs(HandingIn.OFFICER);
        assertTrue(delegation.plan(mine).given().get(0).changed());
        delegation.takeBack(given.id());
        given = delegation.plan(mine).given().get(0);
        assertTrue(given.ended() && given.finished(), "what was taken back stays in the register");
        assertEquals("Nguyễn Thị Minh", given.endedBy());
        delegation.giveToPerson(mine, "SEC", colleague);
        assertEquals(2, delegation.plan(mine).given().size());
    }

    @Test
    void onlyWhomItWasGivenToHandsItBack() {
        delegation.giveToPerson(mine, "SEC", colleague);
        forbiddenTo(List.of(HandingIn.OFFICER, HandingIn.HEAD, "canbo.bo", "thamdinh", "lanhdao", "quantri"),
                () -> delegation.finish(mine, "SEC"));
        caller.actAs(COLLEAGUE);
        forbidden(() -> delegation.finish(mine, "STR"));
        forbidden(() -> delegation.finish(assessment("BTP"), "SEC"));
        assertEquals(0, number(
                "SELECT COUNT(*) FROM assessment_section WHERE finished_at IS NOT NULL AND assessment_id = " + mine));
    }

    @Test
    void whatComesBackIsToldToWhoeverHasASection() {
        delegation.giveToPerson(mine, "SEC", colleague);
        long agency = number("SELECT agency_id FROM assessment WHERE id = " + mine);
        caller.actAs("thamdinh");
        reviews.fire(new ReviewEvent.QuestionsGivenBack(mine, agency, 2));
        reviews.fire(new ReviewEvent.AssessmentTurnedBack(mine, agency, "thiếu"));
        assertEquals(List.of(HandingIn.OFFICER, HandingIn.HEAD, COLLEAGUE), told("RETURNED"));
        assertEquals(List.of(HandingIn.OFFICER, HandingIn.HEAD, COLLEAGUE), told("TURNED_BACK"));
        caller.actAs(HandingIn.HEAD);
        signings.fire(new SigningEvent.AnswersWithdrawn(mine, agency, "sửa câu 3"));
        assertEquals(List.of(HandingIn.OFFICER, COLLEAGUE), told("WITHDRAWN"));
    }

    @Test
    void aSectionEndsWithTheRoleAtTheAgencyThatGaveIt() {
        delegation.giveToPerson(mine, "SEC", colleague);
        caller.actAs(COLLEAGUE);
        assertEquals(1, delegation.mine().size());
        sql("UPDATE membership SET valid_to = '" + today.minusDays(1) + "' WHERE person_id = " + colleague);
        role(COLLEAGUE, "BTP", "CONTRIBUTOR");
        caller.actAs(COLLEAGUE);
        forbidden(() -> assessments.form(mine));
        forbidden(() -> assessments.history(mine, "SEC.1"));
        forbidden(() -> assessments.measured(heads.head(mine), "SEC.1"));
        forbidden(() -> workflow.answer(mine, new Draft("SEC.1", "1", null, version("SEC.1"))));
        forbidden(() -> evidence.attachLink(new EvidencePlace(mine, "SEC.1", 2), "x", "https://thang.example/"));
        forbidden(() -> delegation.finish(mine, "SEC"));
        assertEquals(List.of(), delegation.mine());
        sql("UPDATE membership SET valid_to = '" + today + "' WHERE valid_to IS NOT NULL AND person_id = " + colleague);
        assertEquals(Set.of("SEC"), assessments.form(mine).sections(), "the last day of the role counts");
    }

    /** The last day of a role passes without a deed; the night takes back what it leaves. */
    @Test
    void aSectionReturnsInTheNightAfterTheLastDay() {
        delegation.giveToPerson(mine, "SEC", colleague);
        String open = "SELECT COUNT(*) FROM assessment_section WHERE ended_at IS NULL AND person_id = " + colleague;
        sql("UPDATE membership SET valid_to = '" + today + "' WHERE person_id = " + colleague);
        caller.actAsSystem();
        returned.takeAll();
        assertEquals(1, number(open));
        sql("UPDATE membership SET valid_to = '" + today.minusDays(1) + "' WHERE person_id = " + colleague);
        caller.actAsSystem();
        returned.takeAll();
        assertEquals(0, number(open));
    }

    @Test
    void aUnitBelowGetsNoSectionWithRestrictedQuestions() {
        long unit = unit();
        refused("section.restricted-inside", () -> delegation.giveToUnit(mine, "SEC", unit));
        role(COLLEAGUE, "15-THU", "OFFICER");
        sql("UPDATE membership SET valid_to = '" + today.minusDays(1) + "' WHERE role = 'CONTRIBUTOR' AND person_id = "
                + colleague);
        sql("INSERT INTO assessment_section (id, assessment_id, dimension, unit_id, given_by, given_at) VALUES (NEXTVAL(assessment_section_seq), "
                + mine + ", 'SEC', " + unit + ", " + colleague + ", NOW(6))");
        caller.actAs(COLLEAGUE);
        forbidden(() -> assessments.form(mine));
        forbidden(() -> assessments.history(mine, "SEC.1"));
        assertEquals(List.of(), delegation.mine());
        sql("UPDATE assessment_section SET dimension = 'OPN' WHERE unit_id = " + unit);
        assertEquals(Set.of("OPN"), assessments.form(mine).sections());
        sql("UPDATE agency SET parent_id = (SELECT b.id FROM (SELECT id FROM agency WHERE code = 'BTP') b) WHERE id = "
                + unit);
        forbidden(() -> assessments.form(mine));
    }

    private long unit() {
        return anAgency("15-THU").named("Xã Thử").below("15").id();
    }

    @Test
    void thePeopleOfAUnitBelowAnswerWhatItWasGiven() {
        long unit = unit();
        entities.createNativeQuery("UPDATE membership SET agency_id = ?1 WHERE person_id = ?2").setParameter(1, unit)
                .setParameter(2, colleague)
                .executeUpdate();
        delegation.giveToUnit(mine, "OPN", unit);
        assertEquals(1,
                number("SELECT COUNT(*) FROM notice WHERE kind = 'SECTION_GIVEN' AND person_id = " + colleague));
        caller.actAs(COLLEAGUE);
        assertEquals(Set.of("OPN"), assessments.form(mine).sections());
        assertEquals("1", workflow.answer(mine, new Draft("OPN.1", "1", null, version("OPN.1"))).answer().value());
    }

    @Test
    void onlyPeopleOfTheAgencyAndItsUnitsGetSomething() {
        long stranger = number("SELECT id FROM person WHERE username = 'canbo.bo'");
        long other = number("SELECT id FROM agency WHERE code = 'BTP'");
        refused("section.to", () -> delegation.giveToPerson(mine, "SEC", stranger));
        refused("section.to", () -> delegation.giveToUnit(mine, "SEC", other));
        assertThrows(BusinessException.NotFound.class, () -> delegation.giveToPerson(mine, "NIX", colleague));
        delegation.giveToPerson(mine, "SEC", colleague);
        refused("section.given-already", () -> delegation.giveToPerson(mine, "SEC", colleague));
        assertEquals(1,
                number("SELECT COUNT(*) FROM notice WHERE kind = 'SECTION_GIVEN' AND person_id = " + colleague));
        caller.actAs("canbo.bo");
        forbidden(() -> delegation.plan(mine));
        forbidden(() -> delegation.giveToPerson(mine, "SEC", colleague));
        caller.actAs("quantri");
        forbidden(() -> delegation.plan(mine));
    }

    @Test
    void whoAnsweredASectionDoesNotReviewTheAgency() {
        long reviewer = number("SELECT id FROM person WHERE username = 'thamdinh'");
        AssessmentHead head = assessments.head(mine);
        assertFalse(verdicts.belonged(reviewer, head, Optional.empty()));
        entities.createNativeQuery(
                "INSERT INTO assessment_section (id, assessment_id, dimension, person_id, given_by, given_at)"
                        + " VALUES (NEXTVAL(assessment_section_seq), ?1, 'SEC', ?2, ?2, NOW(6))")
                .setParameter(1, mine).setParameter(2, reviewer).executeUpdate();
        assertTrue(verdicts.belonged(reviewer, head, Optional.empty()));
    }

    private int version(String criterion) {
        List<?> found = entities
                .createNativeQuery("SELECT version FROM answer WHERE assessment_id = ?1 AND criterion = ?2")
                .setParameter(1, mine)
                .setParameter(2, criterion).getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).intValue();
    }
}
