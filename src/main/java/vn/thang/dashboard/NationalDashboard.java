package vn.thang.dashboard;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.catalog.Breaks;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Succession;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.NationalFigure;
import vn.thang.core.target.Target;
import vn.thang.core.target.Trajectory;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.organisation.AgencyType;
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
    private MeasuredTargets measured;

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
    private MaturityForecasts forecasts;

    @Inject
    private RobustnessFigures robustness;

    @Inject
    private Clock clock;

    private record Key(String what, RecentFigures.State round, Object detail) {
    }

    /**
     * The rounds that have begun, and the one with the code; without a code the last that speaks for the country, so that the
     * opening of a round empties no page. Empty while there are none but rehearsals.
     *
     * @throws BusinessException.NotFound when no round that has begun has the code
     */
    @Requires(VIEW)
    public Optional<RoundSelection> rounds(String code) {
        List<RoundChoice> all = figures.rounds();
        if (code == null) {
            return RoundSelection.current(all).map(current -> new RoundSelection(all, current));
        }
        return Optional.of(new RoundSelection(all, all.stream().filter(round -> round.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.unknown-round", code))));
    }

    /** Whether the person sees every agency of the country. */
    @Requires(VIEW)
    public boolean seesAll() {
        return caller.can(VIEW, recent.get("root", directory::rootPath));
    }

    /** The agencies of the round by type, as far as they may be shown apart to the person. */
    @Requires(VIEW)
    public List<Group> groups(RoundChoice round) {
        return seesAll() ? all(round) : apart(all(round));
    }

    /**
     * The groups that may be shown apart. Types are put together only where they count for the same targets, so that no
     * difference between two figures gives a small group away.
     */
    private List<Group> apart(List<Group> groups) {
        Map<List<String>, List<Group>> alike = groups.stream().collect(
                Collectors.groupingBy(this::targetsOf, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().flatMap(some -> Group.withoutSmall(some).stream()).toList();
    }

    private List<String> targetsOf(Group group) {
        return catalog.programme().targets().stream()
                .filter(target -> target.level().isPresent() && target.scope().containsAll(group.types()))
                .map(ProgrammeTarget::code).toList();
    }

    private List<Group> all(RoundChoice round) {
        return recent.get(new Key("groups", RecentFigures.State.of(round), null), () -> figures.groups(round.id()));
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
        return target.maturity().map(maturity -> line(target, maturity, rounds))
                .orElseGet(() -> measured.of(target, measured.asOf(rounds), seesAll()));
    }

    private TargetLine line(ProgrammeTarget target, Target maturity, RoundSelection rounds) {
        List<NationalFigure<RoundChoice>> national = rounds.figures(target.scope());
        List<NationalFigure<RoundChoice>> shown = national.isEmpty() ? preliminary(target, rounds.shown()) : national;
        List<TargetLine.Value> trend = new ArrayList<>();
        for (NationalFigure<RoundChoice> figure : shown) {
            Optional<Group> whole = inScope(figure).stream().reduce(Group::and);
            Attainment attainment = maturity.attainment(whole.map(Group::levels).orElse(Distribution.empty()).counts(),
                    whole.map(Group::waiting).orElse(0L));
            attainment.share().ifPresent(share -> trend
                    .add(new TargetLine.Value(label(figure), figure.on(), share.times(100), attainment)));
        }
        List<Group> groups = shown.isEmpty() ? List.of() : inScope(shown.get(shown.size() - 1));
        return new TargetLine(target, groups.stream().mapToLong(Group::waiting).sum(), trend,
                (seesAll() ? groups : apart(groups)).stream()
                        .map(group -> new TargetLine.GroupValue(group,
                                maturity.attainment(group.levels().counts(), group.waiting())))
                        .toList(),
                outlook(target, maturity, trend, national, rounds));
    }

    /** Before the first figure of the country: what the shown round says by now. A rehearsal says nothing, nor does what was withdrawn. */
    private static List<NationalFigure<RoundChoice>> preliminary(ProgrammeTarget target, RoundChoice shown) {
        Map<String, RoundChoice> rounds = shown.scope().stream().filter(target.scope()::contains)
                .collect(Collectors.toMap(type -> type, type -> shown));
        return shown.rehearsal() || shown.withdrawn() || rounds.isEmpty() ? List.of()
                : List.of(new NationalFigure<>(shown.dueOn(), rounds));
    }

    private static String label(NationalFigure<RoundChoice> figure) {
        return figure.distinct().stream().sorted(Comparator.comparing(RoundChoice::dueOn)).map(RoundChoice::code)
                .collect(Collectors.joining(" + "));
    }

    /** Without a figure of the country there is a value for looking at, and not enough data for a status. */
    private Outlook outlook(ProgrammeTarget target, Target maturity, List<TargetLine.Value> trend,
            List<NationalFigure<RoundChoice>> national, RoundSelection rounds) {
        if (trend.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        TargetLine.Value last = trend.get(trend.size() - 1);
        LocalDate day = rounds.present() ? LocalDate.now(clock) : last.on();
        LocalDate since = catalog.breaks().last(target.code(), Optional.empty(), day).map(Breaks.Break::on)
                .orElse(LocalDate.MIN);
        TargetLine.Value first = trend.stream().filter(value -> !value.on().isBefore(since)).findFirst().orElse(last);
        Trajectory.Point firstKnown = new Trajectory.Point(first.on(), first.value());
        Outlook outlook = Outlook.of(target.way(firstKnown), target.begin(firstKnown).value(), day,
                Optional.of(last.value()), last.attainment().achieved(),
                forecasts.of(target, maturity, NationalFigure
                        .apart(national.stream().filter(figure -> !figure.on().isBefore(since)).toList())));
        return national.isEmpty() ? outlook.notEnough() : outlook;
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
        return catalog.programme().maturityTargets().stream().flatMap(target -> {
            Optional<Group> whole = inScope(target, round).stream().reduce(Group::and);
            return target.maturity().stream().flatMap(maturity -> whole.stream().map(group -> new News(target,
                    maturity.attainment(group.levels().counts(), group.waiting()), group.handedIn())));
        }).toList();
    }

    private List<Group> inScope(ProgrammeTarget target, RoundChoice round) {
        return all(round).stream().filter(group -> target.scope().containsAll(group.types())).toList();
    }

    private List<Group> inScope(NationalFigure<RoundChoice> figure) {
        return figure.distinct().stream().flatMap(round -> all(round).stream()
                .filter(group -> round == figure.rounds().get(group.onlyType()))).toList();
    }

    /**
     * How agencies moved since the round of the country before: of all types together the whole and each dimension, and of
     * each type the whole. To those who do not see every agency no type is shown apart. Empty before the second round; a type
     * whose two rounds have levels that do not compare is left out.
     */
    @Requires(VIEW)
    public List<Movement> movement(RoundSelection rounds) {
        Map<String, RoundSelection.RoundStep> steps = new TreeMap<>(rounds.steps(Set.copyOf(AgencyType.assessed())));
        steps.values().removeIf(step -> !compares(step));
        return steps.isEmpty() ? List.of() : movement(steps);
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
        return rounds.steps(Set.copyOf(AgencyType.assessed())).values().stream()
                .map(step -> new VersionStep(step.from().modelRef(), step.to().modelRef(), compares(step)))
                .filter(step -> !step.from().equals(step.to())).distinct().toList();
    }

    private boolean compares(RoundSelection.RoundStep step) {
        return catalog.succession(step.to().modelRef(), step.from().modelRef())
                .filter(succession -> succession.whole() == Succession.Trend.JOINED).isPresent();
    }

    private List<Movement> movement(Map<String, RoundSelection.RoundStep> byType) {
        List<RoundFigures.Step> steps = byType.entrySet().stream()
                .map(one -> new RoundFigures.Step(one.getKey(), one.getValue().from().id(), one.getValue().to().id()))
                .toList();
        List<RecentFigures.State> states = byType.values().stream().flatMap(step -> Stream.of(step.from(), step.to()))
                .distinct().map(RecentFigures.State::of).toList();
        List<Movement> all = recent.get(new Key("movement", states.get(0), List.of(states, steps)),
                () -> figures.movement(steps));
        Stream<Movement> together = all.stream().collect(Collectors.groupingBy(Movement::node, TreeMap::new,
                Collectors.reducing(Movement::and))).values().stream().flatMap(Optional::stream)
                .map(one -> new Movement(null, one.node(), one.rose(), one.stayed(), one.fell()));
        Stream<Movement> types = all.stream().filter(one -> one.node().isEmpty() && seesAll());
        return Stream.concat(together.filter(one -> seesAll() || !one.small()), types).toList();
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

    /** Official level and index of the agency over the published rounds in which it took part. */
    @Requires(VIEW)
    public List<TrendPoint> trend(AssessmentHead head) {
        caller.check(VIEW, head.agencyPath());
        return figures.trend(head.agencyId());
    }
}
