package vn.thang.indicator.measured;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.indicator.measured.MeasuredLevels.Age;
import vn.thang.indicator.measured.MeasuredLevels.Measured;
import vn.thang.indicator.period.Period;

/**
 * What an agency reported of a criterion, as it is known on a day.
 *
 * @param found by what is read and the first day of the period
 */
record MeasuredHistory(Measure measure, Map<String, TreeMap<LocalDate, FoundReading>> found, LocalDate day) {

    /**
     * Returns what is measured. Where that is nothing, and the level of an answer would be held down, the agency is silent once what
     * it said last, or could have said before it was expected to say anything, would be too old to hold.
     *
     * @param first the first period of which something is expected; empty where nothing is. It is asked only where that decides
     */
    Optional<Measured> level(Supplier<Optional<Period>> first) {
        return newest().or(() -> measure.caps() ? silent(said(), first) : Optional.empty());
    }

    private Optional<Measured> silent(Optional<Period> said, Supplier<Optional<Period>> first) {
        if (said.isPresent() && !isStale(said.get())) {
            return Optional.empty();
        }
        return first.get().filter(expected -> said.isPresent() || isStale(expected.back()))
                .map(expected -> Measured.missing(measure, said.orElse(expected)));
    }

    private boolean isStale(Period period) {
        return Age.of(measure, period, day) == Age.STALE;
    }

    /** The newest period of which everything came and waits for nothing, though it may be that there is nothing to report. */
    private Optional<Period> said() {
        return periods().descendingMap().keySet().stream()
                .filter(begin -> isKnown(parts(begin, FoundReading::withoutWaiting), period(begin))).map(this::period)
                .findFirst();
    }

    /**
     * By what waits for nothing; where that measures more than what was known before something came that waits, or measures no more,
     * what was known before: nothing is gained by sending what has to be confirmed, neither a level nor that what lapsed is forgotten.
     */
    private Optional<Measured> newest() {
        Optional<Measured> now = newest(part -> part.waits() ? null : part);
        Optional<Measured> before = newest(FoundReading::withoutWaiting);
        return before.isPresent() && now.filter(one -> one.used() && one.level() <= before.get().level()).isEmpty()
                ? before : now;
    }

    /** @param counting what counts of what is known of a period; null where that is nothing */
    private Optional<Measured> newest(UnaryOperator<FoundReading> counting) {
        for (LocalDate begin : periods().descendingKeySet()) {
            Map<String, FoundReading> parts = parts(begin, counting);
            if (isKnown(parts, period(begin))) {
                if (parts.values().stream().anyMatch(FoundReading::nothing)) {
                    return Optional.empty(); // nothing to report measures nothing
                }
                Optional<Measured> measured = measured(period(begin), parts);
                if (measured.isPresent()) {
                    return measured;
                }
            }
        }
        return Optional.empty();
    }

    /** Those of which one of the parts came. */
    private TreeMap<LocalDate, FoundReading> periods() {
        return found.getOrDefault(inputs().iterator().next(), new TreeMap<>());
    }

    private Set<String> inputs() {
        return measure.indicator().inputs();
    }

    private Period period(LocalDate begin) {
        return new Period(measure.indicator().period(), begin);
    }

    private Map<String, FoundReading> parts(LocalDate begin, UnaryOperator<FoundReading> counting) {
        Map<String, FoundReading> parts = new TreeMap<>();
        inputs().forEach(code -> parts.put(code,
                Optional.ofNullable(found.getOrDefault(code, new TreeMap<>()).get(begin)).map(counting).orElse(null)));
        return parts;
    }

    private boolean isKnown(Map<String, FoundReading> parts, Period period) {
        return parts.values().stream().allMatch(part -> part != null && (!period.end().isAfter(day)
                || part.measured() != null && !part.measured().isAfter(day)));
    }

    /** Empty where the formula has no value for these parts. */
    private Optional<Measured> measured(Period period, Map<String, FoundReading> parts) {
        Indicator indicator = measure.indicator();
        FoundReading own = parts.get(indicator.code());
        Map<String, BigDecimal> values = new HashMap<>();
        parts.forEach((code, one) -> values.put(code, one.value()));
        try {
            BigDecimal value = indicator.formula().map(formula -> formula.value(values)).orElseGet(() -> own.value())
                    .stripTrailingZeros();
            BigDecimal numerator = own == null ? null : own.numerator();
            BigDecimal denominator = own == null ? null : own.denominator();
            return Optional.of(new Measured(measure, period, value, numerator, denominator,
                    measure.level(MeasuredLevels.exact(numerator, denominator, value)), Age.of(measure, period, day),
                    parts.values().stream().anyMatch(FoundReading::demonstration),
                    parts.values().stream().mapToInt(FoundReading::merged).max().orElse(0),
                    parts.values().stream().flatMap(part -> part.ids().stream()).sorted().toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
