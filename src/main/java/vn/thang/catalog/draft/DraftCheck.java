package vn.thang.catalog.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.ModelFaultsException;
import vn.thang.catalog.document.YamlReader;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Measure;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.programme.ProgrammeSuccession;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.EditionReader;
import vn.thang.catalog.reading.ProgrammeHistory;
import vn.thang.catalog.reading.PublishedVersions;

/** Reads a draft among all that is published, as if it were published too, and says what is wrong with it and what it is. */
public final class DraftCheck {

    /** Where a draft lies whose structure names no version. */
    private static final String UNNAMED = "draft/0";

    private DraftCheck() {
    }

    /** A draft among all versions that are published: its own faults, and what it is where there are none. */
    public static ModelDraft model(CatalogFolder folder, List<PublishedVersions.Version> stored,
            Map<String, byte[]> files) {
        List<Fault> unread = new ArrayList<>();
        JsonNode root = files.containsKey(EditionReader.MODEL)
                ? YamlReader.read(EditionReader.MODEL, files.get(EditionReader.MODEL), unread).root()
                : MissingNode.getInstance();
        String named = root.path("id").asText() + "/" + root.path("version").asText();
        boolean known = root.path("version").isTextual() && named.matches(CatalogReader.REF);
        String ref = known ? named : UNNAMED;
        CatalogReader.Contents published = CatalogReader.read(folder, stored);
        if (published.editions().containsKey(ref) || published.refused().containsKey(ref)) {
            Document model = YamlReader.read(EditionReader.MODEL, files.get(EditionReader.MODEL), unread);
            return refused(ref, List.of(model.fault("/version", "exists", ref)), files);
        }
        CatalogReader.Contents all = CatalogReader.read(folder.with(ref, files), stored, Set.of(ref));
        List<Fault> faults = new ArrayList<>(all.refused().getOrDefault(ref, List.of()));
        faults.removeIf(fault -> fault.key().equals("folder"));
        CatalogReader.Edition edition = all.editions().get(ref);
        if (edition != null) {
            files.keySet().stream().filter(name -> !name.equals(EditionReader.MODEL)
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
                Measure.of(edition.model(), all.programme().indicators(), false), edition.hash(), before,
                edition.succession());
    }

    /** Likewise of the programme: its own faults, and those of models that could no longer be read with it. */
    public static ProgrammeDraft programme(CatalogFolder folder, List<PublishedVersions.Version> stored,
            Map<String, byte[]> files, LocalDate today) {
        CatalogReader.Contents published = CatalogReader.read(folder, stored);
        ProgrammeReader draft = ProgrammeReader.read(folder.withProgramme(files));
        List<Fault> faults = new ArrayList<>(draft.faults());
        Optional<String> ref = ProgrammeReader.ref(draft.programme().root())
                .filter(named -> named.matches(CatalogReader.REF));
        if (ref.filter(named -> taken(named, published, stored)).isPresent()) {
            faults.clear();
            faults.add(draft.programme().fault("/version", "exists", ref.get()));
        } else if (faults.isEmpty()) {
            faults.addAll(ProgrammeSuccession.check(ProgrammeHistory.read(folder, programmes(stored)).last(), draft));
            faults.addAll(unreadable(folder.withProgramme(files), stored, published));
        }
        files.keySet().stream().filter(name -> !ProgrammeReader.names().contains(name))
                .forEach(name -> faults.add(Document.unread(name).fault("", "unused-programme")));
        if (!faults.isEmpty()) {
            return new ProgrammeDraft(ref.orElse(null),
                    Fault.inOrder(faults).stream().map(fault -> fault.ofDraft("programme")).toList(), files, null, null,
                    published.programme().ref());
        }
        return new ProgrammeDraft(ref.orElse(null), List.of(), files,
                draft.edition().after(published.programme(), today), draft.edition(), published.programme().ref());
    }

    private static boolean taken(String ref, CatalogReader.Contents published, List<PublishedVersions.Version> stored) {
        return published.programme().ref().equals(ref) || published.editions().containsKey(ref)
                || published.refused().containsKey(ref)
                || stored.stream().anyMatch(version -> version.ref().equals(ref));
    }

    private static List<PublishedVersions.Version> programmes(List<PublishedVersions.Version> stored) {
        return stored.stream().filter(version -> version.kind() == PublishedVersions.Kind.PROGRAMME).toList();
    }

    /** What would be wrong with models that can be read today. */
    private static List<Fault> unreadable(CatalogFolder with, List<PublishedVersions.Version> stored,
            CatalogReader.Contents published) {
        try {
            return CatalogReader
                    .read(with, stored.stream().filter(one -> one.kind() == PublishedVersions.Kind.MODEL).toList())
                    .refused().entrySet().stream().filter(one -> !published.refused().containsKey(one.getKey()))
                    .flatMap(one -> one.getValue().stream()).toList();
        } catch (ModelFaultsException refused) {
            return refused.faults();
        }
    }

    private static ModelDraft refused(String ref, List<Fault> faults, Map<String, byte[]> files) {
        return new ModelDraft(ref, faults, files, null, Map.of(), Map.of(), null, null, Optional.empty());
    }
}
