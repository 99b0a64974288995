package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Existence;
import vn.thang.core.target.LevelHistory;
import vn.thang.core.target.MeasuredSeries;
import vn.thang.core.target.PooledForecast;
import vn.thang.core.target.StepwiseForecast;
import vn.thang.core.target.Trajectory;

/** Tells whether a measured target will be reached, from its covered periods since the last break. */
final class MeasuredOutlook {

    private static final int PERCENT = 100;
    /** The state of an agency that meets what is asked of it. */
    private static final int MET = 1;

    private final ProgrammeTarget target;
    private final Indicator indicator;
    private final MeasuredSeries series;
    private final MeasuredFigures figures;
    private final ForecastSteps steps;

    MeasuredOutlook(ProgrammeTarget target, Indicator indicator, MeasuredSeries series, MeasuredFigures figures,
            Optional<Breaks.Break> since) {
        this.target = target;
        this.indicator = indicator;
        this.series = series;
        this.figures = figures;
        this.steps = ForecastSteps.of(indicator.period(), series.covered().get(0).begin(), last().begin(),
                target.phase().due(), since);
    }

    /**
     * @param trend the values of the covered periods, oldest first
     * @param since from when on values are of the kind of today
     */
    static Outlook of(ProgrammeTarget target, Indicator indicator, MeasuredSeries series, List<TargetValue> trend,
            MeasuredFigures figures, Optional<Breaks.Break> since) {
        return trend.isEmpty() ? Outlook.NOT_ENOUGH
                : new MeasuredOutlook(target, indicator, series, figures, since).outlook(trend);
    }

    private MeasuredSeries.Step last() {
        return series.present().orElseThrow();
    }

    private Outlook outlook(List<TargetValue> trend) {
        return trend.stream().filter(value -> steps.at(indicator.period().begin(value.on())).isPresent()).findFirst()
                .map(first -> outlook(new Trajectory.Point(first.on(), first.value()), trend.get(trend.size() - 1)))
                .orElseGet(() -> Outlook.broken(forecast()));
    }

    private Outlook outlook(Trajectory.Point firstKnown, TargetValue last) {
        return Outlook.of(target.way(firstKnown), target.begin(firstKnown).value(), figures.day(),
                Optional.of(last.value()), last().figure().achieves(target.demand()), forecast());
    }

    private Outlook.Made forecast() {
        if (!target.demand().percent()) {
            return steps.ofCount();
        }
        double demand = target.demand().value().doubleValue() / PERCENT;
        int ahead = steps.days().size();
        return switch (target.measure()) {
            case POOLED -> steps.made("pooled", () -> PooledForecast.of(panel(), ahead, demand));
            case SHARE_OF_AGENCIES -> steps.made("conditions",
                    () -> StepwiseForecast.of(List.of(LevelHistory.of(conditions(), MET + 1)), steps.known().size(),
                            ahead, MET, demand));
            case NATIONAL -> steps.made("pooled", () -> PooledForecast.of(List.of(country()), ahead, demand));
        };
    }

    /**
     * Of every agency of the first level with those below it. Agencies that were merged go on in the one that came of them;
     * those that closed without one leave with their last period.
     */
    List<PooledForecast.Series> panel() {
        Map<String, String> heirs = figures.heirs().ofFirsts(last().end());
        TreeMap<LocalDate, List<DueReadings.Sum>> periods = figures.sums(target, indicator);
        Map<String, double[][]> byFirst = new TreeMap<>();
        for (MeasuredSeries.Step covered : series.covered()) {
            steps.at(covered.begin()).ifPresent(step -> {
                for (DueReadings.Sum sum : periods.get(covered.begin())) {
                    double[][] known = byFirst.computeIfAbsent(heirs.getOrDefault(sum.first(), sum.first()),
                            first -> new double[2][steps.known().size()]);
                    known[0][step] += sum.numerator().doubleValue();
                    known[1][step] += sum.denominator().doubleValue();
                }
            });
        }
        return byFirst.entrySet().stream()
                .map(one -> new PooledForecast.Series(one.getValue()[0], one.getValue()[1], until(one.getKey())))
                .toList();
    }

    /**
     * The step with which an agency of the first level is no more; one after all that are known while it lasts. Who closed since
     * the last of these, so that nothing came of it, is in no period ahead and leaves with the last.
     */
    private int until(String first) {
        Optional<Existence> existence = figures.heirs().ofFirst(first);
        int until = (int) steps.known().stream().takeWhile(
                begin -> existence.filter(one -> one.isOver(indicator.period().end(begin))).isEmpty()).count();
        boolean gone = ahead().filter(end -> figures.heirs().isGone(first, end)).isPresent();
        return gone ? Math.min(until, steps.known().size() - 1) : until;
    }

