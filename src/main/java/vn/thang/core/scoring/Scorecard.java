package vn.thang.core.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The scores of all nodes, the whole first, then the tree in model order. */
public final class Scorecard {

    private final Map<String, NodeScore> nodes;

    Scorecard(List<NodeScore> inTreeOrder) {
        nodes = LinkedHashMap.newLinkedHashMap(inTreeOrder.size());
        inTreeOrder.forEach(node -> nodes.put(node.code(), node));
    }

    public NodeScore whole() {
        return nodes.get("");
    }

    /** @throws NoSuchElementException when the model has no such node */
    public NodeScore node(String code) {
        NodeScore node = nodes.get(code);
        if (node == null) {
            throw new NoSuchElementException(code);
        }
        return node;
    }

    public List<NodeScore> nodes() {
        return List.copyOf(nodes.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scorecard scorecard && nodes.equals(scorecard.nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    @Override
    public String toString() {
        return nodes.values().toString();
    }
}
