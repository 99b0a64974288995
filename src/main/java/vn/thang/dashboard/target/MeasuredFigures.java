package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.MeasuredSeries;
import vn.thang.core.target.Participation;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.TargetMeasure;
import vn.thang.indicator.coverage.Cohort;
import vn.thang.indicator.coverage.Merger;
import vn.thang.indicator.coverage.TypePeriod;

/**
 * The figures of all measured targets, made of what came up to a day: of each period, who was due in it, what they reported, and
 * what those weigh who did not.
 */
final class MeasuredFigures {

    private final DueReadings.Everything everything;
    private final ToIntFunction<LocalDate> enough;
    private final Heirs heirs;
    private final Map<TypePeriod, List<Missing>> missing;
    private final Map<DueReadings.Of, List<DueReadings.Came>> ways;

    /**
     * An agency of which a reading is due and did not come.
     *
     * @param weight what its denominator probably is
     */
    record Missing(TypePeriod place, String first, BigDecimal weight) {
    }

    /** @param enough how many per cent of every type and of the weight make the period covered that begins on a day */
    MeasuredFigures(DueReadings.Everything everything, ToIntFunction<LocalDate> enough, List<Missing> missing,
            List<DueReadings.Came> ways) {
        this.enough = enough;
        this.everything = everything;
        this.heirs = new Heirs(everything.mergers(), everything.firsts());
        this.ways = ways.stream()
                .collect(Collectors.groupingBy(one -> new DueReadings.Of(one.indicator(), one.period())));
        this.missing = missing.stream().collect(Collectors.groupingBy(Missing::place));
    }

    /** The same with the ways that the readings of some periods came. */
    MeasuredFigures with(List<DueReadings.Came> came) {
        return new MeasuredFigures(everything, enough, missing.values().stream().flatMap(List::stream).toList(), came);
    }

    LocalDate day() {
        return everything.day();
    }

    Heirs heirs() {
        return heirs;
    }

    /** All periods for which anything came. */
    MeasuredSeries series(ProgrammeTarget target, Indicator indicator) {
        List<MeasuredSeries.Step> steps = new ArrayList<>();
        if (target.measure() == TargetMeasure.SHARE_OF_AGENCIES) {
            ofEach(target, indicator).forEach((period, due) -> steps.add(new MeasuredSeries.Step(period,
                    indicator.period().end(period), counted(target, indicator, period, due))));
        } else {
            sums(target, indicator).forEach((period, sums) -> steps.add(new MeasuredSeries.Step(period,
                    indicator.period().end(period), figure(target, indicator, period, sums))));
        }
        return MeasuredSeries.of(steps, day(), enough);
    }

    /** The readings of single agencies that were due for their period. */
    TreeMap<LocalDate, List<DueReadings.Single>> ofEach(ProgrammeTarget target, Indicator indicator) {
        return everything.ofEach().stream()
                .filter(one -> one.indicator().equals(indicator.code()) && target.scope().contains(one.type())
                        && one.existence().isDue(indicator.period().end(one.period())))
                .collect(Collectors.groupingBy(DueReadings.Single::period, TreeMap::new, Collectors.toList()));
    }

    private PeriodFigure counted(ProgrammeTarget target, Indicator indicator, LocalDate period,
            List<DueReadings.Single> due) {
        Map<String, Long> reported = due.stream()
                .collect(Collectors.groupingBy(DueReadings.Single::type, Collectors.counting()));
        Coverage coverage = Coverage.of(parts(target, indicator.period().end(period), reported));
        List<DueReadings.Single> something = due.stream().filter(one -> !one.nothing()).toList();
        long reached = something.stream()
                .filter(one -> target.ofAgency().isMetBy(one.numerator(), one.denominator(), one.value())).count();
        return new PeriodFigure(target.measure(), BigDecimal.valueOf(reached), BigDecimal.valueOf(something.size()),
                BigDecimal.valueOf(coverage.silent()), coverage);
    }

