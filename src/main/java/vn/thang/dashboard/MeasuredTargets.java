package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Forecast;
import vn.thang.core.target.PooledForecast;
import vn.thang.core.target.Trajectory;
import vn.thang.organisation.FirstLevel;
import vn.thang.organisation.Lasting;

/** The targets that are not about maturity: their values from readings, by two statements however many agencies and targets there are. */
@ApplicationScoped
class MeasuredTargets {

    private static final int PERCENT = 100;
    private static final String COUNTRY = "country";
    /** An agency that was merged is left out where one that came of it has reported for the same period. */
    private static final String SUMS = """
            SELECT indicator, period, type, first_level AS first, SUM(numerator) AS numerator, SUM(denominator) AS denominator,
                SUM(value) AS value, SUM(demonstrations) > 0 AS demonstration
            FROM (
                SELECT indicator, period, type, first_level, numerator, denominator, value, readings, demonstrations
                FROM reading_sum
                WHERE period <= :day
                UNION ALL
                SELECT n.indicator, n.period, a.type, %s,
                    -COALESCE(n.numerator, 0), -COALESCE(n.denominator, 0), -n.value, -1, -(b.way = 'DEMO')
                FROM (
                    SELECT MAX(o.id) AS id
                    FROM agency_predecessor p
                    STRAIGHT_JOIN reading o ON o.agency_id = p.predecessor_id AND o.period <= :day
                    STRAIGHT_JOIN reading s ON s.agency_id = p.agency_id AND s.indicator = o.indicator AND s.period = o.period
                    GROUP BY o.agency_id, o.indicator, o.period) twice
                STRAIGHT_JOIN reading n ON n.id = twice.id
                STRAIGHT_JOIN reading_batch b ON b.id = n.batch_id
                STRAIGHT_JOIN agency a ON a.id = n.agency_id
                WHERE NOT EXISTS (SELECT 1 FROM reading_jump w WHERE w.reading_id = n.id AND w.confirmed_at IS NULL)) once
            GROUP BY 1, 2, 3, 4
            HAVING SUM(readings) > 0""".formatted(FirstLevel.OF_AGENCY);
    private static final String AGENCIES = """
            SELECT a.id, a.code, a.name, a.type, (
                SELECT COUNT(*) FROM agency c
                WHERE c.type = a.type AND %s) AS of_type
            FROM agency a
            WHERE a.parent_id = (SELECT id FROM agency WHERE parent_id IS NULL) AND %s"""
            .formatted(Lasting.since("c", ":day"), Lasting.since("a", ":day"));

    @Inject
    private Jdbi jdbi;

    @Inject
    private RecentFigures recent;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    private record LineKey(String target, AsOf asOf) {
    }

    /**
     * What counts.
     *
     * @param day      readings of periods that have begun by then
     * @param readings batches that have come: what was made before another came is not used
     */
    record AsOf(LocalDate day, long readings) {
    }

    /** What the agencies of one type below an agency of the first level have reported for a period. */
    private record Sum(String indicator, LocalDate period, String type, String first, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value,
            boolean demonstration) {

        /** The own figure of an agency of the first level. */
        Figure figure() {
            return new Figure(numerator, denominator, value);
        }
    }

    /** The figure of an agency with those below it; the value is null where there is nothing to divide by. */
    private record Figure(BigDecimal numerator, BigDecimal denominator, BigDecimal value) {

        static final Figure NOTHING = new Figure(null, null, null);

        static Figure pooled(BigDecimal part, BigDecimal whole) {
            return new Figure(part, whole, whole.signum() == 0 ? null
                    : part.multiply(BigDecimal.valueOf(PERCENT)).divide(whole, 2, RoundingMode.HALF_UP));
        }

        boolean meets(Demand demand) {
            return demand.isMetBy(numerator, denominator, value);
        }
    }

    private record Agency(String id, String code, String name, String type, long ofType) {
    }

    private record Known(List<Sum> sums, List<Agency> agencies) {
    }

    TargetLine of(ProgrammeTarget target, AsOf asOf, boolean apart) {
        Optional<Indicator> indicator = catalog.indicators().stream()
                .filter(one -> one.targets().contains(target.code())).findFirst();
        if (indicator.isEmpty()) {
            return TargetLine.withoutData(target);
        }
        TargetLine line = recent.get(new LineKey(target.code(), asOf), () -> line(target, indicator.get(), asOf));
        return apart ? line : line.withoutAgencies();
    }

    private Known known(AsOf asOf) {
        return recent.get(asOf,
                () -> new Known(list(Sum.class, SUMS, asOf.day()), list(Agency.class, AGENCIES, asOf.day())));
    }

