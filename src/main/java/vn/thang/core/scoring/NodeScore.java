package vn.thang.core.scoring;

import java.util.List;
import vn.thang.core.model.Fraction;

/**
 * The score of one node.
 *
 * @param code   of the node; empty for the whole
 * @param level  0 to 5; 0 for an exempt node too, which counts nowhere
 * @param index  0 to 5, exact
 * @param weight sum of the weights of the children that count; 0 for a criterion and an exempt node
 * @param shares of weight at the levels 1 to 5 or above; empty for a criterion and an exempt node
 * @param exempt whether the node is left out of its parent
 * @param unmet  the conditions of the next level that fail; empty at level 5, for a criterion, and for an exempt node
 */
public record NodeScore(String code, int level, Fraction index, long weight, List<Fraction> shares, boolean exempt,
        List<Unmet> unmet) {

    public NodeScore {
        shares = List.copyOf(shares);
        unmet = List.copyOf(unmet);
    }

    /** The weight at a level, 1 to 5, or above: the numerator that belongs to {@link #weight()}. */
    public long reached(int level) {
        return shares.get(level - 1).times(weight).numerator().longValueExact();
    }
}
