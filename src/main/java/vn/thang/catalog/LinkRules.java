package vn.thang.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Links between criteria and indicators lead to what exists, and their bounds run the way the indicator does. */
final class LinkRules {

    private LinkRules() {
    }

    /**
     * @param models   those that are sound
     * @param complete whether these are all, so that a criterion that none of them has is none
     */
    static List<Fault> check(List<Document> models, Document indicators, boolean complete) {
        List<Fault> faults = new ArrayList<>();
        Map<String, JsonNode> known = new HashMap<>();
        indicators.root().path("indicators").forEach(one -> known.put(one.path("code").asText(), one));
        Set<String> criteria = new TreeSet<>();
        for (Document model : models) {
            for (ModelItem item : ModelItem.of(model.root())) {
                if (item.criterion()) {
                    criteria.add(item.code());
                    link(model, item, known, faults);
                }
            }
        }
        JsonNode list = indicators.root().path("indicators");
        for (int i = 0; complete && i < list.size(); i++) {
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
        List<JsonNode> bounds = List.of("2", "3", "4", "5").stream().map(level -> link.path("levels").path(level))
                .filter(JsonNode::isNumber).toList();
        boolean up = indicator.path("direction").asText().equals("up");
        if (bounds.size() > 1 && bounds.get(1).decimalValue().compareTo(bounds.get(0).decimalValue()) > 0 != up) {
            faults.add(model.fault(item.pointer() + "/indicator/levels", "link-direction", code));
        }
    }
}
