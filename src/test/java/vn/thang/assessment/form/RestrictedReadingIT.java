package vn.thang.assessment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.security.SignIns;
import vn.thang.security.session.SignedInSession;

/** Who is shown restricted answers is told of, once in a session for each assessment; who is shown none is not. */
class RestrictedReadingIT extends ProvinceFixture {

    @Inject
    private AssessmentScores assessments;

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
