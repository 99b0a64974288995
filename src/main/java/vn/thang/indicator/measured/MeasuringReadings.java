package vn.thang.indicator.measured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Measure;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.reading.InForce;
import vn.thang.organisation.agency.FormerSelves;
import vn.thang.platform.Time;

/**
 * The readings that measure answers: those of the periods that count, of each agency and of the ones that were merged into it,
 * and where an older one is asked for, those of the newest period before, of each of them. One statement however many agencies there are.
 */
@ApplicationScoped
class MeasuringReadings {

    private static final String COLUMNS = """
            r.indicator, r.period, r.id, r.value, r.numerator, r.denominator, r.arrived_at, b.way = :demo AS demonstration,
                r.measured_at, j.reading_id IS NOT NULL AS jump, j.confirmed_at""";
    /**
     * Every reading has its batch. The outer join keeps the database from beginning with the batches, which are few, and then
     * reading all that ever came with them: that took three quarters of the time of scoring a round.
     */
    private static final String BESIDE = """
            LEFT JOIN reading_batch b ON b.id = r.batch_id
            LEFT JOIN reading_jump j ON j.reading_id = r.id""";
    private static final String SETTLED = InForce.settledBy("n", ":latest");
    /** Of whatever they were, the newest period that was over while it was there. */
    private static final String OLDER = """
            (SELECT o.agency, o.member, o.ended, %1$s
            FROM (
                SELECT f.agency, f.member, f.ended, w.indicator, (
                    SELECT n.period FROM reading n
                    WHERE n.agency_id = f.member AND n.indicator = w.indicator AND n.period < w.begun AND n.arrived_at <= :latest
                        AND (f.ended IS NULL OR n.period + INTERVAL w.months MONTH <= f.ended + INTERVAL 1 DAY)
                        AND %4$s
                        AND NOT EXISTS (
                            SELECT 1 FROM wanted x
                            WHERE x.criterion = w.criterion AND NOT EXISTS (
                                SELECT 1 FROM reading m
                                WHERE m.agency_id = f.member AND m.indicator = x.indicator AND m.period = n.period))
                    ORDER BY n.period DESC LIMIT 1) AS period
                FROM %3$s f JOIN wanted w) o
            JOIN reading r ON r.agency_id = o.member AND r.indicator = o.indicator AND r.period = o.period %2$s
            <lock>)""";
    private static final String WANTED = """
            wanted (criterion, indicator, begun, months) AS (VALUES <wanted>)
            """;
    private static final String OF_FORMER = """
            (SELECT f.agency, f.member, f.ended, %s
            FROM former f JOIN reading r ON r.agency_id = f.member %s
            WHERE <which> <lock>)
            UNION ALL
            """.formatted(COLUMNS, BESIDE);
    /** Of many agencies: hardly one of them was merged, and their own readings are found by a range. */
    private static final String COUNTING = """
            WITH RECURSIVE %s, %s
            (SELECT r.agency_id AS agency, r.agency_id AS member, CAST(NULL AS DATE) AS ended, %s
            FROM reading r %s
            WHERE <agencies> AND (<which>) <lock>)
            UNION ALL
            """.formatted(FormerSelves.merged("<merging>", ":day"), WANTED, COLUMNS, BESIDE) + OF_FORMER
            + OLDER.formatted(COLUMNS, BESIDE, """
                    (SELECT a.id AS agency, a.id AS member, CAST(NULL AS DATE) AS ended FROM agency a WHERE <themselves>
                    UNION ALL
                    SELECT agency, member, ended FROM former)""", SETTLED);
    /** Of one agency: it is its own first self, which makes a third less to be understood by the database. */
    private static final String COUNTING_OF_ONE = """
            WITH RECURSIVE %s, %s""".formatted(FormerSelves.of("<themselves>", ":day"), WANTED) + OF_FORMER
            + OLDER.formatted(COLUMNS, BESIDE, "former", SETTLED);
    /** What came of agencies, at once or over others. */
    private static final String SUCCESSORS = """
            WITH RECURSIVE heir (id) AS (
                SELECT agency_id FROM agency_predecessor WHERE predecessor_id IN (<agencies>)
                UNION
                SELECT p.agency_id FROM heir h JOIN agency_predecessor p ON p.predecessor_id = h.id)
            SELECT id FROM heir""";
    /** How much wider than their number the ids of agencies may lie to be read as one range, which is twice as fast. */
    private static final int DENSE = 4;
    /** Later than anything arrives. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    /**
     * What is read, as parts of the statement; the same for all agencies.
     *
     * @param which  condition on the readings of the periods that count
     * @param wanted rows of what may be measured by an older period as well
     * @param values of the parameters of both
     */
    record Asked(String which, String wanted, Map<String, Object> values) {

        /**
         * @param periods first days of the periods that count, by code of what is read
         * @param older   the first day of the oldest of these periods, by what may be measured by an older one as well
         */
        static Asked of(Map<String, Set<LocalDate>> periods, Map<Measure, LocalDate> older) {
            Map<String, Object> values = new HashMap<>();
            return new Asked(which(periods, values), wanted(older, values), values);
        }

