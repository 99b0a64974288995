package vn.thang.core.model;

import java.util.List;

/**
 * A node with children: a dimension at any depth, or the whole, whose code is empty.
 *
 * @param weight     where it follows from the criteria below: the sum of all their weights
 * @param rule       how the level follows from the children
 * @param children   criteria or further dimensions, in model order
 * @param applicable whether it weighs among its siblings what applies in it: the weights of the criteria below that are not
 *                   exempt, so that the index above is the share of points reached of those that were possible. Source: the
 *                   scores of the Open Budget Survey, which leave questions that do not apply out of both sums
 */
public record Dimension(String code, int weight, boolean core, LevelRule rule, List<Node> children,
        boolean applicable) implements Node {

    public Dimension {
        children = List.copyOf(children);
        weight = applicable ? below(children) : weight;
    }

    /** A dimension of a weight of its own. */
    public Dimension(String code, int weight, boolean core, LevelRule rule, List<Node> children) {
        this(code, weight, core, rule, children, false);
    }

    /** Returns this dimension with other children. */
    public Dimension with(List<Node> others) {
        return new Dimension(code, weight, core, rule, others, applicable);
    }

    private static int below(List<Node> children) {
        return children.stream().mapToInt(child -> child instanceof Dimension inner ? below(inner.children)
                : child.weight()).sum();
    }
}
