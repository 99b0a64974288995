package vn.thang.catalog.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.thang.catalog.document.YamlReader;
import vn.thang.catalog.draft.ModelChange.Part;

/** Compares the files of two versions of a model value by value, by the codes of dimensions and criteria and not by lines. */
public final class ModelDifference {

    private static final String STRUCTURE = "model.yaml";
    private static final Set<String> CHILDREN = Set.of("dimensions", "criteria");
    private static final Set<String> ITSELF = Set.of("id", "version", "code", "continues", "changed");
    private static final Set<String> GATES = Set.of("gates", "gate", "bands", "core", "overall");

    /** What a value belongs to. */
    record Place(Part part, String code, String field, String language) {
    }

    private ModelDifference() {
    }

    /** The differences, those of the structure first; nothing is said of the name of the version and what goes on from where. */
    public static List<ModelChange> between(Map<String, byte[]> before, Map<String, byte[]> after) {
        List<ModelChange> changes = new ArrayList<>();
        Set<String> texts = new TreeSet<>(before.keySet());
        texts.addAll(after.keySet());
        texts.remove(STRUCTURE);
        Stream.concat(Stream.of(STRUCTURE), texts.stream()).forEach(file -> {
            compare(values(file, before), values(file, after), changes);
        });
        return List.copyOf(changes);
    }

    /** Adds what differs, in the order of the newer version. */
    static void compare(Map<Place, String> old, Map<Place, String> now, List<ModelChange> changes) {
        Set<Place> places = new LinkedHashSet<>(now.keySet());
        places.addAll(old.keySet());
        places.stream().filter(place -> !String.valueOf(old.get(place)).equals(String.valueOf(now.get(place))))
                .forEach(place -> changes.add(new ModelChange(place.part(), place.code(), place.field(),
                        place.language(), old.get(place), now.get(place))));
    }

    /** The tree of a file; missing where there is no such file. */
    static JsonNode root(String file, Map<String, byte[]> files) {
        return files.containsKey(file) ? YamlReader.read(file, files.get(file), new ArrayList<>()).root()
                : MissingNode.getInstance();
    }

    private static Map<Place, String> values(String file, Map<String, byte[]> files) {
        JsonNode root = root(file, files);
        Map<Place, String> values = new LinkedHashMap<>();
        if (file.equals(STRUCTURE)) {
            structure(root, "", values);
        } else {
            texts(root, file.replaceAll("^texts\\.|\\.yaml$", ""), values);
        }
        return values;
    }

    private static void structure(JsonNode node, String code, Map<Place, String> values) {
        node.properties().forEach(field -> {
            if (CHILDREN.contains(field.getKey())) {
                field.getValue().forEach(child -> {
                    String name = child.path("code").asText();
                    values.put(new Place(Part.CRITERION, name, "", ""), code.isEmpty() ? name : code + " / " + name);
                    structure(child, name, values);
                });
            } else if (!ITSELF.contains(field.getKey())) {
                leaves(field.getValue(), field.getKey(),
                        (path, value) -> values.put(new Place(part(field.getKey()), code, path, ""), value));
            }
        });
    }

    private static Part part(String field) {
        return field.equals("weight") ? Part.WEIGHT : field.equals("indicator") ? Part.BOUND
                : GATES.contains(field) ? Part.GATE : Part.RULE;
    }

    private static void texts(JsonNode root, String language, Map<Place, String> values) {
        root.properties().forEach(group -> {
            if (Set.of("dimensions", "criteria").contains(group.getKey())) {
                group.getValue().properties().forEach(one -> one.getValue().properties().stream()
                        .filter(field -> !ITSELF.contains(field.getKey()))
                        .forEach(field -> leaves(field.getValue(), field.getKey(), (path, value) -> values.put(
                                new Place(field.getKey().matches("levels|options") ? Part.STATEMENT : Part.TEXT,
                                        one.getKey(), path, language),
                                value))));
            } else {
                leaves(group.getValue(), group.getKey(),
                        (path, value) -> values.put(new Place(Part.TEXT, "", path, language), value));
            }
        });
    }

    /** Takes a value with the names that lead to it. */
    interface Leaf {
        void take(String path, String value);
    }

    /** Lists of plain values are one value, since their order says something. */
    static void leaves(JsonNode node, String path, Leaf leaf) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(field.getValue(), path + "." + field.getKey(), leaf));
        } else if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> {
                List<String> parts = new ArrayList<>();
                item.forEach(part -> parts.add(part.asText()));
                items.add(item.isObject() ? String.join(" ", parts) : item.asText());
            });
            leaf.take(path, String.join(", ", items));
        } else {
            leaf.take(path, node.asText().strip());
        }
    }
}
