package vn.thang.core.scoring;

import java.util.List;
import vn.thang.core.model.Fraction;

/**
 * The score of one node.
 *
 * @param code   of the node; empty for the whole
 * @param level  0 to the highest; 0 for an exempt node too, which counts nowhere, and for a whole that has none
 * @param index  0 to the highest level, exact; 0 for a whole that has none
 * @param counts what it weighs among its siblings; 0 for an exempt node
 * @param weight sum of what the children count; 0 for a criterion and an exempt node
 * @param shares of weight at each level or above, from 1 on; empty for a criterion, an exempt node and a whole without a
 *               level
 * @param exempt whether the node is left out of its parent
 * @param unmet  the conditions of the next level that fail; empty at the highest, and where there are no shares
 */
public record NodeScore(String code, int level, Fraction index, long counts, long weight, List<Fraction> shares,
        boolean exempt,
        List<Unmet> unmet) {

    public NodeScore {
        shares = List.copyOf(shares);
        unmet = List.copyOf(unmet);
    }

    /** The weight at a level, from 1 on, or above: the numerator that belongs to {@link #weight()}. */
    public long reached(int level) {
        return shares.get(level - 1).times(weight).numerator().longValueExact();
    }
}
