package vn.thang.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Texts;

/**
 * Reads a whole catalog from a folder, or refuses it with all faults. Each file passes four checks: as YAML, against its
 * schema, against rules that a schema cannot say, and, once the structure itself is sound, words against structure.
 */
final class CatalogReader {

    private static final String MODEL = "model.yaml";
    private static final String REF = "[a-z0-9-]+/[0-9.]+";
    /** Where a draft lies whose structure names no version. */
    private static final String UNNAMED = "draft/0";

    /**
     * One version of a model with its words in every language, and the hash of the files it was read from.
     *
     * @param texts      by language, in the order in which the model names its languages
     * @param succession how it goes on from the version before; empty where it names none
     * @param early      whether it was published before sentences named numbers: it is read as it was, whatever rules came later
     */
    record Edition(MaturityModel model, Map<String, ModelTexts> texts, String hash, Optional<Succession> succession,
            boolean early) {
    }

    /**
     * All that a catalog holds.
     *
     * @param national the name of the model that stands first in the index: that of the programme
     * @param refused  versions whose files are faulty, with every fault; the others do without them
     */
    record Contents(Map<String, Edition> editions, String national, Map<String, List<Fault>> refused,
            ProgrammeEdition programme, String agencies, String tiles) {
    }

    private CatalogFolder folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Fault>> refused = new LinkedHashMap<>();
    /** Every model that is sound by itself. */
    private final Map<String, Document> models = new LinkedHashMap<>();
    /** The hash of each version that is published; its files are no others. */
    private final Map<String, String> published = new LinkedHashMap<>();
    private final Set<String> early = new HashSet<>();

    private CatalogReader(CatalogFolder folder) {
        this.folder = folder;
    }

    /**
     * Everything but the versions that are faulty. Faults of the index or the programme, or of all versions, are a
     * {@link ModelFaultsException} that names every fault.
     */
    static Contents read(CatalogFolder folder) {
        return read(folder, List.of());
    }

    /** The same with the versions in the database: where one is listed in the folder as well, that in the database holds. */
    static Contents read(CatalogFolder folder, List<PublishedVersions.Version> stored) {
        return read(folder, stored, Set.of());
    }

    /** @param drafts versions that lie in the folder and are not listed yet */
    private static Contents read(CatalogFolder folder, List<PublishedVersions.Version> stored, Set<String> drafts) {
        CatalogReader reader = new CatalogReader(folder);
        Map<String, Edition> editions = new LinkedHashMap<>();
        Document index = reader.document("index.yaml", Schema.INDEX);
        index.root().path("published").properties().forEach(version -> {
            reader.published.put(version.getKey(), version.getValue().asText());
            reader.early.add(version.getKey());
        });
        List<PublishedVersions.Version> models = stored.stream()
                .filter(version -> version.kind() == PublishedVersions.Kind.MODEL).toList();
        models.forEach(reader::lay);
        for (String ref : reader.listed(index, models, drafts)) {
            reader.edition(ref).ifPresent(edition -> editions.put(ref, edition));
        }
        SuccessionRules.check(reader.models, reader.refused.keySet()).forEach(reader::refuse);
        index.root().path("published").fieldNames().forEachRemaining(ref -> reader.listed(index, ref));
        Optional<Contents> programme = reader.programme(editions, index.root().path("models"),
                stored.stream().filter(version -> version.kind() == PublishedVersions.Kind.PROGRAMME).toList());
        if (!reader.faults.isEmpty() || reader.models.isEmpty()) {
            reader.faults.addAll(0, reader.refused.values().stream().flatMap(List::stream).toList());
            reader.refuseFaults();
        }
        return programme.orElseThrow();
    }

