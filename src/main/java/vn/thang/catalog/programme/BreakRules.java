package vn.thang.catalog.programme;

import static vn.thang.catalog.document.Document.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.model.TextRules;

/** What breaks in series must satisfy beyond their schema: real days, one after the other, and words for every reason. */
final class BreakRules {

    private BreakRules() {
    }

    /** @param list the targets of the programme or the indicators */
    static List<Fault> check(Document document, String list) {
        List<Fault> faults = new ArrayList<>();
        JsonNode things = document.root().at(list);
        for (int i = 0; i < things.size(); i++) {
            String before = "";
            for (int b = 0; b < things.get(i).path("breaks").size(); b++) {
                String pointer = child(child(list, i) + "/breaks", b) + "/on";
                String on = things.get(i).path("breaks").get(b).path("on").asText();
                if (!isDay(on)) {
                    faults.add(document.fault(pointer, "date", on));
                } else if (on.compareTo(before) <= 0) {
                    faults.add(document.fault(pointer, "breaks", on, before));
                }
                before = on;
            }
        }
        return faults;
    }

    /** The faults of the texts of one language: every reason has its words, and no others stand there. */
    static List<Fault> checkTexts(Document programme, Document indicators, Document texts) {
        List<Fault> faults = new ArrayList<>();
        Set<String> reasons = new TreeSet<>();
        for (JsonNode things : List.of(programme.root().path("targets"), indicators.root().path("indicators"))) {
            things.forEach(thing -> thing.path("breaks").forEach(one -> reasons.add(one.path("reason").asText())));
        }
        TextRules.same(texts, "/breaks", reasons, faults);
        return faults;
    }

    /** What the schema refuses anyhow is not said again. */
    private static boolean isDay(String text) {
        try {
            return !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
