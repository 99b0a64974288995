package vn.thang.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.AssessmentWorkflow.Draft;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** The province of the demonstration gives sections away; everything is undone. */
@ExtendWith(ArquillianExtension.class)
class DelegationIT {

    private static final String COLLEAGUE = "phoihop";

    @Inject
    private Delegation delegation;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private ExemptionRequest exemptions;

    @Inject
    private WorkbookExchange workbooks;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Caller caller;

    @Inject
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entities;

    private long mine;
    private long colleague;

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
        mine = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2026' AND a.code = '15'");
        colleague = number("SELECT id FROM person WHERE username = '" + COLLEAGUE + "'");
        caller.actAs(HandingIn.OFFICER);
    }

    @AfterEach
    void undo() throws Exception {
        transaction.rollback();
    }

    @Test
    void aColleagueSeesAndAnswersTheGivenSectionAlone() {
        delegation.giveToPerson(mine, "SEC", colleague);
        caller.actAs(COLLEAGUE);
        AssessmentView form = assessments.form(mine);
        assertTrue(form.isPartial());
        assertTrue(form.editable());
        assertEquals(List.of("SEC"), form.standing().parts().stream().map(Standing.Part::dimension).toList());
        assertEquals(Set.of("SEC"), Set.copyOf(form.scored().model().criteria().stream().filter(form::shows)
                .map(criterion -> criterion.code().substring(0, 3)).toList()));
        assertTrue(form.answers().keySet().stream().allMatch(code -> code.startsWith("SEC")));
        AssessmentWorkflow.Saved saved = workflow.answer(mine, new Draft("SEC.3", "2", "Đã có quy định", version("SEC.3")));
        assertEquals("2", saved.answer().value());
        assertEquals(0, saved.standing().level(), "the level of the whole is not theirs");
        assertTrue(evidence.attachLink(new EvidenceKeeping.Place(mine, "SEC.3", 2), "Quy định", "https://thang.example/quy-dinh"));
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
        forbidden(() -> workflow.answerAll(mine, List.of(new Draft("SEC.3", "2", null, version("SEC.3")), new Draft("STR.1", "2", null, 0))));
        forbidden(() -> evidence.attachLink(new EvidenceKeeping.Place(mine, "STR.1", 2), "x", "https://thang.example/"));
        forbidden(() -> evidence.attachLink(new EvidenceKeeping.Place(mine, "SEC.3", 0), "x", "https://thang.example/"));
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
    void thePeopleOfAUnitBelowAnswerWhatItWasGiven() {
        entities.createNativeQuery("INSERT INTO agency (id, code, name, type, parent_id, path) SELECT NEXTVAL(agency_seq), '15-THU', 'Xã Thử', 'commune',"
                + " id, CONCAT(path, LASTVAL(agency_seq), '/') FROM agency WHERE code = '15'").executeUpdate();
        long unit = number("SELECT id FROM agency WHERE code = '15-THU'");
        entities.createNativeQuery("UPDATE membership SET agency_id = ?1 WHERE person_id = ?2").setParameter(1, unit).setParameter(2, colleague)
                .executeUpdate();
        delegation.giveToUnit(mine, "OPN", unit);
        assertEquals(1, number("SELECT COUNT(*) FROM notice WHERE kind = 'SECTION_GIVEN' AND person_id = " + colleague));
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
        assertEquals(1, number("SELECT COUNT(*) FROM notice WHERE kind = 'SECTION_GIVEN' AND person_id = " + colleague));
        caller.actAs("canbo.bo");
        forbidden(() -> delegation.plan(mine));
        forbidden(() -> delegation.giveToPerson(mine, "SEC", colleague));
        caller.actAs("quantri");
        forbidden(() -> delegation.plan(mine));
    }

    @Test
    void whoAnsweredASectionDoesNotReviewTheAgency() {
        long reviewer = number("SELECT id FROM person WHERE username = 'thamdinh'");
        AssessmentHead head = assessments.view(mine).head();
        assertFalse(verdicts.belonged(reviewer, head, Optional.empty()));
        entities.createNativeQuery("INSERT INTO assessment_section (id, assessment_id, dimension, person_id, given_by, given_at)"
                + " VALUES (NEXTVAL(assessment_section_seq), ?1, 'SEC', ?2, ?2, NOW(6))").setParameter(1, mine).setParameter(2, reviewer).executeUpdate();
        assertTrue(verdicts.belonged(reviewer, head, Optional.empty()));
    }

    private int version(String criterion) {
        List<?> found = entities.createNativeQuery("SELECT version FROM answer WHERE assessment_id = ?1 AND criterion = ?2").setParameter(1, mine)
                .setParameter(2, criterion).getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).intValue();
    }

    private long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private static void forbidden(Executable deed) {
        assertThrows(BusinessException.Forbidden.class, deed);
    }

    private static void refused(String key, Executable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed).key());
    }
}
