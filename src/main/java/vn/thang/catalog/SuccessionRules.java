package vn.thang.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A version that goes on from another names one that is read, and of its criteria exactly those as new that it adds. */
final class SuccessionRules {

    private SuccessionRules() {
    }

    /** @param models those that are sound */
    static List<Fault> check(List<Document> models) {
        Map<String, Document> byRef = models.stream().collect(Collectors.toMap(
                model -> model.root().path("id").asText() + "/" + model.root().path("version").asText(),
                Function.identity()));
        List<Fault> faults = new ArrayList<>();
        for (Document model : models) {
            JsonNode continues = model.root().path("continues");
            if (continues.isObject()) {
                String ref = model.root().path("id").asText() + "/" + continues.path("version").asText();
                if (byRef.containsKey(ref) && byRef.get(ref) != model) {
                    criteria(model, continues.path("criteria"), criteria(byRef.get(ref)), faults);
                } else {
                    faults.add(model.fault("/continues/version", "continues", ref));
                }
            }
        }
        return faults;
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

    private static Set<String> criteria(Document model) {
        return ModelItem.of(model.root()).stream().filter(ModelItem::criterion).map(ModelItem::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
