package vn.thang.core.target;

import java.util.Optional;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

/**
 * How far a target on a share of agencies is reached.
 *
 * @param numerator   agencies that have reached what the target asks of each
 * @param denominator all agencies in scope
 * @param required    what the share must satisfy
 */
public record Attainment(long numerator, long denominator, Comparison required) {

    public Attainment {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + " of " + denominator);
        }
    }

    /** Without agencies in scope there is nothing to say; that is neither zero nor achieved. */
    public boolean hasData() {
        return denominator > 0;
    }

    /** The exact share; empty without agencies in scope. */
    public Optional<Fraction> share() {
        return hasData() ? Optional.of(Fraction.of(numerator, denominator)) : Optional.empty();
    }

    public boolean isAchieved() {
        return hasData() && required.holds(numerator, denominator);
    }

    /** How many agencies must reach it for the target to be achieved. */
    public long needed() {
        return hasData() ? required.least(denominator) : 0;
    }

    /** How many agencies are missing; 0 once the target is achieved. */
    public long gap() {
        return Math.max(0, needed() - numerator);
    }
}
