package vn.thang.indicator;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The newest reading of every agency, indicator and period, and their sums by type below each agency of the first level.
 * Both are derived from the readings: a batch carries them on by a few statements, and {@link #rebuild} makes them anew.
 */
@ApplicationScoped
class NewestReadings {

    private static final String SUMS = "INSERT INTO reading_sum (indicator, period, type, first_level, numerator, denominator, value, readings,"
            + " demonstrations) SELECT r.indicator, r.period, a.type, SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1),";
    private static final String ADDED = " SUM(COALESCE(r.numerator, 0)), SUM(COALESCE(r.denominator, 0)), SUM(r.value), COUNT(*),";
    private static final String CARRIED_ON = " GROUP BY 1, 2, 3, 4 ON DUPLICATE KEY UPDATE numerator = reading_sum.numerator + VALUES(numerator),"
            + " denominator = reading_sum.denominator + VALUES(denominator), value = reading_sum.value + VALUES(value),"
            + " readings = reading_sum.readings + VALUES(readings), demonstrations = reading_sum.demonstrations + VALUES(demonstrations)";
    private static final String NEWEST = "INSERT INTO reading_newest (agency_id, indicator, period, reading_id, numerator, denominator, value,"
            + " demonstration) SELECT r.agency_id, r.indicator, r.period, r.id, r.numerator, r.denominator, r.value, b.way = 'DEMO'";
    /** Readings of the batch take their place, in the order in which they came. */
    private static final String TAKE_PLACE = NEWEST + " FROM reading r JOIN reading_batch b ON b.id = r.batch_id WHERE r.batch_id = ? ORDER BY r.id"
            + " ON DUPLICATE KEY UPDATE reading_id = VALUES(reading_id), numerator = VALUES(numerator), denominator = VALUES(denominator),"
            + " value = VALUES(value), demonstration = VALUES(demonstration)";
    /** The order of the joins is said, since an estimate of how large a batch is goes wrong while it is being written. */
    private static final String TAKE_AWAY = SUMS + " -SUM(COALESCE(r.numerator, 0)), -SUM(COALESCE(r.denominator, 0)), -SUM(r.value), -COUNT(*),"
            + " -SUM(b.way = 'DEMO') FROM (SELECT MAX(o.id) AS id FROM reading n FORCE INDEX (reading_batch) STRAIGHT_JOIN reading o"
            + " FORCE INDEX (reading_once) ON o.agency_id = n.agency_id AND o.indicator = n.indicator AND o.period = n.period"
            + " AND o.batch_id <> n.batch_id WHERE n.batch_id = ? GROUP BY n.agency_id, n.indicator, n.period) before_it"
            + " STRAIGHT_JOIN reading r ON r.id = before_it.id STRAIGHT_JOIN reading_batch b ON b.id = r.batch_id"
            + " STRAIGHT_JOIN agency a ON a.id = r.agency_id" + CARRIED_ON;
    private static final String ADD = SUMS + ADDED + " SUM(b.way = 'DEMO') FROM reading r FORCE INDEX (reading_batch)"
            + " STRAIGHT_JOIN reading_batch b ON b.id = r.batch_id STRAIGHT_JOIN agency a ON a.id = r.agency_id WHERE r.batch_id = ? AND (?"
            + " OR EXISTS (SELECT 1 FROM reading_newest n WHERE n.agency_id = r.agency_id AND n.indicator = r.indicator AND n.period = r.period"
            + " AND n.reading_id = r.id))" + CARRIED_ON;
    private static final String ALL_NEWEST = NEWEST + " FROM (SELECT MAX(id) AS id FROM reading GROUP BY agency_id, indicator, period) n"
            + " JOIN reading r ON r.id = n.id JOIN reading_batch b ON b.id = r.batch_id";
    private static final String ALL_SUMS = SUMS + ADDED + " SUM(r.demonstration) FROM reading_newest r JOIN agency a ON a.id = r.agency_id"
            + " GROUP BY 1, 2, 3, 4";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    /**
     * Carries both on by the readings that a batch has added, in its transaction.
     *
     * @param added how many these are
     * @return how many of them stand in the place of another
     */
    int carryOn(long batch, int added) {
        if (added == 0) {
            return 0;
        }
        int corrected = run(TAKE_PLACE, batch) - added; // a row that is replaced counts twice
        if (corrected > 0) {
            run(TAKE_AWAY, batch);
        }
        run(ADD, batch, corrected == 0);
        return corrected;
    }

    /** Makes both anew from the readings. */
    void rebuild() {
        awaitBatches();
        run("DELETE FROM reading_newest");
        run(ALL_NEWEST);
        sum();
    }

    /** Makes the sums anew, since an agency has another place or type. */
    void sumUp() {
        awaitBatches();
        sum();
    }

    private void sum() {
        run("DELETE FROM reading_sum");
        run(ALL_SUMS);
    }

    /** Until no batch is on its way. */
    private void awaitBatches() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT code FROM reading_source FOR UPDATE")) {
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw Readings.failure(e);
        }
    }

    private int run(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw Readings.failure(e);
        }
    }
}
