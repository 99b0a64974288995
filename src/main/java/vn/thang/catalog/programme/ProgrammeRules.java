package vn.thang.catalog.programme;

import static vn.thang.catalog.document.Document.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.model.ModelStructure;
import vn.thang.catalog.model.TextRules;
import vn.thang.core.target.TargetMeasure;

/** What the programme must satisfy beyond its schema: real days, every code once, phases and groups that exist. */
public final class ProgrammeRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Pattern PERCENTAGE = Pattern.compile("([0-9]+(?:[.,][0-9]+)?)[ \u00a0]?%");

    private final Document programme;
    private final List<Fault> faults = new ArrayList<>();

    private ProgrammeRules(Document programme) {
        this.programme = programme;
    }

    /**
     * The faults of each version of the national model with which a target cannot be told: its levels are those that targets
     * mean.
     */
    public static Map<String, List<Fault>> checkNational(Map<String, Document> models, String national,
            Document programme) {
        int wanted = 0;
        for (JsonNode target : programme.root().path("targets")) {
            wanted = Math.max(wanted, target.path("level").asInt());
        }
        Map<String, List<Fault>> faulty = new LinkedHashMap<>();
        for (Map.Entry<String, Document> one : models.entrySet()) {
            Document model = one.getValue();
            String overall = model.root().path("overall").asText("level");
            if (wanted > 0 && one.getKey().startsWith(national + "/")) {
                if (!overall.equals("level")) {
                    faulty.put(one.getKey(), List.of(model.fault("/overall", "national-overall", overall)));
                } else if (ModelStructure.levels(model.root()).highest() < wanted) {
                    faulty.put(one.getKey(), List.of(model.fault("/levels", "national-levels", wanted)));
                }
            }
        }
        return faulty;
    }

    static List<Fault> check(Document programme) {
        ProgrammeRules rules = new ProgrammeRules(programme);
        rules.check();
        return rules.faults;
    }

    /** The faults of the texts of one language against the programme. */
    static List<Fault> check(Document programme, Document texts) {
        List<Fault> faults = new ArrayList<>();
        JsonNode root = programme.root();
        TextRules.same(texts, "/phases", codes(root.path("phases")), faults);
        TextRules.same(texts, "/groups", codes(root.path("groups")), faults);
        TextRules.same(texts, "/targets", codes(root.path("targets")), faults);
        root.path("targets").forEach(target -> numbers(target, texts, faults));
        return faults;
    }

    /** A percentage in the words of a target is what it demands of the country or of an agency, and no other number. */
    private static void numbers(JsonNode target, Document texts, List<Fault> faults) {
        List<BigDecimal> demanded = List.of(target.path("value").decimalValue(),
                target.path("condition").path("value").decimalValue());
        String pointer = child("/targets", target.path("code").asText());
        texts.root().at(pointer).properties().forEach(words -> {
            Matcher found = PERCENTAGE.matcher(words.getValue().asText());
            while (found.find()) {
                BigDecimal number = new BigDecimal(found.group(1).replace(',', '.'));
                if (demanded.stream().noneMatch(one -> one.compareTo(number) == 0)) {
                    faults.add(texts.fault(pointer + "/" + words.getKey(), "target-number", found.group(1),
                            demanded.get(0).toPlainString()));
                }
            }
        });
    }

    private void check() {
        JsonNode root = programme.root();
        date(root.at("/decision/date"), "/decision/date");
        once(root.path("phases"), "/phases");
        once(root.path("targets"), "/targets");
        for (int i = 0; i < root.path("phases").size(); i++) {
            date(root.path("phases").get(i).path("due"), child("/phases", i) + "/due");
        }
        Set<String> phases = codes(root.path("phases"));
        Set<String> groups = codes(root.path("groups"));
        for (int i = 0; i < root.path("targets").size(); i++) {
            JsonNode target = root.path("targets").get(i);
            String pointer = child("/targets", i);
            known(target.path("phase"), phases, pointer + "/phase", "phase");
            known(target.path("group"), groups, pointer + "/group", "group");
            for (String own : List.of("level", "condition")) {
                if (target.has(own)
                        && !target.path("measure").asText().equals(TargetMeasure.SHARE_OF_AGENCIES.code())) {
                    faults.add(programme.faultOfKey(pointer + "/" + own, "condition", own));
                }
            }
            if (ofAgencies(target.path("measure").asText()) && !share(target)) {
                faults.add(programme.fault(pointer + "/comparator", "share"));
            }
            way(target, pointer, root.path("phases"));
        }
    }

    private static boolean ofAgencies(String measure) {
        return Arrays.stream(TargetMeasure.values()).anyMatch(one -> one.code().equals(measure) && one.ofAgencies());
    }

    /** Whether a part of a whole can be compared with what is demanded; what the schema refuses anyhow is not said again. */
    private static boolean share(JsonNode target) {
        BigDecimal value = target.path("value").decimalValue();
        return !target.path("unit").asText().equals("count") && !target.path("comparator").asText().startsWith("<")
                && value.stripTrailingZeros().scale() <= 2 && value.compareTo(WHOLE) <= 0;
    }

    /** The days of the baseline and of the trajectory are real, follow each other and lie before the due day. */
    private void way(JsonNode target, String pointer, JsonNode phases) {
        Map<String, JsonNode> days = new LinkedHashMap<>();
        if (target.has("baseline")) {
            days.put(pointer + "/baseline/on", target.path("baseline").path("on"));
        }
        for (int i = 0; i < target.path("trajectory").size(); i++) {
            days.put(child(pointer + "/trajectory", i) + "/on", target.path("trajectory").get(i).path("on"));
        }
        String due = "9999-12-31";
        for (JsonNode phase : phases) {
            due = phase.path("code").equals(target.path("phase")) ? phase.path("due").asText() : due;
        }
        String before = "";
        for (Map.Entry<String, JsonNode> day : days.entrySet()) {
            String on = day.getValue().asText();
            date(day.getValue(), day.getKey());
            if (day.getValue().isTextual() && (on.compareTo(before) <= 0 || on.compareTo(due) >= 0)) {
                faults.add(programme.fault(day.getKey(), "trajectory", on, due));
            }
            before = on;
        }
    }

    private void known(JsonNode reference, Set<String> known, String pointer, String key) {
        if (reference.isTextual() && !known.contains(reference.asText())) {
            faults.add(programme.fault(pointer, key, reference.asText()));
        }
    }

    private void date(JsonNode date, String pointer) {
        try {
            if (date.asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                LocalDate.parse(date.asText());
            }
        } catch (DateTimeException e) {
            faults.add(programme.fault(pointer, "date", date.asText()));
        }
    }

    private void once(JsonNode list, String pointer) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String code = list.get(i).path("code").asText();
            String first = seen.putIfAbsent(code, child(pointer, i));
            if (first != null) {
                faults.add(programme.fault(child(pointer, i) + "/code", "code", code, first));
            }
        }
    }

    private static Set<String> codes(JsonNode list) {
        Set<String> codes = new LinkedHashSet<>();
        list.forEach(item -> codes.add(item.isTextual() ? item.asText() : item.path("code").asText()));
        return codes;
    }
}
