package vn.thang.indicator.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The newest readings of every agency, indicator and period, summed up by type below each agency of the first level. They are
 * derived from the readings: a batch carries them on by a few statements, and {@link #rebuild} makes them anew.
 *
 * <p>The statements say which index and which order of joins they mean: an estimate of how large a batch is goes wrong while it
 * is being written.
 */
@ApplicationScoped
class ReadingSums {

    private static final String OTHERS = " FORCE INDEX (reading_once) WHERE o.agency_id = r.agency_id AND o.indicator = r.indicator AND o.period = r.period)";
    private static final String CORRECTED = "SELECT COUNT(*) FROM reading r FORCE INDEX (reading_batch) WHERE r.batch_id = ?"
            + " AND (? OR EXISTS (SELECT 1 FROM reading_sum s WHERE s.indicator = r.indicator AND s.period = r.period)) AND r.id > (SELECT MIN(o.id) FROM reading o" + OTHERS;
    private static final String INTO = "INSERT INTO reading_sum (indicator, period, type, first_level, numerator, denominator, value, readings, demonstrations)";
    private static final String INSERT = INTO + " SELECT r.indicator, r.period, a.type, " + ReportingAgencies.FIRST_LEVEL + ",";
    private static final String PLUS = " SUM(COALESCE(r.numerator, 0)), SUM(COALESCE(r.denominator, 0)), SUM(r.value), COUNT(*), SUM(b.way = 'DEMO')";
    private static final String MINUS = " -SUM(COALESCE(r.numerator, 0)), -SUM(COALESCE(r.denominator, 0)), -SUM(r.value), -COUNT(*), -SUM(b.way = 'DEMO')";
    private static final String PLACES = " STRAIGHT_JOIN reading_batch b ON b.id = r.batch_id STRAIGHT_JOIN agency a ON a.id = r.agency_id";
    private static final String GROUPED = " GROUP BY 1, 2, 3, 4";
    private static final String ONTO = " ON DUPLICATE KEY UPDATE numerator = reading_sum.numerator + VALUES(numerator),"
            + " denominator = reading_sum.denominator + VALUES(denominator), value = reading_sum.value + VALUES(value),"
            + " readings = reading_sum.readings + VALUES(readings), demonstrations = reading_sum.demonstrations + VALUES(demonstrations)";
    private static final String CARRIED_ON = GROUPED + ONTO;
    private static final String TAKE_AWAY = INSERT + MINUS + " FROM (SELECT MAX(o.id) AS id FROM reading n FORCE INDEX (reading_batch)"
            + " STRAIGHT_JOIN reading o FORCE INDEX (reading_once) ON o.agency_id = n.agency_id AND o.indicator = n.indicator AND o.period = n.period"
            + " AND o.batch_id <> n.batch_id WHERE n.batch_id = ? GROUP BY n.agency_id, n.indicator, n.period) former"
            + " STRAIGHT_JOIN reading r ON r.id = former.id" + PLACES + CARRIED_ON;
    private static final String ADD = INSERT + PLUS + " FROM reading r FORCE INDEX (reading_batch)" + PLACES + " WHERE r.batch_id = ?"
            + " AND (? OR r.id = (SELECT MAX(o.id) FROM reading o" + OTHERS + ")" + CARRIED_ON;
    private static final String ALL = INSERT + PLUS + " FROM (SELECT MAX(id) AS id FROM reading GROUP BY agency_id, indicator, period) newest"
            + " STRAIGHT_JOIN reading r ON r.id = newest.id" + PLACES + GROUPED;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /**
     * Carries the sums on by the readings that a batch has added, in its transaction.
     *
     * @param added    how many they are
     * @param readings what came in the batch; empty where it was too much to be kept
     * @param agencies what the readings are about, by id
     * @return how many of them stand in the place of another
     */
    int carryOn(long batch, int added, List<Reading> readings, Map<Long, KnownAgency> agencies, boolean demonstration) {
        int corrected = corrected(batch, readings.isEmpty() || isAnySaidTwice(readings));
        if (corrected == 0 && added == readings.size()) {
            add(readings, agencies, demonstration);
            return 0;
        }
        if (corrected > 0) {
            run(TAKE_AWAY, batch);
        }
        run(ADD, batch, corrected == 0);
        return corrected;
    }

    private static boolean isAnySaidTwice(List<Reading> readings) {
        Set<List<Object>> places = new HashSet<>();
        return !readings.stream().allMatch(one -> places.add(List.of(one.agency(), one.indicator(), one.period().begin())));
    }

    private record Place(String indicator, LocalDate period, String type, String first) {
    }

    /** All of them are new and stand in nobody's place, so that they can be summed up without reading them again. */
    private void add(List<Reading> readings, Map<Long, KnownAgency> agencies, boolean demonstration) {
        Map<Place, BigDecimal[]> sums = new HashMap<>();
        for (Reading one : readings) {
            KnownAgency agency = agencies.get(one.agency());
            BigDecimal[] sum = sums.computeIfAbsent(new Place(one.indicator(), one.period().begin(), agency.type(), agency.first()),
                    place -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
            BigDecimal[] own = {one.numerator(), one.denominator(), one.value(), BigDecimal.ONE};
            for (int i = 0; i < own.length; i++) {
                sum[i] = own[i] == null ? sum[i] : sum[i].add(own[i]);
            }
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INTO + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)" + ONTO)) {
            for (Map.Entry<Place, BigDecimal[]> sum : sums.entrySet()) {
                Place place = sum.getKey();
                int readingsOfPlace = sum.getValue()[3].intValue();
                List<Object> row = List.of(place.indicator(), Date.valueOf(place.period()), place.type(), place.first(), sum.getValue()[0],
                        sum.getValue()[1], sum.getValue()[2], readingsOfPlace, demonstration ? readingsOfPlace : 0);
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw Statements.failure(e);
        }
    }

    /** Makes them anew from the readings, when no batch is on its way. */
    void rebuild() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT code FROM reading_source FOR UPDATE")) {
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw Statements.failure(e);
        }
        run("DELETE FROM reading_sum");
        run(ALL);
    }

    /** @param twice whether some of the batch may stand in the place of others of it */
    private int corrected(long batch, boolean twice) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(CORRECTED)) {
            statement.setLong(1, batch);
            statement.setBoolean(2, twice);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw Statements.failure(e);
        }
    }

    private void run(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Statements.failure(e);
        }
    }
}
