package vn.thang.core.model;

import java.util.List;
import java.util.stream.Stream;

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
        weight = applicable ? sum(children) : weight;
    }

    /** A dimension of a weight of its own. */
    public Dimension(String code, int weight, boolean core, LevelRule rule, List<Node> children) {
        this(code, weight, core, rule, children, false);
    }

    /** Returns this dimension with other children. */
    public Dimension with(List<Node> others) {
        return new Dimension(code, weight, core, rule, others, applicable);
    }

    /** This dimension and all below it in model order, each before what is below it. */
    public List<Dimension> withBelow() {
        return Stream.concat(Stream.of(this), below().stream()).toList();
    }

    /** The dimensions below it at any depth in model order, each before what is below it. */
    public List<Dimension> below() {
        return children.stream().filter(Dimension.class::isInstance).map(Dimension.class::cast)
                .flatMap(inner -> inner.withBelow().stream()).toList();
    }

    /** The criteria in it and in all below it, in model order. */
    public List<Criterion> criteria() {
        return children.stream().flatMap(child -> switch (child) {
            case Dimension inner -> inner.criteria().stream();
            case Criterion criterion -> Stream.of(criterion);
        }).toList();
    }

    /** Whether a criterion in it or below is restricted, so that its index would tell of single answers. */
    public boolean restricts() {
        return criteria().stream().anyMatch(Criterion::restricted);
    }

    private static int sum(List<Node> children) {
        return children.stream().mapToInt(child -> child instanceof Dimension inner ? sum(inner.children)
                : child.weight()).sum();
    }
}
