package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.MeasuredSeries;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.RecentFigures;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.indicator.coverage.MissingWeights;
import vn.thang.indicator.coverage.TypePeriod;
import vn.thang.indicator.period.Period;

/**
 * The targets that are not about maturity, with their values from readings. Value, trend, status and gap come from periods that are
 * over and covered; every other period is partial.
 */
@ApplicationScoped
public class MeasuredTargets {

    @Inject
    private DueReadings readings;

    @Inject
    private MissingWeights weights;

    @Inject
    private RecentFigures recent;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    private record LineKey(String target, String programme, AsOf asOf) {
    }

    /** A target with the periods that it was made from. */
    private record Made(TargetLine line, MeasuredSeries series) {
    }

    private record FiguresKey(String programme, AsOf asOf) {
    }

    /**
     * What counts.
     *
     * @param day      readings of periods that have begun by then
     * @param readings batches that have come: what was made before another came is not used
     */
    public record AsOf(LocalDate day, long readings) {
    }

    /** The target by the version of the programme that it belongs to, as far as somebody sees it. */
    public TargetLine of(ProgrammeEdition by, ProgrammeTarget target, AsOf asOf, TargetSight sight) {
        Optional<Indicator> indicator = by.indicatorOf(target.code());
        if (indicator.isEmpty()) {
            return TargetLine.withoutData(target);
        }
        Made made = recent.get(new LineKey(target.code(), by.key(), asOf),
                () -> made(by, target, indicator.get(), known(by, asOf)));
        return sight == TargetSight.WHOLE || made.line().measured() == null ? made.line()
                : ToldTarget.of(made.line(), made.series(), sight);
    }

    private MeasuredFigures known(ProgrammeEdition by, AsOf asOf) {
        return recent.get(new FiguresKey(by.key(), asOf), () -> figures(by, asOf.day()));
    }

    private MeasuredFigures figures(ProgrammeEdition by, LocalDate day) {
        Map<ProgrammeTarget, Indicator> measured = new HashMap<>();
        by.programme().targets().stream().filter(target -> target.level().isEmpty())
                .forEach(target -> by.indicatorOf(target.code())
                        .ifPresent(indicator -> measured.put(target, indicator)));
        Set<String> counted = new HashSet<>();
        measured.forEach((target, indicator) -> {
            if (target.measure() == TargetMeasure.SHARE_OF_AGENCIES) {
                counted.add(indicator.code());
            }
        });
        ToIntFunction<LocalDate> enough = by.programme()::coverage;
        DueReadings.Everything everything = readings.by(day, counted);
        MeasuredFigures figures = new MeasuredFigures(everything, enough, List.of(), List.of());
        Set<TypePeriod> places = new LinkedHashSet<>();
        measured.forEach((target, indicator) -> places.addAll(figures.incomplete(target, indicator)));
        MeasuredFigures weighed = places.isEmpty() ? figures
                : new MeasuredFigures(everything, enough,
                        missing(everything, places, measured.values().stream().distinct()
                                .collect(Collectors.toMap(Indicator::code, one -> one))),
                        List.of());
        Set<DueReadings.Of> told = new LinkedHashSet<>();
        measured.forEach((target, indicator) -> weighed.told(target, indicator).ifPresent(told::add));
        return told.isEmpty() ? weighed : weighed.with(readings.ways(told, measuring(told)));
    }

    /** The criteria of all models that these indicators measure. */
    private List<DueReadings.Measuring> measuring(Set<DueReadings.Of> told) {
        Set<String> indicators = told.stream().map(DueReadings.Of::indicator).collect(Collectors.toSet());
        return catalog.models().stream().flatMap(model -> catalog.measures(model.ref()).entrySet().stream()
                .flatMap(measured -> measured.getValue().indicator().inputs().stream().filter(indicators::contains)
                        .map(code -> new DueReadings.Measuring(code, model.ref(), measured.getKey()))))
                .toList();
    }

    /** Weighs those who are missing, each below the agency of the first level where it stood in the period. */
    private List<MeasuredFigures.Missing> missing(DueReadings.Everything everything, Set<TypePeriod> places,
            Map<String, Indicator> indicators) {
        return weights.of(places, indicators, everything.mergers()).stream()
                .map(one -> new MeasuredFigures.Missing(one.place(),
                        everything.places().first(one.agency(),
                                indicators.get(one.place().indicator()).period().end(one.place().period()),
                                one.first()),
                        one.weight()))
                .toList();
    }

    private static Made made(ProgrammeEdition by, ProgrammeTarget target, Indicator indicator,
            MeasuredFigures figures) {
        MeasuredSeries series = figures.series(target, indicator);
        return new Made(series.known() ? line(by, target, indicator, figures, series) : TargetLine.withoutData(target),
                series);
    }

    private static TargetLine line(ProgrammeEdition by, ProgrammeTarget target, Indicator indicator,
            MeasuredFigures figures, MeasuredSeries series) {
        MeasuredSeries.Step shown = series.present().or(series::news).orElseThrow();
        Confidence.Parts parts = figures.confidence(target, indicator, shown);
        Function<MeasuredSeries.Step, TargetValue> value = step -> value(target, indicator, step,
                step == shown ? Confidence.of(parts) : null);
        List<TargetValue> trend = series.covered().stream().map(value).toList();
        List<MeasuredValue.Partial> partial = series.partial().stream()
                .map(step -> new MeasuredValue.Partial(value.apply(step), step.figure().coverage())).toList();
        LocalDate freshUntil = shown.end().plusDays(indicator.maxAge(shown.begin()));
        return new TargetLine(target, 0, trend, List.of(), MeasuredOutlook.of(target, indicator, series, trend, figures,
                by.breaks().last(target.code(), Optional.of(indicator.code()), figures.day())),
                new TargetQuality(parts, figures.mergers(target), Optional.empty(), false),
                new MeasuredValue(indicator, new Period(indicator.period(), shown.begin()).label(), shown.begin(),
                        !freshUntil.isBefore(figures.day()), freshUntil, figures.demonstration(indicator),
                        shown.figure(), false, figures.joined(target, indicator, series), partial, List.of(),
                        trend.isEmpty() ? List.of() : agencies(target, indicator, shown,
                                figures)));
    }

