package vn.thang.security;

import java.util.List;

/**
 * Where somebody has a permission. It is taken from the caller once, so that lists and files can decide agency by agency,
 * also in a thread that knows no caller.
 *
 * @param agencies paths of the agencies at which it holds
 * @param subtrees paths of the agencies at and below which it holds
 */
public record Reach(List<String> agencies, List<String> subtrees) {

    /** The permission holds nowhere. */
    public static final Reach NOWHERE = new Reach(List.of(), List.of());
    /** The permission holds at every agency. */
    public static final Reach EVERYWHERE = new Reach(List.of(), List.of("/"));

    public Reach {
        agencies = List.copyOf(agencies);
        subtrees = List.copyOf(subtrees);
    }

    boolean nowhere() {
        return agencies.isEmpty() && subtrees.isEmpty();
    }

    /** Whether the permission holds for the agency with this path. */
    public boolean covers(String path) {
        return agencies.contains(path) || subtrees.stream().anyMatch(path::startsWith);
    }

    /** Whether the permission can hold for the agency with this path or for one below it. */
    public boolean touches(String path) {
        return covers(path) || agencies.stream().anyMatch(agency -> agency.startsWith(path))
                || subtrees.stream().anyMatch(subtree -> subtree.startsWith(path));
    }
}
