package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.indicator.reading.InForce;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.Reading;
import vn.thang.organisation.agency.FirstLevel;

/**
 * The newest readings of every agency, indicator and period, summed up by type below each agency of the first level;
 * one that waits for its confirmation counts as missing. They are derived from the readings: a batch carries them on
 * by a few statements, and {@link #rebuild} makes them anew.
 *
 * <p>The statements say which index and which order of joins they mean: an estimate of how large a batch is goes wrong while it
 * is being written.
 */
@ApplicationScoped
class ReadingSums {

    private static final String OF_SAME_PLACE = """
            FROM reading o FORCE INDEX (reading_once)
            WHERE o.agency_id = r.agency_id AND o.indicator = r.indicator AND o.period = r.period""";
    private static final String CORRECTED = """
            SELECT COUNT(*) FROM reading r FORCE INDEX (reading_batch)
            WHERE r.batch_id = :batch
                AND (:twice OR EXISTS (SELECT 1 FROM reading_sum s WHERE s.indicator = r.indicator AND s.period = r.period))
                AND r.id > (SELECT MIN(o.id) %s)""".formatted(OF_SAME_PLACE);
    private static final String INTO = """
            INSERT INTO reading_sum (indicator, period, type, first_level, numerator, denominator, value, readings,
                demonstrations)
            """;
    private static final String ONTO = """

            ON DUPLICATE KEY UPDATE numerator = reading_sum.numerator + VALUES(numerator),
                denominator = reading_sum.denominator + VALUES(denominator),
                value = reading_sum.value + VALUES(value),
                readings = reading_sum.readings + VALUES(readings),
                demonstrations = reading_sum.demonstrations + VALUES(demonstrations)""";
    private static final String SUMMED = INTO + """
            SELECT r.indicator, r.period, a.type, %s, SUM(COALESCE(r.numerator, 0)), SUM(COALESCE(r.denominator, 0)),
                SUM(r.value), COUNT(*), SUM(b.way = :demo)
            """.formatted(FirstLevel.OF_AGENCY);
    private static final String TAKEN_AWAY = INTO + """
            SELECT r.indicator, r.period, a.type, %s, -SUM(COALESCE(r.numerator, 0)), -SUM(COALESCE(r.denominator, 0)),
                -SUM(r.value), -COUNT(*), -SUM(b.way = :demo)
            """.formatted(FirstLevel.OF_AGENCY);
    private static final String TAKE_AWAY = TAKEN_AWAY + """
            FROM (
                SELECT MAX(o.id) AS id FROM reading n FORCE INDEX (reading_batch)
                STRAIGHT_JOIN reading o FORCE INDEX (reading_once) ON o.agency_id = n.agency_id
                    AND o.indicator = n.indicator AND o.period = n.period AND o.batch_id <> n.batch_id
                WHERE n.batch_id = :batch
                GROUP BY n.agency_id, n.indicator, n.period) former
            STRAIGHT_JOIN reading r ON r.id = former.id
            STRAIGHT_JOIN reading_batch b ON b.id = r.batch_id
            STRAIGHT_JOIN agency a ON a.id = r.agency_id
            WHERE %s
            GROUP BY 1, 2, 3, 4""".formatted(InForce.settled("r")) + ONTO;
    private static final String ADD = SUMMED + """
            FROM reading r FORCE INDEX (reading_batch)
            STRAIGHT_JOIN reading_batch b ON b.id = r.batch_id
            STRAIGHT_JOIN agency a ON a.id = r.agency_id
            WHERE r.batch_id = :batch AND (:new OR r.id = (SELECT MAX(o.id) %s)) AND %s
            GROUP BY 1, 2, 3, 4""".formatted(OF_SAME_PLACE, InForce.settled("r")) + ONTO;
    private static final String ADD_ONE = SUMMED + """
            FROM reading r
            JOIN reading_batch b ON b.id = r.batch_id
            JOIN agency a ON a.id = r.agency_id
            WHERE r.id = :reading
            GROUP BY 1, 2, 3, 4""" + ONTO;
    private static final String ALL = SUMMED + """
            FROM (SELECT MAX(id) AS id FROM reading GROUP BY agency_id, indicator, period) newest
            STRAIGHT_JOIN reading r ON r.id = newest.id
            STRAIGHT_JOIN reading_batch b ON b.id = r.batch_id
            STRAIGHT_JOIN agency a ON a.id = r.agency_id
            WHERE %s
            GROUP BY 1, 2, 3, 4""".formatted(InForce.settled("r"));
    private static final String PLUS = INTO + """
            VALUES (:indicator, :period, :type, :first, :numerator, :denominator, :value, :readings, :demonstrations)
            """.strip() + ONTO;

