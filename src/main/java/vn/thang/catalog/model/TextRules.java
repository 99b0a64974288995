package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.LevelScale;

/** Structure and texts of a model name the same things: nothing without its words, no words for what does not exist. */
public final class TextRules {

    private final Document texts;
    private final LevelScale levels;
    private final List<Fault> faults = new ArrayList<>();

    private TextRules(Document texts, LevelScale scale) {
        this.texts = texts;
        this.levels = scale;
    }

    /** The faults of the texts of one language against the structure. */
    public static List<Fault> check(Document model, Document texts) {
        TextRules rules = new TextRules(texts, ModelStructure.levels(model.root()));
        List<ModelItem> items = ModelItem.of(model.root());
        rules.same("/levels", Set.copyOf(new AnswerScale.Levels(rules.levels).values()));
        rules.same("/dimensions", codes(items, item -> !item.criterion()));
        rules.same("/criteria", codes(items, ModelItem::criterion));
        items.stream().filter(ModelItem::criterion).forEach(rules::criterion);
        return rules.faults;
    }

    /** Kinds of evidence that the structure names and that have no words in one of the languages. */
    public static List<Fault> checkKinds(Document model, List<Document> languages) {
        List<Fault> faults = new ArrayList<>();
        for (ModelItem item : ModelItem.of(model.root())) {
            item.node().path("evidence").properties().forEach(level -> {
                String kind = level.getValue().asText();
                String without = languages.stream().filter(Document::read)
                        .filter(texts -> !texts.root().path("evidenceKinds").has(kind))
                        .map(Document::file).collect(Collectors.joining(", "));
                if (!without.isEmpty()) {
                    String pointer = Document.child(item.pointer() + "/evidence", level.getKey());
                    faults.add(model.fault(pointer, "kind", kind, without));
                }
            });
        }
        return faults;
    }

    private void criterion(ModelItem item) {
        String pointer = Document.child("/criteria", item.code());
        JsonNode text = texts.root().at(pointer);
        if (text.isMissingNode()) {
            return;
        }
        AnswerScale scale = item.scale(levels);
        same(pointer + (scale.ofLevels() ? "/levels" : "/options"), Set.copyOf(scale.values()));
        same(pointer + "/evidence", names(item.node().path("evidence")));
    }

    private void same(String pointer, Set<String> wanted) {
        same(texts, pointer, wanted, faults);
    }

    /** Under the pointer stand exactly these names. */
    public static void same(Document texts, String pointer, Set<String> wanted, List<Fault> faults) {
        Set<String> found = names(texts.root().at(pointer));
        for (String name : new TreeSet<>(wanted)) {
            if (!found.contains(name)) {
                faults.add(texts.fault(Document.child(pointer, name), "untold", name));
            }
        }
        for (String name : new TreeSet<>(found)) {
            if (!wanted.contains(name)) {
                faults.add(texts.faultOfKey(Document.child(pointer, name), "unknown", name));
            }
        }
    }

    private static Set<String> codes(List<ModelItem> items, Predicate<ModelItem> which) {
        Set<String> codes = new TreeSet<>();
        items.stream().filter(which).forEach(item -> codes.add(item.code()));
        return codes;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> fields = object.fieldNames(); fields.hasNext();) {
            names.add(fields.next());
        }
        return names;
    }
}
