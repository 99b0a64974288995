package vn.thang.indicator.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Existence;
import vn.thang.core.target.Participation;
import vn.thang.core.target.TargetMeasure;
import vn.thang.indicator.reading.InForce;

/**
 * The periods of indicators for which enough has come of every type whose readings make the value of a target; of an indicator
 * without a target, of every type in its scope.
 */
@ApplicationScoped
public class CoveredPeriods {

    /** What agencies reported that were not due on the last day of a period. */
    private static final String PASSING = """
            SELECT r.indicator, r.period, a.type, a.id AS agency, a.valid_from, a.valid_to, r.denominator
            FROM agency a
            STRAIGHT_JOIN reading r ON r.agency_id = a.id AND r.indicator IN (<indicators>)
                AND (a.valid_to < r.period + INTERVAL :months MONTH - INTERVAL 1 DAY
                    OR a.valid_from >= r.period + INTERVAL :months MONTH)
            WHERE (a.valid_from IS NOT NULL OR a.valid_to IS NOT NULL) AND\s""" + InForce.newest("r");

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private DueAgencies agencies;

    @Inject
    private MissingWeights weights;

    private record Reported(String indicator, LocalDate period, String type, long readings, BigDecimal denominator) {

        private Reported without(Passing one, boolean kept) {
            return new Reported(indicator, period, type, readings - 1,
                    kept || one.denominator() == null ? denominator : denominator.subtract(one.denominator()));
        }
    }

    private record Passing(String indicator, LocalDate period, String type, long agency, LocalDate validFrom,
            LocalDate validTo, BigDecimal denominator) {

        private Existence existence() {
            return new Existence(validFrom, validTo);
        }
    }

    /** What makes a value: how it is measured, and the types of agency whose readings are in it. */
    private record Value(boolean pooled, Set<String> types) {

        private static Value of(ProgrammeTarget target) {
            return new Value(target.measure() == TargetMeasure.POOLED, target.reporting());
        }
    }

    /** Returns them by the code of the indicator; two statements, and one or two for each length of period. */
    public Map<String, Covered> of(Collection<Indicator> indicators) {
        if (indicators.isEmpty()) {
            return Map.of();
        }
        Map<String, Indicator> byCode = indicators.stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        List<Cohort> cohorts = agencies.cohorts();
        Map<String, TreeMap<LocalDate, Map<String, Reported>>> reported = reported(byCode.keySet());
        indicators.stream().collect(Collectors.groupingBy(Indicator::period)).forEach(
                (kind, some) -> passing(kind, some.stream().map(Indicator::code).toList(), reported));
        Map<String, Covered> covered = new HashMap<>();
        byCode.forEach((code, indicator) -> {
            TreeMap<LocalDate, List<Covered.Counted>> counted = new TreeMap<>();
            reported.getOrDefault(code, new TreeMap<>()).forEach((period, types) -> {
                List<Covered.Counted> enough = counted(indicator, period, types, cohorts);
                if (!enough.isEmpty()) {
                    counted.put(period, enough);
                }
            });
            covered.put(code,
                    new Covered(code, counted, places -> weights.of(places, byCode, agencies.mergers())));
        });
        return covered;
    }

    private Map<String, TreeMap<LocalDate, Map<String, Reported>>> reported(Collection<String> codes) {
        Map<String, TreeMap<LocalDate, Map<String, Reported>>> reported = new HashMap<>();
        jdbi.useHandle(sql -> sql.createQuery("""
                SELECT indicator, period, type, SUM(readings) AS readings,
                    COALESCE(SUM(denominator), 0) AS denominator
                FROM reading_sum
                WHERE indicator IN (<indicators>) GROUP BY 1, 2, 3 HAVING SUM(readings) > 0""")
                .bindList("indicators", List.copyOf(codes)).mapTo(Reported.class)
                .forEach(one -> reported.computeIfAbsent(one.indicator(), none -> new TreeMap<>())
                        .computeIfAbsent(one.period(), none -> new HashMap<>()).put(one.type(), one)));
        return reported;
    }

    /** Takes off what came of agencies that were not due: their figures too, unless they are kept. */
    private void passing(Indicator.Period kind, List<String> codes,
            Map<String, TreeMap<LocalDate, Map<String, Reported>>> reported) {
        List<Passing> passing = jdbi.withHandle(sql -> sql.createQuery(PASSING).bindList("indicators", codes)
                .bind("months", kind.months()).mapTo(Passing.class).list());
        Successors successors = new Successors(passing.isEmpty() ? List.of() : agencies.mergers());
        for (Passing one : passing) {
            boolean kept = successors.isKept(one.agency(), one.existence(), one.period(), kind.end(one.period()));
            reported.getOrDefault(one.indicator(), new TreeMap<>()).getOrDefault(one.period(), new HashMap<>())
                    .computeIfPresent(one.type(), (type, sum) -> sum.without(one, kept));
        }
    }

    /** What enough agencies reported of it in a period, for each target. */
    private List<Covered.Counted> counted(Indicator indicator, LocalDate period, Map<String, Reported> reported,
            List<Cohort> cohorts) {
        int enough = catalog.programme().coverage(period);
        Map<String, Long> readings = reported.values().stream()
                .collect(Collectors.toMap(Reported::type, Reported::readings));
        List<Covered.Counted> counted = new ArrayList<>();
        for (Value value : values(indicator)) {
            Map<String, Participation> parts = Cohort.parts(cohorts, value.types(), indicator.period().end(period),
                    readings);
            BigDecimal came = reported.values().stream().filter(one -> value.types().contains(one.type()))
                    .map(Reported::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
            Coverage coverage = new Coverage(new TreeMap<>(parts), came, BigDecimal.ZERO);
            if (coverage.counted(enough)) {
                counted.add(new Covered.Counted(coverage, enough, value.pooled()));
            }
        }
        return counted;
    }

    private Set<Value> values(Indicator indicator) {
        Set<Value> values = catalog.programme().targets().stream()
                .filter(target -> indicator.targets().contains(target.code())).map(Value::of)
                .collect(Collectors.toSet());
        return values.isEmpty() ? Set.of(new Value(false, indicator.scope())) : values;
    }
}
