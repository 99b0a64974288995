package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Existence;
import vn.thang.core.target.Participation;

/**
 * The periods of indicators for which enough agencies have reported of every type whose readings make the value of a target; of an
 * indicator without a target, of every type in its scope. What agencies weigh is asked of targets alone.
 */
@ApplicationScoped
public class CoveredPeriods {

    /** A period is a year long at most. */
    private static final String PASSING = """
            SELECT r.indicator, r.period, a.type, a.valid_from, a.valid_to, COUNT(*) AS readings
            FROM agency a
            STRAIGHT_JOIN reading r ON r.agency_id = a.id AND r.indicator IN (<indicators>)
                AND (a.valid_to < r.period + INTERVAL 1 YEAR OR a.valid_from > r.period)
            WHERE (a.valid_from IS NOT NULL OR a.valid_to IS NOT NULL) AND r.id = (
                    SELECT MAX(n.id) FROM reading n
                    WHERE n.agency_id = r.agency_id AND n.indicator = r.indicator AND n.period = r.period)
                AND NOT EXISTS (SELECT 1 FROM reading_jump w WHERE w.reading_id = r.id AND w.confirmed_at IS NULL)
            GROUP BY 1, 2, 3, 4, 5""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    private record Reported(String indicator, LocalDate period, String type, long readings) {
    }

    /** What agencies reported that perhaps were not due, since they are not there always. */
    private record Passing(String indicator, LocalDate period, String type, LocalDate validFrom, LocalDate validTo,
            long readings) {

        private boolean isDue(LocalDate end) {
            return new Existence(validFrom, validTo).isDue(end);
        }
    }

    /** Agencies of a type that exist from one day until another; null for no end. */
    private record Existing(String type, LocalDate validFrom, LocalDate validTo, long agencies) {

        private boolean isDue(LocalDate end) {
            return new Existence(validFrom, validTo).isDue(end);
        }
    }

    /** Returns their first days by the code of the indicator. Three statements. */
    public Map<String, TreeSet<LocalDate>> of(Collection<Indicator> indicators) {
        if (indicators.isEmpty()) {
            return Map.of();
        }
        List<Reported> reported = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT indicator, period, type, SUM(readings) AS readings FROM reading_sum
                WHERE indicator IN (<indicators>) GROUP BY 1, 2, 3 HAVING SUM(readings) > 0""")
                .bindList("indicators", indicators.stream().map(Indicator::code).toList()).mapTo(Reported.class)
                .list());
        List<Passing> passing = jdbi.withHandle(sql -> sql.createQuery(PASSING)
                .bindList("indicators", indicators.stream().map(Indicator::code).toList()).mapTo(Passing.class)
                .list());
        List<Existing> existing = jdbi.withHandle(sql -> sql.createQuery("""
                SELECT type, valid_from, valid_to, COUNT(*) AS agencies FROM agency GROUP BY 1, 2, 3""")
                .mapTo(Existing.class).list());
        Map<String, TreeSet<LocalDate>> covered = new HashMap<>();
        for (Indicator indicator : indicators) {
            TreeMap<LocalDate, Map<String, Long>> periods = new TreeMap<>();
            reported.stream().filter(one -> one.indicator().equals(indicator.code())).forEach(one -> periods
                    .computeIfAbsent(one.period(), none -> new HashMap<>()).put(one.type(), one.readings()));
            passing.stream().filter(one -> one.indicator().equals(indicator.code())
                    && periods.containsKey(one.period()) && !one.isDue(indicator.period().end(one.period())))
                    .forEach(one -> periods.get(one.period()).merge(one.type(), -one.readings(), Long::sum));
            TreeSet<LocalDate> enough = periods.entrySet().stream()
                    .filter(period -> reporting(indicator).stream().anyMatch(
                            types -> isCovered(indicator, types, period.getKey(), period.getValue(), existing)))
                    .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
            covered.put(indicator.code(), enough);
        }
        return covered;
    }

    /** For each target the types of agency whose readings make its value. */
    private Set<Set<String>> reporting(Indicator indicator) {
        Set<Set<String>> reporting = catalog.programme().targets().stream()
                .filter(target -> indicator.targets().contains(target.code()))
                .map(Programme.ProgrammeTarget::reporting).collect(Collectors.toSet());
        return reporting.isEmpty() ? Set.of(indicator.scope()) : reporting;
    }

    private boolean isCovered(Indicator indicator, Set<String> scope, LocalDate period, Map<String, Long> reported,
            List<Existing> existing) {
        LocalDate end = indicator.period().end(period);
        Map<String, Participation> types = new HashMap<>();
        for (String type : scope) {
            long due = existing.stream().filter(one -> one.type().equals(type) && one.isDue(end))
                    .mapToLong(Existing::agencies).sum();
            types.put(type, new Participation(due, Math.min(due, Math.max(0, reported.getOrDefault(type, 0L)))));
        }
        return Coverage.of(types).counted(catalog.programme().coverage(period));
    }
}
