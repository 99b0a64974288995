package vn.thang.assessment.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.WorkResult;

/** Checks what the province of the demonstration hands in, and the others that did; everything is undone. */
class CompletenessCheckIT extends ProvinceFixture {

    private static final QueueFilter ALL = new QueueFilter(null, null);

    @Inject
    private CompletenessCheck check;

    @Inject
    private CompleteAdmission admission;

    @Inject
    private HandingIn handing;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    @BeforeEach
    void handIn() throws Exception {
        entities.createNativeQuery("DELETE FROM evidence WHERE assessment_id = ?1").setParameter(1, mine)
                .executeUpdate();
        caller.actAs(HandingIn.OFFICER);
        AssessmentView view = assessments.view(mine);
        workflow.answerAll(mine, view.scored().model().criteria().stream().map(criterion -> new Draft(criterion.code(),
                Set.of("SHR.1", "SHR.2").contains(criterion.code()) ? "4"
                        : criterion.code().equals("SHR.3") ? "2" : "1",
                criterion.code().equals("SHR.2") ? "đã có" : null,
                view.answers().containsKey(criterion.code()) ? view.answers().get(criterion.code()).version() : 0))
                .toList());
        for (int level = 2; level <= 4; level++) {
            evidence.attachFile(new EvidencePlace(mine, "SHR.2", level), "tep" + level + ".txt",
                    ("minh chứng " + level).getBytes(StandardCharsets.UTF_8));
        }
        evidence.attachLink(new EvidencePlace(mine, "SHR.3", 2), "Liên kết", "https://example.org/shr");
        handing.handIn(mine);
        caller.actAs("thamdinh");
    }

    @Test
    void saysWhatIsFormallyMissing() {
        assertEquals(List.of(new Finding("SHR.1", Finding.Kind.EVIDENCE, List.of(2, 3, 4)),
                new Finding("SHR.1", Finding.Kind.COMMENT, List.of()),
                new Finding("SHR.3", Finding.Kind.LINKS, List.of())), check.findings(mine));
        entities.createNativeQuery("DELETE c FROM evidence_content c JOIN evidence e ON e.id = c.evidence_id"
                + " WHERE e.assessment_id = ?1 AND e.level = 3").setParameter(1, mine).executeUpdate();
        assertTrue(check.findings(mine).contains(new Finding("SHR.2", Finding.Kind.CONTENT, List.of())));
    }

    @Test
    void isAdmittedOnce() {
        check.admit(mine);
        assertEquals(AssessmentState.ADMITTED, state());
        assertTrue(signing.signatures(mine).get(0).inForce());
        refused("completeness.not-now", () -> check.admit(mine));
    }

    @Test
    void whatWasAdmittedIsNotTurnedBack() {
        check.admit(mine);
        refused("completeness.not-now", () -> check.turnBack(mine, "Thiếu"));
    }

    @Test
    void whatIsTurnedBackIsOpenAsAWholeAndNoLongerSigned() {
        check.turnBack(mine, "  Thiếu minh chứng SHR.1  ");
        caller.actAs(HandingIn.OFFICER);
        AssessmentView view = assessments.view(mine);
        assertEquals(AssessmentState.IN_PROGRESS, view.head().state());
        assertEquals("Thiếu minh chứng SHR.1", view.head().sentBack().word());
        assertEquals(Step.TURN_BACK, view.head().sentBack().step());
        assertNull(view.head().receipt());
        assertTrue(view.isEditable("SHR.1"));
        assertNotNull(signing.signatures(mine).get(0).endedAt());
        handing.handIn(mine);
        assertEquals(AssessmentState.HANDED_IN, state());
        assertNull(assessments.head(mine).sentBack());
    }

    @Test
    void aReasonIsNeeded() {
        refused("completeness.reason", () -> check.turnBack(mine, " "));
    }

    @Test
    void nothingIsTurnedBackInAClosedRound() {
        entities.createNativeQuery("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2026'").executeUpdate();
        refused("completeness.round-closed", () -> check.turnBack(mine, "Thiếu"));
    }

