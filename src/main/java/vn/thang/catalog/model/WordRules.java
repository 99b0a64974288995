package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;

/**
 * Words and bounds of a model cannot differ: neither a statement nor its evidence names a percentage of its own, a statement
 * names the bound of its level wherever the level has one, and no bound of another level. Question, guidance and source
 * write no percentage out either, so that none stands in two places; an example reckons with its own, and {@code changed}
 * tells of former ones. A level that is reached by an approved document has the bound 0, so that no reading takes it away.
 */
public final class WordRules {

    private static final String SIGN = "[0-9][ \u00a0]?%";
    private static final String WORD = "(?iu:phần trăm|per ?cent|prozent)";
    private static final Pattern PERCENTAGE = Pattern.compile(SIGN + "|" + WORD);
    /** A percentage itself; a sentence beside the statements may speak of "the percentage" without giving one. */
    private static final Pattern GIVEN = Pattern.compile(SIGN + "|" + WORD + "(?!\\p{L})");
    private static final List<String> RULES = List.of("question", "guidance", "source");
    private static final List<String> TELLINGS = List.of("example", "changed");

    private final Document texts;
    private final List<Fault> faults = new ArrayList<>();

    private WordRules(Document texts) {
        this.texts = texts;
    }

    /** The faults of the structure alone. */
    public static List<Fault> check(Document model) {
        List<Fault> faults = new ArrayList<>();
        for (ModelItem item : ModelItem.of(model.root())) {
            JsonNode levels = item.node().path("indicator").path("levels");
            boolean planned = item.node().path("evidence").path("2").asText().equals("approved-document");
            boolean falls = levels.path("3").isNumber()
                    && levels.path("3").decimalValue().compareTo(levels.path("2").decimalValue()) < 0;
            if (planned && levels.path("2").isNumber() && !falls && levels.path("2").decimalValue().signum() != 0) {
                faults.add(model.fault(item.pointer() + "/indicator/levels/2", "plan", item.code()));
            }
        }
        return faults;
    }

    /** The faults of the sentences of one language. */
    public static List<Fault> check(Document model, Document texts) {
        WordRules rules = new WordRules(texts);
        model.root().path("continues").path("criteria").fieldNames().forEachRemaining(code -> {
            String pointer = Document.child("/criteria", code);
            if (!texts.root().at(pointer).isMissingNode() && !texts.root().at(pointer).has("changed")) {
                rules.faults.add(texts.fault(pointer, "unchanged", code));
            }
        });
        StatedNumbers ofModel = StatedNumbers.of(model.root(), MissingNode.getInstance());
        texts.root().path("levels").properties().forEach(level -> {
            String pointer = "/levels/" + level.getKey() + "/summary";
            rules.plain(level.getKey(), level.getValue().path("summary").asText(), pointer, ofModel);
        });
        ModelItem.of(model.root()).stream().filter(ModelItem::criterion)
                .forEach(item -> rules.criterion(item, StatedNumbers.of(model.root(), item.node())));
        return rules.faults;
    }

    private void criterion(ModelItem item, StatedNumbers numbers) {
        String pointer = Document.child("/criteria", item.code());
        JsonNode text = texts.root().at(pointer);
        text.path("levels").properties()
                .forEach(level -> statement(item, level, pointer + "/levels/" + level.getKey(), numbers));
        text.path("evidence").properties().forEach(
                level -> plain(level.getKey(), level.getValue().asText(),
                        pointer + "/evidence/" + level.getKey(), numbers));
        TELLINGS.forEach(kind -> names(text.path(kind).asText(), pointer + "/" + kind, numbers));
        RULES.forEach(kind -> rule(text.path(kind).asText(), pointer + "/" + kind, numbers));
    }

    private void statement(ModelItem item, Map.Entry<String, JsonNode> level, String pointer, StatedNumbers numbers) {
        String statement = level.getValue().asText();
        plain(level.getKey(), statement, pointer, numbers);
        JsonNode bounds = item.node().path("indicator").path("levels");
        JsonNode own = bounds.path(level.getKey());
        if (own.isNumber() && own.decimalValue().compareTo(BigDecimal.ZERO) != 0
                && !statement.contains("{" + level.getKey() + "}")) {
            faults.add(texts.fault(pointer, "bound", level.getKey(), own.asText()));
        }
        bounds.fieldNames().forEachRemaining(other -> {
            if (!other.equals(level.getKey()) && statement.contains("{" + other + "}")) {
                faults.add(texts.fault(pointer, "bound-of-other", level.getKey(), other));
            }
        });
    }

    /** It names numbers that exist, and writes no percentage out. */
    private void plain(String level, String sentence, String pointer, StatedNumbers numbers) {
        names(sentence, pointer, numbers);
        if (PERCENTAGE.matcher(sentence).find()) {
            faults.add(texts.fault(pointer, "percentage", level));
        }
    }

    private void rule(String sentence, String pointer, StatedNumbers numbers) {
        names(sentence, pointer, numbers);
        if (GIVEN.matcher(sentence).find()) {
            faults.add(texts.fault(pointer, "percentage-beside"));
        }
    }

    private void names(String sentence, String pointer, StatedNumbers numbers) {
        Matcher named = StatedNumbers.NAMED.matcher(sentence);
        while (named.find()) {
            if (!numbers.byName().containsKey(named.group(1))) {
                faults.add(texts.fault(pointer, "number-name", named.group(1)));
            }
        }
    }
}
