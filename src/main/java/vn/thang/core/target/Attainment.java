package vn.thang.core.target;

import java.util.Optional;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;

/**
 * How far a target on a share of agencies is reached. Missing stays missing: whoever did not hand in is neither among those
 * that reached it nor known not to, so the share lies between two bounds. The lower one is the official value.
 *
 * @param reached  agencies that have reached what the target asks of each
 * @param inScope  all agencies that were due
 * @param missing  those of them that did not hand in
 * @param required what the share must satisfy
 */
public record Attainment(long reached, long inScope, long missing, Comparison required) {

    private static final int HUNDRED = 100;

    public Attainment {
        if (reached < 0 || missing < 0 || reached + missing > inScope) {
            throw new IllegalArgumentException(reached + " and " + missing + " of " + inScope);
        }
    }

    /** Everybody handed in. */
    public Attainment(long reached, long inScope, Comparison required) {
        this(reached, inScope, 0, required);
    }

    /** Those that handed in and have not reached it. */
    public long notReached() {
        return inScope - reached - missing;
    }

    /** Without agencies in scope there is nothing to say; that is neither zero nor achieved. */
    public boolean hasData() {
        return inScope > 0;
    }

    /** The exact share of those that reached it, the lower bound and the official value; empty without agencies in scope. */
    public Optional<Fraction> share() {
        return hasData() ? Optional.of(Fraction.of(reached, inScope)) : Optional.empty();
    }

    /** The exact share if everybody who is missing had reached it, the upper bound; empty without agencies in scope. */
    public Optional<Fraction> highest() {
        return hasData() ? Optional.of(Fraction.of(reached + missing, inScope)) : Optional.empty();
    }

    /** The part of those that were due that did not hand in, in per cent, for pictures; 0 without agencies in scope. */
    public double missingPercent() {
        return hasData() ? (double) HUNDRED * missing / inScope : 0;
    }

    /** Whether the lower bound satisfies what is required: whoever is missing counts as failing. */
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
