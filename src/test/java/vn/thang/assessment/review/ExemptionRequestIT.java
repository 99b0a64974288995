package vn.thang.assessment.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.assessment.ruling.ExemptionFilter;
import vn.thang.assessment.ruling.ExemptionOrder;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.core.model.Criterion;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;

/** The province of the demonstration asks; everything is undone. */
class ExemptionRequestIT extends ProvinceFixture {

    private static final String ASKED = "OPN.4";

    @Inject
    private ExemptionRequest request;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private HandingIn handing;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private RoundInputs inputs;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("canbo");
    }

    @Test
    void aGrantedExemptionLeavesTheSumAndNeedsNoAnswer() {
        AssessmentView before = assessments.view(mine);
        request.ask(mine, ASKED, "Cơ quan không công bố dữ liệu");
        assertFalse(assessments.view(mine).scored().isExempt(ASKED));
        decide(true);
        AssessmentView after = assessments.view(mine);
        assertTrue(after.scored().official().node(ASKED).exempt());
        assertEquals(before.scored().applicable() - 1, after.scored().applicable());
        assertFalse(after.isEditable(ASKED));
        assertEquals("granted", after.exemptions().get(ASKED).standing());
        for (Criterion criterion : after.scored().model().criteria()) {
            if (!after.answers().containsKey(criterion.code()) && !criterion.code().equals(ASKED)) {
                workflow.answer(mine, new Draft(criterion.code(), "2", null, 0));
            }
        }
        assertEquals(AssessmentState.HANDED_IN, handing.handIn(mine).state());
    }

    @Test
    void theWholeRoundIsScoredWithIt() {
        request.ask(mine, ASKED, "Không áp dụng");
        decide(true);
        entities.flush();
        AssessmentHead head = assessments.head(mine);
        List<Boolean> exempt = new ArrayList<>();
        inputs.each(head.roundId(), head.modelRef(), head.agencyPath(),
                one -> exempt.add(one.inputs().get(ASKED).exempt()));
        assertEquals(List.of(true), exempt);
    }

    @Test
    void aDimensionThatIsWhollyExemptKeepsNoLevel() {
        assertEquals(1, levelsOf("OPN"));
        for (Criterion criterion : assessments.view(mine).scored().model().criteria()) {
            if (criterion.code().startsWith("OPN.")) {
                request.ask(mine, criterion.code(), "Không có dữ liệu mở");
                decide(true);
            }
        }
        assertEquals(0, levelsOf("OPN"));
        assertEquals(1, levelsOf("STR"));
    }

    private int levelsOf(String dimension) {
        return ((Number) entities
                .createNativeQuery("SELECT COUNT(*) FROM node_score WHERE assessment_id = ?1 AND node = ?2")
                .setParameter(1, mine).setParameter(2, dimension).getSingleResult()).intValue();
    }

    @Test
    void aRefusedExemptionIsSaidAndMayBeAskedForAgain() {
        request.ask(mine, ASKED, "Không áp dụng");
        decide(false);
        AskedExemption refused = assessments.view(mine).exemptions().get(ASKED);
        assertEquals("refused", refused.standing());
        assertEquals("Quyết định của Bộ", refused.decision());
        assertEquals("Phạm Thu Hằng", refused.decidedBy());
        assertTrue(assessments.view(mine).isEditable(ASKED));
        for (String told : List.of("ask-exemption Không áp dụng", "refuse-exemption Quyết định của Bộ")) {
            assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE subject_id = ?1"
                    + " AND CONCAT(action, ' ', details) = ?2", mine, told.replaceFirst(" ", " " + ASKED + " ")), told);
        }
        request.ask(mine, ASKED, "Bổ sung căn cứ");
        assertEquals("open", assessments.view(mine).exemptions().get(ASKED).standing());
    }

    @Test
    void chosenRequestsAreDecidedTogetherOrNotAtAll() {
        long first = asked("OPN.3");
        long second = asked(ASKED);
        caller.actAs("thamdinh");
        refused("list.none-chosen", () -> request.decide(Set.of(), true, "Quyết định của Bộ"));
        refused("exemption.reason", () -> request.decide(Set.of(first, second), true, " "));
        request.decide(Set.of(first, second), true, "Quyết định của Bộ");
        caller.actAs("canbo");
        assertEquals(List.of("granted", "granted"), Stream.of("OPN.3", ASKED)
                .map(code -> assessments.view(mine).exemptions().get(code).standing()).toList());
        forbidden(() -> request.decide(Set.of(first), true, "Tự cho"));
    }

    @Test
    void oneThatIsRefusedUndoesAll() throws Exception {
        long first = asked("OPN.3");
        long second = asked(ASKED);
        caller.actAs("thamdinh");
        request.decide(second, true, "Quyết định của Bộ");
        refusedAndUndone("exemption.decided", () -> request.decide(Set.of(first, second), false, "Không"));
        assertEquals(0, number("SELECT COUNT(*) FROM exemption WHERE assessment_id = ?1", mine));
    }

    @Test
    void theListHasOrdersFiltersAndAFixedCost() {
        asked("OPN.3");
        asked(ASKED);
        caller.actAs("thamdinh");
        for (ExemptionOrder order : ExemptionOrder.values()) {
            assertEquals(2, criteria(ExemptionFilter.ALL, new Cut<>(order, true, 1, 25)).size(), order::name);
        }
        assertEquals(List.of(ASKED, "OPN.3"),
                criteria(ExemptionFilter.ALL, new Cut<>(ExemptionOrder.CRITERION, true, 1, 25)));
        assertEquals(List.of(ASKED), criteria(new ExemptionFilter("lao cai", "province", ASKED),
                Cut.by(ExemptionOrder.OLDEST)));
        assertEquals(List.of(), criteria(new ExemptionFilter(null, "ministry", null), Cut.by(ExemptionOrder.OLDEST)));
        long few = used(() -> criteria(new ExemptionFilter(null, null, ASKED), Cut.by(ExemptionOrder.OLDEST)));
        assertEquals(few, used(() -> criteria(ExemptionFilter.ALL, new Cut<>(ExemptionOrder.AGENCY, true, 1, 100))));
    }

    private List<String> criteria(ExemptionFilter filter, Cut<ExemptionOrder> cut) {
        return request.open(filter, cut).rows().stream().filter(one -> one.assessment() == mine)
                .map(AskedExemption::criterion).toList();
    }

    private long asked(String criterion) {
        request.ask(mine, criterion, "Không áp dụng");
        return number("SELECT id FROM exemption WHERE assessment_id = ?1 AND criterion = ?2 AND granted IS NULL", mine,
                criterion);
    }

    @Test
    void nothingIsAskedTwice() {
        request.ask(mine, ASKED, "Không áp dụng");
        refused("exemption.asked-already", () -> request.ask(mine, ASKED, "Lần nữa"));
    }

    @Test
    void nothingIsDecidedTwice() {
        request.ask(mine, ASKED, "Không áp dụng");
        long id = decide(true);
        caller.actAs("thamdinh");
        refused("exemption.decided", () -> request.decide(id, false, "Đổi ý"));
    }

    @Test
    void aReasonIsNeeded() {
        refused("exemption.reason", () -> request.ask(mine, ASKED, "  "));
    }

    @Test
    void whatIsExemptTakesNoAnswer() {
        request.ask(mine, ASKED, "Không áp dụng");
        decide(true);
        refused("exemption.locked", () -> workflow.answer(mine, new Draft(ASKED, "3", null, 0)));
    }

    @Test
    void evidenceOfWhatIsExemptIsTakenBackWhileTheStateAllowsIt() {
        evidence.attachLink(new EvidencePlace(mine, ASKED, 3), "Bảng theo dõi", "https://example.org/opn");
        long attached = assessments.view(mine).evidenceOf(ASKED).get(0).id();
        request.ask(mine, ASKED, "Không áp dụng");
        decide(true);
        refused("exemption.locked", () -> evidence.hold(attached, null, null));
        assertTrue(assessments.view(mine).isRemovable(ASKED));
        evidence.remove(attached);
        assertTrue(assessments.view(mine).evidenceOf(ASKED).isEmpty());
    }

    @Test
    void evidenceOfWhatIsExemptStaysOnceTheAgencyHasHandedIn() {
        evidence.attachLink(new EvidencePlace(mine, ASKED, 3), "Bảng theo dõi", "https://example.org/opn");
        long attached = assessments.view(mine).evidenceOf(ASKED).get(0).id();
        request.ask(mine, ASKED, "Không áp dụng");
        decide(true);
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1").setParameter(1, mine)
                .executeUpdate();
        entities.clear();
        refused("assessment.closed", () -> evidence.remove(attached));
    }

    @Test
    void whatIsExemptIsNotAskedForAgain() {
        request.ask(mine, ASKED, "Không áp dụng");
        decide(true);
        refused("exemption.locked", () -> request.ask(mine, ASKED, "Lần nữa"));
    }

    @Test
    void whatIsExemptTakesNoEvidence() {
        request.ask(mine, ASKED, "Không áp dụng");
        decide(true);
        refused("exemption.locked",
                () -> evidence.attachLink(new EvidencePlace(mine, ASKED, 3), "Bảng theo dõi",
                        "https://example.org/opn"));
    }

    @Test
    void whatDoesNotExistIsSaid() {
        refused("assessment.unknown-criterion", () -> request.ask(mine, "XXX.1", "Không áp dụng"));
    }

    @Test
    void anAgencyNeverDecidesAndOthersNeverAsk() throws Exception {
        request.ask(mine, ASKED, "Không áp dụng");
        long id = assessments.view(mine).exemptions().get(ASKED).id();
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class,
                    () -> request.open(ExemptionFilter.ALL, Cut.by(ExemptionOrder.OLDEST)), person);
        }
        caller.actAs("lanhdao.tinh");
        assertThrows(BusinessException.Forbidden.class, () -> request.decide(id, true, "Tự cho miễn"));
        beginAgain();
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> request.ask(mine, ASKED, "Không áp dụng"), person);
            beginAgain();
        }
    }

    private long decide(boolean grant) {
        caller.actAs("thamdinh");
        AskedExemption open = request.open(ExemptionFilter.ALL, Cut.by(ExemptionOrder.OLDEST)).rows().stream()
                .filter(one -> one.assessment() == mine).findFirst()
                .orElseThrow();
        request.decide(open.id(), grant, "Quyết định của Bộ");
        caller.actAs("canbo");
        return open.id();
    }
}
