package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.round.RoundState;
import vn.thang.core.target.Existence;
import vn.thang.indicator.coverage.Cohort;
import vn.thang.indicator.coverage.DueAgencies;
import vn.thang.indicator.coverage.Merger;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.reading.InForce;
import vn.thang.organisation.agency.FirstLevel;
import vn.thang.organisation.agency.FormerPlaces;

/**
 * The readings that measured targets are made of, and the agencies of which they are due, up to a day: a fixed number of
 * statements however many agencies, periods and targets there are. Single agencies are read only where a sum cannot tell.
 */
@ApplicationScoped
class DueReadings {

    /** Ways by which registers speak themselves; the demonstration stands for them. */
    private static final List<ReadingIntake.Way> AUTOMATIC = List.of(ReadingIntake.Way.PUSH, ReadingIntake.Way.PULL,
            ReadingIntake.Way.DEMO);
    private static final String SUMS = """
            SELECT indicator, period, type, first_level AS first, numerator, denominator, value, readings,
                demonstrations > 0 AS demonstration
            FROM reading_sum
            WHERE period <= :day AND readings > 0""";
    /** The newest of its agency, indicator and period; one that waits for its confirmation counts as missing. */
    private static final String NEWEST = InForce.newest("r");
    private static final String SINGLE = """
            SELECT r.indicator, r.period, r.agency_id AS agency, a.type, %s AS first, a.valid_from, a.valid_to, r.numerator,
                r.denominator, r.value
            """.formatted(FirstLevel.OF_AGENCY);
    /** Readings of agencies that perhaps were not there on the last day of the period, which is a year long at most. */
    private static final String OUTSIDE = SINGLE + """
            FROM agency a
            STRAIGHT_JOIN reading r ON r.agency_id = a.id AND r.period <= :day
                AND (a.valid_to < r.period + INTERVAL 1 YEAR OR a.valid_from > r.period)
            WHERE (a.valid_from IS NOT NULL OR a.valid_to IS NOT NULL) AND %s""".formatted(NEWEST);
    /** Readings of periods that began before an agency came from below another one of the first level, which are summed under that of today. */
    private static final String MOVED = SINGLE + """
            FROM (SELECT p.agency_id, MAX(p.until) AS until FROM agency_place p JOIN agency a ON a.id = p.agency_id
                WHERE p.first_level <> %s GROUP BY p.agency_id) m
            JOIN agency a ON a.id = m.agency_id
            JOIN reading r ON r.agency_id = a.id AND r.period <= :day AND r.period < m.until
            WHERE %s""".formatted(FirstLevel.OF_AGENCY, NEWEST);
    private static final String PLACES = """
            SELECT agency_id AS agency, until, CAST(first_level AS CHAR) AS first FROM agency_place""";
    private static final String OF_EACH = SINGLE + """
            FROM reading r
            JOIN agency a ON a.id = r.agency_id
            WHERE r.indicator IN (<indicators>) AND r.period <= :day AND %s""".formatted(NEWEST);
    private static final String FIRSTS = """
            SELECT a.id, a.code, a.name, a.type, a.valid_from, IF(a.parent_id = c.id, a.valid_to, (
                SELECT MAX(p.until) - INTERVAL 1 DAY FROM agency_place p
                WHERE p.agency_id = a.id AND p.first_level = a.id)) AS valid_to, a.parent_id <> c.id AS moved
            FROM agency a JOIN agency c ON c.parent_id IS NULL
            WHERE a.parent_id = c.id
                OR a.id IN (SELECT p.agency_id FROM agency_place p WHERE p.first_level = p.agency_id)""";

    /** The assessments of the agency of a reading that were answered since its period began, with what the reading measures. */
    private static final String ASSESSED = """
            JOIN assessment s ON s.id = x.assessment_id
            JOIN assessment_round o ON o.id = s.round_id AND NOT o.rehearsal AND o.state <> :withdrawn
            WHERE s.agency_id = r.agency_id AND o.due_on >= r.period
                AND (r.indicator, CONCAT(o.model_id, '/', o.model_version), x.criterion) IN (<criteria>)""";
    /**
     * Which ways the newest readings came, in some periods; of which there is evidence, and which somebody else confirmed: by a
     * verdict on the answer that the reading measures, given when it had come, or because it had moved far. Agencies that closed stand
     * apart, since what came of them is asked of each.
     */
    private static final String WAYS = """
            SELECT r.indicator, r.period, a.type, a.valid_from, a.valid_to, IF(a.valid_to IS NULL, NULL, a.id) AS closed,
                COALESCE(r.denominator = 0, FALSE) AS nothing, b.way IN (<automatic>) AS measured,
                EXISTS (SELECT 1 FROM evidence x %s AND x.removed_at IS NULL AND NOT x.for_objection AND %s) AS evidenced,
                j.confirmed_at IS NOT NULL OR EXISTS (SELECT 1 FROM verdict x %s AND x.replaced_at IS NULL
                    AND x.value IS NOT NULL AND x.given_at >= r.arrived_at) AS confirmed,
                COUNT(*) AS readings, COALESCE(SUM(r.denominator), 0) AS denominator
            FROM reading r
            LEFT JOIN reading_batch b ON b.id = r.batch_id
            JOIN agency a ON a.id = r.agency_id
            LEFT JOIN reading_jump j ON j.reading_id = r.id
            WHERE (r.indicator, r.period) IN (<periods>) AND %s
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10""".formatted(ASSESSED, AttachedEvidence.holdsOn("x", "o.due_on"),
            ASSESSED,
            NEWEST);
    /** Stands where nothing measures an answer. */
    private static final List<Measuring> NOTHING = List.of(new Measuring("", "", ""));

