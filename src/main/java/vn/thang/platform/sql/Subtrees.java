package vn.thang.platform.sql;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parts of the tree of agencies, as a condition of SQL.
 *
 * @param name  of its parameters, which a statement with more than one of these tells apart
 * @param paths of the agencies at which they begin; without any, the condition finds nothing
 */
public record Subtrees(String name, List<String> paths) {

    public Subtrees(List<String> paths) {
        this("subtree", paths);
    }

    /** Returns the condition that a path is at or below one of them. */
    public String condition(String column) {
        return IntStream.range(0, paths.size()).mapToObj(i -> " OR " + column + " LIKE :" + name + i)
                .collect(Collectors.joining("", "(1 = 0", ")"));
    }

    /** Returns the values of its parameters. */
    public Map<String, String> values() {
        return IntStream.range(0, paths.size()).boxed()
                .collect(Collectors.toMap(i -> name + i, i -> paths.get(i) + "%"));
    }
}
