package vn.thang.catalog.programme;

import static vn.thang.catalog.document.Document.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.model.TextRules;

/** What indicators must satisfy beyond their schema: every code once, targets that exist, bounds in order, formulas that can be computed. */
final class IndicatorRules {

    private final Document indicators;
    private final List<Fault> faults = new ArrayList<>();

    private IndicatorRules(Document indicators) {
        this.indicators = indicators;
    }

    static List<Fault> check(Document programme, Document indicators) {
        IndicatorRules rules = new IndicatorRules(indicators);
        rules.check(programme);
        return rules.faults;
    }

    /** The faults of the texts of one language against the indicators. */
    static List<Fault> checkTexts(Document indicators, Document texts) {
        List<Fault> faults = new ArrayList<>();
        TextRules.same(texts, "/indicators", values(indicators, "code"), faults);
        TextRules.same(texts, "/sources", values(indicators, "source"), faults);
        indicators.root().path("indicators").forEach(one -> {
            String code = one.path("code").asText();
            JsonNode words = texts.root().path("indicators").path(code);
            if (isRatioThatIsRead(one) && words.isObject() && !(words.has("numerator") && words.has("denominator"))) {
                faults.add(texts.fault(child("/indicators", code), "indicator-parts", code));
            }
        });
        return faults;
    }

    private void check(Document programme) {
        Set<String> targets = new TreeSet<>();
        programme.root().path("targets").forEach(target -> targets.add(target.path("code").asText()));
        Map<String, String> codes = new HashMap<>();
        Map<String, String> served = new HashMap<>();
        JsonNode list = indicators.root().path("indicators");
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            String pointer = child("/indicators", i);
            once(codes, one.path("code").asText(), pointer + "/code");
            if (one.has("criterion")) {
                once(served, one.path("criterion").asText(), pointer + "/criterion");
            }
            for (int t = 0; t < one.path("targets").size(); t++) {
                String target = one.path("targets").get(t).asText();
                once(served, target, child(pointer + "/targets", t));
                if (!targets.contains(target)) {
                    faults.add(indicators.fault(child(pointer + "/targets", t), "target", target));
                }
            }
            bounds(one, pointer + "/levels");
            if (one.has("denominator") && !isRatioThatIsRead(one)) {
                faults.add(indicators.fault(pointer + "/denominator", "denominator", one.path("code").asText()));
            }
            if (one.has("yearBegins") && Set.of("month", "quarter").contains(one.path("period").asText())) {
                faults.add(indicators.fault(pointer + "/yearBegins", "year-begins", one.path("code").asText()));
            }
            if (one.has("formula")) {
                formula(one.path("formula").asText(), pointer + "/formula");
            }
        }
    }

    private static boolean isRatioThatIsRead(JsonNode one) {
        return one.path("shape").asText().equals("ratio") && !one.has("formula");
    }

    private void once(Map<String, String> seen, String code, String pointer) {
        String first = seen.putIfAbsent(code, pointer);
        if (first != null) {
            faults.add(indicators.fault(pointer, "code", code, first));
        }
    }

    private void bounds(JsonNode one, String pointer) {
        boolean up = one.path("direction").asText().equals("up");
        TreeMap<String, JsonNode> levels = new TreeMap<>();
        one.path("levels").properties().forEach(level -> levels.put(level.getKey(), level.getValue()));
        BigDecimal before = null;
        for (Map.Entry<String, JsonNode> level : levels.entrySet()) {
            if (!level.getValue().isNumber()) {
                continue;
            }
            BigDecimal bound = level.getValue().decimalValue();
            if (before != null && (up ? bound.compareTo(before) <= 0 : bound.compareTo(before) >= 0)) {
                faults.add(indicators.fault(child(pointer, level.getKey()), "indicator", level.getKey()));
            }
            before = bound;
        }
    }

    private void formula(String text, String pointer) {
        Set<String> read = new TreeSet<>();
        indicators.root().path("indicators").forEach(other -> {
            if (!other.has("formula")) {
                read.add(other.path("code").asText());
            }
        });
        try {
            for (String input : Formula.of(text).inputs()) {
                if (!read.contains(input)) {
                    faults.add(indicators.fault(pointer, "formula-input", input));
                }
            }
        } catch (IllegalArgumentException e) {
            faults.add(indicators.fault(pointer, "formula", e.getMessage()));
        }
    }

    private static Set<String> values(Document indicators, String key) {
        Set<String> values = new TreeSet<>();
        indicators.root().path("indicators").forEach(one -> values.add(one.path(key).asText()));
        return values;
    }
}
