package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.ModelFaultsException;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.core.model.MaturityModel;

/** A start with the folder as it lies there, beside what is published. */
class CatalogSettlingTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final String PROGRAMME = "programme/programme.yaml";

    @TempDir
    private Path folder;

    private final Listed published = new Listed();

    /** What is published, in a list. */
    private static final class Listed implements PublishedVersions {

        private final List<Version> versions = new ArrayList<>();
        private int read;

        @Override
        public int last() {
            return versions.size();
        }

        @Override
        public List<Version> list() {
            read++;
            return List.copyOf(versions);
        }

        @Override
        public boolean add(Version version, Publication publication) {
            return versions.stream().noneMatch(one -> one.ref().equals(version.ref())) && versions.add(new Version(
                    version.kind(), version.ref(), version.sha256(), version.early(), version.files(),
                    LocalDate.of(2026, 12, 1)));
        }
    }

    @BeforeEach
    void copy() throws IOException {
        Path shipped = Path.of("maturity-model");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    private Catalog started() {
        Catalog catalog = new Catalog(folder, published);
        assertEquals(List.of(), catalog.settle(NOW));
        return catalog;
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void whatLiesInTheFolderIsPublishedAtTheFirstStart() {
        Catalog catalog = started();
        assertEquals(List.of(), catalog.ownFaults());
        assertEquals(Optional.of(catalog.edition().ref()), catalog.own());
        assertEquals(catalog.models().size() + 1, published.versions.size());
    }

    /** The files are read once, for the catalog itself; that they are those that are published follows from their hashes. */
    @Test
    void aStartWithWhatIsPublishedReadsNothingTwice() {
        started();
        published.read = 0;
        Catalog again = started();
        assertEquals(1, published.read);
        assertEquals(Optional.of(again.edition().ref()), again.own());
        assertEquals(List.of(), again.ownFaults());
    }

    /**
     * One byte of one file is enough: the version is named, and where the index names its hash too, it is a fault of the folder.
     */
    @Test
    void noFileOfAVersionIsOtherwiseUnnoticed() throws IOException {
        Catalog catalog = started();
        CatalogSnapshot snapshot = CatalogSnapshot.of(catalog.folder(), published.last(), published.list());
        assertEquals(catalog.own(), snapshot.unchanged(catalog.folder()).map(Brought.Own::ref));
        for (PublishedVersions.Version version : published.versions) {
            String place = version.kind() == PublishedVersions.Kind.PROGRAMME ? "programme" : version.ref();
            for (String name : version.files().keySet()) {
                Path file = folder.resolve(place).resolve(name);
                String text = Files.readString(file);
                Files.writeString(file, text + "#");
                assertEquals(Optional.empty(), snapshot.unchanged(catalog.folder()), file.toString());
                Catalog later = new Catalog(folder, published);
                assertTrue(later.settle(NOW).contains(version.ref()) || later.ownFaults().stream().map(Fault::key)
                        .toList().equals(List.of("published")), file.toString());
                Files.writeString(file, text);
            }
        }
        assertEquals(List.of(), new Catalog(folder, published).settle(NOW));
    }

    /** A later release brings other files of a version that is published: it is named, and what is published holds. */
    @Test
    void aVersionThatIsPublishedWithOtherFilesIsNamedAndHolds() throws IOException {
        String hash = started().hash("eu-odm/2023");
        change("eu-odm/2023/texts.en.yaml", "title: ", "title: Other ");
        Catalog later = new Catalog(folder, published);
        assertEquals(List.of("eu-odm/2023"), later.settle(NOW));
        assertEquals(hash, later.hash("eu-odm/2023"));
        assertFalse(later.texts("eu-odm/2023", Locale.ENGLISH).title().startsWith("Other "));
    }

    /** The hash in the database is that of the files in the folder, and the files in the database are others. */
    @Test
    void filesThatWereChangedInTheDatabaseAreRefusedThoughTheFolderHoldsThePublishedOnes() {
        started();
        published.versions.replaceAll(one -> !one.ref().equals("eu-odm/2023") ? one
                : new PublishedVersions.Version(one.kind(), one.ref(), one.sha256(), one.early(),
                        one.files().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                                file -> (new String(file.getValue(), StandardCharsets.UTF_8) + "#")
                                        .getBytes(StandardCharsets.UTF_8))),
                        one.on()));
        Catalog catalog = started();
        assertEquals(Set.of("eu-odm/2023"), catalog.refused().keySet());
        assertFalse(catalog.find("eu-odm/2023").isPresent());
    }

    /** One is of an older release, whose folder has one model less, and starts once more after the other. */
    @Test
    void twoServersWithOtherFoldersKnowTheSameVersions() throws IOException {
        String index = Files.readString(folder.resolve("index.yaml"));
        change("index.yaml", "  eu-odm:", "  # eu-odm:");
        Catalog older = started();
        Files.writeString(folder.resolve("index.yaml"), index);
        Map<String, String> hashes = hashes(started());
        assertTrue(hashes.containsKey("eu-odm/2023"));
        older.follow();
        assertEquals(hashes, hashes(older));
        change("index.yaml", "  eu-odm:", "  # eu-odm:");
        Catalog again = started();
        assertEquals(List.of(), again.ownFaults());
        assertEquals(hashes, hashes(again));
        assertEquals(older.standing(), again.standing());
    }

    private static Map<String, String> hashes(Catalog catalog) {
        return Stream.concat(catalog.models().stream().map(MaturityModel::ref), Stream.of(catalog.edition().ref()))
                .collect(Collectors.toMap(ref -> ref, catalog::hash));
    }

    @Test
    void aFileThatIsThereNoMoreIsNamed() throws IOException {
        started();
        Files.delete(folder.resolve("eu-odm/2023/texts.en.yaml"));
        Catalog catalog = started();
        assertTrue(catalog.find("eu-odm/2023").isPresent());
        assertTrue(catalog.ownFaults().stream().map(Fault::file).toList().contains("eu-odm/2023/texts.en.yaml"),
                () -> catalog.ownFaults().toString());
    }

    /** The index names what was published with an older release; files and database with others are a fault of the folder. */
    @Test
    void anIndexThatNamesAnotherHashIsTold() throws IOException {
        String ref = "vn-dgm/1.0";
        String hash = started().hash(ref);
        assertEquals(List.of(), started().ownFaults());
        change("index.yaml", hash, "0".repeat(hash.length()));
        assertTrue(started().ownFaults().stream().map(Fault::key).toList().contains("published"));
    }

    /** Not even YAML, against a rule of its own, and against the models. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "programme/programme.yaml | id: | id: [ | syntax",
            "programme/programme.yaml | due: 2027-12-31 | due: 2027-02-30 | date",
            "programme/indicators.yaml | criterion: INF.1 | criterion: INF.99 | link-criterion"})
    void aFaultyProgrammeInTheFolderIsNamedAndThePublishedOneGoesOn(String file, String from, String to, String key)
            throws IOException {
        String ref = started().edition().ref();
        int before = published.versions.size();
        change(file, from, to);
        Catalog catalog = started();
        assertEquals(ref, catalog.edition().ref());
        assertEquals(before, published.versions.size());
        assertEquals(Optional.empty(), catalog.own(), "nobody takes it as a draft");
        assertTrue(catalog.ownFaults().stream().map(Fault::key).toList().contains(key),
                () -> catalog.ownFaults().toString());
        assertTrue(catalog.ownFaults().stream()
                .allMatch(fault -> fault.line(Locale.of("vi")).startsWith("programme/")), "each names its file");
        assertEquals(Map.of(), catalog.refused(), "no version is another one than before");
        assertTrue(catalog.compares("vn-dgm/1.1", "vn-dgm/1.0"));
    }

    /** A new model beside it is taken up all the same. */
    @Test
    void modelsBesideAFaultyProgrammeAreTakenUp() throws IOException {
        String index = Files.readString(folder.resolve("index.yaml"));
        change("index.yaml", "  eu-odm:", "  # eu-odm:");
        assertFalse(started().find("eu-odm/2023").isPresent());
        Files.writeString(folder.resolve("index.yaml"), index);
        change(PROGRAMME, "due: 2027-12-31", "due: 2027-02-30");
        assertTrue(started().find("eu-odm/2023").isPresent());
    }

    @Test
    void onceItIsSoundAgainNothingIsSaid() throws IOException {
        String ref = started().edition().ref();
        change(PROGRAMME, "due: 2027-12-31", "due: 2027-02-30");
        Catalog catalog = started();
        assertFalse(catalog.ownFaults().isEmpty());
        change(PROGRAMME, "due: 2027-02-30", "due: 2027-12-31");
        assertEquals(List.of(), catalog.settle(NOW));
        assertEquals(List.of(), catalog.ownFaults());
        assertEquals(Optional.of(ref), catalog.own());
    }

    @Test
    void withoutAPublishedOneAFaultyProgrammeStopsTheStart() throws IOException {
        change(PROGRAMME, "due: 2027-12-31", "due: 2027-02-30");
        assertThrows(ModelFaultsException.class, this::started);
    }

    /** However faulty the folder is: each of its files is named, and what is published holds. */
    @Test
    void whereEveryModelOfTheFolderIsFaultyThePublishedOnesGoOn() throws IOException {
        Catalog before = started();
        List<String> refs = before.models().stream().map(MaturityModel::ref).toList();
        for (String ref : refs) {
            change(ref + "/model.yaml", "id: ", "id: [");
        }
        Catalog catalog = started();
        assertEquals(refs, catalog.models().stream().map(MaturityModel::ref).toList());
        assertEquals(before.hash(refs.get(0)), catalog.hash(refs.get(0)));
        assertTrue(catalog.ownFaults().stream().map(Fault::file).collect(Collectors.toSet())
                .containsAll(refs.stream().map(ref -> ref + "/model.yaml").toList()));
    }

    @Test
    void ofOneFaultyModelInTheFolderTheLogKnowsToo() throws IOException {
        started();
        change("eu-odm/2023/model.yaml", "id: ", "id: [");
        Catalog catalog = started();
        assertTrue(catalog.find("eu-odm/2023").isPresent());
        assertTrue(catalog.own().isPresent());
        assertEquals(Set.of("eu-odm/2023"), catalog.ownFaults().stream()
                .map(fault -> fault.file().substring(0, fault.file().lastIndexOf('/'))).collect(Collectors.toSet()));
    }

    @Test
    void withoutPublishedModelsAFolderOfFaultyOnesStopsTheStart() throws IOException {
        for (MaturityModel model : new Catalog(Optional.of(folder)).models()) {
            change(model.ref() + "/model.yaml", "id: ", "id: [");
        }
        assertThrows(ModelFaultsException.class, this::started);
    }
}
