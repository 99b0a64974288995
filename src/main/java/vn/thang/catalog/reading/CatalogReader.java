package vn.thang.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.Hindrance;
import vn.thang.catalog.document.ModelFaultsException;
import vn.thang.catalog.document.Schema;
import vn.thang.catalog.model.LinkRules;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.model.SuccessionRules;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.programme.ProgrammeRules;
import vn.thang.catalog.programme.ProvincePlace;
import vn.thang.core.model.MaturityModel;

/**
 * Reads a whole catalog from a folder, or refuses it with all faults. Each file passes four checks: as YAML, against its
 * schema, against rules that a schema cannot say, and, once the structure itself is sound, words against structure.
 */
public final class CatalogReader {

    public static final String REF = "[a-z0-9-]+/[0-9.]+";

    /**
     * One version of a model with its words in every language, and the hash of the files it was read from.
     *
     * @param texts      by language, in the order in which the model names its languages
     * @param succession how it goes on from the version before; empty where it names none
     * @param early      whether it was published before sentences named numbers: it is read as it was, whatever rules came later
     */
    public record Edition(MaturityModel model, Map<String, ModelTexts> texts, String hash,
            Optional<Succession> succession,
            boolean early) {
    }

    /**
     * All that a catalog holds.
     *
     * @param national the name of the model that stands first in the index: that of the programme
     * @param refused  versions whose files are faulty, with every fault; the others do without them
     * @param remarks  published versions that are used and break rules which came later, with every fault
     */
    public record Contents(Map<String, Edition> editions, String national, Map<String, List<Fault>> refused,
            Map<String, List<Fault>> remarks, ProgrammeEdition programme, String agencies, List<ProvincePlace> tiles) {
    }

    private CatalogFolder folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<Fault>> refused = new LinkedHashMap<>();
    private final Map<String, List<Fault>> remarks = new LinkedHashMap<>();
    private final Set<String> asPublished = new HashSet<>();
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
    public static Contents read(CatalogFolder folder) {
        return read(folder, List.of());
    }

    /** Reads the folder and the versions in the database: where one is in both, that in the database holds. */
    public static Contents read(CatalogFolder folder, List<PublishedVersions.Version> stored) {
        return read(folder, stored, Set.of());
    }

    /** @param drafts versions that lie in the folder and are not listed yet */
    public static Contents read(CatalogFolder folder, List<PublishedVersions.Version> stored, Set<String> drafts) {
        CatalogReader reader = new CatalogReader(folder);
        Map<String, Edition> editions = new LinkedHashMap<>();
        Document index = folder.document("index.yaml", Schema.INDEX, reader.faults);
        index.root().path("published").properties().forEach(version -> {
            reader.published.put(version.getKey(), version.getValue().asText());
            reader.early.add(version.getKey());
        });
        List<PublishedVersions.Version> models = stored.stream()
                .filter(version -> version.kind() == PublishedVersions.Kind.MODEL).toList();
        models.forEach(reader::lay);
        for (String ref : listed(index, models, drafts)) {
            reader.edition(ref).ifPresent(edition -> editions.put(ref, edition));
        }
        SuccessionRules.check(reader.models, reader.refused.keySet()).forEach(reader::tell);
        index.root().path("published").fieldNames().forEachRemaining(ref -> reader.listed(index, ref));
        Optional<Contents> programme = reader.programme(editions, index.root().path("models"),
                stored.stream().filter(version -> version.kind() == PublishedVersions.Kind.PROGRAMME).toList());
        if (!reader.faults.isEmpty() || reader.models.isEmpty()) {
            reader.faults.addAll(0, reader.refused.values().stream().flatMap(List::stream).toList());
            reader.refuseFaults();
        }
        return programme.orElseThrow();
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

    /** The versions that the index of a folder lists, each with the hash that it was published with; empty where the index names none. */
    public static Map<String, Optional<String>> listed(CatalogFolder folder) {
        Document index = folder.document("index.yaml", Schema.INDEX, new ArrayList<>());
        Map<String, Optional<String>> listed = new LinkedHashMap<>();
        listed(index, List.of(), Set.of()).forEach(ref -> listed.put(ref, Optional
                .ofNullable(index.root().path("published").get(ref)).map(JsonNode::asText)));
        return listed;
    }

    /** Every version to be read: in the order of the index, and behind those of a model what was published later. */
    private static Set<String> listed(Document index, List<PublishedVersions.Version> stored, Set<String> drafts) {
        Map<String, List<String>> models = new LinkedHashMap<>();
        index.root().path("models").properties().forEach(model -> model.getValue().forEach(version -> models
                .computeIfAbsent(model.getKey(), id -> new ArrayList<>())
                .add(model.getKey() + "/" + version.asText())));
        Stream.concat(stored.stream().map(PublishedVersions.Version::ref), drafts.stream()).forEach(ref -> models
                .computeIfAbsent(ref.substring(0, ref.indexOf('/')), id -> new ArrayList<>()).add(ref));
        return models.values().stream().flatMap(List::stream).filter(ref -> ref.matches(REF))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
        remarks.remove(ref);
        models.remove(ref);
    }

    private void remark(String ref, List<Fault> found) {
        List<Fault> all = new ArrayList<>(remarks.getOrDefault(ref, List.of()));
        all.addAll(found);
        if (!all.isEmpty()) {
            remarks.put(ref, List.copyOf(all));
        }
    }

    /** What was found between a version and others: a remark where it is published and can be used nevertheless. */
    private void tell(String ref, List<Fault> found) {
        if (asPublished.contains(ref) && !Hindrance.in(found)) {
            remark(ref, found);
        } else {
            refuse(ref, found);
        }
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ModelFaultsException(Fault.inOrder(faults));
        }
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
        EditionReader reader = new EditionReader(folder, published, early);
        Optional<Edition> edition = reader.read(ref);
        if (edition.isPresent()) {
            models.put(ref, reader.model());
            remark(ref, reader.faults());
            if (reader.asPublished()) {
                asPublished.add(ref);
            }
        } else {
            refuse(ref, reader.faults());
        }
        return edition;
    }

    /** The version of the programme that was published last and can be read, after those before it. */
    private Optional<Contents> programme(Map<String, Edition> editions, JsonNode listed,
            List<PublishedVersions.Version> versions) {
        int before = faults.size();
        ProgrammeHistory history = ProgrammeHistory.read(folder, versions);
        refused.putAll(history.refused());
        history.remarks().forEach(this::remark);
        faults.addAll(history.faults());
        ProgrammeReader last = history.last();
        if (last.structured()) {
            LinkRules.check(models, last.indicators()).forEach(this::tell);
            ProgrammeRules.checkNational(models, listed.fieldNames().next(), last.programme()).forEach(this::tell);
            if (before == 0 && refused.isEmpty()) {
                List<Fault> found = LinkRules.checkCriteria(models.values(), last.indicators());
                history.published().ifPresentOrElse(ref -> remark(ref, found), () -> faults.addAll(found));
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
                Collections.unmodifiableMap(remarks), history.edition(), agencies,
                ProvincePlace.list(folder.content("programme/tiles.csv")
                        .map(content -> new String(content, StandardCharsets.UTF_8)).orElse(""))));
    }
}