    /** What agencies that were due reported together, by period. */
    TreeMap<LocalDate, List<DueReadings.Sum>> sums(ProgrammeTarget target, Indicator indicator) {
        Set<String> types = target.reporting();
        TreeMap<LocalDate, List<DueReadings.Sum>> periods = everything.sums().stream()
                .filter(sum -> sum.indicator().equals(indicator.code()) && types.contains(sum.type()))
                .collect(Collectors.groupingBy(DueReadings.Sum::period, TreeMap::new,
                        Collectors.toCollection(ArrayList::new)));
        everything.outside().stream().filter(one -> one.indicator().equals(indicator.code())
                && types.contains(one.type()) && periods.containsKey(one.period())
                && !one.existence().isDue(indicator.period().end(one.period())))
                .forEach(one -> periods.get(one.period()).add(without(one, indicator)));
        everything.moved().stream().filter(one -> one.indicator().equals(indicator.code())
                && types.contains(one.type()) && periods.containsKey(one.period())
                && !then(one, indicator).equals(one.first()))
                .forEach(one -> periods.get(one.period()).addAll(carried(one, then(one, indicator))));
        periods.values().removeIf(sums -> sums.stream().mapToLong(DueReadings.Sum::readings).sum() == 0
                && total(sums, DueReadings.Sum::denominator).signum() == 0);
        return periods;
    }

    /** Takes off what is not due: its figure as well, unless it closed within the period and no successor is due for it. */
    private DueReadings.Sum without(DueReadings.Single one, Indicator indicator) {
        LocalDate end = indicator.period().end(one.period());
        boolean kept = heirs.successors().isKept(one.agency(), one.existence(), one.period(), end);
        return new DueReadings.Sum(one.indicator(), one.period(), one.type(), then(one, indicator),
                kept ? BigDecimal.ZERO : negative(one.numerator()),
                kept ? BigDecimal.ZERO : negative(one.denominator()), kept ? BigDecimal.ZERO : negative(one.value()),
                -1, false);
    }

    /** The agency of the first level below which an agency stood on the last day of the period of a reading. */
    private String then(DueReadings.Single one, Indicator indicator) {
        return everything.places().first(one.agency(), indicator.period().end(one.period()), one.first());
    }

    /** Takes a reading off from where its agency stands today, and adds it to where it stood then. */
    private static List<DueReadings.Sum> carried(DueReadings.Single one, String then) {
        return List.of(
                new DueReadings.Sum(one.indicator(), one.period(), one.type(), one.first(), negative(one.numerator()),
                        negative(one.denominator()), negative(one.value()), -1, false),
                new DueReadings.Sum(one.indicator(), one.period(), one.type(), then, known(one.numerator()),
                        known(one.denominator()), known(one.value()), 1, false));
    }

    private static BigDecimal negative(BigDecimal amount) {
        return known(amount).negate();
    }

