package vn.thang.dashboard.target;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
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
        return lines(by, rounds, caller());
    }

    /**
     * The target with the code.
     *
     * @throws BusinessException.NotFound when the programme has no such target
     */
    @Requires(VIEW)
    public TargetLine target(RoundSelection rounds, String code) {
        return line(rounds, code, caller());
    }

    /**
     * The target with the code as it stands in what others read too, whoever writes it down: nothing restricted follows from it.
     *
     * @throws BusinessException.NotFound when the programme has no such target
     */
    @Requires(VIEW)
    public TargetLine shared(RoundSelection rounds, String code) {
        return line(rounds, code, reader(national.seesAll(), false));
    }

    /** How the programme stands: all its targets together, by phase and by group of tasks. */
    @Requires(VIEW)
    public ProgrammeVerdict verdict(RoundSelection rounds) {
        return ProgrammeVerdict.of(catalog.programme(), targets(rounds));
    }

    /** All targets as they stand in what others read too, whoever makes it: nothing restricted follows from them. */
    @Requires(VIEW)
    public List<TargetLine> shared(RoundSelection rounds) {
        return lines(catalog.edition(), rounds, reader(national.seesAll(), false));
    }

    /** All targets as everybody may read them: nothing restricted follows, and no group of fewer than five is shown apart. */
    @Requires(VIEW)
    public List<TargetLine> forEverybody(RoundSelection rounds) {
        return lines(catalog.edition(), rounds, reader(false, false));
    }

    private TargetLine line(RoundSelection rounds, String code, Reader reader) {
        return catalog.programme().targets().stream().filter(target -> target.code().equals(code)).findFirst()
                .map(target -> line(catalog.edition(), target, rounds, reader))
                .orElseThrow(() -> new BusinessException.NotFound("target.unknown", code == null ? "" : code));
    }

    private List<TargetLine> lines(ProgrammeEdition by, RoundSelection rounds, Reader reader) {
        return by.programme().targets().stream().map(target -> line(by, target, rounds, reader)).toList();
    }

    private TargetLine line(ProgrammeEdition by, ProgrammeTarget target, RoundSelection rounds, Reader reader) {
        return target.maturity().map(maturity -> maturities.of(by, target, maturity, rounds, reader.all()))
                .orElseGet(() -> measured.of(by, target, measured.asOf(rounds), sight(by, target, reader)));
    }

    /** Of what measures something restricted, only who reads that sees single agencies, and figures from which they follow. */
    private TargetSight sight(ProgrammeEdition by, ProgrammeTarget target, Reader reader) {
        boolean kept = by.indicators().stream().filter(one -> one.targets().contains(target.code()))
                .anyMatch(one -> reader.kept().contains(one.code()));
        return kept ? TargetSight.KEPT : reader.all() ? TargetSight.WHOLE : TargetSight.GROUPS;
    }

    private Reader caller() {
        return reader(national.seesAll(), national.seesRestricted());
    }

    private Reader reader(boolean all, boolean restricted) {
        return new Reader(all, all && restricted ? Set.of() : catalog.restrictedIndicators());
    }

    /**
     * For whom figures are.
     *
     * @param all  whether they see every agency of the country
     * @param kept codes of the indicators whose readings of single agencies are kept back from them
     */
    private record Reader(boolean all, Set<String> kept) {
    }

    /** The news of the targets on maturity from a round, as far as agencies in their scope take part. */
    @Requires(VIEW)
    public List<TargetNews> news(RoundChoice round) {
        return maturities.news(round);
    }
}
