package vn.thang.assessment.filling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** The province of the demonstration with one commune below it; everything is undone. */
@ExtendWith(ArquillianExtension.class)
class BelowFirstIT {

    @Inject
    private BelowFirst below;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Assessments heads;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entities;

    private long province;
    private long commune;
    private LocalDate day;

    @BeforeEach
    void aCommune() throws Exception {
        transaction.begin();
        day = LocalDate.now(clock).plusDays(5);
        province = number(
                "SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                        + " WHERE r.code = '2026' AND a.code = '15'");
        sql("INSERT INTO agency (id, code, name, type, parent_id, path) SELECT NEXTVAL(agency_seq), '15-DUOI', 'Xã Dưới', 'commune', id, ''"
                + " FROM agency WHERE code = '15'");
        sql("UPDATE agency c JOIN agency p ON p.id = c.parent_id SET c.path = CONCAT(p.path, c.id, '/') WHERE c.code = '15-DUOI'");
        sql("INSERT INTO assessment (id, round_id, agency_id, state) SELECT NEXTVAL(assessment_seq), r.id, a.id, 'NOT_STARTED'"
                + " FROM assessment_round r, agency a WHERE r.code = '2026' AND a.code = '15-DUOI'");
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, a.id, 'OFFICER', '2020-01-01'"
                + " FROM person p, agency a WHERE p.username = 'phoihop' AND a.code = '15-DUOI'");
        commune = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = '15-DUOI'");
        entities.createNativeQuery(
                "DELETE FROM reading WHERE agency_id = (SELECT agency_id FROM assessment WHERE id = ?1)")
                .setParameter(1, province)
                .executeUpdate(); // nothing measures it, so that nothing has to be explained
        caller.actAs(HandingIn.OFFICER);
        AssessmentView view = assessments.view(province);
        workflow.answerAll(province,
                view.scored().model().criteria().stream()
                        .filter(criterion -> !view.answers().containsKey(criterion.code()))
                        .map(criterion -> new Draft(criterion.code(), "3", "đã có", 0)).toList());
    }

    @AfterEach
    void undo() throws Exception {
        transaction.rollback();
    }

    @Test
    void theProvinceSeesHowFarItsCommunesAre() {
        BelowFirst.Progress progress = below.progress(province, false, 1);
        assertEquals(Map.of(AssessmentState.NOT_STARTED, 1L), progress.counts());
        assertEquals(1, progress.waiting());
        UnitLine line = progress.lines().rows().get(0);
        assertEquals("Xã Dưới", line.name());
        assertEquals(0, line.answered());
        assertTrue(line.applicable() > 0);
        assertEquals(1, below.progress(province, true, 99).lines().rows().size());
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = " + commune);
        assertEquals(0, below.progress(province, true, 1).lines().total());
        assertEquals(1, below.progress(province, false, 1).handedIn());
        assertEquals(Map.of(province, new UnitsBelow.Share(province, 1, 1)),
                below.shares(List.of(heads.head(province), heads.head(commune))));
    }

    @Test
    void whoAsksItsUnitsWaitsForThem() {
        below.ask(province, day);
        assertEquals(day, heads.head(commune).time().aboveBy());
        refused("below.first", () -> signing.submit(province));
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = " + commune);
        signing.submit(province);
        sql("UPDATE assessment SET state = 'IN_PROGRESS' WHERE id = " + commune);
        caller.actAs(HandingIn.HEAD);
        String seen = signing.sheet(province).seen();
        refused("below.first", () -> signing.sign(province, seen, "Chủ tịch"));
        signing.withdraw(province, null);
        below.ask(province, null);
        assertNull(heads.head(commune).time().aboveBy());
        caller.actAs(HandingIn.OFFICER);
        signing.submit(province);
    }

    @Test
    void theRoundCanSayThatUnitsComeFirst() {
        sql("UPDATE assessment_round SET below_first = TRUE WHERE code = '2026'");
        refused("below.first", () -> signing.submit(province));
        sql("UPDATE assessment SET state = 'UNDER_REVIEW' WHERE id = " + commune);
        signing.submit(province);
    }

    @Test
    void whatIsAskedAndRemindedReachesThemOnce() {
        below.ask(province, day);
        assertEquals(1, below.remind(province));
        assertEquals(1, below.remind(province));
        assertEquals(1, notices("ASKED"));
        assertEquals(1, notices("REMINDED"), "once a day");
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = " + commune);
        assertEquals(0, below.remind(province));
    }

    @Test
    void daysThatMakeNoSenseAndOtherPeopleAreRefused() {
        refused("below.day", () -> below.ask(province, LocalDate.now(clock).minusDays(1)));
        refused("below.day", () -> below.ask(province, heads.head(province).dueOn().plusDays(1)));
        caller.actAs("canbo.bo");
        forbidden(() -> below.progress(province, false, 1));
        forbidden(() -> below.ask(province, day));
        forbidden(() -> below.remind(province));
        caller.actAs("thamdinh");
        forbidden(() -> below.ask(province, day));
        caller.actAs("phoihop");
        forbidden(() -> below.progress(province, false, 1));
        forbidden(() -> below.ask(province, day));
    }

    private long notices(String kind) {
        return number("SELECT COUNT(*) FROM notice WHERE kind = '" + kind
                + "' AND person_id = (SELECT id FROM person WHERE username = 'phoihop')");
    }

    private long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    private void sql(String sql) {
        entities.flush();
        entities.createNativeQuery(sql).executeUpdate();
        entities.clear();
    }

    private static void forbidden(Executable deed) {
        assertThrows(BusinessException.Forbidden.class, deed);
    }

    private static void refused(String key, Executable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed).key());
    }
}
