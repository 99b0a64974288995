package vn.thang.catalog.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.catalog.draft.ModelChange.Part;
import vn.thang.catalog.draft.ModelDifference.Place;
import vn.thang.catalog.programme.ProgrammeReader;

/** Compares the files of two versions of the programme value by value, by the codes of targets and indicators and not by lines. */
public final class ProgrammeDifference {

    private static final Set<String> ITSELF = Set.of("id", "version", "code");
    private static final Set<String> DEMAND = Set.of("comparator", "value", "unit", "measure", "condition", "level",
            "scope", "perAgency");
    private static final Set<String> WAY = Set.of("baseline", "trajectory", "breaks");
    private static final Set<String> BOUND = Set.of("coverage", "maxAge", "jump", "levels");

    private ProgrammeDifference() {
    }

    /** The differences: of the targets, of the indicators, of the words. */
    public static List<ModelChange> between(Map<String, byte[]> before, Map<String, byte[]> after) {
        List<ModelChange> changes = new ArrayList<>();
        Set<String> files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        List<String> ordered = new ArrayList<>(List.of(ProgrammeReader.STRUCTURE, ProgrammeReader.INDICATORS));
        files.stream().filter(name -> name.startsWith("texts.")).forEach(ordered::add);
        ordered.forEach(file -> ModelDifference.compare(values(file, before), values(file, after), changes));
        return List.copyOf(changes);
    }

    private static Map<Place, String> values(String file, Map<String, byte[]> files) {
        JsonNode root = ModelDifference.root(file, files);
        Map<Place, String> values = new LinkedHashMap<>();
        if (file.startsWith("texts.")) {
            texts(root, file.replaceAll("^texts\\.|\\.yaml$", ""), values);
            return values;
        }
        root.properties().forEach(field -> {
            if (field.getValue().isArray() && field.getValue().path(0).has("code")) {
                Part kind = file.equals(ProgrammeReader.INDICATORS) ? Part.INDICATOR : Part.TARGET;
                field.getValue().forEach(one -> thing(one, kind, values));
            } else if (!ITSELF.contains(field.getKey())) {
                ModelDifference.leaves(field.getValue(), field.getKey(), (path, value) -> values
                        .put(new Place(part(field.getKey()), "", path, ""), value));
            }
        });
        return values;
    }

    private static void thing(JsonNode one, Part kind, Map<Place, String> values) {
        String code = one.path("code").asText();
        values.put(new Place(kind, code, "", ""), code);
        one.properties().stream().filter(field -> !ITSELF.contains(field.getKey()))
                .forEach(field -> ModelDifference.leaves(field.getValue(), field.getKey(),
                        (path, value) -> values.put(new Place(part(field.getKey()), code, path, ""), value)));
    }

    private static Part part(String field) {
        return DEMAND.contains(field) ? Part.DEMAND : WAY.contains(field) ? Part.WAY
                : BOUND.contains(field) ? Part.BOUND : Part.RULE;
    }

    private static void texts(JsonNode root, String language, Map<Place, String> values) {
        root.properties().forEach(group -> group.getValue().properties().forEach(one -> {
            boolean named = one.getValue().isObject();
            ModelDifference.leaves(one.getValue(), named ? group.getKey() : group.getKey() + "." + one.getKey(),
                    (path, value) -> values.put(new Place(Part.TEXT, named ? one.getKey() : "", path, language),
                            value));
        }));
    }
}
