package vn.thang.dashboard.target;

import java.time.LocalDate;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;

/**
 * What was reached in one round or period.
 *
 * @param label      how the round or period is called
 * @param value      in the unit of the target: a percentage or a number
 * @param attainment the numerator and denominator; null for a figure of the whole country
 * @param confidence how far it can be relied on; null where it is told of the value of today alone
 * @param coverage   how much of what was due for the period came; null for a figure of rounds, whose attainment says it
 */
public record TargetValue(String label, LocalDate on, Fraction value, Attainment attainment, Confidence confidence,
        Coverage coverage) {

    /** A figure of rounds. */
    public TargetValue(String label, LocalDate on, Fraction value, Attainment attainment, Confidence confidence) {
        this(label, on, value, attainment, confidence, null);
    }

    /** A value beside which no confidence is told. */
    TargetValue(String label, LocalDate on, Fraction value, Attainment attainment) {
        this(label, on, value, attainment, null);
    }

    /** How many agencies have reported or handed in; null where that is not known. */
    public Long reported() {
        return coverage != null ? Long.valueOf(coverage.reported())
                : attainment == null ? null : Long.valueOf(attainment.inScope() - attainment.missing());
    }

    /** How many were due to; null where that is not known. */
    public Long due() {
        return coverage != null ? Long.valueOf(coverage.due())
                : attainment == null ? null : Long.valueOf(attainment.inScope());
    }

    /** For pictures; the exact value is that of the fraction. */
    public double number() {
        return value.toDecimal(4).doubleValue();
    }
}
