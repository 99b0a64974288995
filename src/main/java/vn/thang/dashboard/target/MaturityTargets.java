package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.NationalFigure;
import vn.thang.core.target.Target;
import vn.thang.core.target.Trajectory;
import vn.thang.dashboard.round.Distribution;
import vn.thang.dashboard.round.Grounds;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.RecentFigures;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundGroups;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.indicator.coverage.DueAgencies;
import vn.thang.indicator.coverage.Merger;

/** The targets that are about maturity: their values from figures of the country, and what a round that runs says of them. */
@ApplicationScoped
class MaturityTargets {

    @Inject
    private Catalog catalog;

    @Inject
    private RoundGroups groups;

    @Inject
    private MaturityForecasts forecasts;

    @Inject
    private DueAgencies agencies;

    @Inject
    private RecentFigures recent;

    @Inject
    private SampledErrors errors;

    @Inject
    private Clock clock;

    /** The rounds of a figure as they stand, by the type of agency of which it counts each. */
    private record SampledKey(Map<String, RecentFigures.State> rounds) {

        private static SampledKey of(NationalFigure<RoundChoice> figure) {
            Map<String, RecentFigures.State> rounds = new TreeMap<>();
            figure.rounds().forEach((type, round) -> rounds.put(type, RecentFigures.State.of(round)));
            return new SampledKey(rounds);
        }
    }

    /**
     * @param by      the version of the programme that the target belongs to
     * @param seesAll whether small groups may be shown to the person
     */
    TargetLine of(ProgrammeEdition by, ProgrammeTarget target, Target maturity, RoundSelection rounds,
            boolean seesAll) {
        List<NationalFigure<RoundChoice>> national = ofDays(rounds.figures(target.scope()));
        List<NationalFigure<RoundChoice>> shown = national.isEmpty() ? preliminary(target, rounds.shown()) : national;
        List<TargetValue> trend = new ArrayList<>();
        TargetQuality quality = quality(target, shown, !national.isEmpty(), rounds);
        for (NationalFigure<RoundChoice> figure : shown) {
            boolean newest = figure == shown.get(shown.size() - 1);
            Optional<Group> whole = groups.inScope(figure).stream().reduce(Group::and);
            Attainment attainment = maturity.attainment(whole.map(Group::levels).orElse(Distribution.empty()).counts(),
                    whole.map(Group::waiting).orElse(0L));
            Grounds grounds = whole.map(Group::grounds).orElse(Grounds.NONE);
            attainment.share().ifPresent(share -> trend.add(new TargetValue(label(figure), figure.on(),
                    share.times(100), attainment,
                    newest ? quality.confidence() : grounds.confidence(false, !national.isEmpty()))));
        }
        List<Group> last = shown.isEmpty() ? List.of() : groups.inScope(shown.get(shown.size() - 1));
        return new TargetLine(target, last.stream().mapToLong(Group::waiting).sum(), trend,
                (seesAll ? last : groups.apart(last)).stream()
                        .map(group -> new GroupValue(group,
                                maturity.attainment(group.levels().counts(), group.waiting())))
                        .toList(),
                outlook(by, target, maturity, trend, national, rounds, quality),
                quality);
    }

    /** Of figures of one day the last, which counts all rounds of it. */
    private static List<NationalFigure<RoundChoice>> ofDays(List<NationalFigure<RoundChoice>> figures) {
        Map<LocalDate, NationalFigure<RoundChoice>> days = new LinkedHashMap<>();
        figures.forEach(figure -> days.put(figure.on(), figure));
        return List.copyOf(days.values());
    }

    /** A figure of rounds is stale when its newest round was due more than a year ago. */
    private TargetQuality quality(ProgrammeTarget target, List<NationalFigure<RoundChoice>> shown,
            boolean covered, RoundSelection rounds) {
        if (shown.isEmpty()) {
            return TargetQuality.UNKNOWN;
        }
        NationalFigure<RoundChoice> last = shown.get(shown.size() - 1);
        Grounds grounds = groups.inScope(last).stream().map(Group::grounds).reduce(Grounds.NONE, Grounds::and);
        boolean stale = rounds.present() && TargetLine.ofRoundUntil(last.on()).isBefore(LocalDate.now(clock));
        Optional<SampledErrors.Rate> error = recent.get(SampledKey.of(last), () -> errors.of(last));
        return new TargetQuality(grounds.parts(stale, covered, error.map(SampledErrors.Rate::bound)),
                Merger.byDay(recent.get("mergers", agencies::mergers), target.scope(),
                        LocalDate.now(clock)),
                error,
                !covered && !rounds.shown().official(), versions(shown));
    }

    /** The changes of the model's version between figures; where one type of agency breaks, the series does. */
    private SortedMap<LocalDate, VersionStep> versions(List<NationalFigure<RoundChoice>> figures) {
        SortedMap<LocalDate, VersionStep> versions = new TreeMap<>();
        for (int i = 1; i < figures.size(); i++) {
            Map<String, RoundChoice> before = figures.get(i - 1).rounds();
            LocalDate on = figures.get(i).on();
            figures.get(i).rounds().entrySet().stream().filter(one -> before.containsKey(one.getKey()))
                    .flatMap(one -> VersionStep.between(catalog, before.get(one.getKey()).modelRef(),
                            one.getValue().modelRef()).stream())
                    .min(Comparator.comparing(VersionStep::joined)).ifPresent(step -> versions.put(on, step));
        }
        return versions;
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
    private Outlook outlook(ProgrammeEdition by, ProgrammeTarget target, Target maturity,
            List<TargetValue> trend, List<NationalFigure<RoundChoice>> national, RoundSelection rounds,
            TargetQuality quality) {
        if (trend.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        TargetValue last = trend.get(trend.size() - 1);
        LocalDate day = rounds.present() ? LocalDate.now(clock) : last.on();
        LocalDate since = Stream.concat(
                by.breaks().last(target.code(), Optional.empty(), rounds.day(LocalDate.now(clock))).stream()
                        .map(Breaks.Break::on),
                quality.versions().entrySet().stream().filter(one -> !one.getValue().joined()).map(Map.Entry::getKey))
                .max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
        Outlook.Made forecast = forecasts.of(target, maturity, NationalFigure
                .apart(national.stream().filter(figure -> !figure.on().isBefore(since)).toList()));
        Outlook outlook = trend.stream().filter(value -> !value.on().isBefore(since)).findFirst()
                .map(first -> outlook(target, new Trajectory.Point(first.on(), first.value()), last, day, forecast))
                .orElseGet(() -> Outlook.broken(forecast));
        return national.isEmpty() ? outlook.notEnough() : outlook;
    }

    private static Outlook outlook(ProgrammeTarget target, Trajectory.Point firstKnown, TargetValue last, LocalDate day,
            Outlook.Made forecast) {
        return Outlook.of(target.way(firstKnown), target.begin(firstKnown).value(), day, Optional.of(last.value()),
                last.attainment().achieved(), forecast);
    }

    /** What a round that runs says of the targets, as far as agencies in their scope take part. */
    List<TargetNews> news(RoundChoice round) {
        return catalog.programme().maturityTargets().stream().flatMap(target -> {
            Optional<Group> whole = groups.inScope(target, round).stream().reduce(Group::and);
            return target.maturity().stream()
                    .flatMap(maturity -> whole.stream().map(group -> new TargetNews(
                            target, maturity.attainment(group.levels().counts(), group.waiting()), group.handedIn())));
        }).toList();
    }
}
