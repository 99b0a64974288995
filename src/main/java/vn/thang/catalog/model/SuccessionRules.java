package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.core.model.LevelScale;

/** A version that goes on from another names one that is read, and of its criteria exactly those as new that it adds. */
public final class SuccessionRules {

    private SuccessionRules() {
    }

    /**
     * The faults of each version that has some.
     *
     * @param models  those that are sound, by reference
     * @param refused those that are not: what goes on from one of them is not compared with it
     */
    public static Map<String, List<Fault>> check(Map<String, Document> models, Set<String> refused) {
        Map<String, List<Fault>> faulty = new LinkedHashMap<>();
        models.forEach((ref, model) -> {
            JsonNode continues = model.root().path("continues");
            String before = model.root().path("id").asText() + "/" + continues.path("version").asText();
            if (continues.isObject() && !refused.contains(before)) {
                List<Fault> faults = new ArrayList<>();
                if (models.containsKey(before) && !before.equals(ref)) {
                    criteria(model, continues.path("criteria"), criteria(models.get(before)), faults);
                    scales(model, models.get(before), faults);
                } else {
                    faults.add(model.fault("/continues/version", "continues", before));
                }
                if (!faults.isEmpty()) {
                    faulty.put(ref, faults);
                }
            }
        });
        return faulty;
    }

    private static void criteria(Document model, JsonNode named, Set<String> before, List<Fault> faults) {
        Set<String> now = criteria(model);
        for (String code : now) {
            boolean added = named.path(code).asText().equals("new");
            if (added == before.contains(code)) {
                faults.add(model.fault(Document.child("/continues/criteria", code), "continues-criterion", code));
            }
        }
        named.fieldNames().forEachRemaining(code -> {
            if (!now.contains(code)) {
                faults.add(model.faultOfKey(Document.child("/continues/criteria", code), "unknown", code));
            }
        });
    }

    /** What is joined has the same levels: otherwise no level compares with one of before, and no answer goes on. */
    private static void scales(Document model, Document before, List<Fault> faults) {
        JsonNode continues = model.root().path("continues");
        LevelScale levels = ModelStructure.levels(model.root());
        boolean same = levels.equals(ModelStructure.levels(before.root()));
        if (continues.path("whole").asText().equals("joined") && (!same || !overall(model).equals(overall(before)))) {
            faults.add(model.fault("/continues/whole", "continues-whole"));
        }
        ModelItem.of(model.root()).stream().filter(item -> !same && item.criterion() && item.scale(levels).ofLevels()
                && !continues.path("criteria").has(item.code()))
                .forEach(item -> faults.add(model.fault(item.pointer() + "/code", "continues-scale", item.code())));
    }

    private static String overall(Document model) {
        return model.root().path("overall").asText("level");
    }

    private static Set<String> criteria(Document model) {
        return ModelItem.of(model.root()).stream().filter(ModelItem::criterion).map(ModelItem::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
