package vn.thang.indicator.measured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingsArrived;
import vn.thang.platform.Time;

/**
 * What readings say of the criteria of agencies. Of the periods that are over by the last day of the round, or by today
 * where that is earlier, or that run on that day and were measured by then, the newest one holds for which everything is
 * known, and of its readings the newest, unless it waits for its confirmation. It is used
 * while it is fresh on that day: until so many days after the end of its period as the indicator allows. A stale one is
 * shown as such and not used; where it holds a level down, it does so for two more periods, so that silence does not pay, and
 * the criterion is not measured after them, nor is it of an agency from which nothing ever came. What came before a merger is the sum of those that were merged. Computed indicators need all their parts from the same period. Whoever asks has
 * looked whether the person may know it.
 */
@ApplicationScoped
public class MeasuredLevels {

    private static final int PERCENT = 100;
    /** For how many periods after a reading is stale it still holds a level down. */
    private static final int HELD = 2;
    /** For whoever has locked what depends on it: what others committed since the transaction began is seen as well. */
    private static final String CURRENT = "LOCK IN SHARE MODE SKIP LOCKED";

    @Inject
    private MeasuringReadings readings;

    @Inject
    private ExpectedReadings expected;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /** By model: what was asked for it last. */
    private final Map<String, Wanted> wants = new ConcurrentHashMap<>();

    /** What is asked of the database for these measures on a day. */
    private record Wanted(Map<String, Measure> measures, LocalDate day, MeasuringReadings.Asked asked) {
    }

    /** Whether a reading is young enough to be used, or is the last that is known of what holds a level down. */
    public enum Age {
        FRESH, HELD, STALE;

        static Age of(Measure measure, Period period, LocalDate day) {
            int maxAge = measure.indicator().maxAge(period.begin());
            if (!period.isStale(maxAge, day)) {
                return FRESH;
            }
            return measure.caps() && !period.forward(MeasuredLevels.HELD).isStale(maxAge, day) ? HELD : STALE;
        }
    }

    /**
     * The measured level of a criterion.
     *
     * @param period        the first one that is missing where nothing is known
     * @param value         in the unit of the indicator; null where nothing is known
     * @param numerator     null where it has no parts
     * @param demonstration whether it was made up
     * @param level         0 where nothing is known
     * @param merged        how many agencies reported it that were merged into this one since
     * @param readings      ids of the readings that it comes from, in order
     */
    public record Measured(Measure measure, Period period, BigDecimal value, BigDecimal numerator,
            BigDecimal denominator, int level, Age age, boolean demonstration, int merged,
            List<Long> readings) {

        /** Returns what holds a level down and is not measured of an agency, without a level that was known last. */
        static Measured missing(Measure measure, Period period) {
            return new Measured(measure, period, null, null, null, 0, Age.STALE, false, 0, List.of());
        }

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

        /** Whether no level is known, not even an old one. */
        public boolean unknown() {
            return value == null;
        }

        /** The key of the mark of what is not measured any more, or never was. */
        public String mark() {
            return unknown() ? "measured.never" : "measured.lapsed";
        }

        public Indicator indicator() {
            return measure.indicator();
        }

        /**
         * Returns the value as it is compared with bounds: a share as what it is, not as it is written with six
         * decimals.
         */
        public Fraction exact() {
            return MeasuredLevels.exact(numerator, denominator, value);
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

    /** By agency, then criterion: what is used and what lapsed, by two statements at most. What else is stale is absent. */
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
        Map<Long, Map<String, Measured>> levels = new HashMap<>();
        if (!measures.isEmpty() && !known.arrivedBy().isEmpty()) {
            Map<Long, Map<String, TreeMap<LocalDate, FoundReading>>> found = readings.of(known, day,
                    asked(modelRef, measures, day), lock);
            ExpectedReadings.Awaited due = expected.of(known, day, measures.values());
            known.arrivedBy().keySet().forEach(agency -> {
                Map<String, Measured> ofAgency = new LinkedHashMap<>();
                measures.forEach((criterion, measure) -> level(measure, agency, found, due, day)
                        .filter(measured -> measured.used() || measured.lapsed())
                        .ifPresent(measured -> ofAgency.put(criterion, measured)));
                levels.put(agency, ofAgency);
            });
        }
        return levels;
    }

    private static Optional<Measured> level(Measure measure, long agency,
            Map<Long, Map<String, TreeMap<LocalDate, FoundReading>>> found,
            ExpectedReadings.Awaited due, LocalDate day) {
        return new MeasuredHistory(measure, found.getOrDefault(agency, Map.of()), day)
                .level(() -> due.first(agency, measure));
    }

    /** For one criterion of one agency, a stale one too; empty where nothing measures it, or nothing has arrived or is missed. */
    public Optional<Measured> shown(String modelRef, LocalDate lastDay, long agency, Instant arrivedBy,
            String criterion) {
        Measure measure = catalog.measures(modelRef).get(criterion);
        if (measure == null) {
            return Optional.empty();
        }
        Known known = Known.of(lastDay, agency, arrivedBy);
        LocalDate day = day(known.lastDay());
        return level(measure, agency, readings.of(known, day, asked(List.of(measure), List.of(measure), day), ""),
                expected.of(known, day, List.of(measure)), day);
    }

    /** Agencies whose measured levels by this model may be others since these readings arrived. */
    public Set<Long> concerned(String modelRef, LocalDate lastDay, ReadingsArrived arrived) {
        return readings.withSuccessors(arrived.about(periods(catalog.measures(modelRef).values(), day(lastDay))));
    }

    private LocalDate day(LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock);
        return lastDay.isBefore(today) ? lastDay : today;
    }

    /** What is asked for all measures of a model on a day is found out once. */
    private MeasuringReadings.Asked asked(String modelRef, Map<String, Measure> measures, LocalDate day) {
        Wanted wanted = wants.get(modelRef);
        if (wanted == null || wanted.measures() != measures || !wanted.day().equals(day)) {
            List<Measure> older = measures.values().stream().filter(Measure::caps).toList();
            wanted = new Wanted(measures, day, asked(measures.values(), older, day));
            wants.put(modelRef, wanted);
        }
        return wanted.asked();
    }

    private static MeasuringReadings.Asked asked(Collection<Measure> measures, List<Measure> older, LocalDate day) {
        return MeasuringReadings.Asked.of(periods(measures, day), older.stream()
                .collect(Collectors.toMap(measure -> measure, measure -> oldest(measure, day))));
    }

    /** The first day of the oldest period that is used. */
    private static LocalDate oldest(Measure measure, LocalDate day) {
        Period oldest = Period.at(measure.indicator().period(), day);
        for (Period one = oldest; Age.of(measure, one, day) != Age.STALE; one = one.back()) {
            oldest = one;
        }
        return oldest.begin();
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

    static Fraction exact(BigDecimal numerator, BigDecimal denominator, BigDecimal value) {
        return denominator == null ? Fraction.of(value)
                : Fraction.of(numerator).times(PERCENT).dividedBy(Fraction.of(denominator));
    }
}
