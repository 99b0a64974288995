package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.catalog.Measure;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.period.Period;
import vn.thang.platform.Time;

/**
 * What readings say of the criteria of agencies. Of the periods that are over by the last day of the round, or by today
 * where that is earlier, or that run on that day and were measured by then, the newest one holds for which everything is
 * known, and of its readings the newest, unless it waits for its confirmation. It is used
 * while it is fresh on that day: until so many days after the end of its period as the indicator allows. A stale one is
 * shown as such and not used; where it holds a level down, it does so for two more periods, so that silence does not pay, and
 * the criterion is not measured after them. Computed indicators need all their parts from the same period. Whoever asks has
 * looked whether the person may know it.
 */
@ApplicationScoped
public class MeasuredLevels {

    private static final String READINGS = """
            SELECT r.agency_id AS agency, r.indicator, r.period, r.id, r.value, r.numerator, r.denominator, r.arrived_at,
                b.way = :demo AS demonstration, r.measured_at, j.reading_id IS NOT NULL AS jump, j.confirmed_at
            FROM reading r JOIN reading_batch b ON b.id = r.batch_id LEFT JOIN reading_jump j ON j.reading_id = r.id
            WHERE <agencies> AND (<which>) <lock>""";
    /** How much wider than their number the ids of agencies may lie to be read as one range, which is twice as fast. */
    private static final int DENSE = 4;
    /** For how many periods after a reading is stale it still holds a level down. */
    private static final int HELD = 2;
    /** For whoever has locked what depends on it: what others committed since the transaction began is seen as well. */
    private static final String CURRENT = "LOCK IN SHARE MODE SKIP LOCKED";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /** Whether a reading is young enough to be used, or is the last that is known of what holds a level down. */
    public enum Age {
        FRESH, HELD, STALE;

        private static Age of(Measure measure, Period period, LocalDate day) {
            int maxAge = measure.indicator().maxAge();
            if (!period.isStale(maxAge, day)) {
                return FRESH;
            }
            return measure.caps() && !period.forward(MeasuredLevels.HELD).isStale(maxAge, day) ? HELD : STALE;
        }
    }

    /**
     * The measured level of a criterion.
     *
     * @param value         in the unit of the indicator
     * @param numerator     null where it has no parts
     * @param demonstration whether it was made up
     * @param readings      ids of the readings that it comes from, in order
     */
    public record Measured(Measure measure, Period period, BigDecimal value, BigDecimal numerator,
            BigDecimal denominator, int level, Age age, boolean demonstration, List<Long> readings) {

        public boolean fresh() {
            return age == Age.FRESH;
        }

        /** Whether scores depend on it, or it stands beside an answer as what is measured now. */
        public boolean used() {
            return age != Age.STALE;
        }

        /** Whether nothing came for so long that the level is held down no more: the answer is not measured. */
        public boolean lapsed() {
            return age == Age.STALE && measure.caps();
        }

        public Indicator indicator() {
            return measure.indicator();
        }
    }

    /**
     * What may be known.
     *
     * @param lastDay   of the round, or the day of its publication where that is earlier
     * @param arrivedBy for each agency: only what had arrived by its publication, or everything where it is null
     */
    public record Known(LocalDate lastDay, Map<Long, Instant> arrivedBy) {

        public Known {
            Optional<LocalDate> published = arrivedBy.values().stream().filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .map(moment -> LocalDate.ofInstant(moment, Time.ZONE));
            lastDay = published.isPresent() && published.get().isBefore(lastDay) ? published.get() : lastDay;
        }

        public static Known of(LocalDate lastDay, long agency, Instant arrivedBy) {
            return new Known(lastDay, Collections.singletonMap(agency, arrivedBy));
        }
    }

    /**
     * @param measured null where the source did not say when
     * @param waits    whether it waits for its confirmation, so that nothing is known of its period
     */
    private record Found(long id, BigDecimal value, BigDecimal numerator, BigDecimal denominator, boolean demonstration,
            LocalDate measured, boolean waits) {

        /** Whether it says that there is nothing to report. */
        private boolean nothing() {
            return denominator != null && denominator.signum() == 0;
        }

        private boolean isKnownBy(LocalDate day, Period period) {
            return !period.end().isAfter(day) || measured != null && !measured.isAfter(day);
        }
    }