    /** A draft among all versions that are published: its own faults, and what it is where there are none. */
    static ModelDraft draft(CatalogFolder folder, List<PublishedVersions.Version> stored, Map<String, byte[]> files) {
        List<Fault> unread = new ArrayList<>();
        JsonNode root = files.containsKey(MODEL) ? YamlReader.read(MODEL, files.get(MODEL), unread).root()
                : MissingNode.getInstance();
        String named = root.path("id").asText() + "/" + root.path("version").asText();
        boolean known = root.path("version").isTextual() && named.matches(REF);
        String ref = known ? named : UNNAMED;
        Contents published = read(folder, stored);
        if (published.editions().containsKey(ref) || published.refused().containsKey(ref)) {
            Document model = YamlReader.read(MODEL, files.get(MODEL), unread);
            return refused(ref, List.of(model.fault("/version", "exists", ref)), files);
        }
        Contents all = read(folder.with(ref, files), stored, Set.of(ref));
        List<Fault> faults = new ArrayList<>(all.refused().getOrDefault(ref, List.of()));
        faults.removeIf(fault -> fault.key().equals("folder"));
        Edition edition = all.editions().get(ref);
        if (edition != null) {
            files.keySet().stream().filter(name -> !name.equals(MODEL)
                    && !edition.texts().containsKey(name.replaceAll("^texts\\.(.+)\\.yaml$", "$1")))
                    .forEach(name -> faults.add(Document.unread(name).fault("", "unused")));
        }
        if (!faults.isEmpty()) {
            return refused(known ? ref : null, faults.stream().map(fault -> fault.ofDraft(ref)).toList(), files);
        }
        String before = edition.succession().map(Succession::ref).orElseGet(() -> published.editions().keySet()
                .stream().filter(one -> one.startsWith(edition.model().id() + "/"))
                .reduce((older, newer) -> newer).orElse(null));
        return new ModelDraft(ref, List.of(), files, edition.model(), edition.texts(),
                Measure.of(edition.model(), all.programme().indicators(), false), edition.hash(), before);
    }

    /** Likewise of the programme: its own faults, and those of models that could no longer be read with it. */
    static ProgrammeDraft programmeDraft(CatalogFolder folder, List<PublishedVersions.Version> stored,
            Map<String, byte[]> files, LocalDate today) {
        Contents published = read(folder, stored);
        ProgrammeReader draft = ProgrammeReader.read(folder.withProgramme(files));
        List<Fault> faults = new ArrayList<>(draft.faults());
        Optional<String> ref = ProgrammeReader.ref(draft.programme().root()).filter(named -> named.matches(REF));
        if (ref.filter(named -> taken(named, published, stored)).isPresent()) {
            faults.clear();
            faults.add(draft.programme().fault("/version", "exists", ref.get()));
        } else if (faults.isEmpty()) {
            faults.addAll(ProgrammeSuccession.check(ProgrammeReader.read(newest(folder, stored)), draft));
            faults.addAll(unreadable(folder.withProgramme(files), stored, published));
        }
        files.keySet().stream().filter(name -> !ProgrammeReader.names().contains(name))
                .forEach(name -> faults.add(Document.unread(name).fault("", "unused-programme")));
        if (!faults.isEmpty()) {
            return new ProgrammeDraft(ref.orElse(null),
                    inOrder(faults).stream().map(fault -> fault.ofDraft("programme")).toList(), files, null, null,
                    published.programme().ref());
        }
        return new ProgrammeDraft(ref.orElse(null), List.of(), files,
                draft.edition().after(published.programme(), today), draft.edition(), published.programme().ref());
    }

    private static boolean taken(String ref, Contents published, List<PublishedVersions.Version> stored) {
        return published.programme().ref().equals(ref) || published.editions().containsKey(ref)
                || published.refused().containsKey(ref)
                || stored.stream().anyMatch(version -> version.ref().equals(ref));
    }

    /** The folder as it stands with the version of the programme that holds. */
    private static CatalogFolder newest(CatalogFolder folder, List<PublishedVersions.Version> stored) {
        return stored.stream().filter(version -> version.kind() == PublishedVersions.Kind.PROGRAMME)
                .map(version -> folder.withProgramme(version.files()))
                .filter(version -> ProgrammeReader.read(version).faults().isEmpty())
                .reduce((older, newer) -> newer).orElse(folder);
    }

