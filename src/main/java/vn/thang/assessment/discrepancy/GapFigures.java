package vn.thang.assessment.discrepancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;

/** The figures of a gap, as an entry of the register keeps them: the levels that it is about, and the reading behind the measured one. */
@Embeddable
class GapFigures {

    @Column(name = "indicator")
    private String indicator;

    @Column(name = "period")
    private String period;

    /** Null where no level was ever known. */
    @Column(name = "value")
    private BigDecimal value;

    @Column(name = "declared")
    private int declared;

    /** Null where no level was ever known. */
    @Column(name = "measured")
    private Integer measured;

    @Column(name = "lapsed")
    private boolean lapsed;

    protected GapFigures() {
    }

    GapFigures(Gap gap) {
        indicator = gap.measured().indicator().code();
        period = gap.measured().period().toString();
        value = gap.measured().value();
        declared = gap.declared();
        measured = gap.measuredLevel();
        lapsed = gap.measured().lapsed();
    }

    int declared() {
        return declared;
    }

    Integer measured() {
        return measured;
    }

    boolean sayLevelsOf(Gap gap) {
        return declared == gap.declared() && Objects.equals(measured, gap.measuredLevel())
                && lapsed == gap.measured().lapsed();
    }

    boolean sayReadingOf(Gap gap) {
        BigDecimal other = gap.measured().value();
        return period.equals(gap.measured().period().toString())
                && (value == null || other == null ? value == other : value.compareTo(other) == 0);
    }
}
