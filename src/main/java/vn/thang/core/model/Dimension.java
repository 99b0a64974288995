package vn.thang.core.model;

import java.util.List;

/**
 * A node with children: a dimension at any depth, or the whole, whose code is empty.
 *
 * @param rule     how the level follows from the children
 * @param children criteria or further dimensions, in model order
 */
public record Dimension(String code, int weight, boolean core, LevelRule rule, List<Node> children) implements Node {

    public Dimension {
        children = List.copyOf(children);
    }
}
