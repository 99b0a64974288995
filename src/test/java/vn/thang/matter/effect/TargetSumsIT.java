package vn.thang.matter.effect;

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
import vn.thang.core.target.KeptPlans;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.Deed;
import vn.thang.matter.plan.ImprovementPlan;
import vn.thang.matter.plan.MeasurePlanning;
import vn.thang.matter.register.MatterCourse;
import vn.thang.platform.work.Progress;

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

    @Inject
    private PlanLevels levels;

    @Inject
    private PlanEffects effects;

    @Inject
    private PlanEffectsOfTheNight night;

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
    void aFigureOfTheCountryAndWhatIsRestrictedHaveNone() {
        for (ProgrammeTarget one : catalog.programme().targets()) {
            if (one.measure() == TargetMeasure.NATIONAL || List.of("P2-12", "P2-13").contains(one.code())) {
                assertEquals(Optional.empty(), sum(one.code()), one.code());
            }
        }
    }

    /** A version of the programme may end its phases on other days; nothing has to be planned anew for it. */
    @Test
    void eachDayByWhichMeasuresAreDueHasItsLevelWhateverPhasesThereAre() {
        planAll(today.plusDays(10));
        assertEquals(0, lifted(today.plusDays(9)));
        assertEquals(1, lifted(today.plusDays(10)));
        assertEquals(1, lifted(target.phase().due().minusDays(1)));
        entities.flush();
        sql("DELETE FROM plan_effect WHERE due_on < ?1", target.phase().due());
        assertEquals(0, lifted(today.plusDays(10)), "an older release wrote the last days of phases alone");
        assertEquals(1, effects.behind().size());
        night.run(Progress.UNSEEN);
        assertEquals(1, lifted(today.plusDays(10)));
        assertEquals(List.of(), effects.behind());
    }

    private long lifted(LocalDate due) {
        return levels.lifted(due).stream().filter(one -> one.reaches(target.level().getAsInt()))
                .mapToLong(PlanLevels.Lifted::agencies).sum();
    }

    private void aUnit(String code, int now, int kept, int seen) {
        anAgency(code).named("Xã " + code).below("15").inRound("2025");
        entities.flush();
        sql("UPDATE assessment s JOIN agency a ON a.id = s.agency_id SET s.state = 'PUBLISHED' WHERE a.code = ?1",
                code);
        sql("DELETE c FROM assessment_score c JOIN assessment s ON s.id = c.assessment_id JOIN agency a"
                + " ON a.id = s.agency_id WHERE a.code = ?1", code);
        sql("INSERT INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index, answered,"
                + " applicable, evidenced, computed_at, measured, confirmed, grounded, bias_sum, bias_count, open_bias_sum,"
                + " open_bias_count) SELECT s.id, ?2, 2, ?2, 2, 1, 1, 0, NOW(6), 0, 0, 0, 0, 0, 0, 0 FROM assessment s"
                + " JOIN agency a ON a.id = s.agency_id WHERE a.code = ?1", code, now);
        sql("INSERT INTO plan_effect (assessment_id, due_on, level_now, level_kept, level_seen) SELECT s.id, ?2, ?3, ?4,"
                + " ?5 FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = ?1", code,
                target.phase().due().minusDays(30), now, kept, seen);
    }

    /** The plans of the units below a province are summed for each level that the programme demands. */
    @Test
    void theUnitsBelowAProvinceAreSummedAsFarAsThePersonSeesTheirMeasures() {
        int level = target.level().getAsInt();
        aUnit("XU1", level - 1, level, level);
        aUnit("XU2", level, level, level);
        aUnit("XU3", level - 1, level, level - 1);
        caller.actAs("thamdinh");
        KeptPlans all = below();
        assertEquals(all.reached() + 2, all.reached() + all.lifted());
        assertTrue(all.reached() >= 1 && all.inScope() >= 3);
        for (String person : List.of("lanhdao", "lanhdao.tinh")) {
            caller.actAs(person);
            assertEquals(1, below().lifted(), "one measure is about restricted answers of a unit");
        }
        caller.actAs("canbo.bo");
        forbidden(() -> sums.below("15"));
        caller.actAs("phoihop");
        forbidden(() -> sums.below("15"));
        caller.actAs("lanhdao");
        long few = used(() -> sums.below("15"));
        aUnit("XU4", level - 1, level, level);
        assertEquals(few, used(() -> sums.below("15")));
        assertEquals(2, below().lifted());
    }

    private KeptPlans below() {
        return sums.below("15").stream().filter(one -> one.level() == target.level().getAsInt())
                .filter(one -> one.dueOn().equals(target.phase().due())).findFirst().orElseThrow().plans();
    }

    @Test
    void allTargetsCostNoMoreStatementsThanThereArePhases() {
        RoundSelection selection = rounds.rounds(null).orElseThrow();
        var lines = targets.targets(selection);
        assertTrue(used(() -> sums.of(lines, selection)) <= catalog.programme().phases().size() + 2);
        assertTrue(sums.of(lines, selection).keySet().containsAll(
                catalog.programme().maturityTargets().stream().map(ProgrammeTarget::code).toList()));
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
