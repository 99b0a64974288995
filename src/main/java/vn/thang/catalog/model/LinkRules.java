package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;

/** Links between criteria and indicators lead to what exists, and their bounds run the way the indicator does. */
public final class LinkRules {

    private LinkRules() {
    }

    /** The faults of each model that has some, of those that are sound by themselves. */
    public static Map<String, List<Fault>> check(Map<String, Document> models, Document indicators) {
        Map<String, JsonNode> known = new HashMap<>();
        indicators.root().path("indicators").forEach(one -> known.put(one.path("code").asText(), one));
        Map<String, List<Fault>> faulty = new LinkedHashMap<>();
        models.forEach((ref, model) -> {
            List<Fault> faults = new ArrayList<>();
            ModelItem.of(model.root()).stream().filter(ModelItem::criterion)
                    .forEach(item -> link(model, item, known, faults));
            if (!faults.isEmpty()) {
                faulty.put(ref, faults);
            }
        });
        return faulty;
    }

    /** Indicators of criteria that no model has; asked only where every model could be read. */
    public static List<Fault> checkCriteria(Collection<Document> models, Document indicators) {
        Set<String> criteria = models.stream().flatMap(model -> ModelItem.of(model.root()).stream())
                .filter(ModelItem::criterion).map(ModelItem::code).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        JsonNode list = indicators.root().path("indicators");
        for (int i = 0; i < list.size(); i++) {
            String criterion = list.get(i).path("criterion").asText();
            if (list.get(i).has("criterion") && !criteria.contains(criterion)) {
                faults.add(indicators.fault("/indicators/" + i + "/criterion", "link-criterion", criterion));
            }
        }
        return faults;
    }

    private static void link(Document model, ModelItem item, Map<String, JsonNode> known, List<Fault> faults) {
        JsonNode link = item.node().path("indicator");
        if (link.isMissingNode()) {
            return;
        }
        String code = link.path("code").asText();
        JsonNode indicator = known.get(code);
        if (indicator == null) {
            faults.add(model.fault(item.pointer() + "/indicator/code", "link-indicator", code));
            return;
        }
        List<JsonNode> bounds = ModelItem.levels().map(level -> link.path("levels").path(level))
                .filter(JsonNode::isNumber).toList();
        boolean up = indicator.path("direction").asText().equals("up");
        if (bounds.size() > 1 && bounds.get(1).decimalValue().compareTo(bounds.get(0).decimalValue()) > 0 != up) {
            faults.add(model.fault(item.pointer() + "/indicator/levels", "link-direction", code));
        }
    }
}
