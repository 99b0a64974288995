package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.KeptPlans;
import vn.thang.core.target.NationalFigure;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.organisation.agency.AgencyDirectory;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The sum of what agencies plan beside a target on maturity: what becomes of it once all plans are kept, or as many as before. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class TargetSums {

    private static final int PERCENT = 100;

    @Inject
    private PlanEffects effects;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * What plans make of a target; all shares in per cent.
     *
     * @param forecast null where there is none
     * @param ifKept   once all plans are kept
     * @param asBefore once as many are kept as before; null while nothing was due before
     */
    public record Sum(KeptPlans plans, double today, Double forecast, double ifKept, Double asBefore,
            ImprovementPlan.Kept before) {
    }

    /** What the plan of an agency leads to until the last day of a phase. */
    public record OfAgency(LocalDate dueOn, int levelNow, int levelKept) {
    }

    /** Returns the sum; empty for a target that is not about maturity, or of which nothing is known. Two statements. */
    @Requires(Permission.VIEW)
    public Optional<Sum> of(TargetLine line, RoundSelection rounds) {
        Attainment attainment = line.attainment();
        if (line.target().level().isEmpty() || attainment == null || !attainment.hasData()) {
            return Optional.empty();
        }
        long lifted = Math.min(lifted(line, rounds), attainment.inScope() - attainment.reached());
        KeptPlans plans = new KeptPlans(attainment.inScope(), attainment.reached(), lifted);
        double forecast = line.outlook().hasForecast() ? line.outlook().middle() / PERCENT : plans.today();
        ImprovementPlan.Kept before = effects.kept(LocalDate.now(clock));
        return Optional.of(new Sum(plans, plans.today() * PERCENT,
                line.outlook().hasForecast() ? forecast * PERCENT : null, plans.expected(forecast, 1) * PERCENT,
                before.of() == 0 ? null
                        : plans.expected(forecast, (double) before.kept() / before.of()) * PERCENT,
                before));
    }

    /** Only the rounds from which the figure of today comes count. */
    private long lifted(TargetLine line, RoundSelection rounds) {
        List<NationalFigure<RoundChoice>> figures = rounds.figures(line.target().scope());
        if (figures.isEmpty()) {
            return 0;
        }
        NationalFigure<RoundChoice> last = figures.get(figures.size() - 1);
        return effects.lifted(line.target().phase().due(), line.level()).stream()
                .filter(one -> last.rounds().containsKey(one.type())
                        && last.rounds().get(one.type()).id() == one.round())
                .mapToLong(PlanEffects.Lifted::agencies).sum();
    }

    /** Returns what the plan of the agency leads to, the nearest day first; empty where it raises no level. */
    @Requires(Permission.VIEW)
    public List<OfAgency> ofAgency(String code) {
        String path = agencies.get(code).path();
        caller.check(Permission.VIEW, path);
        boolean restricted = caller.can(Permission.VIEW_RESTRICTED, path);
        return effects.of(code).stream()
                .map(one -> new OfAgency(one.dueOn(), one.levelNow(), restricted ? one.levelKept() : one.levelSeen()))
                .filter(one -> one.levelKept() > one.levelNow()).toList();
    }
}
