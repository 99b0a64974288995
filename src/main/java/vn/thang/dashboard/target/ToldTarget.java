package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Demand;
import vn.thang.core.target.MeasuredSeries;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.Group;

/**
 * A measured target as it is told to those who do not see its single agencies. How many have reported is told of every period; a
 * figure that would tell what single agencies reported is not.
 */
final class ToldTarget {

    private final TargetLine line;
    private final TargetSight sight;
    private final Set<LocalDate> small;

    private ToldTarget(TargetLine line, MeasuredSeries series, TargetSight sight) {
        this.line = line;
        this.sight = sight;
        this.small = new HashSet<>();
        Stream.concat(series.covered().stream(), series.partial().stream())
                .filter(step -> step.figure().coverage().reported() < Group.SMALLEST)
                .forEach(step -> small.add(step.end()));
    }

    /**
     * @param line   everything that is known; it is about agencies or the country
     * @param series the periods that it was made from
     */
    static TargetLine of(TargetLine line, MeasuredSeries series, TargetSight sight) {
        MeasuredValue measured = line.measured();
        return line.target().measure() == TargetMeasure.NATIONAL
                ? with(line, line.trend(), line.outlook(), line.quality(),
                        measured.told(measured.figure(), false, measured.partial(), List.of()))
                : new ToldTarget(line, series, sight).told(series);
    }

    private static TargetLine with(TargetLine line, List<TargetValue> trend, Outlook outlook,
            TargetQuality quality, MeasuredValue measured) {
        return new TargetLine(line.target(), line.waiting(), trend, line.groups(), outlook, quality, measured);
    }

    private TargetLine told(MeasuredSeries series) {
        boolean known = line.known() && !small.contains(line.trend().get(line.trend().size() - 1).on());
        List<TargetValue> trend = !known ? List.of()
                : line.trend().stream().filter(value -> !small.contains(value.on())).map(this::value).toList();
        List<MeasuredValue.Partial> partial = line.partial().stream().filter(one -> isTold(one.value())).toList();
        return with(line, trend, known ? outlook() : line.known() ? Outlook.NOT_ENOUGH : line.outlook(), quality(),
                line.measured().told(figure(trend), sight == TargetSight.KEPT, partial,
                        untold(series, trend, partial)));
    }

    /** Of a period whose figure is kept back, or told without its parts, the word of confidence stands alone. */
    private TargetQuality quality() {
        return sight == TargetSight.KEPT || small.contains(line.measured().end()) ? line.quality().veiled()
                : line.quality();
    }

    private boolean isTold(TargetValue partial) {
        return sight == TargetSight.GROUPS && !small.contains(partial.on());
    }

    private TargetValue value(TargetValue value) {
        return sight == TargetSight.GROUPS ? value
                : new TargetValue(value.label(), value.on(), Fraction.of(whole(value.value())), null,
                        value.confidence(), Coverage.of(value.coverage().types()));
    }

    private BigDecimal whole(Fraction value) {
        return demand().shown(value, 0);
    }

    private Demand demand() {
        return line.target().demand();
    }

    private Outlook outlook() {
        return sight == TargetSight.GROUPS ? line.outlook() : line.outlook().inWholePercent(demand());
    }

    private PeriodFigure figure(List<TargetValue> trend) {
        return trend.isEmpty() ? line.measured().figure().inHundred(Optional.empty())
                : sight == TargetSight.GROUPS ? line.measured().figure()
                        : line.measured().figure()
                                .inHundred(line.measured().figure().value().map(this::whole));
    }

    private List<MeasuredValue.Untold> untold(MeasuredSeries series, List<TargetValue> trend,
            List<MeasuredValue.Partial> partial) {
        Set<LocalDate> told = new HashSet<>();
        trend.forEach(value -> told.add(value.on()));
        partial.forEach(one -> told.add(one.value().on()));
        List<MeasuredValue.Untold> untold = new ArrayList<>();
        Stream.concat(series.covered().stream(), series.partial().stream()).filter(step -> !told.contains(step.end()))
                .sorted(Comparator.comparing(MeasuredSeries.Step::end))
                .forEach(step -> untold.add(new MeasuredValue.Untold(label(step.end()), step.end(),
                        Coverage.of(step.figure().coverage().types()))));
        return untold;
    }

    private String label(LocalDate end) {
        return Stream.concat(line.trend().stream(), line.partial().stream().map(MeasuredValue.Partial::value))
                .filter(value -> value.on().equals(end)).findFirst().map(TargetValue::label).orElseThrow();
    }
}
