package vn.thang.core.target;

import java.util.Optional;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

/**
 * How far a target on a share of agencies is reached.
 *
 * @param reached  agencies that have reached what the target asks of each
 * @param inScope  all agencies in scope
 * @param required what the share must satisfy
 */
public record Attainment(long reached, long inScope, Comparison required) {

    public Attainment {
        if (reached < 0 || reached > inScope) {
            throw new IllegalArgumentException(reached + " of " + inScope);
        }
    }

    /** Without agencies in scope there is nothing to say; that is neither zero nor achieved. */
    public boolean hasData() {
        return inScope > 0;
    }

    /** The exact share; empty without agencies in scope. */
    public Optional<Fraction> share() {
        return hasData() ? Optional.of(Fraction.of(reached, inScope)) : Optional.empty();
    }

    public boolean achieved() {
        return hasData() && required.holds(reached, inScope);
    }

    /** How many agencies must reach it for the target to be achieved. */
    public long needed() {
        return hasData() ? required.least(inScope) : 0;
    }

    /** How many agencies are missing; 0 once the target is achieved. */
    public long gap() {
        return Math.max(0, needed() - reached);
    }
}