    /** What would be wrong with models that can be read today. */
    private static List<Fault> unreadable(CatalogFolder with, List<PublishedVersions.Version> stored,
            Contents published) {
        try {
            return read(with, stored.stream().filter(one -> one.kind() == PublishedVersions.Kind.MODEL).toList())
                    .refused().entrySet().stream().filter(one -> !published.refused().containsKey(one.getKey()))
                    .flatMap(one -> one.getValue().stream()).toList();
        } catch (ModelFaultsException refused) {
            return refused.faults();
        }
    }

    private static ModelDraft refused(String ref, List<Fault> faults, Map<String, byte[]> files) {
        return new ModelDraft(ref, faults, files, null, Map.of(), Map.of(), null, null);
    }

    /** The files of a version in the database, and no others. */
    private void lay(PublishedVersions.Version version) {
        folder = folder.with(version.ref(), version.files());
        published.put(version.ref(), version.sha256());
        if (version.early()) {
            early.add(version.ref());
        } else {
            early.remove(version.ref());
        }
    }

    /** Every version to be read: in the order of the index, and behind those of a model what was published later. */
    private Set<String> listed(Document index, List<PublishedVersions.Version> stored, Set<String> drafts) {
        Map<String, List<String>> models = new LinkedHashMap<>();
        index.root().path("models").properties().forEach(model -> model.getValue().forEach(version -> models
                .computeIfAbsent(model.getKey(), id -> new ArrayList<>())
                .add(model.getKey() + "/" + version.asText())));
        Stream.concat(stored.stream().map(PublishedVersions.Version::ref), drafts.stream()).forEach(ref -> models
                .computeIfAbsent(ref.substring(0, ref.indexOf('/')), id -> new ArrayList<>()).add(ref));
        return models.values().stream().flatMap(List::stream).filter(ref -> ref.matches(REF))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The files that a version consists of: its structure, and a text for each of its languages. */
    static Map<String, byte[]> files(CatalogFolder folder, Edition edition) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        names(List.copyOf(edition.texts().keySet())).forEach(name -> files.put(name,
                folder.content(edition.model().ref() + "/" + name).orElseThrow()));
        return files;
    }

    /** One version of a model alone. */
    static Edition readEdition(CatalogFolder folder, String ref) {
        CatalogReader reader = new CatalogReader(folder);
        Optional<Edition> edition = reader.edition(ref);
        reader.faults.addAll(reader.refused.getOrDefault(ref, List.of()));
        reader.refuseFaults();
        return edition.orElseThrow();
    }