        /** Indicators of which the same periods are wanted share a condition. */
        private static String which(Map<String, Set<LocalDate>> periods, Map<String, Object> values) {
            Map<Set<LocalDate>, List<String>> alike = periods.keySet().stream()
                    .collect(Collectors.groupingBy(periods::get));
            List<String> which = new ArrayList<>();
            alike.forEach((days, indicators) -> {
                String group = String.valueOf(which.size());
                which.add("r.indicator IN (%s) AND r.period IN (%s)".formatted(
                        listed(values, "indicator" + group + "_", indicators),
                        listed(values, "period" + group + "_", days)));
            });
            return String.join(" OR ", which);
        }

        /** Where no older period is wanted stands an indicator that there is none of. */
        private static String wanted(Map<Measure, LocalDate> older, Map<String, Object> values) {
            StringJoiner wanted = new StringJoiner(", ");
            wanted.add("('', '', DATE '1000-01-01', 0)");
            int number = 0;
            for (Map.Entry<Measure, LocalDate> one : older.entrySet()) {
                for (String code : one.getKey().indicator().inputs()) {
                    wanted.add("(:of%1$d, :input%1$d, :begun%1$d, :months%1$d)".formatted(number));
                    values.put("of" + number, one.getKey().indicator().code());
                    values.put("months" + number, one.getKey().indicator().period().months());
                    values.put("input" + number, code);
                    values.put("begun" + number++, one.getValue());
                }
            }
            return wanted.toString();
        }
    }

    /**
     * A reading as it stands.
     *
     * @param ended      the last day of the agency that reported, where it was merged into the other one; null for the agency itself
     * @param measuredAt null where the source did not say when
     */
    record StoredReading(long agency, long member, LocalDate ended, String indicator, LocalDate period, long id,
            BigDecimal value,
            BigDecimal numerator, BigDecimal denominator, Instant arrivedAt, boolean demonstration, Instant measuredAt,
            boolean jump, Instant confirmedAt) {

        /** @param by moment up to which something is known; null for now */
        FoundReading found(Instant by) {
            boolean waits = jump && InForce.waits(confirmedAt, by);
            return new FoundReading(List.of(id), value, numerator, denominator, demonstration,
                    measuredAt == null ? null : LocalDate.ofInstant(measuredAt, Time.ZONE), waits, 0, null);
        }
    }

    /**
     * Returns by agency, indicator and period the newest reading that was known.
     *
     * @param lock how rows are read
     */
    Map<Long, Map<String, TreeMap<LocalDate, FoundReading>>> of(MeasuredLevels.Known known, LocalDate day, Asked asked,
            String lock) {
        FormerReadings all = new FormerReadings(catalog);
        jdbi.useHandle(sql -> {
            Query query = sql.createQuery(known.arrivedBy().size() == 1 ? COUNTING_OF_ONE : COUNTING)
                    .define("lock", lock).define("which", asked.which())
                    .define("wanted", asked.wanted()).bindMap(asked.values()).bind("day", day)
                    .bind("demo", ReadingIntake.Way.DEMO).bind("latest", latest(known.arrivedBy().values()));
            // a range would lock what nobody asked for
            bindAgencies(query, known.arrivedBy().keySet(), lock.isEmpty() ? DENSE : 0);
            query.mapTo(StoredReading.class).forEach(line -> {
                Instant by = known.arrivedBy().get(line.agency());
                if (known.arrivedBy().containsKey(line.agency()) && (by == null || !line.arrivedAt().isAfter(by))) {
                    all.add(line, by);
                }
            });
        });
        return all.joined();
    }

    /** Returns these agencies with those that others of them came to be. */
    Set<Long> withSuccessors(Set<Long> agencies) {
        if (agencies.isEmpty()) {
            return agencies;
        }
        return jdbi.withHandle(sql -> Stream.concat(agencies.stream(), sql.createQuery(SUCCESSORS)
                .bindList("agencies", List.copyOf(agencies)).mapTo(Long.class).stream()).collect(Collectors.toSet()));
    }

    /** Of agencies that were published, the last moment is near enough: each row is looked at once more. */
    private static Instant latest(Collection<Instant> moments) {
        return moments.stream().anyMatch(Objects::isNull) ? EVER : Collections.max(moments);
    }

    private static void bindAgencies(Query query, Set<Long> ids, long dense) {
        long first = Collections.min(ids);
        long last = Collections.max(ids);
        String which;
        if (last - first < dense * ids.size()) {
            which = " BETWEEN :first AND :last";
            query.bind("first", first).bind("last", last);
        } else {
            Map<String, Object> values = new HashMap<>();
            which = " IN (%s)".formatted(listed(values, "agency", ids));
            query.bindMap(values);
        }
        query.define("agencies", "r.agency_id" + which).define("themselves", "a.id" + which)
                .define("merging", "p.agency_id" + which);
    }

    /** Adds each of the values to those of the statement and answers the names of the parameters. */
    private static String listed(Map<String, Object> all, String name, Collection<?> values) {
        StringJoiner names = new StringJoiner(", ");
        int number = 0;
        for (Object value : values) {
            names.add(":" + name + number);
            all.put(name + number++, value);
        }
        return names.toString();
    }
}
