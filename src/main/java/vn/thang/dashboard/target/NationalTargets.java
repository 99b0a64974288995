package vn.thang.dashboard.target;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.security.Requires;

/** The targets of the programme with their values, which everybody who is signed in sees. */
@ApplicationScoped
@Transactional
public class NationalTargets {

    @Inject
    private NationalRounds national;

    @Inject
    private MaturityTargets maturities;

    @Inject
    private MeasuredTargets measured;

    @Inject
    private Catalog catalog;

    /** All targets of the programme with their values up to the shown round. */
    @Requires(VIEW)
    public List<TargetLine> targets(RoundSelection rounds) {
        return targets(catalog.edition(), rounds);
    }

    /** The targets of any version of the programme, such as a draft, with the values that they would have by it. */
    @Requires(VIEW)
    public List<TargetLine> targets(ProgrammeEdition by, RoundSelection rounds) {
        return by.programme().targets().stream().map(target -> line(by, target, rounds)).toList();
    }

    /**
     * The target with the code.
     *
     * @throws BusinessException.NotFound when the programme has no such target
     */
    @Requires(VIEW)
    public TargetLine target(RoundSelection rounds, String code) {
        return catalog.programme().targets().stream().filter(target -> target.code().equals(code)).findFirst()
                .map(target -> line(catalog.edition(), target, rounds))
                .orElseThrow(() -> new BusinessException.NotFound("target.unknown", code == null ? "" : code));
    }

    /** How the programme stands: all its targets together, by phase and by group of tasks. */
    @Requires(VIEW)
    public ProgrammeVerdict verdict(RoundSelection rounds) {
        return ProgrammeVerdict.of(catalog.programme(), targets(rounds));
    }

    private TargetLine line(ProgrammeEdition by, ProgrammeTarget target, RoundSelection rounds) {
        return target.maturity().map(maturity -> maturities.of(by, target, maturity, rounds, national.seesAll()))
                .orElseGet(() -> measured.of(by, target, measured.asOf(rounds), seesApart(by, target)));
    }

    /** Whether the figures of single agencies are for the person: of what measures something restricted, only who reads that. */
    private boolean seesApart(ProgrammeEdition by, ProgrammeTarget target) {
        return national.seesAll() && (national.seesRestricted() || by.indicators().stream()
                .filter(indicator -> indicator.targets().contains(target.code()))
                .noneMatch(indicator -> catalog.restrictedIndicators().contains(indicator.code())));
    }

    /** The news of the targets on maturity from a round, as far as agencies in their scope take part. */
    @Requires(VIEW)
    public List<TargetNews> news(RoundChoice round) {
        return maturities.news(round);
    }
}