    private <T> List<T> list(Class<T> row, String query, LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery(query).bind("day", day).mapTo(row).list());
    }

    private TargetLine line(ProgrammeTarget target, Indicator indicator, AsOf asOf) {
        LocalDate day = asOf.day();
        TreeMap<LocalDate, List<Sum>> periods = known(asOf).sums().stream()
                .filter(sum -> sum.indicator().equals(indicator.code())
                        && counts(target, sum.type()))
                .collect(Collectors.groupingBy(Sum::period, TreeMap::new, Collectors.toList()));
        List<TargetLine.Value> trend = new ArrayList<>();
        periods.forEach((period, sums) -> value(target, indicator, period, sums, asOf).ifPresent(trend::add));
        if (trend.isEmpty()) {
            return TargetLine.withoutData(target);
        }
        TargetLine.Value last = trend.get(trend.size() - 1);
        LocalDate freshUntil = last.on().plusDays(indicator.maxAge());
        boolean fresh = !freshUntil.isBefore(day);
        boolean demonstration = periods.values().stream().flatMap(List::stream).anyMatch(Sum::demonstration);
        return new TargetLine(target, 0, trend, List.of(), outlook(target, indicator, trend, periods, fresh, day),
                new TargetLine.Measured(indicator, last.label(), periods.lastKey(), fresh, freshUntil, demonstration,
                        agencies(target, periods.lastEntry().getValue(), asOf)));
    }

    private static boolean counts(ProgrammeTarget target, String type) {
        return switch (target.measure()) {
            case SHARE_OF_AGENCIES, POOLED -> target.scope().contains(type);
            case NATIONAL -> type.equals(COUNTRY);
        };
    }

    private Optional<TargetLine.Value> value(ProgrammeTarget target, Indicator indicator, LocalDate period,
            List<Sum> sums, AsOf asOf) {
        LocalDate end = indicator.period().end(period);
        String label = label(indicator, period);
        return switch (target.measure()) {
            case POOLED -> {
                BigDecimal part = total(sums, Sum::numerator);
                BigDecimal whole = total(sums, Sum::denominator);
                yield whole.signum() == 0 ? Optional.empty() : Optional.of(new TargetLine.Value(label, end,
                        Fraction.of(part.multiply(BigDecimal.valueOf(PERCENT)).stripTrailingZeros())
                                .times(inverse(whole)),
                        new Attainment(part.longValue(), whole.longValue(), target.demand().share().orElseThrow())));
            }
            case SHARE_OF_AGENCIES -> {
                long inScope = inScope(target, asOf);
                long reached = sums.stream().filter(sum -> sum.figure().meets(target.ofAgency())).count();
                yield inScope == 0 ? Optional.empty()
                        : Optional.of(new TargetLine.Value(label, end, Fraction.of(reached * PERCENT, inScope),
                                new Attainment(Math.min(reached, inScope), inScope,
                                        target.demand().share().orElseThrow())));
            }
            case NATIONAL -> Optional
                    .of(new TargetLine.Value(label, end, Fraction.of(sums.get(0).value().stripTrailingZeros()), null));
        };
    }

    private static Fraction inverse(BigDecimal whole) {
        Fraction fraction = Fraction.of(whole.stripTrailingZeros());
        return new Fraction(fraction.denominator(), fraction.numerator());
    }

    private static BigDecimal total(List<Sum> sums, Function<Sum, BigDecimal> part) {
        return sums.stream().map(part).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long inScope(ProgrammeTarget target, AsOf asOf) {
        Map<String, Long> byType = new HashMap<>();
        known(asOf).agencies().forEach(agency -> byType.put(agency.type(), agency.ofType()));
        return target.scope().stream().mapToLong(type -> byType.getOrDefault(type, 0L)).sum();
    }

    private Outlook outlook(ProgrammeTarget target, Indicator indicator, List<TargetLine.Value> trend,
            TreeMap<LocalDate, List<Sum>> periods,
            boolean fresh, LocalDate day) {
        TargetLine.Value first = trend.get(0);
        TargetLine.Value last = trend.get(trend.size() - 1);
        Trajectory.Point firstKnown = new Trajectory.Point(first.on(), first.value());
        boolean achieved = last.attainment() != null ? last.attainment().achieved()
                : target.demand().isMetBy(last.value());
        return Outlook.of(target.way(firstKnown), target.begin(firstKnown).value(), day,
                fresh ? Optional.of(last.value()) : Optional.empty(), achieved,
                forecast(target, indicator, trend, periods));
    }

    private Outlook.Made forecast(ProgrammeTarget target, Indicator indicator, List<TargetLine.Value> trend,
            TreeMap<LocalDate, List<Sum>> periods) {
        List<LocalDate> steps = new ArrayList<>();
        for (LocalDate period = periods.firstKey(); !period.isAfter(periods.lastKey()); period = indicator.period()
                .next(period)) {
            steps.add(period);
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate period = indicator.period().next(periods.lastKey()); !period
                .isAfter(target.phase().due()); period = indicator.period().next(period)) {
            days.add(indicator.period().end(period));
        }
        if (!target.demand().percent() || days.isEmpty()) {
            return new Outlook.Made(Optional.empty(), List.of(), "too-few", steps.size(), days.size());
        }
        List<PooledForecast.Series> series = switch (target.measure()) {
            case POOLED -> series(steps, periods);
            case SHARE_OF_AGENCIES, NATIONAL -> List.of(country(indicator, steps, trend));
        };
        Optional<Forecast> forecast = PooledForecast.of(series, days.size(),
                target.demand().value().doubleValue() / PERCENT);
        String method = forecast.isPresent() ? "pooled" : days.size() > steps.size() ? "too-far" : "too-few";
        return new Outlook.Made(forecast, days, method, steps.size(), days.size());
    }

    /** Of every agency of the first level with those below it. */
    private static List<PooledForecast.Series> series(List<LocalDate> steps, TreeMap<LocalDate, List<Sum>> periods) {
        Map<String, double[][]> byFirst = new TreeMap<>();
        for (int step = 0; step < steps.size(); step++) {
            for (Sum sum : periods.getOrDefault(steps.get(step), List.of())) {
                double[][] known = byFirst.computeIfAbsent(sum.first(), first -> new double[2][steps.size()]);
                known[0][step] += sum.numerator() == null ? 0 : sum.numerator().doubleValue();
                known[1][step] += sum.denominator() == null ? 0 : sum.denominator().doubleValue();
            }
        }
        return byFirst.values().stream().map(known -> new PooledForecast.Series(known[0], known[1])).toList();
    }

    private static PooledForecast.Series country(Indicator indicator, List<LocalDate> steps,
            List<TargetLine.Value> trend) {
        double[] parts = new double[steps.size()];
        double[] wholes = new double[steps.size()];
        for (TargetLine.Value value : trend) {
            for (int step = 0; step < steps.size(); step++) {
                if (indicator.period().end(steps.get(step)).equals(value.on())) {
                    parts[step] = value.attainment() == null ? value.number() : value.attainment().reached();
                    wholes[step] = value.attainment() == null ? PERCENT : value.attainment().inScope();
                }
            }
        }
        return new PooledForecast.Series(parts, wholes);
    }

    /** Agencies of the first level, with those below them, that do not reach the demand; the lowest first. */
    private List<TargetLine.AgencyValue> agencies(ProgrammeTarget target, List<Sum> sums, AsOf asOf) {
        if (!target.measure().ofAgencies()) {
            return List.of();
        }
        Map<String, List<Sum>> byFirst = sums.stream().collect(Collectors.groupingBy(Sum::first));
        List<TargetLine.AgencyValue> agencies = new ArrayList<>();
        for (Agency agency : known(asOf).agencies()) {
            List<Sum> own = byFirst.getOrDefault(agency.id(), List.of());
            if (own.isEmpty() && !target.scope().contains(agency.type())) {
                continue;
            }
            Figure figure = switch (target.measure()) {
                case POOLED -> Figure.pooled(total(own, Sum::numerator), total(own, Sum::denominator));
                case SHARE_OF_AGENCIES, NATIONAL -> own.isEmpty() ? Figure.NOTHING : own.get(0).figure();
            };
            if (!figure.meets(target.ofAgency())) {
                agencies.add(new TargetLine.AgencyValue(agency.code(), agency.name(), agency.type(),
                        figure.numerator(), figure.denominator(), figure.value()));
            }
        }
        agencies.sort(
                Comparator.comparing(TargetLine.AgencyValue::value, Comparator.nullsFirst(Comparator.naturalOrder())));
        return agencies;
    }

    private static String label(Indicator indicator, LocalDate period) {
        LocalDate first = indicator.period().year(period);
        String year = indicator.period().shifted() ? first.getYear() + "/" + (first.getYear() + 1)
                : String.valueOf(first.getYear());
        return switch (indicator.period().length()) {
            case MONTH, QUARTER -> indicator.period().number(period) + "/" + year;
            case HALF_YEAR -> "H" + indicator.period().number(period) + "/" + year;
            case NINE_MONTHS -> "9M/" + year;
            case YEAR -> year;
        };
    }

    /** What counts for a round that is shown: readings up to today where no later one speaks for the country. */
    AsOf asOf(RoundSelection rounds) {
        return new AsOf(rounds.present() ? LocalDate.now(clock) : rounds.shown().dueOn(),
                rounds.shown().readings());
    }
}
