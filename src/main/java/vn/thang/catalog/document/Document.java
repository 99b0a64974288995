package vn.thang.catalog.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A file as a tree, and where each of its places stands.
 *
 * @param file   path within maturity-model/
 * @param root   the tree; missing when the file could not be read at all
 * @param values JSON pointer to the place of the value
 * @param keys   JSON pointer to the place of the key
 */
public record Document(String file, JsonNode root, Map<String, Place> values, Map<String, Place> keys) {

    /** Line and column, both counted from 1. */
    record Place(int line, int column) {
    }

    public static Document unread(String file) {
        return new Document(file, MissingNode.getInstance(), Map.of(), Map.of());
    }

    /** A tree without lines, from a request. */
    public static Document of(JsonNode root) {
        return new Document("", root, Map.of(), Map.of());
    }

    public boolean read() {
        return !root.isMissingNode();
    }

    /** A fault at the value which the pointer names, or at what is nearest above it. */
    public Fault fault(String pointer, String key, Object... arguments) {
        return at(nearest(values, pointer), pointer, key, arguments);
    }

    /** A fault of the key itself rather than of its value. */
    public Fault faultOfKey(String pointer, String key, Object... arguments) {
        return at(nearest(keys, pointer), pointer, key, arguments);
    }

    private Fault at(Place place, String pointer, String key, Object... arguments) {
        List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Fault(file, place.line(), place.column(), pointer, key, words);
    }

    private Place nearest(Map<String, Place> places, String pointer) {
        for (String p = pointer; !p.isEmpty(); p = p.substring(0, p.lastIndexOf('/'))) {
            if (places.containsKey(p)) {
                return places.get(p);
            }
        }
        return values.getOrDefault("", file.isEmpty() ? new Place(0, 0) : new Place(1, 1));
    }

    /** The pointer of a child. */
    public static String child(String pointer, Object name) {
        return pointer + "/" + String.valueOf(name).replace("~", "~0").replace("/", "~1");
    }
}
