package vn.thang.catalog.programme;

import static vn.thang.catalog.document.Document.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;

/**
 * What a version of the programme must keep of the one before it, so that figures of the past stay what they were: it is the
 * same programme; an indicator stays and counts in the same shape, unit and periods, because its readings stay; and where
 * something else is counted from now on, a break names the day.
 */
public final class ProgrammeSuccession {

    private static final List<String> KEPT = List.of("shape", "unit", "direction", "period", "yearBegins", "criterion",
            "levels", "prefill", "formula");
    private static final List<String> MEANING_OF_TARGET = List.of("measure", "scope", "level", "condition");
    private static final List<String> MEANING_OF_INDICATOR = List.of("targets", "source", "scope", "denominator");

    private final ProgrammeReader before;
    private final ProgrammeReader now;
    private final List<Fault> faults = new ArrayList<>();

    private ProgrammeSuccession(ProgrammeReader before, ProgrammeReader now) {
        this.before = before;
        this.now = now;
    }

    /** The faults of a version that is sound by itself. */
    public static List<Fault> check(ProgrammeReader before, ProgrammeReader now) {
        ProgrammeSuccession succession = new ProgrammeSuccession(before, now);
        succession.check();
        return succession.faults;
    }

    private void check() {
        String id = before.programme().root().path("id").asText();
        if (!now.programme().root().path("id").asText().equals(id)) {
            faults.add(now.programme().fault("/id", "programme-other", id));
        }
        Map<String, JsonNode> targets = byCode(before.programme().root().path("targets"));
        each(now.programme(), "/targets", targets, (was, is, pointer) -> meaning(now.programme(), was, is, pointer,
                MEANING_OF_TARGET));
        Map<String, JsonNode> indicators = byCode(before.indicators().root().path("indicators"));
        each(now.indicators(), "/indicators", indicators, (was, is, pointer) -> {
            for (String field : KEPT) {
                if (!was.path(field).equals(is.path(field))) {
                    faults.add(now.indicators().fault(child(pointer, field), "indicator-kept", field));
                }
            }
            meaning(now.indicators(), was, is, pointer, MEANING_OF_INDICATOR);
        });
        Map<String, JsonNode> listed = byCode(now.indicators().root().path("indicators"));
        indicators.keySet().stream().filter(code -> !listed.containsKey(code)).sorted()
                .forEach(code -> faults.add(now.indicators().fault("/indicators", "indicator-gone", code)));
    }

    private interface Pair {
        void check(JsonNode was, JsonNode is, String pointer);
    }

    private static void each(Document document, String list, Map<String, JsonNode> before, Pair pair) {
        JsonNode things = document.root().at(list);
        for (int i = 0; i < things.size(); i++) {
            JsonNode was = before.get(things.get(i).path("code").asText());
            if (was != null) {
                pair.check(was, things.get(i), child(list, i));
            }
        }
    }

    /** What is counted may become something else only from a day on that a break names, later than the breaks before. */
    private void meaning(Document document, JsonNode was, JsonNode is, String pointer, List<String> fields) {
        Set<JsonNode> breaks = new HashSet<>();
        is.path("breaks").forEach(breaks::add);
        for (JsonNode one : was.path("breaks")) {
            if (!breaks.contains(one)) {
                faults.add(document.fault(child(pointer, "breaks"), "break-kept", one.path("on").asText()));
            }
        }
        if (last(is).compareTo(last(was)) > 0) {
            return;
        }
        for (String field : fields) {
            boolean begun = field.equals("targets") && was.path(field).isEmpty();
            if (!begun && !was.path(field).equals(is.path(field))) {
                faults.add(document.fault(child(pointer, field), "break-needed", field));
            }
        }
    }

    private static String last(JsonNode thing) {
        String last = "";
        for (JsonNode one : thing.path("breaks")) {
            last = last.compareTo(one.path("on").asText()) < 0 ? one.path("on").asText() : last;
        }
        return last;
    }

    private static Map<String, JsonNode> byCode(JsonNode list) {
        Map<String, JsonNode> byCode = new HashMap<>();
        list.forEach(one -> byCode.put(one.path("code").asText(), one));
        return byCode;
    }
}
