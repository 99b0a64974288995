package vn.thang.matter.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.reading.InForce;
import vn.thang.matter.Matter;
import vn.thang.platform.sql.Flushed;

/** The readings of agencies beside what they plan to bring them to; a reading that waits for its confirmation is none. */
@ApplicationScoped
class OwnReadings {

    private static final int HUNDRED = 100;
    private static final String NEWEST = """
            JOIN reading n ON n.agency_id = a.id AND %s
            """.formatted(InForce.newest("n"));

    @Inject
    private Flushed flushed;

    /** Which readings the figure of a target is made of. */
    public record Of(String target, String indicator, LocalDate period) {
    }

    /** The reading of one agency; its parts are null where it has none. */
    record Own(String indicator, LocalDate period, BigDecimal numerator, BigDecimal denominator, BigDecimal value) {

        /** Whether the agency says that there was nothing: 0 of 0. */
        boolean nothing() {
            return denominator != null && denominator.signum() == 0;
        }

        /** The reading without any rounding; a share is exact where it has parts. */
        Fraction exact(boolean percent) {
            return !percent || denominator == null ? Fraction.of(value.stripTrailingZeros())
                    : Fraction.of(numerator).times(HUNDRED).dividedBy(Fraction.of(denominator));
        }
    }

    /**
     * A reading that an agency plans to bring to a value.
     *
     * @param wanted the value
     */
    record Promised(String target, long agency, String type, LocalDate dueOn, BigDecimal wanted, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value) {

        /** Whether the agency says that there was nothing: 0 of 0. */
        boolean nothing() {
            return denominator != null && denominator.signum() == 0;
        }

        /** How much the numerator rises by it; nothing without parts. */
        BigDecimal rise() {
            return denominator == null ? BigDecimal.ZERO
                    : wanted.multiply(denominator).movePointLeft(2).subtract(numerator).max(BigDecimal.ZERO);
        }
    }

    /** Returns the readings of an agency. */
    List<Own> of(long agency, List<Of> readings) {
        return readings.isEmpty() ? List.of()
                : flushed.withHandle(sql -> bound(sql.createQuery("""
                        SELECT n.indicator, n.period, n.numerator, n.denominator, n.value FROM agency a
                        """ + NEWEST + " WHERE a.id = :agency AND (:any, n.indicator, n.period) IN (<readings>)"),
                        readings.stream().map(one -> new Of("", one.indicator(), one.period())).distinct().toList())
                        .bind("agency", agency).bind("any", "").mapTo(Own.class).list());
    }

    /** Returns what agencies plan to bring these readings to, those measures left out that were dropped. */
    List<Promised> promised(List<Of> readings) {
        return readings.isEmpty() ? List.of()
                : flushed.withHandle(sql -> bound(sql.createQuery("""
                        SELECT m.target, a.id AS agency, a.type, m.due_on, CAST(m.raise_to AS DECIMAL(24, 6)) AS wanted,
                            n.numerator, n.denominator, n.value
                        FROM matter m JOIN agency a ON a.id = m.agency_id
                        """ + NEWEST + """
                        WHERE m.kind = :measure AND m.state <> :dropped AND m.about = :about AND m.raise_to IS NOT NULL
                            AND (m.target, n.indicator, n.period) IN (<readings>)"""), readings)
                        .bind("measure", Matter.Kind.MEASURE).bind("dropped", Matter.State.DROPPED)
                        .bind("about", Matter.About.TARGET).mapTo(Promised.class).list());
    }

    private static Query bound(Query query, List<Of> readings) {
        return query.bindMethodsList("readings", readings, List.of("target", "indicator", "period"));
    }

    /** Whether the agency has a measure about the target that is still to be done. */
    boolean isPlanned(long agency, String target) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM matter
                WHERE agency_id = :agency AND target = :target AND kind = :measure AND ended_at IS NULL
                LOCK IN SHARE MODE""").bind("agency", agency).bind("target", target)
                .bind("measure", Matter.Kind.MEASURE).mapTo(Long.class).one()) > 0;
    }
}
