package vn.thang.indicator.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.core.target.Existence;
import vn.thang.indicator.reading.InForce;
import vn.thang.organisation.agency.FirstLevel;

/** The agencies that have not reported for periods, and the denominators by which they are weighed. */
@ApplicationScoped
class SilentAgencies {

    /** Those who have not reported for periods, with the last denominator that each reported before. */
    private static final String SILENT = """
            SELECT w.indicator, w.period, a.id AS agency, a.type, %s AS first, a.valid_from, a.valid_to, (
                SELECT r.denominator FROM reading r
                WHERE r.agency_id = a.id AND r.indicator = w.indicator AND r.period < w.period AND %s
                ORDER BY r.period DESC, r.id DESC LIMIT 1) AS last
            FROM (
                SELECT DISTINCT s.indicator, s.period, s.type FROM reading_sum s
                WHERE (s.indicator, s.period, s.type) IN (<places>)) w
            JOIN agency a ON a.type = w.type AND (a.valid_to IS NULL OR a.valid_to >= w.period)
            WHERE NOT EXISTS (
                SELECT 1 FROM reading r
                WHERE r.agency_id = a.id AND r.indicator = w.indicator AND r.period = w.period AND %s)
            """.formatted(FirstLevel.OF_AGENCY, InForce.settled("r"), InForce.newest("r"));
    /** What agencies last reported that weighs, of periods up to one. */
    private static final String LAST = """
            WITH asked (agency, indicator, until) AS (VALUES (0, '', DATE '1000-01-01'), <asked>)
            SELECT o.agency, o.indicator, o.until, r.period, r.denominator AS amount
            FROM (
                SELECT q.agency, q.indicator, q.until, (
                    SELECT n.id FROM reading n
                    WHERE n.agency_id = q.agency AND n.indicator = q.indicator AND n.period <= q.until
                        AND n.denominator IS NOT NULL AND %s
                    ORDER BY n.period DESC, n.id DESC LIMIT 1) AS reading
                FROM (SELECT agency, indicator, CAST(until AS DATE) AS until FROM asked) q) o
            JOIN reading r ON r.id = o.reading""".formatted(InForce.settled("n"));
    private static final String DENOMINATORS = """
            SELECT r.indicator, r.period, a.type, r.denominator AS amount
            FROM reading r
            JOIN agency a ON a.id = r.agency_id
            WHERE (r.indicator, r.period, a.type) IN (<places>) AND r.denominator IS NOT NULL AND %s
            """.formatted(InForce.newest("r"));

    @Inject
    private Jdbi jdbi;

    /** An agency that has not reported for a period; last is null where it never did before. */
    record Silent(String indicator, LocalDate period, long agency, String type, String first, LocalDate validFrom,
            LocalDate validTo, BigDecimal last) {

        Existence existence() {
            return new Existence(validFrom, validTo);
        }

        TypePeriod place() {
            return new TypePeriod(indicator, period, type);
        }
    }

    /** What an agency last reported is asked for, of periods up to one. */
    public record Until(long agency, String indicator, LocalDate until) {
    }

    /** The last denominator of an agency, in periods up to one, and the period that it was reported for. */
    record Last(long agency, String indicator, LocalDate until, LocalDate period, BigDecimal amount) {

        Until asked() {
            return new Until(agency, indicator, until);
        }
    }

    /** A denominator that somebody reported. */
    record Amount(String indicator, LocalDate period, String type, BigDecimal amount) {

        TypePeriod place() {
            return new TypePeriod(indicator, period, type);
        }
    }

    /** Returns who has not reported in these places, those too that are not due. */
    List<Silent> of(Collection<TypePeriod> places) {
        return jdbi.withHandle(sql -> sql.createQuery(SILENT)
                .bindMethodsList("places", places, List.of("indicator", "period", "type")).mapTo(Silent.class).list());
    }

    /** Returns what was last reported, as far as anything was. */
    List<Last> last(Collection<Until> asked) {
        return asked.isEmpty() ? List.of() : jdbi.withHandle(sql -> sql.createQuery(LAST)
                .bindMethodsList("asked", asked, List.of("agency", "indicator", "until")).mapTo(Last.class).list());
    }

    /** Returns the denominators that came in these places. */
    List<Amount> denominators(Collection<TypePeriod> places) {
        return jdbi.withHandle(sql -> sql.createQuery(DENOMINATORS)
                .bindMethodsList("places", places, List.of("indicator", "period", "type")).mapTo(Amount.class).list());
    }
}