    @Inject
    private Jdbi jdbi;

    /**
     * Carries the sums on by the readings that a batch has added, in its transaction.
     *
     * @param added    how many they are
     * @param readings what came in the batch; empty where it was too much to be kept
     * @param agencies what the readings are about, by id
     * @param waiting  whether some of them wait for their confirmation, and so do not count yet
     * @return how many of them stand in the place of another
     */
    int carryOn(long batch, int added, List<Reading> readings, Map<Long, KnownAgency> agencies, boolean waiting,
            boolean demonstration) {
        int corrected = corrected(batch, readings.isEmpty() || isAnySaidTwice(readings));
        if (corrected == 0 && added == readings.size() && !waiting) {
            add(readings, agencies, demonstration);
            return 0;
        }
        if (corrected > 0) {
            jdbi.useHandle(sql -> sql.createUpdate(TAKE_AWAY).bind("batch", batch)
                    .bind("demo", ReadingIntake.Way.DEMO).execute());
        }
        jdbi.useHandle(sql -> sql.createUpdate(ADD).bind("batch", batch)
                .bind("demo", ReadingIntake.Way.DEMO).bind("new", corrected == 0).execute());
        return corrected;
    }

    /** Adds the newest reading of an agency, indicator and period, which has waited until now. */
    void settle(long reading) {
        jdbi.useHandle(sql -> sql.createUpdate(ADD_ONE).bind("reading", reading)
                .bind("demo", ReadingIntake.Way.DEMO).execute());
    }

    private static boolean isAnySaidTwice(List<Reading> readings) {
        Set<List<Object>> places = new HashSet<>();
        return !readings.stream()
                .allMatch(one -> places.add(List.of(one.agency(), one.indicator(), one.period().begin())));
    }

    private record SumKey(String indicator, LocalDate period, String type, String first) {
    }

    /** All of them are new and stand in nobody's place, so that they can be summed up without reading them again. */
    private void add(List<Reading> readings, Map<Long, KnownAgency> agencies, boolean demonstration) {
        Map<SumKey, BigDecimal[]> sums = new HashMap<>();
        for (Reading one : readings) {
            KnownAgency agency = agencies.get(one.agency());
            BigDecimal[] sum = sums.computeIfAbsent(
                    new SumKey(one.indicator(), one.period().begin(), agency.type(), agency.first()),
                    place -> new BigDecimal[]{BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
            BigDecimal[] own = {one.numerator(), one.denominator(), one.value(), BigDecimal.ONE};
            for (int i = 0; i < own.length; i++) {
                sum[i] = own[i] == null ? sum[i] : sum[i].add(own[i]);
            }
        }
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch(PLUS);
            sums.forEach((place, sum) -> {
                int readingsOfPlace = sum[3].intValue();
                insert.bind("indicator", place.indicator()).bind("period", place.period()).bind("type", place.type())
                        .bind("first", place.first()).bind("numerator", sum[0]).bind("denominator", sum[1])
                        .bind("value", sum[2]).bind("readings", readingsOfPlace)
                        .bind("demonstrations", demonstration ? readingsOfPlace : 0).add();
            });
            insert.execute();
        });
    }

    /** Makes them anew from the readings, when no batch is on its way. */
    void rebuild() {
        jdbi.useHandle(sql -> {
            sql.createQuery("SELECT code FROM reading_source FOR UPDATE").mapTo(String.class).list();
            sql.createUpdate("DELETE FROM reading_sum").execute();
            sql.createUpdate(ALL).bind("demo", ReadingIntake.Way.DEMO).execute();
        });
    }

    /** @param twice whether some of the batch may stand in the place of others of it */
    private int corrected(long batch, boolean twice) {
        return jdbi.withHandle(sql -> sql.createQuery(CORRECTED).bind("batch", batch).bind("twice", twice)
                .mapTo(Integer.class).one());
    }
}
