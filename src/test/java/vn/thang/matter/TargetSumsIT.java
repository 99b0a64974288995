package vn.thang.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.it.ContainerFixture;

/** What the plan of the province of the demonstration makes of the targets of the country; everything is undone. */
class TargetSumsIT extends ContainerFixture {

    @Inject
    private TargetSums sums;

    @Inject
    private ImprovementPlan plans;

    @Inject
    private MeasurePlanning planning;

    @Inject
    private MatterCourse course;

    @Inject
    private NationalTargets targets;

    @Inject
    private NationalRounds rounds;

    @Inject
    private Catalog catalog;

    private LocalDate today;
    private ProgrammeTarget target;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        caller.actAs("canbo");
        int level = plans.view("15", null).orElseThrow().now().level();
        target = catalog.programme().maturityTargets().stream().filter(one -> one.scope().contains("province"))
                .filter(one -> one.level().getAsInt() > level).findFirst().orElseThrow();
    }

    private Optional<TargetSums.Sum> sum(String code) {
        RoundSelection selection = rounds.rounds(null).orElseThrow();
        return sums.of(targets.target(selection, code), selection);
    }

    private List<Long> planAll(LocalDate due) {
        int level = target.level().getAsInt();
        return plans.view("15", level).orElseThrow().offers().stream()
                .map(offer -> planning.plan(new MeasurePlanning.Step(
                        "15", offer.criterion(), level, number("SELECT id FROM person WHERE username = 'canbo'"), due,
                        null,
                        "Làm.")))
                .toList();
    }

    @Test
    void thePlanOfAnAgencyMovesTheSumAndWhatIsDroppedTakesItBack() {
        TargetSums.Sum before = sum(target.code()).orElseThrow();
        assertEquals(0, before.plans().lifted());
        assertEquals(before.forecast() == null ? before.today() : before.forecast(), before.ifKept(), 1e-9);
        List<Long> measures = planAll(target.phase().due());
        TargetSums.Sum planned = sum(target.code()).orElseThrow();
        assertEquals(1, planned.plans().lifted());
        assertTrue(planned.ifKept() > before.ifKept());
        assertNull(planned.asBefore(), "nothing was due before");
        long first = measures.get(0);
        course.take(first, Deed.DROP, "Không làm được.", null, course.view(first).line().version());
        assertEquals(0, sum(target.code()).orElseThrow().plans().lifted());
    }

    @Test
    void whatIsDueAfterTheDayOfTheTargetDoesNotCount() {
        List<Long> measures = planAll(target.phase().due());
        long first = measures.get(0);
        course.take(first, Deed.MOVE, "Chậm lại.", target.phase().due().plusDays(1),
                course.view(first).line().version());
        assertEquals(0, sum(target.code()).orElseThrow().plans().lifted());
    }

    @Test
    void theShareThatWasKeptBeforeStandsBeside() {
        List<Long> measures = planAll(target.phase().due());
        entities.flush();
        long late = measures.get(0);
        long done = measures.get(1);
        sql("UPDATE matter SET first_due_on = ?2 WHERE id = ?1", late, today.minusDays(3));
        course.take(done, Deed.CLOSE, "Xong.", null, course.view(done).line().version());
        TargetSums.Sum sum = sum(target.code()).orElseThrow();
        assertEquals(new ImprovementPlan.Kept(1, 2), sum.before());
        double from = sum.forecast() == null ? sum.today() : sum.forecast();
        assertEquals((from + sum.ifKept()) / 2, sum.asBefore(), 1e-9);
        assertEquals(1, sum.plans().lifted(), "what is done counts as kept");
    }

    /** Whoever may not read restricted answers does not learn from the level of a plan that there are measures about them. */
    @Test
    void ofOneAgencyOthersSeeWhatTheMeasuresThatTheySeeLeadTo() {
        planAll(target.phase().due());
        assertEquals(target.level().getAsInt(), sums.ofAgency("15").stream()
                .filter(one -> one.dueOn().equals(target.phase().due())).findFirst().orElseThrow().levelKept());
        entities.flush();
        boolean restricted = number("SELECT COUNT(*) FROM matter WHERE restricted = TRUE AND kind = 'MEASURE'") > 0;
        caller.actAs("lanhdao");
        assertEquals(restricted,
                sums.ofAgency("15").stream().noneMatch(one -> one.levelKept() >= target.level().getAsInt()));
        caller.actAs("canbo.bo");
        forbidden(() -> sums.ofAgency("15"));
        assertNotNull(sum(target.code()).orElseThrow(), "the figure of the country is for everybody");
        caller.actAs("phoihop");
        forbidden(() -> sums.ofAgency("15"));
    }

    @Test
    void aTargetThatIsMeasuredHasNone() {
        assertEquals(Optional.empty(), sum(catalog.programme().targets().stream().filter(one -> one.level().isEmpty())
                .findFirst().orElseThrow().code()));
    }

    @Test
    void itCostsTwoStatementsHoweverManyPlan() {
        RoundSelection selection = rounds.rounds(null).orElseThrow();
        var line = targets.target(selection, target.code());
        assertTrue(used(() -> sums.of(line, selection)) <= 2);
        planAll(target.phase().due());
        assertTrue(used(() -> sums.of(line, selection)) <= 2);
    }
}
