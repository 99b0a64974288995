package vn.thang.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.Hindrance;
import vn.thang.catalog.document.Schema;
import vn.thang.catalog.model.ModelItem;
import vn.thang.catalog.model.ModelRules;
import vn.thang.catalog.model.ModelStructure;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.StatedNumbers;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.model.TextRules;
import vn.thang.catalog.model.WordRules;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Texts;

/**
 * Reads one version of a model: its structure against schema and rules, then the words of each of its languages against the
 * structure. A version whose files are those that were published is read in spite of faults that are no {@link Hindrance}.
 */
public final class EditionReader {

    public static final String MODEL = "model.yaml";

    private final CatalogFolder folder;
    private final Map<String, String> published;
    private final Set<String> early;
    private final List<Fault> faults = new ArrayList<>();
    private Document model;
    private boolean asPublished;

    /**
     * @param published the hash of each version that is published; its files are no others
     * @param early     versions that were published before sentences named numbers
     */
    EditionReader(CatalogFolder folder, Map<String, String> published, Set<String> early) {
        this.folder = folder;
        this.published = published;
        this.early = early;
    }

    /** Reads a version; it is empty where it is refused. The faults are its own, and remarks where it is not empty. */
    Optional<CatalogReader.Edition> read(String ref) {
        model = document(ref + "/model.yaml", Schema.MODEL);
        if (model.read()) {
            faults.addAll(ModelRules.check(model));
            if (!early.contains(ref)) {
                faults.addAll(WordRules.check(model));
            }
            JsonNode root = model.root();
            String named = root.path("id").asText() + "/" + root.path("version").asText();
            if (root.has("id") && root.path("version").isTextual() && !named.equals(ref)) {
                faults.add(model.fault("/id", "folder", named, ref));
            }
        }
        boolean computable = published.containsKey(ref) ? !Hindrance.in(faults) : faults.isEmpty();
        Map<String, Document> texts = new LinkedHashMap<>();
        List<String> languages = languages(model.root());
        for (String language : languages) {
            Document text = document(ref + "/texts." + language + ".yaml", Schema.TEXTS);
            texts.put(language, text);
            if (computable && text.read()) {
                faults.addAll(TextRules.check(model, text));
                if (!early.contains(ref)) {
                    faults.addAll(WordRules.check(model, text));
                }
            }
        }
        if (computable) {
            faults.addAll(TextRules.checkKinds(model, List.copyOf(texts.values())));
        }
        if (Hindrance.in(faults)) {
            return Optional.empty();
        }
        String hash = folder.hash(ref, names(languages));
        asPublished = hash.equals(published.get(ref));
        if (published.containsKey(ref) && !asPublished) {
            faults.add(Document.unread("index.yaml").fault(Document.child("/published", ref), "published", ref, hash));
        }
        Optional<MaturityModel> made = asPublished || faults.isEmpty() ? made() : Optional.empty();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ModelTexts> words = new LinkedHashMap<>();
        texts.forEach((language, text) -> words.put(language,
                new ModelTexts(text.root(), Locale.of(language), numbers(model, early.contains(ref)))));
        JsonNode continues = model.root().path("continues");
        return Optional
                .of(new CatalogReader.Edition(made.get(), Collections.unmodifiableMap(words), hash,
                        continues.isObject() ? Optional.of(Succession.of(model.root().path("id").asText(), continues))
                                : Optional.empty(),
                        early.contains(ref)));
    }

    /** The tree as scoring takes it; nothing where it cannot, and a fault says why. */
    private Optional<MaturityModel> made() {
        try {
            return Optional.of(ModelStructure.of(model.root()));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException failure) {
            faults.add(model.fault("", "uncomputed", failure.getMessage()));
            return Optional.empty();
        }
    }

    /** Whether the files are those that were published, so that faults which hinder nobody are remarks. */
    boolean asPublished() {
        return asPublished;
    }

    List<Fault> faults() {
        return Fault.inOrder(faults);
    }

    /** The structure as it stands in its file. */
    Document model() {
        return model;
    }

    /** The files that a version consists of: its structure, and a text for each of its languages. */
    public static Map<String, byte[]> files(CatalogFolder folder, CatalogReader.Edition edition) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        names(List.copyOf(edition.texts().keySet())).forEach(name -> files.put(name,
                folder.content(edition.model().ref() + "/" + name).orElseThrow()));
        return files;
    }

    /** The hash of the files that lie in a folder for a version that is known; empty where one of them does not. */
    public static Optional<String> hash(CatalogFolder folder, CatalogReader.Edition edition) {
        return folder.hashOfAll(edition.model().ref(), names(List.copyOf(edition.texts().keySet())));
    }

    /** What the sentences of the levels and of each criterion name; those of an early version name nothing. */
    private static Map<String, StatedNumbers> numbers(Document model, boolean early) {
        Map<String, StatedNumbers> numbers = new LinkedHashMap<>();
        if (early) {
            return numbers;
        }
        numbers.put("", StatedNumbers.of(model.root(), MissingNode.getInstance()));
        ModelItem.of(model.root()).stream().filter(ModelItem::criterion)
                .forEach(item -> numbers.put(item.code(), StatedNumbers.of(model.root(), item.node())));
        return numbers;
    }

    private Document document(String file, Schema schema) {
        return folder.document(file, schema, faults);
    }

    private static List<String> names(List<String> languages) {
        List<String> names = new ArrayList<>(List.of(MODEL));
        languages.forEach(language -> names.add("texts." + language + ".yaml"));
        return names;
    }

    /** Those that the model names, in its order; where it names none, all that the application speaks. */
    private static List<String> languages(JsonNode model) {
        List<String> named = new ArrayList<>();
        model.path("languages").forEach(language -> {
            if (language.asText().matches("[a-z]{2,3}")) {
                named.add(language.asText());
            }
        });
        return named.isEmpty() ? Texts.codes() : named;
    }
}