    @Test
    void onlyReviewersCheck() throws Exception {
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "lanhdao", "kiemtoan", "quantri")) {
            for (Executable deed : List.<Executable>of(() -> check.findings(mine), () -> check.admit(mine),
                    () -> check.turnBack(mine, "x"),
                    () -> check.countComplete(ALL), () -> check.admitComplete(ALL),
                    () -> check.startAdmitting(Map.of()))) {
                caller.actAs(person);
                assertThrows(BusinessException.Forbidden.class, deed, person);
                beginAgain();
                handIn();
            }
        }
    }

    @Test
    void nobodyAdmitsAnAgencyTheyBelongTo() throws Exception {
        for (Executable deed : List.<Executable>of(() -> check.admit(mine), () -> check.turnBack(mine, "Thiếu"))) {
            belong("15");
            refused("review.own-agency", deed);
            beginAgain();
            handIn();
        }
    }

    /** What the database counts as complete is what the page finds nothing missing in. */
    @Test
    void whatIsAdmittedAtOnceIsWhatHasNoFinding() {
        Set<Long> complete = new TreeSet<>();
        List<Long> waiting = ids(
                "SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.state = 'OPEN'"
                        + " WHERE s.state = 'HANDED_IN'");
        waiting.stream().filter(id -> check.findings(id).isEmpty()).forEach(complete::add);
        assertTrue(!complete.isEmpty() && complete.size() < waiting.size(), complete::toString);
        assertEquals(complete.size(), check.countComplete(ALL));
        String admitted = "SELECT assessment_id FROM assessment_step WHERE step = 'ADMIT'";
        Set<Long> before = Set.copyOf(ids(admitted));
        assertEquals(complete.size(), check.admitComplete(ALL));
        assertEquals(complete, ids(admitted).stream().filter(id -> !before.contains(id))
                .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(0, check.countComplete(ALL));
        assertEquals(0, check.admitComplete(ALL));
        assertEquals(AssessmentState.HANDED_IN, state());
    }

    @Test
    void allThatAreCompleteAreAdmittedAsWorkThatTellsHowFarItIs() {
        long complete = check.countComplete(ALL);
        List<Long> told = new ArrayList<>();
        WorkResult result = admission.run(new CompleteAdmission.Wanted("", Map.of(), 0),
                (done, total, doing) -> told.add(done * 10_000 + total));
        assertEquals(List.of(complete, complete * 10_000 + complete), told);
        assertEquals("/assessment/queue.xhtml", result.link());
        assertEquals(0, check.countComplete(ALL));
        assertEquals("completeness.none-left",
                assertThrows(BusinessException.class, () -> check.startAdmitting(Map.of())).key());
    }

    @Test
    void eachKindOfFindingKeepsAnAssessmentOut() throws Exception {
        List<String> faults = List.of(
                "UPDATE answer SET comment = NULL WHERE value IN ('4', '5') AND assessment_id = ?1",
                "UPDATE assessment_score SET evidenced = 0.99 WHERE assessment_id = ?1",
                "DELETE c FROM evidence_content c JOIN evidence e ON e.id = c.evidence_id WHERE e.assessment_id = ?1 AND e.level = 2",
                "UPDATE evidence SET kind = 'LINK' WHERE assessment_id = ?1");
        for (String fault : faults) {
            long before = check.countComplete(ALL);
            long one = ids(
                    "SELECT s.id FROM assessment s WHERE s.state = 'HANDED_IN' AND EXISTS (SELECT 1 FROM evidence e"
                            + " WHERE e.assessment_id = s.id AND e.kind = 'FILE') AND EXISTS (SELECT 1 FROM answer x WHERE x.assessment_id = s.id"
                            + " AND x.value = '4') AND s.id <> " + mine)
                    .get(0);
            entities.createNativeQuery(fault).setParameter(1, one).executeUpdate();
            assertEquals(before - 1, check.countComplete(ALL), fault);
            beginAgain();
            handIn();
        }
    }

    @Test
    void theOwnAgencyIsNotAdmittedAtOnceEither() {
        long all = check.countComplete(ALL);
        String code = (String) entities
                .createNativeQuery("SELECT a.code FROM agency a JOIN assessment s ON s.agency_id = a.id"
                        + " JOIN evidence e ON e.assessment_id = s.id AND e.kind = 'FILE' WHERE s.state = 'HANDED_IN' AND s.id <> ?1 LIMIT 1")
                .setParameter(1, mine).getSingleResult();
        belong(code);
        assertEquals(all - 1, check.countComplete(ALL));
        assertEquals(all - 1, check.admitComplete(ALL));
    }

    @Test
    void aBatchCostsTheSameNumberOfStatementsHoweverManyAreInIt() {
        String name = (String) entities
                .createNativeQuery("SELECT a.name FROM agency a JOIN assessment s ON s.agency_id = a.id"
                        + " JOIN evidence e ON e.assessment_id = s.id AND e.kind = 'FILE' WHERE s.state = 'HANDED_IN' AND s.id <> ?1 LIMIT 1")
                .setParameter(1, mine).getSingleResult();
        entities.flush();
        long start = statements();
        assertEquals(1, check.admitComplete(new QueueFilter(name, null)));
        entities.flush();
        long one = statements() - start;
        start = statements();
        assertTrue(check.admitComplete(ALL) > 1);
        entities.flush();
        long all = statements() - start;
        assertTrue(Math.abs(all - one) <= 1,
                () -> one + " and " + all + ": a sequence may be asked for its next fifty numbers");
    }

    private void belong(String agency) {
        entities.createNativeQuery("INSERT INTO membership (id, person_id, agency_id, role, valid_from, valid_to)"
                + " SELECT NEXTVAL(membership_seq), p.id, a.id, 'OFFICER', '2020-01-01', '2026-06-30' FROM person p JOIN agency a"
                + " WHERE p.username = 'thamdinh' AND a.code = ?1").setParameter(1, agency).executeUpdate();
    }

    private AssessmentState state() {
        return assessments.head(mine).state();
    }

    @SuppressWarnings("unchecked")
    private List<Long> ids(String sql) {
        return ((List<Number>) entities.createNativeQuery(sql).getResultList()).stream().map(Number::longValue)
                .toList();
    }

}