    private void refuse(String ref, List<Fault> found) {
        refused.put(ref, List.copyOf(found));
        models.remove(ref);
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ModelFaultsException(inOrder(faults));
        }
    }

    /** By file as they were read, then by line. */
    private static List<Fault> inOrder(List<Fault> faults) {
        List<String> files = faults.stream().map(Fault::file).distinct().toList();
        return faults.stream().sorted(Comparator.<Fault>comparingInt(fault -> files.indexOf(fault.file()))
                .thenComparingInt(Fault::line).thenComparingInt(Fault::column)).toList();
    }

    private void listed(Document index, String ref) {
        String[] parts = ref.split("/");
        boolean listed = false;
        for (JsonNode version : index.root().path("models").path(parts[0])) {
            listed |= version.asText().equals(parts[parts.length - 1]);
        }
        if (!listed) {
            faults.add(index.faultOfKey(Document.child("/published", ref), "unlisted", ref));
        }
    }

    /** The version, or nothing where it is faulty: then it is {@link #refused}, and the faults are its own. */
    private Optional<Edition> edition(String ref) {
        int before = faults.size();
        Optional<Edition> edition = sound(ref);
        List<Fault> own = faults.subList(before, faults.size());
        if (!own.isEmpty()) {
            refuse(ref, inOrder(own));
            own.clear();
        }
        return edition;
    }

    private Optional<Edition> sound(String ref) {
        int before = faults.size();
        Document model = document(ref + "/model.yaml", Schema.MODEL);
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
        boolean sound = faults.size() == before;
        Map<String, Document> texts = new LinkedHashMap<>();
        List<String> languages = languages(model.root());
        for (String language : languages) {
            Document text = document(ref + "/texts." + language + ".yaml", Schema.TEXTS);
            texts.put(language, text);
            if (sound && text.read()) {
                faults.addAll(TextRules.check(model, text));
                if (!early.contains(ref)) {
                    faults.addAll(WordRules.check(model, text));
                }
            }
        }
        if (sound) {
            faults.addAll(TextRules.checkKinds(model, List.copyOf(texts.values())));
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        String hash = hash(folder, ref, names(languages));
        if (!published.getOrDefault(ref, hash).equals(hash)) {
            faults.add(Document.unread("index.yaml").fault(Document.child("/published", ref), "published", ref, hash));
            return Optional.empty();
        }
        models.put(ref, model);
        Map<String, ModelTexts> words = new LinkedHashMap<>();
        texts.forEach((language, text) -> words.put(language,
                new ModelTexts(text.root(), Locale.of(language), numbers(model, early.contains(ref)))));
        JsonNode continues = model.root().path("continues");
        return Optional.of(new Edition(ModelStructure.of(model.root()), Collections.unmodifiableMap(words), hash,
                continues.isObject() ? Optional.of(Succession.of(model.root().path("id").asText(), continues))
                        : Optional.empty(),
                early.contains(ref)));
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

    /** The version of the programme that was published last and can be read, after those before it. */
    private Optional<Contents> programme(Map<String, Edition> editions, JsonNode listed,
            List<PublishedVersions.Version> versions) {
        int before = faults.size();
        ProgrammeReader last = null;
        ProgrammeEdition holding = null;
        for (PublishedVersions.Version version : versions) {
            ProgrammeReader one = ProgrammeReader.read(folder.withProgramme(version.files()));
            if (one.faults().isEmpty()) {
                last = one;
                holding = holding == null ? one.edition() : one.edition().after(holding, version.on());
            } else {
                refused.put(version.ref(), inOrder(one.faults()));
            }
        }
        if (last == null) {
            last = ProgrammeReader.read(folder);
            faults.addAll(last.faults());
        }
        if (last.structured()) {
            LinkRules.check(models, last.indicators()).forEach(this::refuse);
            ProgrammeRules.checkNational(models, listed.fieldNames().next(), last.programme()).forEach(this::refuse);
            if (before == 0 && refused.isEmpty()) {
                faults.addAll(LinkRules.checkCriteria(models.values(), last.indicators()));
            }
        }
        String agencies = folder.content("programme/agencies.csv")
                .map(content -> new String(content, StandardCharsets.UTF_8)).orElse(null);
        if (agencies == null) {
            faults.add(Document.unread("programme/agencies.csv").fault("", "missing"));
        }
        if (faults.size() > before) {
            return Optional.empty();
        }
        editions.keySet().removeAll(refused.keySet());
        return Optional.of(new Contents(editions, listed.fieldNames().next(), Collections.unmodifiableMap(refused),
                holding == null ? last.edition() : holding, agencies,
                folder.content("programme/tiles.csv").map(content -> new String(content, StandardCharsets.UTF_8))
                        .orElse("")));
    }

    private Document document(String file, Schema schema) {
        return document(folder, file, schema, faults);
    }

    static Document document(CatalogFolder folder, String file, Schema schema, List<Fault> faults) {
        Optional<byte[]> content = folder.content(file);
        if (content.isEmpty()) {
            Document missing = Document.unread(file);
            faults.add(missing.fault("", "missing"));
            return missing;
        }
        Document document = YamlReader.read(file, content.get(), faults);
        if (document.read()) {
            faults.addAll(schema.check(document));
        }
        return document;
    }

    /** Over the names and contents of the files of a version, so that any change of them is another hash. */
    static String hash(CatalogFolder folder, String ref, List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : names) {
                byte[] content = folder.content(ref + "/" + file).orElseThrow();
                byte[] canonical = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "")
                        .replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
                digest.update((file + "\n" + canonical.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(canonical);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