    /** The last day of the first period ahead. */
    private Optional<LocalDate> ahead() {
        return steps.days().stream().findFirst();
    }

    /**
     * Of every agency that was due in one of the periods, when it met what is asked of it; agencies that were merged go on in the one
     * that came of them, with the sum of what they reported. Who has nothing to report is in no scope.
     */
    List<int[]> conditions() {
        Map<Long, int[]> byAgency = new TreeMap<>();
        Map<LocalDate, List<DueReadings.Single>> own = figures.ofEach(target, indicator);
        for (MeasuredSeries.Step covered : series.covered()) {
            steps.at(covered.begin()).ifPresent(step -> joined(own.get(covered.begin())).forEach((agency, some) -> {
                int[] states = byAgency.computeIfAbsent(agency, any -> filled(LevelHistory.ABSENT));
                some.forEach(one -> beSilentWhereDue(one.existence(), states));
                figures.heirs().ofSuccessor(agency).ifPresent(existence -> beSilentWhereDue(existence, states));
            }));
        }
        for (MeasuredSeries.Step covered : series.covered()) {
            steps.at(covered.begin()).ifPresent(step -> joined(own.get(covered.begin()))
                    .forEach((agency, some) -> byAgency.get(agency)[step] = state(some)));
        }
        List<int[]> histories = new ArrayList<>(byAgency.values());
        long seen = histories.stream().filter(states -> states[states.length - 1] != LevelHistory.ABSENT).count();
        long nothing = own.get(last().begin()).stream().filter(DueReadings.Single::nothing).count();
        long due = last().figure().coverage().due();
        for (long never = seen + nothing; never < due; never++) {
            histories.add(filled(LevelHistory.SILENT));
        }
        gone(own).forEach(agency -> byAgency.get(agency)[steps.known().size() - 1] = LevelHistory.ABSENT);
        return histories;
    }

    /** Agencies that closed since the last period, so that nothing came of them. */
    private Set<Long> gone(Map<LocalDate, List<DueReadings.Single>> own) {
        return series.covered().stream().filter(covered -> steps.at(covered.begin()).isPresent())
                .flatMap(covered -> own.get(covered.begin()).stream())
                .filter(one -> ahead().filter(end -> one.existence().isOver(end)
                        && !figures.heirs().successors().isAnyDue(one.agency(), end)).isPresent())
                .map(DueReadings.Single::agency)
                .filter(agency -> figures.heirs().of(agency, last().end()) == agency).collect(Collectors.toSet());
    }

    /** What was reported for a period, by the agency of the newest one whose history it is. */
    private Map<Long, List<DueReadings.Single>> joined(List<DueReadings.Single> reported) {
        return reported.stream().collect(Collectors.groupingBy(one -> MeasuredFigures.isAddedUp(indicator)
                ? figures.heirs().of(one.agency(), last().end()) : one.agency()));
    }

    /** The agency said nothing yet in the periods in which it was due. */
    private void beSilentWhereDue(Existence existence, int[] states) {
        for (int step = 0; step < states.length; step++) {
            if (existence.isDue(indicator.period().end(steps.known().get(step)))) {
                states[step] = LevelHistory.SILENT;
            }
        }
    }

    private int state(List<DueReadings.Single> some) {
        List<DueReadings.Single> something = some.stream().filter(one -> !one.nothing()).toList();
        if (something.isEmpty()) {
            return LevelHistory.ABSENT;
        }
        boolean parts = something.stream().allMatch(one -> one.denominator() != null);
        return target.ofAgency().isMetBy(parts ? sum(something, DueReadings.Single::numerator) : null,
                parts ? sum(something, DueReadings.Single::denominator) : null,
                sum(something, DueReadings.Single::value)) ? MET : 0;
    }

    private static BigDecimal sum(List<DueReadings.Single> some, Function<DueReadings.Single, BigDecimal> part) {
        return some.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int[] filled(int state) {
        int[] states = new int[steps.known().size()];
        Arrays.fill(states, state);
        return states;
    }

    private PooledForecast.Series country() {
        double[] parts = new double[steps.known().size()];
        double[] wholes = new double[steps.known().size()];
        for (MeasuredSeries.Step covered : series.covered()) {
            steps.at(covered.begin()).ifPresent(step -> {
                parts[step] = covered.figure().value().orElseThrow().toDecimal(TargetLine.DIGITS).doubleValue();
                wholes[step] = PERCENT;
            });
        }
        return new PooledForecast.Series(parts, wholes);
    }
}
