package vn.thang.drafting.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The place of a value below a thing, as a heading of a column or the first cell of a line names it: names divided by a slash,
 * the items of a list by their numbers with a #, and [] behind the name of a list of plain values, which share one cell.
 */
final class FormPath {

    /** No version is deeper; a longer path would only cost memory. */
    private static final int DEEPEST = 40;
    static final String LIST = "[]";
    /** Behind the name of a thing in which nothing stands, and in its cell. */
    static final String EMPTY = "{}";
    private static final String DIVIDER = "; ";
    private static final Pattern ITEM = Pattern.compile("#[1-9][0-9]{0,3}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private FormPath() {
    }

    /** The plain values below a thing by their paths, in the order of the thing; what the names leave out has sheets of its own. */
    static Map<String, JsonNode> leaves(JsonNode thing, List<String> without) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        thing.properties().stream().filter(field -> !without.contains(field.getKey()))
                .forEach(field -> collect(escaped(field.getKey()), field.getValue(), leaves));
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isArray() && isPlain(node)) {
            leaves.put(path + LIST, node);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/#" + (i + 1), node.get(i), leaves);
            }
        } else if (node.isObject() && node.isEmpty()) {
            leaves.put(path + EMPTY, NODES.textNode(EMPTY));
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + escaped(field.getKey()), field.getValue(), leaves));
        } else {
            leaves.put(path, node);
        }
    }

    private static boolean isPlain(JsonNode list) {
        for (JsonNode item : list) {
            if (item.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String name(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }

    /** The items of a list as one cell shows them. */
    static String joined(JsonNode list) {
        List<String> items = new ArrayList<>();
        list.forEach(item -> items.add(item.isNumber() ? item.decimalValue().toPlainString() : item.asText()));
        return items.isEmpty() ? LIST : String.join(DIVIDER, items);
    }

    /** The items that a cell names. */
    static JsonNode items(String cell) {
        ArrayNode list = NODES.arrayNode();
        for (String item : cell.split(";")) {
            String text = item.strip();
            if (!text.isEmpty() && !text.equals(LIST)) {
                list.add(NUMBER.matcher(text).matches() ? FormCell.number(new java.math.BigDecimal(text))
                        : NODES.textNode(text));
            }
        }
        return list;
    }

    /** Puts a value where the path leads; answers its place as a pointer, or null where the path leads nowhere. */
    static String put(ObjectNode thing, String path, JsonNode value) {
        boolean marked = path.endsWith(LIST) || path.endsWith(EMPTY);
        String[] parts = (marked ? path.substring(0, path.length() - LIST.length()) : path).split("/", -1);
        if (parts.length > DEEPEST) {
            return null;
        }
        JsonNode given = path.endsWith(EMPTY) ? NODES.objectNode() : value;
        JsonNode at = thing;
        List<String> pointer = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            JsonNode next = last ? given
                    : ITEM.matcher(parts[i + 1]).matches() ? NODES.arrayNode() : NODES.objectNode();
            if (at instanceof ArrayNode list && ITEM.matcher(parts[i]).matches()) {
                int index = Integer.parseInt(parts[i].substring(1)) - 1;
                if (index > list.size() || last && index < list.size()) {
                    return null;
                }
                if (index == list.size()) {
                    list.add(next);
                }
                at = list.get(index);
                pointer.add(String.valueOf(index));
            } else if (at instanceof ObjectNode object && !parts[i].isEmpty() && !ITEM.matcher(parts[i]).matches()) {
                String name = name(parts[i]);
                if (last && object.has(name)) {
                    return null;
                }
                if (!object.has(name)) {
                    object.set(name, next);
                }
                at = object.get(name);
                pointer.add(name);
            } else {
                return null;
            }
        }
        return pointer.stream().map(part -> "/" + escaped(part)).collect(Collectors.joining());
    }
}
