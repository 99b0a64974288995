package vn.thang.assessment.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.form.AssessmentScores;

/** One named person answers for submitting; everything is undone. */
class SubmitterNamingIT extends ProvinceFixture {

    private static final String OTHER = "phoihop";

    @Inject
    private SubmitterNaming naming;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private HandingIn handing;

    private long officer;
    private long other;

    @BeforeEach
    void anotherOfficerAndAllAnswered() {
        role(OTHER, "15", "OFFICER");
        officer = person(HandingIn.OFFICER);
        other = person(OTHER);
        answering.of(mine).andAllOthers("2", null);
        handing.explain(mine);
    }

    @Test
    void whereNobodyIsNamedEveryOfficerSubmits() {
        assertNull(naming.plan(mine).present());
        caller.actAs(OTHER);
        signing.submit(mine);
        assertEquals(AssessmentState.READY, state());
    }

    @Test
    void whereSomebodyIsNamedNoOtherOfficerSubmits() {
        naming.name(mine, other);
        assertEquals(List.of(OTHER), told("SUBMITTER_NAMED"));
        refused("submitter.not-you", () -> signing.submit(mine));
        assertEquals(AssessmentState.IN_PROGRESS, state());
        caller.actAs(OTHER);
        signing.submit(mine);
        assertEquals(AssessmentState.READY, state());
    }

    @Test
    void theHeadSubmitsInAnyCase() {
        naming.name(mine, other);
        caller.actAs(HandingIn.HEAD);
        signing.submit(mine);
        assertEquals(AssessmentState.READY, state());
    }

    @Test
    void whoeverWasNamedStaysInTheHistory() {
        naming.name(mine, other);
        caller.actAs("quantri");
        naming.name(mine, officer);
        naming.name(mine, officer);
        caller.actAs(HandingIn.HEAD);
        naming.clear(mine);
        naming.clear(mine);
        SubmitterNaming.Plan plan = naming.plan(mine);
        assertNull(plan.present());
        assertEquals(List.of(officer, other), plan.history().stream().map(Submitter::person).toList());
        assertEquals(2, plan.history().stream().filter(one -> one.endedAt() != null && one.endedBy() != null).count());
        assertEquals(3, number("SELECT COUNT(*) FROM change_log WHERE subject = 'assessment' AND subject_id = " + mine
                + " AND action IN ('name-submitter', 'clear-submitter')"));
    }

    @Test
    void whoLeftTheAgencyIsShownSo() {
        naming.name(mine, other);
        assertTrue(naming.plan(mine).present().belongs());
        sql("UPDATE membership SET valid_to = DATE_SUB(DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR), INTERVAL 5 DAY) WHERE person_id = "
                + other);
        assertTrue(!naming.plan(mine).present().belongs());
        refused("submitter.not-you", () -> signing.submit(mine));
        refused("submitter.who", () -> naming.name(mine, other));
    }

    @Test
    void onlyPeopleOfTheAgencyAreNamedAndOnlyWhileItIsOpen() {
        refused("submitter.who", () -> naming.name(mine, person("canbo.bo")));
        refused("submitter.who", () -> naming.name(mine, person("thamdinh")));
        refused("submitter.who", () -> naming.name(mine, 0));
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = " + mine);
        refused("submitter.closed", () -> naming.name(mine, other));
        refused("submitter.closed", () -> naming.clear(mine));
    }

    @Test
    void othersNameNobody() {
        sql("DELETE FROM membership WHERE role = 'OFFICER' AND person_id = " + other);
        forbiddenTo(List.of("canbo.bo", "thamdinh", "hoidong", "lanhdao", "kiemtoan", OTHER), () -> naming.plan(mine),
                () -> naming.name(mine, officer), () -> naming.clear(mine));
        caller.actAs(HandingIn.OFFICER);
        forbidden(() -> naming.name(assessment("BTP"), officer));
        caller.actAs("canbo.bo");
        forbidden(() -> naming.named(head()));
    }

    private AssessmentHead head() {
        caller.actAs(HandingIn.OFFICER);
        AssessmentHead head = assessments.head(mine);
        caller.actAs("canbo.bo");
        return head;
    }

    private AssessmentState state() {
        return assessments.head(mine).state();
    }
}