    /** @param measuredAt null where the source did not say when */
    private record Line(long agency, String indicator, LocalDate period, long id, BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator, Instant arrivedAt, boolean demonstration, Instant measuredAt, boolean jump,
            Instant confirmedAt) {

        /** @param by moment up to which something is known; null for now */
        private Found found(Instant by) {
            boolean waits = jump && (confirmedAt == null || by != null && confirmedAt.isAfter(by));
            return new Found(id, value, numerator, denominator, demonstration,
                    measuredAt == null ? null : LocalDate.ofInstant(measuredAt, Time.ZONE), waits);
        }
    }

    /** By agency, then criterion: what is used and what lapsed, by one statement. What else is stale is absent. */
    public Map<Long, Map<String, Measured>> of(String modelRef, Known known) {
        return of(modelRef, known, "");
    }

    /** The same for whoever has locked the assessments of these agencies, whatever the transaction has read before. */
    public Map<Long, Map<String, Measured>> ofCurrent(String modelRef, Known known) {
        return of(modelRef, known, CURRENT);
    }

    private Map<Long, Map<String, Measured>> of(String modelRef, Known known, String lock) {
        Map<String, Measure> measures = catalog.measures(modelRef);
        LocalDate day = day(known.lastDay());
        Map<String, Set<LocalDate>> periods = periods(measures.values(), day);
        Map<Long, Map<String, Measured>> levels = new HashMap<>();
        if (!periods.isEmpty() && !known.arrivedBy().isEmpty()) {
            measures.values().stream().filter(Measure::caps)
                    .forEach(measure -> measure.indicator().inputs().forEach(code -> periods.put(code, Set.of())));
            read(known, periods, lock).forEach((agency, found) -> {
                Map<String, Measured> ofAgency = new LinkedHashMap<>();
                measures.forEach((criterion, measure) -> newest(measure, found, day)
                        .filter(measured -> measured.used() || measured.lapsed())
                        .ifPresent(measured -> ofAgency.put(criterion, measured)));
                levels.put(agency, ofAgency);
            });
        }
        return levels;
    }

    /** For one criterion of one agency, a stale one too; empty where nothing measures it, or nothing has arrived. */
    public Optional<Measured> shown(String modelRef, LocalDate lastDay, long agency, Instant arrivedBy,
            String criterion) {
        Measure measure = catalog.measures(modelRef).get(criterion);
        if (measure == null) {
            return Optional.empty();
        }
        Map<String, Set<LocalDate>> all = new HashMap<>();
        measure.indicator().inputs().forEach(code -> all.put(code, Set.of()));
        Known known = Known.of(lastDay, agency, arrivedBy);
        return newest(measure, read(known, all, "").getOrDefault(agency, Map.of()), day(known.lastDay()));
    }

    /** Agencies whose measured levels by this model may be others since these readings arrived. */
    public Set<Long> concerned(String modelRef, LocalDate lastDay, ReadingsArrived arrived) {
        return arrived.about(periods(catalog.measures(modelRef).values(), day(lastDay)));
    }

