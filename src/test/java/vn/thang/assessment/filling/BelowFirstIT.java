package vn.thang.assessment.filling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.Answering;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** The province of the demonstration with one commune below it; everything is undone. */
class BelowFirstIT extends ContainerFixture {

    @Inject
    private Answering answering;

    @Inject
    private BelowFirst below;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private Assessments heads;

    private long province;
    private long commune;
    private LocalDate day;

    @BeforeEach
    void aCommune() throws Exception {
        day = LocalDate.now(clock).plusDays(5);
        province = number(
                "SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                        + " WHERE r.code = '2026' AND a.code = '15'");
        commune = anAgency("15-DUOI").named("Xã Dưới").below("15").inRound("2026").answeredBy("phoihop").assessment();
        // nothing measures it, so that nothing has to be explained
        nothingMeasures(number("SELECT agency_id FROM assessment WHERE id = ?1", province));
        answering.of(province).by(HandingIn.OFFICER).andAllOthers("3", "đã có");
    }

    @Test
    void theProvinceSeesHowFarItsCommunesAre() {
        BelowFirst.Progress progress = below.progress(province);
        assertEquals(Map.of(AssessmentState.NOT_STARTED, 1L), progress.counts());
        assertEquals(1, progress.waiting());
        UnitLine line = units(false).rows().get(0);
        assertEquals("Xã Dưới", line.name());
        assertEquals(0, line.answered());
        assertTrue(line.applicable() > 0);
        assertEquals(1, units(true).rows().size());
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = " + commune);
        assertEquals(0, units(true).total());
        assertEquals(1, below.progress(province).handedIn());
        assertEquals(Map.of(province, new UnitsBelow.Share(province, 1, 1)),
                below.shares(List.of(heads.head(province), heads.head(commune))));
    }

    @Test
    void theUnitsAreFoundByNameInEveryOrderWithTwoStatements() {
        anAgency("15-NUA").named("Xã Đồng Nữa").below("15").inRound("2026").answeredBy("phoihop");
        assertEquals(List.of("15-NUA"), below.units(province, new UnitFilter("dong nua", false),
                Cut.by(UnitOrder.NAMES)).rows().stream().map(UnitLine::code).toList());
        for (UnitOrder order : UnitOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                Cut<UnitOrder> cut = new Cut<>(order, descending, 1, Slice.SIZE);
                assertEquals(2, below.units(province, new UnitFilter(null, false), cut).rows().size(), order.name());
            }
        }
        long few = used(() -> below.units(province, new UnitFilter("dong nua", false), Cut.by(UnitOrder.NAMES)));
        assertEquals(few, used(() -> below.units(province, new UnitFilter(null, false), Cut.by(UnitOrder.NAMES))));
    }

    private Slice<UnitLine> units(boolean waiting) {
        return below.units(province, new UnitFilter(null, waiting), Cut.by(UnitOrder.NAMES));
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
        refused("below.first", () -> signing.sign(province, seen, "Chủ tịch", null));
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
        forbidden(() -> below.progress(province));
        forbidden(() -> below.ask(province, day));
        forbidden(() -> below.remind(province));
        caller.actAs("thamdinh");
        forbidden(() -> below.ask(province, day));
        caller.actAs("phoihop");
        forbidden(() -> units(false));
        forbidden(() -> below.progress(province));
        forbidden(() -> below.ask(province, day));
    }

    private long notices(String kind) {
        return number("SELECT COUNT(*) FROM notice WHERE kind = '" + kind
                + "' AND person_id = (SELECT id FROM person WHERE username = 'phoihop')");
    }
}
