package vn.thang.assessment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyOrder;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.platform.list.Cut;
import vn.thang.security.SignIns;
import vn.thang.security.session.SignedInSession;

/** Who is shown restricted answers is told of, once in a session for each assessment; who is shown none is not. */
class RestrictedReadingIT extends ProvinceFixture {

    @Inject
    private AssessmentScores assessments;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private SignIns signIns;

    @Inject
    private SignedInSession session;

    @BeforeEach
    void answers() throws Exception {
        answering.of(mine).by("canbo").with("SEC.1", "3").andAllOthers("2", null);
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1").setParameter(1, mine)
                .executeUpdate(); // before that its own people alone see answers
    }

    @Test
    void aReviewerIsToldOfOncePerSession() throws Exception {
        long before = told();
        signedIn("thamdinh");
        assessments.view(mine);
        assessments.view(mine);
        assessments.form(mine);
        assessments.history(mine, "SEC.1");
        signedIn("thamdinh");
        assessments.history(mine, "SEC.1");
        again();
        assertEquals(before + 2, told(), "once in each of two sessions");
    }

    @Test
    void whoSeesNoneIsNotToldOf() throws Exception {
        long before = told();
        signedIn("kiemtoan");
        assessments.view(mine);
        assessments.history(mine, "STR.1");
        again();
        assertEquals(before, told());
    }

    /** What was declared and what was measured stands in the register too. */
    @Test
    void whoReadsRestrictedDiscrepanciesIsTold() throws Exception {
        long before = told();
        sql("DELETE FROM discrepancy_step");
        sql("DELETE FROM discrepancy WHERE assessment_id = ?1", mine);
        sql("INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, value,"
                + " declared, measured, lapsed, state, stands, late, opened_at) SELECT NEXTVAL(discrepancy_seq), ?1, 'SEC.1',"
                + " 'SEC', TRUE, MIN(d.indicator), '2026-01', 1, 4, 2, FALSE, 'OPEN', 1, FALSE, UTC_TIMESTAMP(6)"
                + " FROM discrepancy d WHERE d.assessment_id <> ?1", mine);
        sql("DELETE FROM discrepancy WHERE assessment_id <> ?1", mine);
        DiscrepancyFilter all = new DiscrepancyFilter("2026", null, null, null, null, null);
        signedIn("kiemtoan");
        assertEquals(List.of(), register.page(all, Cut.by(DiscrepancyOrder.GAP)).rows());
        signedIn("thamdinh");
        assertEquals(1, register.page(all, Cut.by(DiscrepancyOrder.GAP)).rows().size());
        register.page(all, Cut.by(DiscrepancyOrder.GAP));
        again();
        assertEquals(before + 1, told());
    }

    private void signedIn(String person) {
        caller.actAs(person);
        session.begin(signIns.find(person).orElseThrow(), null, "key", clock.instant());
    }

    /** The trail keeps it in a transaction of its own, which the next one sees. */
    private long told() {
        return number("SELECT COUNT(*) FROM change_log WHERE action = 'read-restricted' AND subject_id = ?1",
                mine);
    }
}
