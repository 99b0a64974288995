package vn.thang.dashboard;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.target.Attainment;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Cut;
import vn.thang.platform.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * The state of the programme. Everybody who is signed in sees the figures of the country; single agencies are seen by those
 * whose place in the tree reaches them, and to others no group smaller than five is shown apart.
 */
@ApplicationScoped
@Transactional
public class NationalDashboard {

    private static final int TILES = 100;

    @Inject
    private MaturityTargets maturities;

    @Inject
    private MeasuredTargets measured;

    @Inject
    private RoundGroups groups;

    @Inject
    private RoundMovements movements;

    @Inject
    private Caller caller;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private RoundFigures figures;

    @Inject
    private RoundAgencies agencies;

    @Inject
    private ProvinceTiles tiles;

    @Inject
    private RecentFigures recent;

    @Inject
    private RobustnessFigures robustness;

    private record Key(String what, RecentFigures.State round, Object detail) {
    }

    /**
     * The rounds that have begun, and the one with the code; without a code the last that speaks for the country, so that the
     * opening of a round empties no page; one whose model can be read, where there is any. Empty while there are none but
     * rehearsals.
     *
     * @throws BusinessException.NotFound when no round that has begun has the code
     */
    @Requires(VIEW)
    public Optional<RoundSelection> rounds(String code) {
        List<RoundChoice> all = figures.rounds();
        if (code == null) {
            return RoundSelection.current(readable(all)).or(() -> RoundSelection.current(all))
                    .map(current -> new RoundSelection(all, current));
        }
        return Optional.of(new RoundSelection(all, all.stream().filter(round -> round.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.unknown-round", code))));
    }

    private List<RoundChoice> readable(List<RoundChoice> all) {
        return all.stream().filter(round -> catalog.isReadable(round.modelRef())).toList();
    }

    /** Whether the person sees every agency of the country. */
    @Requires(VIEW)
    public boolean seesAll() {
        return caller.can(VIEW, recent.get("root", directory::rootPath));
    }

    /** The agencies of the round by type, as far as they may be shown apart to the person. */
    @Requires(VIEW)
    public List<Group> groups(RoundChoice round) {
        return seesAll() ? groups.all(round) : groups.apart(groups.all(round));
    }

    /** All targets of the programme with their values up to the shown round. */
    @Requires(VIEW)
    public List<TargetLine> targets(RoundSelection rounds) {
        return catalog.programme().targets().stream().map(target -> line(target, rounds)).toList();
    }

    /** How the programme stands: all its targets together, by phase and by group of tasks. */
    @Requires(VIEW)
    public ProgrammeVerdict verdict(RoundSelection rounds) {
        return ProgrammeVerdict.of(catalog.programme(), targets(rounds));
    }

    private TargetLine line(ProgrammeTarget target, RoundSelection rounds) {
        return target.maturity().map(maturity -> maturities.of(target, maturity, rounds, seesAll()))
                .orElseGet(() -> measured.of(target, measured.asOf(rounds), seesAll()));
    }

    /**
     * What a round that runs says of a target by now, as news beside the figure of the country.
     *
     * @param attainment of all agencies in scope, those that did not hand in yet counted as not reached
     * @param handedIn   how many of them handed in
     */
    public record News(ProgrammeTarget target, Attainment attainment, long handedIn) {
    }

    /** The news of the targets on maturity from a round, as far as agencies in their scope take part. */
    @Requires(VIEW)
    public List<News> news(RoundChoice round) {
        return maturities.news(round);
    }

    /**
     * How agencies moved since the round of the country before: of all types together the whole and each dimension, and of
     * each type the whole. To those who do not see every agency no type is shown apart. Empty before the second round; a type
     * whose two rounds have levels that do not compare is left out.
     */
    @Requires(VIEW)
    public List<Movement> movement(RoundSelection rounds) {
        return movements.of(rounds, seesAll());
    }

    /**
     * A change of the version of the model between two rounds.
     *
     * @param joined whether the levels of the two compare
     */
    record VersionStep(String from, String to, boolean joined) {
    }

    /** The changes of the version that lie between the last two rounds of the country. */
    @Requires(VIEW)
    public List<VersionStep> versions(RoundSelection rounds) {
        return movements.versions(rounds);
    }

    /** The provinces on the map; empty for those who do not see every one of them. */
    @Requires(VIEW)
    public List<ProvinceTiles.Tile> tiles(RoundChoice round) {
        return seesAll() ? tiles.of(first(TILES, round, ofType("province"), false)) : List.of();
    }

    /** The provinces by which lists can be narrowed; empty where the round has no communes that the person may see. */
    @Requires(VIEW)
    public List<AgencyLine> parents(RoundChoice round) {
        return first(1, round, ofType("commune"), false).isEmpty() ? List.of()
                : first(TILES, round, ofType("province"), false);
    }

    private static AgencyFilter ofType(String type) {
        return new AgencyFilter(null, List.of(type), null, null, null, null, "name", false);
    }

    /** A page of the agencies of the round that the person may see one by one. */
    @Requires(VIEW)
    public Slice<AgencyLine> agencies(RoundChoice round, AgencyFilter filter, int page, boolean dimensions) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("page", RecentFigures.State.of(round), List.of(subtrees, filter, page, dimensions)),
                () -> agencies.list(round.id(), subtrees, filter, page, dimensions));
    }

    /** A page of them in one of the orders of the board. */
    @Requires(VIEW)
    public Slice<AgencyLine> agencies(RoundChoice round, AgencyFilter filter, Cut<StandingOrder> cut) {
        return agencies.list(round.id(), caller.subtrees(VIEW), filter, cut);
    }

    /** The first few of the agencies of the round that the person may see one by one. */
    @Requires(VIEW)
    public List<AgencyLine> first(int most, RoundChoice round, AgencyFilter filter, boolean dimensions) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("first", RecentFigures.State.of(round), List.of(most, subtrees, filter, dimensions)),
                () -> agencies.first(most, round.id(), subtrees, filter, dimensions));
    }

    /** How many agencies of the round, of those that the person may see one by one, are so far. */
    @Requires(VIEW)
    public long count(RoundChoice round, AgencyFilter.Standing standing) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("count", RecentFigures.State.of(round), List.of(subtrees, standing)),
                () -> agencies.count(round.id(), subtrees, AgencyFilter.of(standing, "name", false)));
    }

    /** How firm the ranks of the round are. */
    @Requires(VIEW)
    public RobustnessFigures.Summary robustness(RoundChoice round) {
        return robustness.summary(round.id());
    }

    /** The agencies of the same type in the same round; empty when fewer than five handed in, or when they are not shown apart. */
    @Requires(VIEW)
    public Optional<Group> groupOf(AssessmentHead head) {
        caller.check(VIEW, head.agencyPath());
        return rounds(head.roundCode()).flatMap(rounds -> groups(rounds.shown()).stream()
                .filter(group -> group.types().equals(List.of(head.agencyType())) && !group.small()).findFirst());
    }

    /** Official level and index of the agency over the published rounds of the same model in which it took part. */
    @Requires(VIEW)
    public List<TrendPoint> trend(AssessmentHead head) {
        caller.check(VIEW, head.agencyPath());
        return figures.trend(head.agencyId(), head.modelRef().split("/")[0]);
    }
}
