package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.LevelScale;

/**
 * What a model must satisfy beyond its schema: every code once, percentages that can be met, one band for each level
 * without gap or overlap, nothing for levels that do not exist, options within the maximum. It works on any tree, so that all faults of a file are found together.
 */
public final class ModelRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Document document;
    private final LevelScale levels;
    private final List<Fault> faults = new ArrayList<>();

    private ModelRules(Document document) {
        this.document = document;
        this.levels = ModelStructure.levels(document.root());
    }

    public static List<Fault> check(Document document) {
        ModelRules rules = new ModelRules(document);
        rules.check();
        return rules.faults;
    }

    private void check() {
        JsonNode model = document.root();
        gate(model.path("gates").path("whole"), "/gates/whole");
        gate(model.path("gates").path("dimension"), "/gates/dimension");
        bands(model.path("bands"), "/bands");
        if (model.has("overall") && !model.path("overall").asText().equals("level")
                && model.path("gates").has("whole")) {
            faults.add(document.faultOfKey("/gates/whole", "overall-gate", model.path("overall").asText()));
        }
        Map<String, String> seen = new HashMap<>();
        for (ModelItem item : ModelItem.of(model)) {
            String first = seen.putIfAbsent(item.code(), item.pointer());
            if (first != null && item.node().has("code")) {
                faults.add(document.fault(item.pointer() + "/code", "code", item.code(), first));
            }
            if (item.criterion()) {
                criterion(item);
            } else {
                gate(item.node().path("gate"), item.pointer() + "/gate");
                bands(item.node().path("bands"), item.pointer() + "/bands");
            }
        }
    }

    private void gate(JsonNode gate, String pointer) {
        comparison(gate.path("at").asText(), pointer + "/at");
        comparison(gate.path("below").asText(), pointer + "/below");
        if (gate.path("maxGap").isIntegralNumber() && gate.path("maxGap").intValue() > levels.highest()) {
            faults.add(document.fault(pointer + "/maxGap", "gap", gate.path("maxGap").intValue(), levels.highest()));
        }
    }

    private void comparison(String text, String pointer) {
        if (!text.matches(">=? ?[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            return;
        }
        BigDecimal percent = new BigDecimal(text.replaceAll("[>= ]", ""));
        int beyond = percent.compareTo(HUNDRED);
        if (beyond > 0 || beyond == 0 && !text.startsWith(">=")) {
            faults.add(document.fault(pointer, "percent", text));
        }
    }

    private void bands(JsonNode bands, String pointer) {
        if (bands.isArray() && bands.size() != levels.highest()) {
            faults.add(document.fault(pointer, "bands-count", bands.size(), levels.highest()));
            return;
        }
        JsonNode last = bands.path(bands.size() - 1);
        if (last.isNumber() && last.decimalValue().compareTo(BigDecimal.valueOf(levels.highest())) > 0) {
            faults.add(document.fault(pointer + "/" + (bands.size() - 1), "bands-most", last.asText(),
                    levels.highest()));
        }
        for (int i = 1; i < bands.size(); i++) {
            JsonNode lower = bands.get(i - 1);
            JsonNode upper = bands.get(i);
            if (lower.isNumber() && upper.isNumber() && lower.decimalValue().compareTo(upper.decimalValue()) >= 0) {
                faults.add(document.fault(pointer + "/" + i, "bands", i, lower.asText(), i + 1, upper.asText()));
            }
        }
    }

    private void criterion(ModelItem item) {
        String pointer = item.pointer();
        JsonNode weight = item.node().path("weight");
        JsonNode points = item.node().path("scale").path("points");
        points.properties().forEach(option -> {
            JsonNode worth = option.getValue();
            if (worth.isNumber() && weight.isNumber() && worth.decimalValue().compareTo(weight.decimalValue()) > 0) {
                faults.add(document.fault(Document.child(pointer + "/scale/points", option.getKey()), "points",
                        option.getKey(), worth.asText(), weight.asText()));
            }
        });
        AnswerScale scale = item.scale(levels);
        long steps = scale.steps();
        item.node().path("effort").fieldNames().forEachRemaining(step -> {
            if (step.matches("[1-9][0-9]?") && Integer.parseInt(step) > steps) {
                faults.add(document.faultOfKey(pointer + "/effort/" + step, "effort", step, steps));
            }
        });
        for (String ofLevels : List.of("evidence", "indicator")) {
            if (!scale.ofLevels() && item.node().has(ofLevels)) {
                faults.add(document.faultOfKey(pointer + "/" + ofLevels, "scale", ofLevels));
            }
        }
        levels(item.node().path("evidence"), pointer + "/evidence", 2);
        levels(item.node().path("indicator").path("levels"), pointer + "/indicator/levels", levels.lowest() + 1);
        indicator(item.node().path("indicator").path("levels"), pointer + "/indicator/levels");
    }

    /** Only levels of the model are named, from the lowest one that can ask for something. */
    private void levels(JsonNode named, String pointer, int lowest) {
        named.fieldNames().forEachRemaining(level -> {
            if (level.matches("[0-9]") && (Integer.parseInt(level) > levels.highest()
                    || Integer.parseInt(level) < lowest)) {
                faults.add(document.faultOfKey(Document.child(pointer, level), "level", level, lowest,
                        levels.highest()));
            }
        });
    }

    /** The bounds of an indicator rise from level to level, or fall where less is better. */
    private void indicator(JsonNode levels, String pointer) {
        List<String> present = ModelItem.levels().filter(level -> levels.path(level).isNumber()).toList();
        Integer direction = null;
        for (int i = 1; i < present.size(); i++) {
            BigDecimal lower = levels.get(present.get(i - 1)).decimalValue();
            BigDecimal upper = levels.get(present.get(i)).decimalValue();
            int step = Integer.signum(upper.compareTo(lower));
            if (step == 0 || direction != null && step != direction) {
                faults.add(document.fault(pointer + "/" + present.get(i), "indicator", present.get(i)));
                return;
            }
            direction = direction == null ? Integer.valueOf(step) : direction;
        }
    }
}