    private LocalDate day(LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock);
        return lastDay.isBefore(today) ? lastDay : today;
    }

    /** First days of the period that runs on the day and of those that are over and used, by what is read for the measures. */
    private static Map<String, Set<LocalDate>> periods(Collection<Measure> measures, LocalDate day) {
        Map<String, Set<LocalDate>> periods = new TreeMap<>();
        for (Measure measure : measures) {
            Indicator indicator = measure.indicator();
            for (Period one = Period.at(indicator.period(), day); Age.of(measure, one, day) != Age.STALE; one = one
                    .back()) {
                for (String code : indicator.inputs()) {
                    periods.computeIfAbsent(code, none -> new TreeSet<>()).add(one.begin());
                }
            }
        }
        return periods;
    }

    private static Optional<Measured> newest(Measure measure, Map<String, TreeMap<LocalDate, Found>> found,
            LocalDate day) {
        Set<String> codes = measure.indicator().inputs();
        TreeMap<LocalDate, Found> first = found.getOrDefault(codes.iterator().next(), new TreeMap<>());
        for (LocalDate begin : first.descendingKeySet()) {
            Period period = new Period(measure.indicator().period(), begin);
            Map<String, Found> parts = new TreeMap<>();
            codes.forEach(code -> parts.put(code, found.getOrDefault(code, new TreeMap<>()).get(begin)));
            if (parts.values().stream()
                    .allMatch(part -> part != null && !part.waits() && part.isKnownBy(day, period))) {
                if (parts.values().stream().anyMatch(Found::nothing)) {
                    return Optional.empty(); // nothing to report measures nothing
                }
                Optional<Measured> measured = measured(measure, period, parts, day);
                if (measured.isPresent()) {
                    return measured;
                }
            }
        }
        return Optional.empty();
    }

    /** Empty where the formula has no value for these parts. */
    private static Optional<Measured> measured(Measure measure, Period period, Map<String, Found> parts,
            LocalDate day) {
        Indicator indicator = measure.indicator();
        Found own = parts.get(indicator.code());
        Map<String, BigDecimal> values = new HashMap<>();
        parts.forEach((code, one) -> values.put(code, one.value()));
        try {
            BigDecimal value = indicator.formula().map(formula -> formula.value(values)).orElseGet(() -> own.value())
                    .stripTrailingZeros();
            return Optional.of(new Measured(measure, period, value, own == null ? null : own.numerator(),
                    own == null ? null : own.denominator(),
                    measure.level(Fraction.of(value)), Age.of(measure, period, day),
                    parts.values().stream().anyMatch(Found::demonstration),
                    parts.values().stream().map(Found::id).sorted().toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By agency, indicator and period the newest reading; of an indicator without periods those of all. */
    private Map<Long, Map<String, TreeMap<LocalDate, Found>>> read(Known known, Map<String, Set<LocalDate>> periods,
            String lock) {
        Map<Long, Map<String, TreeMap<LocalDate, Found>>> all = new HashMap<>();
        jdbi.useHandle(sql -> {
            Query query = sql.createQuery(READINGS).define("lock", lock).bind("demo", ReadingIntake.Way.DEMO);
            // a range would lock what nobody asked for
            bindAgencies(query, known.arrivedBy().keySet(), lock.isEmpty() ? DENSE : 0);
            bindPeriods(query, periods);
            query.mapTo(Line.class).forEach(line -> {
                Instant by = known.arrivedBy().get(line.agency());
                if (known.arrivedBy().containsKey(line.agency()) && (by == null || !line.arrivedAt().isAfter(by))) {
                    all.computeIfAbsent(line.agency(), agency -> new HashMap<>())
                            .computeIfAbsent(line.indicator(), code -> new TreeMap<>())
                            .merge(line.period(), line.found(by), (one, other) -> one.id() > other.id() ? one : other);
                }
            });
        });
        return all;
    }

    private static void bindAgencies(Query query, Set<Long> ids, long dense) {
        long first = Collections.min(ids);
        long last = Collections.max(ids);
        if (last - first < dense * ids.size()) {
            query.define("agencies", "r.agency_id BETWEEN :first AND :last").bind("first", first).bind("last", last);
        } else {
            query.define("agencies", "r.agency_id IN (%s)".formatted(listed(query, "agency", ids)));
        }
    }

    /** Indicators of which the same periods are wanted share a condition. */
    private static void bindPeriods(Query query, Map<String, Set<LocalDate>> periods) {
        Map<Set<LocalDate>, List<String>> alike = periods.keySet().stream()
                .collect(Collectors.groupingBy(periods::get));
        List<String> which = new ArrayList<>();
        alike.forEach((days, indicators) -> {
            String group = String.valueOf(which.size());
            String ofIndicators = "r.indicator IN (%s)".formatted(listed(query, "indicator" + group + "_", indicators));
            which.add(days.isEmpty() ? ofIndicators
                    : ofIndicators + " AND r.period IN (%s)".formatted(listed(query, "period" + group + "_", days)));
        });
        query.define("which", String.join(" OR ", which));
    }

    /** Binds each of the values and answers the names of the parameters. */
    private static String listed(Query query, String name, Collection<?> values) {
        StringJoiner names = new StringJoiner(", ");
        int number = 0;
        for (Object value : values) {
            names.add(":" + name + number);
            query.bind(name + number++, value);
        }
        return names.toString();
    }
}
