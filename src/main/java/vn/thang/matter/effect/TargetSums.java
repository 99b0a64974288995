package vn.thang.matter.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.KeptPlans;
import vn.thang.core.target.NationalFigure;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.matter.plan.ImprovementPlan;
import vn.thang.matter.plan.SummedReadings;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The sum of what agencies plan beside a target: what becomes of it once all plans are kept, or as many as before. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class TargetSums {

    private static final int PERCENT = 100;

    @Inject
    private PlanLevels plans;

    @Inject
    private SummedReadings readings;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * What plans make of a target; all shares in per cent.
     *
     * @param agencies how many agencies add to it by their plans
     * @param forecast null where there is none
     * @param ifKept   once all plans are kept
     * @param asBefore once as many are kept as before; null while nothing was due before
     */
    public record Sum(KeptPlans plans, long agencies, double today, Double forecast, double ifKept, Double asBefore,
            ImprovementPlan.Kept before) {
    }

    /** What the plan of an agency leads to until the last day of a phase. */
    public record OfAgency(LocalDate dueOn, int levelNow, int levelKept) {
    }

    /**
     * What the plans of the units below an agency make of a level that the programme demands.
     *
     * @param dueOn  last day of the phase
     * @param plans  of the units with a published result
     * @param before what came of all measures of the country that were due so far
     */
    public record OfUnits(LocalDate dueOn, int level, KeptPlans plans, ImprovementPlan.Kept before) {

        /** Returns how many units come to the level if as many measures are kept as before, rounded down; empty before any was due. */
        public OptionalLong asBefore() {
            return before.of() == 0 ? OptionalLong.empty()
                    : OptionalLong.of(plans.reached() + plans.lifted() * before.kept() / before.of());
        }
    }

    /** Returns the sum; empty for a target to which no plan can add, or of which nothing is known. Two statements. */
    @Requires(Permission.VIEW)
    public Optional<Sum> of(TargetLine line, RoundSelection rounds) {
        return Optional.ofNullable(of(List.of(line), rounds).get(line.target().code()));
    }

    /** Returns the sums by the codes of the targets that have one: one statement for each phase, and two more. */
    @Requires(Permission.VIEW)
    public Map<String, Sum> of(List<TargetLine> lines, RoundSelection rounds) {
        List<TargetLine> ofMaturity = lines.stream().filter(line -> line.target().level().isPresent())
                .filter(line -> line.attainment() != null && line.attainment().hasData()).toList();
        Map<LocalDate, List<PlanLevels.Lifted>> planned = ofMaturity.stream()
                .map(line -> line.target().phase().due()).distinct()
                .collect(Collectors.toMap(due -> due, plans::lifted));
        Map<String, SummedReadings.Lifted> lifted = new HashMap<>(readings.of(lines));
        ofMaturity.forEach(line -> lifted.put(line.target().code(),
                lifted(line, rounds, planned.get(line.target().phase().due()))));
        if (lifted.isEmpty()) {
            return Map.of();
        }
        ImprovementPlan.Kept before = plans.kept(LocalDate.now(clock));
        return lines.stream().filter(line -> lifted.containsKey(line.target().code())).collect(Collectors.toMap(
                line -> line.target().code(), line -> sum(line, lifted.get(line.target().code()), before)));
    }

    private static Sum sum(TargetLine line, SummedReadings.Lifted lifted, ImprovementPlan.Kept before) {
        Attainment attainment = line.attainment();
        KeptPlans plans = new KeptPlans(attainment.inScope(), attainment.reached(),
                Math.min(lifted.lifted(), attainment.inScope() - attainment.reached()));
        double forecast = line.outlook().hasForecast() ? line.outlook().middle() / PERCENT : plans.today();
        return new Sum(plans, lifted.agencies(), plans.today() * PERCENT,
                line.outlook().hasForecast() ? forecast * PERCENT : null, plans.expected(forecast, 1) * PERCENT,
                before.of() == 0 ? null
                        : plans.expected(forecast, (double) before.kept() / before.of()) * PERCENT,
                before);
    }

    /** Only the rounds from which the figure of today comes count. */
    private static SummedReadings.Lifted lifted(TargetLine line, RoundSelection rounds,
            List<PlanLevels.Lifted> planned) {
        List<NationalFigure<RoundChoice>> figures = rounds.figures(line.target().scope());
        if (figures.isEmpty()) {
            return SummedReadings.Lifted.NOTHING;
        }
        NationalFigure<RoundChoice> last = figures.get(figures.size() - 1);
        long agencies = planned.stream().filter(one -> one.reaches(line.level()))
                .filter(one -> last.rounds().containsKey(one.type())
                        && last.rounds().get(one.type()).id() == one.round())
                .mapToLong(PlanLevels.Lifted::agencies).sum();
        return new SummedReadings.Lifted(agencies, agencies);
    }

    /** Returns what the plan of the agency leads to until each phase ends, the nearest day first; empty where it raises no level. */
    @Requires(Permission.VIEW)
    public List<OfAgency> ofAgency(String code) {
        String path = agencies.get(code).path();
        caller.check(Permission.VIEW, path);
        boolean restricted = caller.can(Permission.VIEW_RESTRICTED, path);
        List<PlanLevels.Effect> effects = plans.of(code);
        return phases().flatMap(due -> effects.stream().filter(one -> !one.dueOn().isAfter(due))
                .reduce((earlier, later) -> later).stream()
                .map(one -> new OfAgency(due, one.levelNow(), restricted ? one.levelKept() : one.levelSeen())))
                .filter(one -> one.levelKept() > one.levelNow()).toList();
    }

    private Stream<LocalDate> phases() {
        return catalog.programme().phases().stream().map(Programme.Phase::due).distinct().sorted();
    }

    /**
     * Returns what the plans of the units below the agency lead to: for each level that the programme demands by a day and that
     * some of them come to by plans, how many of them. Empty for who does not see them. One statement for each phase, and one.
     */
    @Requires(Permission.VIEW)
    public List<OfUnits> below(String code) {
        String path = agencies.get(code).path();
        caller.check(Permission.VIEW, path);
        if (!reachesBelow(Permission.VIEW, path)) {
            return List.of();
        }
        boolean restricted = reachesBelow(Permission.VIEW_RESTRICTED, path);
        LocalDate today = LocalDate.now(clock);
        ImprovementPlan.Kept before = plans.kept(today);
        return phases().flatMap(due -> {
            List<PlanLevels.Units> units = plans.below(path, due, today, restricted);
            return units.isEmpty() ? Stream.empty() : catalog.programme().maturityTargets().stream()
                    .filter(target -> target.phase().due().equals(due))
                    .map(target -> target.level().getAsInt()).distinct().sorted()
                    .map(level -> new OfUnits(due, level, new KeptPlans(count(units, one -> true),
                            count(units, one -> one.now() >= level),
                            count(units, one -> one.now() < level && one.kept() >= level)), before));
        }).filter(one -> one.plans().lifted() > 0).toList();
    }

    private boolean reachesBelow(Permission permission, String path) {
        return caller.subtrees(permission).stream().anyMatch(path::startsWith);
    }

    private static long count(List<PlanLevels.Units> units, Predicate<PlanLevels.Units> which) {
        return units.stream().filter(which).mapToLong(PlanLevels.Units::units).sum();
    }
}