    private static TargetValue value(ProgrammeTarget target, Indicator indicator, MeasuredSeries.Step step,
            Confidence confidence) {
        return new TargetValue(new Period(indicator.period(), step.begin()).label(), step.end(),
                step.figure().value().orElseThrow(), attainment(target, step.figure()), confidence,
                step.figure().coverage());
    }

    /** In whole units, and never more than there is; of agencies those that are missing are a part of their own. */
    private static Attainment attainment(ProgrammeTarget target, PeriodFigure figure) {
        return switch (target.measure()) {
            case POOLED -> new Attainment(figure.reached().longValue(),
                    figure.came().setScale(0, RoundingMode.CEILING).longValue(), target.demand().share().orElseThrow());
            case SHARE_OF_AGENCIES -> new Attainment(figure.reached().longValue(), figure.whole().longValue(),
                    figure.missing().longValue(), target.demand().share().orElseThrow());
            case NATIONAL -> null;
        };
    }

    /**
     * Agencies of the first level, with those below them, that do not reach the demand even if all who are missing fail; those
     * that reported nothing first, then the lowest.
     */
    private static List<MeasuredValue.AgencyValue> agencies(ProgrammeTarget target, Indicator indicator,
            MeasuredSeries.Step step, MeasuredFigures figures) {
        return switch (target.measure()) {
            case POOLED -> pooled(target, indicator, step, figures);
            case SHARE_OF_AGENCIES -> counted(target, indicator, step, figures);
            case NATIONAL -> List.of();
        };
    }

    private static List<MeasuredValue.AgencyValue> pooled(ProgrammeTarget target, Indicator indicator,
            MeasuredSeries.Step step, MeasuredFigures figures) {
        Map<String, List<DueReadings.Sum>> byFirst = figures.sums(target, indicator).get(step.begin()).stream()
                .collect(Collectors.groupingBy(DueReadings.Sum::first));
        Map<String, List<MeasuredFigures.Missing>> missing = figures.missing(target, indicator, step.begin()).stream()
                .collect(Collectors.groupingBy(MeasuredFigures.Missing::first));
        List<MeasuredValue.AgencyValue> agencies = new ArrayList<>();
        for (DueReadings.First first : figures.firsts(step.end())) {
            List<DueReadings.Sum> own = byFirst.getOrDefault(first.id(), List.of());
            List<MeasuredFigures.Missing> silent = missing.getOrDefault(first.id(), List.of());
            PeriodFigure figure = new PeriodFigure(TargetMeasure.POOLED,
                    MeasuredFigures.total(own, DueReadings.Sum::numerator),
                    MeasuredFigures.total(own, DueReadings.Sum::denominator),
                    silent.stream().map(MeasuredFigures.Missing::weight).reduce(BigDecimal.ZERO, BigDecimal::add),
                    Coverage.of(Map.of()));
            boolean something = figure.whole().signum() > 0 || !silent.isEmpty();
            if (something && !figure.achieves(target.ofAgency())) {
                boolean came = figure.came().signum() > 0;
                agencies.add(new MeasuredValue.AgencyValue(first.code(), first.name(), first.type(),
                        came ? figure.reached() : null, came ? figure.came() : null,
                        figure.value().map(value -> value.toDecimal(TargetLine.DIGITS)).orElse(null), silent.size()));
            }
        }
        return sorted(agencies);
    }

    private static List<MeasuredValue.AgencyValue> counted(ProgrammeTarget target, Indicator indicator,
            MeasuredSeries.Step step, MeasuredFigures figures) {
        Map<String, DueReadings.Single> own = figures.ofFirsts(target, indicator, step.begin());
        List<MeasuredValue.AgencyValue> agencies = new ArrayList<>();
        for (DueReadings.First first : figures.firsts(step.end())) {
            DueReadings.Single one = own.get(first.id());
            if (target.scope().contains(first.type()) && (one == null || !one.nothing()
                    && !target.ofAgency().isMetBy(one.numerator(), one.denominator(), one.value()))) {
                agencies.add(new MeasuredValue.AgencyValue(first.code(), first.name(), first.type(),
                        one == null ? null : one.numerator(), one == null ? null : one.denominator(),
                        one == null ? null : one.value(), one == null ? 1 : 0));
            }
        }
        return sorted(agencies);
    }

    private static List<MeasuredValue.AgencyValue> sorted(List<MeasuredValue.AgencyValue> agencies) {
        return agencies.stream().sorted(Comparator.comparing(MeasuredValue.AgencyValue::exact,
                Comparator.nullsFirst(Comparator.<Fraction>naturalOrder()))).toList();
    }

    /** What counts for a round that is shown: readings up to today where no later one speaks for the country. */
    AsOf asOf(RoundSelection rounds) {
        return new AsOf(rounds.day(LocalDate.now(clock)), rounds.shown().readings());
    }
}
