package vn.thang.matter.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Scoring;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.register.MatterCourse;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterRegister;
import vn.thang.platform.list.Cut;

/** The plan of the province of the demonstration after its published result; everything is undone. */
class ImprovementPlanIT extends ContainerFixture {

    @Inject
    private ImprovementPlan plans;

    @Inject
    private MeasurePlanning planning;

    @Inject
    private MatterCourse course;

    @Inject
    private MatterRegister register;

    @Inject
    private PlanOffers offers;

    @Inject
    private Catalog catalog;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        caller.actAs("canbo");
    }

    /** What is offered is the path of the core, and what comes of it is what the core says. */
    @Test
    void thePlanIsOfferedFilledInAndSaysWhatComesOfIt() {
        ImprovementPlan.View empty = plan(null);
        AssessmentView result = empty.result();
        Path path = Path.toLevel(result.scored().model(), result.scored().answers(), empty.level()).orElseThrow();
        assertEquals(path.raises().stream().map(raise -> raise.code()).toList(), codes(empty));
        assertEquals(empty.now(), empty.ifKept());
        path.raises().forEach(raise -> planning.plan(step(raise.code(), empty.level(), today.plusDays(30))));
        ImprovementPlan.View full = plan(empty.level());
        assertEquals(List.of(), full.offers());
        assertEquals(Scoring.score(result.scored().model(), path.applyTo(result.scored().answers())).whole(),
                full.ifKept());
        assertEquals(empty.level(), full.ifKept().level());
        MatterLine first = full.measures().get(0);
        assertEquals(List.of(Matter.Kind.MEASURE, "RUNNING", "Nguyễn Thị Minh", new BigDecimal(150_000_000)),
                List.of(first.kind(), first.standing(), first.person(), first.money()));
    }

    /** After publication the plan is offered to those who answer for the agency, with its head as owner, until they say something. */
    @Test
    void thePlanIsOfferedUntilSomethingIsSaidOfIt() {
        ImprovementPlan.View empty = plan(null);
        assertEquals("Trần Văn Hòa", empty.proposal().owner().name());
        assertTrue(empty.proposal().owner().role().signs());
        assertTrue(programmeDays().contains(empty.proposal().due()), () -> "" + empty.proposal());
        assertEquals(empty.proposal(), planning.proposed("15", empty.level()));
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(List.of(new PlanOffers.Offered("15", empty.offers().size())), offers.untouched(), person);
        }
        for (String person : List.of("lanhdao", "kiemtoan", "thamdinh", "quantri")) {
            caller.actAs(person);
            assertEquals(List.of(), offers.untouched(), person);
            assertNull(plan(null).proposal());
            forbidden(() -> planning.proposed("15", empty.level()));
        }
        caller.actAs("phoihop");
        forbidden(() -> offers.untouched());
        caller.actAs("canbo");
        planning.decline(new MeasurePlanning.Step("15", codes(empty).get(0), empty.level(), null, null, null,
                "Chưa có kinh phí."));
        entities.flush();
        assertEquals(List.of(), offers.untouched(), "somebody has looked at it");
        sql("DELETE FROM matter_step");
        sql("DELETE FROM matter");
        assertEquals(1, offers.untouched().size());
        sql("UPDATE assessment_round SET state = 'CLOSED' WHERE state = 'PUBLISHED'");
        assertEquals(List.of(), offers.untouched());
    }

    private List<LocalDate> programmeDays() {
        return catalog.programme().phases().stream().map(Programme.Phase::due).toList();
    }

    @Test
    void theReasonsOfReviewersStandBesideTheOffers() {
        ImprovementPlan.View empty = plan(null);
        String criterion = codes(empty).get(0);
        sql("DELETE FROM verdict WHERE assessment_id = ?1 AND criterion = ?2", empty.result().head().id(), criterion);
        sql("INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, given_by, given_at)"
                + " SELECT NEXTVAL(verdict_seq), ?1, ?2, 'CORRECTED', a.value, a.value, 'Chưa có quy chế.', p.id, NOW(6)"
                + " FROM answer a JOIN person p ON p.username = 'thamdinh' WHERE a.assessment_id = ?1 AND a.criterion = ?2",
                empty.result().head().id(), criterion);
        assertEquals("Chưa có quy chế.", plan(empty.level()).offers().stream()
                .filter(offer -> offer.criterion().equals(criterion)).findFirst().orElseThrow().reason());
    }

    @Test
    void whatIsDeclinedSaysWhyAndCanBePlannedLater() {
        ImprovementPlan.View empty = plan(null);
        String criterion = codes(empty).get(0);
        long declined = planning.decline(new MeasurePlanning.Step("15", criterion, empty.level(), null, null, null,
                "Chưa có kinh phí."));
        entities.flush();
        ImprovementPlan.View after = plan(empty.level());
        assertFalse(codes(after).contains(criterion));
        assertEquals(empty.now(), after.ifKept());
        assertEquals("Chưa có kinh phí.", after.measures().get(0).words());
        assertEquals(Matter.State.DROPPED, course.view(declined).line().state());
        assertEquals(new ImprovementPlan.Kept(0, 0), after.kept(), "nothing was promised");
        planning.plan(step(criterion, empty.level(), today.plusDays(30)));
        refused("matter.planned-already", () -> planning.plan(step(criterion, empty.level(), today.plusDays(30))));
    }

    @Test
    void whatWasKeptIsCountedByTheFirstDay() {
        ImprovementPlan.View empty = plan(null);
        List<String> codes = codes(empty);
        long kept = planning.plan(step(codes.get(0), empty.level(), today));
        long moved = planning.plan(step(codes.get(1), empty.level(), today));
        entities.flush();
        sql("UPDATE matter SET first_due_on = ?2, due_on = ?2 WHERE id = ?1", moved, today.minusDays(2));
        take(kept, Deed.CLOSE, null);
        take(moved, Deed.MOVE, today.plusDays(5));
        assertEquals(new ImprovementPlan.Kept(1, 2), plan(empty.level()).kept());
        take(moved, Deed.CLOSE, null);
        ImprovementPlan.View after = plan(empty.level());
        assertEquals(new ImprovementPlan.Kept(1, 2), after.kept(), "two days after its first day");
        assertTrue(after.ifKept().index().compareTo(after.now().index()) > 0, "what is done counts");
    }

    @Test
    void othersReadAndDoNotPlan() {
        ImprovementPlan.View empty = plan(null);
        String criterion = codes(empty).get(0);
        long id = planning.plan(step(criterion, empty.level(), today.plusDays(3)));
        entities.flush();
        for (String person : List.of("lanhdao", "kiemtoan", "quantri", "thamdinh")) {
            caller.actAs(person);
            assertFalse(plan(empty.level()).editable());
            assertEquals(1, plan(empty.level()).measures().size());
            forbidden(() -> planning.plan(step(criterion, empty.level(), today)));
            forbidden(() -> planning.decline(step(criterion, empty.level(), today)));
            forbidden(() -> course.take(id, Deed.CLOSE, "Xong", null, course.view(id).line().version()));
        }
        caller.actAs("canbo.bo");
        forbidden(() -> plan(null));
        forbidden(() -> planning.plan(step(criterion, empty.level(), today)));
        forbidden(() -> planning.owners("15"));
        caller.actAs("phoihop");
        forbidden(() -> plan(null));
    }

    @Test
    void whatThePathHasNotIsNotPlanned() {
        ImprovementPlan.View empty = plan(null);
        String criterion = codes(empty).get(0);
        refused("matter.not-offered", () -> planning.plan(step("NO.1", empty.level(), today)));
        refused("matter.not-offered", () -> planning.offered("15", criterion, 1));
        refused("matter.owner-missing",
                () -> planning.plan(new MeasurePlanning.Step("15", criterion, empty.level(), null,
                        today, null, "Làm")));
        refused("matter.money-wrong", () -> planning.plan(new MeasurePlanning.Step("15", criterion, empty.level(),
                person("canbo"), today, new BigDecimal("-1"), "Làm")));
        sql("UPDATE assessment_round SET state = 'CLOSED' WHERE state = 'PUBLISHED'");
        refused("matter.not-published", () -> planning.plan(step(criterion, empty.level(), today)));
    }

    /** Who may not read restricted answers sees neither the raises nor the measures about them, nor what they lead to. */
    @Test
    void restrictedCriteriaAreLeftOut() {
        int level = 5;
        ImprovementPlan.View empty = plan(level);
        String restricted = codes(empty).stream().filter(code -> code.startsWith("SEC.")).findFirst().orElseThrow();
        planning.plan(step(restricted, level, today.plusDays(3)));
        entities.flush();
        assertTrue(plan(level).ifKept().index().compareTo(empty.now().index()) > 0);
        assertFalse(plan(level).hidden());
        caller.actAs("lanhdao");
        ImprovementPlan.View seen = plan(level);
        assertTrue(seen.hidden());
        assertTrue(seen.offers().stream().noneMatch(offer -> offer.criterion().startsWith("SEC.")));
        assertEquals(List.of(), seen.measures());
        assertEquals(seen.now(), seen.ifKept());
        assertEquals(0, register.page(MatterFilter.of(Map.of("state", "all")), Cut.by(MatterOrder.NEXT)).total());
    }

    private ImprovementPlan.View plan(Integer level) {
        return plans.view("15", level).orElseThrow();
    }

    private MeasurePlanning.Step step(String criterion, int level, LocalDate due) {
        return new MeasurePlanning.Step("15", criterion, level, person("canbo"), due, new BigDecimal(150_000_000),
                "Ban hành quy chế.");
    }

    private static List<String> codes(ImprovementPlan.View plan) {
        return plan.offers().stream().map(ImprovementPlan.Offer::criterion).toList();
    }

    private void take(long id, Deed deed, LocalDate day) {
        course.take(id, deed, "Đã xong.", day, course.view(id).line().version());
        entities.flush();
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }
}