    @Inject
    private Jdbi jdbi;

    @Inject
    private DueAgencies agencies;

    /** What the agencies of one type below an agency of the first level have reported for a period. */
    record Sum(String indicator, LocalDate period, String type, String first, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value, long readings, boolean demonstration) {
    }

    /** What a single agency reports of itself for a period. */
    record Single(String indicator, LocalDate period, long agency, String type, String first, LocalDate validFrom,
            LocalDate validTo, BigDecimal numerator, BigDecimal denominator, BigDecimal value) {

        Existence existence() {
            return new Existence(validFrom, validTo);
        }

        /** Whether the agency says that there was nothing: 0 of 0. */
        boolean nothing() {
            return denominator != null && denominator.signum() == 0;
        }
    }

    /**
     * An agency of the first level.
     *
     * @param moved whether it stands below another one since it was the last day on the first level
     */
    record First(String id, String code, String name, String type, LocalDate validFrom, LocalDate validTo,
            boolean moved) {

        Existence existence() {
            return new Existence(validFrom, validTo);
        }
    }

    /** A period of an indicator. */
    public record Of(String indicator, LocalDate period) {
    }

    /**
     * What came of agencies of a type for a period.
     *
     * @param closed    the agency, where it is no more or will not be; null for all others
     * @param nothing   whether there was nothing to report
     * @param measured  whether a register sent it or was asked for it, rather than a person filling in a sheet
     * @param evidenced whether the agency attached evidence to an answer that it measures
     * @param confirmed whether somebody else confirmed it
     */
    record Came(String indicator, LocalDate period, String type, LocalDate validFrom, LocalDate validTo, Long closed,
            boolean nothing, boolean measured, boolean evidenced, boolean confirmed, long readings,
            BigDecimal denominator) {

        Existence existence() {
            return new Existence(validFrom, validTo);
        }
    }

    /** An indicator that measures a criterion of a model. */
    public record Measuring(String indicator, String model, String criterion) {
    }

    /** Everything that came up to a day, and all agencies that are or were. */
    record Everything(LocalDate day, List<Sum> sums, List<Single> outside, List<Single> moved, List<Single> ofEach,
            List<Merger> mergers, List<Cohort> cohorts, List<First> firsts, FormerPlaces places) {
    }

    /** @param counted indicators of targets for which agencies are counted, which needs the reading of each */
    Everything by(LocalDate day, Set<String> counted) {
        return jdbi.withHandle(sql -> new Everything(day,
                sql.createQuery(SUMS).bind("day", day).mapTo(Sum.class).list(),
                sql.createQuery(OUTSIDE).bind("day", day).mapTo(Single.class).list(),
                sql.createQuery(MOVED).bind("day", day).mapTo(Single.class).list(),
                counted.isEmpty() ? List.of()
                        : sql.createQuery(OF_EACH).bindList("indicators", List.copyOf(counted)).bind("day", day)
                                .mapTo(Single.class).list(),
                agencies.mergers(), agencies.cohorts(),
                sql.createQuery(FIRSTS).mapTo(First.class).list(),
                new FormerPlaces(sql.createQuery(PLACES).mapTo(FormerPlaces.Place.class).list())));
    }

    /** Returns which ways the readings of some periods came, and what else is known of them. */
    List<Came> ways(Collection<Of> periods, List<Measuring> criteria) {
        return jdbi.withHandle(sql -> sql.createQuery(WAYS)
                .bindMethodsList("periods", periods, List.of("indicator", "period"))
                .bindMethodsList("criteria", criteria.isEmpty() ? NOTHING : criteria,
                        List.of("indicator", "model", "criterion"))
                .bindList("automatic", AUTOMATIC).bind("withdrawn", RoundState.WITHDRAWN).mapTo(Came.class).list());
    }
}