    private static BigDecimal known(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private PeriodFigure figure(ProgrammeTarget target, Indicator indicator, LocalDate period,
            List<DueReadings.Sum> sums) {
        Map<String, Long> reported = sums.stream().collect(
                Collectors.groupingBy(DueReadings.Sum::type, Collectors.summingLong(DueReadings.Sum::readings)));
        Map<String, Participation> parts = parts(target, indicator.period().end(period), reported);
        if (target.measure() == TargetMeasure.NATIONAL) {
            return PeriodFigure.ofCountry(total(sums, DueReadings.Sum::value), Coverage.of(parts));
        }
        BigDecimal came = total(sums, DueReadings.Sum::denominator);
        BigDecimal silent = missing(target, indicator, period).stream().map(Missing::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PeriodFigure(target.measure(), total(sums, DueReadings.Sum::numerator), came, silent,
                new Coverage(new TreeMap<>(parts), came, silent));
    }

    private Map<String, Participation> parts(ProgrammeTarget target, LocalDate end, Map<String, Long> reported) {
        return Cohort.parts(everything.cohorts(), target.reporting(), end, reported);
    }

    /** Those who are missing, as far as it was asked: in periods that are counted and not complete. */
    List<Missing> missing(ProgrammeTarget target, Indicator indicator, LocalDate period) {
        return target.scope().stream().flatMap(type -> missing
                .getOrDefault(new TypePeriod(indicator.code(), period, type), List.of()).stream()).toList();
    }

    /** Where agencies are missing whose weight has to be known: of pooled targets, in periods for which enough reported. */
    Set<TypePeriod> incomplete(ProgrammeTarget target, Indicator indicator) {
        Set<TypePeriod> places = new LinkedHashSet<>();
        if (target.measure() == TargetMeasure.POOLED) {
            sums(target, indicator).forEach((period, sums) -> {
                Coverage coverage = figure(target, indicator, period, sums).coverage();
                if (coverage.counted(enough.applyAsInt(period))) {
                    places.addAll(TypePeriod.incomplete(indicator.code(), period, coverage));
                }
            });
        }
        return places;
    }

    /** Agencies of the first level that were there on the last day of a period. */
    List<DueReadings.First> firsts(LocalDate end) {
        return everything.firsts().stream().filter(one -> one.existence().isDue(end)).toList();
    }

    /** How many agencies have a history in covered periods that goes on in another: of the first level where figures are pooled, else all. */
    long joined(ProgrammeTarget target, Indicator indicator, MeasuredSeries series) {
        if (target.measure() == TargetMeasure.NATIONAL || series.present().isEmpty()) {
            return 0;
        }
        if (target.measure() == TargetMeasure.SHARE_OF_AGENCIES) {
            LocalDate day = series.present().orElseThrow().end();
            Map<LocalDate, List<DueReadings.Single>> own = ofEach(target, indicator);
            return series.covered().stream().flatMap(step -> own.get(step.begin()).stream())
                    .filter(one -> isAddedUp(indicator) && heirs.of(one.agency(), day) != one.agency())
                    .map(DueReadings.Single::agency).distinct().count();
        }
        Map<String, String> into = heirs.ofFirsts(series.present().orElseThrow().end());
        Map<LocalDate, List<DueReadings.Sum>> sums = sums(target, indicator);
        return series.covered().stream().flatMap(step -> sums.get(step.begin()).stream())
                .filter(sum -> sum.denominator().signum() > 0).map(DueReadings.Sum::first).distinct()
                .filter(first -> into.containsKey(first) && !into.get(first).equals(first)).count();
    }

    /** Whether figures of several agencies can be added up; one without parts cannot, and stays that of whoever reported it. */
    static boolean isAddedUp(Indicator indicator) {
        return indicator.shape() != Indicator.Shape.VALUE;
    }

    /** How many agencies in scope were no more from which day on, because others came of them. */
    SortedMap<LocalDate, Long> mergers(ProgrammeTarget target) {
        return Merger.byDay(everything.mergers(), target.reporting(), day());
    }

    /** How far the figure of a period can be relied on: that of which it is made. Nobody draws a sample of readings. */
    Confidence.Parts confidence(ProgrammeTarget target, Indicator indicator, MeasuredSeries.Step step) {
        Set<String> types = target.reporting();
        List<DueReadings.Came> came = ways.getOrDefault(new DueReadings.Of(indicator.code(), step.begin()), List.of())
                .stream().filter(one -> types.contains(one.type()) && isCounted(one, target, step)).toList();
        Function<DueReadings.Came, BigDecimal> weight = target.measure() == TargetMeasure.POOLED
                ? DueReadings.Came::denominator
                : one -> BigDecimal.valueOf(one.readings());
        return new Confidence.Parts(step.end().plusDays(indicator.maxAge(step.begin())).isBefore(day()),
                step.figure().coverage().covered(enough.applyAsInt(step.begin())),
                weight(came, weight, one -> true), weight(came, weight, DueReadings.Came::measured),
                weight(came, weight, one -> !one.measured() && one.evidenced()),
                weight(came, weight, DueReadings.Came::confirmed), Optional.empty());
    }

    /** Whether the value is made of it. */
    private boolean isCounted(DueReadings.Came one, ProgrammeTarget target, MeasuredSeries.Step step) {
        if (target.measure() == TargetMeasure.SHARE_OF_AGENCIES) {
            return one.existence().isDue(step.end()) && !one.nothing();
        }
        return one.existence().isDue(step.end())
                || one.closed() != null
                        && heirs.successors().isKept(one.closed(), one.existence(), step.begin(), step.end());
    }

    private static BigDecimal weight(List<DueReadings.Came> came, Function<DueReadings.Came, BigDecimal> weight,
            Predicate<DueReadings.Came> which) {
        return came.stream().filter(which).map(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The period whose confidence is told: that of the value of today, else the newest of which anything came. */
    Optional<DueReadings.Of> told(ProgrammeTarget target, Indicator indicator) {
        MeasuredSeries series = series(target, indicator);
        return series.present().or(series::news).map(step -> new DueReadings.Of(indicator.code(), step.begin()));
    }

    /** Whether any reading of the indicator was made up for the demonstration. */
    boolean demonstration(Indicator indicator) {
        return everything.sums().stream()
                .anyMatch(sum -> sum.indicator().equals(indicator.code()) && sum.demonstration());
    }

    static BigDecimal total(List<DueReadings.Sum> sums, Function<DueReadings.Sum, BigDecimal> part) {
        return sums.stream().map(part).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The own figures of agencies of the first level in a period, where agencies are counted. */
    Map<String, DueReadings.Single> ofFirsts(ProgrammeTarget target, Indicator indicator, LocalDate period) {
        return ofEach(target, indicator).getOrDefault(period, List.of()).stream()
                .collect(Collectors.toMap(one -> String.valueOf(one.agency()), Function.identity()));
    }
}
