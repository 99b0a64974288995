package vn.thang.catalog.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.draft.ModelChange.How;
import vn.thang.catalog.draft.ModelChange.Part;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Texts;

/** A draft is checked among what is published, and compared with the version before. */
class ModelDraftTest {

    private static final String MODEL = "model.yaml";
    private static final CatalogFolder SHIPPED = CatalogFolder.packed();

    private final Map<String, byte[]> files = shipped();

    private static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : List.of(MODEL, "texts.vi.yaml", "texts.en.yaml", "texts.de.yaml")) {
            try {
                files.put(name, Files.readAllBytes(Path.of("maturity-model/vn-dgm/1.1", name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private ModelDraftTest next() {
        change(MODEL, "version: \"1.1\"", "version: \"1.2\"");
        String model = text(MODEL);
        files.put(MODEL, model.replaceAll("(?s)continues:\n.*?\ngates:",
                "continues: {version: \"1.1\", whole: joined}\ngates:").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private void change(String name, String from, String to) {
        String text = text(name);
        assertTrue(text.contains(from), from);
        int at = text.indexOf(from);
        files.put(name, (text.substring(0, at) + to + text.substring(at + from.length()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private ModelDraft draft() {
        return DraftCheck.model(SHIPPED, List.of(), files);
    }

    private String faults() {
        ModelDraft draft = draft();
        assertFalse(draft.sound());
        draft.faults().forEach(fault -> Texts.LANGUAGES.forEach(language -> {
            assertFalse(fault.text(language).startsWith("catalog."), fault.text(language));
            assertFalse(fault.remedy(language).startsWith("catalog."), fault.remedy(language));
        }));
        return draft.faults().stream().map(fault -> fault.file() + " " + fault.key()).distinct()
                .collect(Collectors.joining(", "));
    }

    @Test
    void aSoundDraftIsWhatItWillBe() {
        ModelDraft draft = next().draft();
        assertEquals(List.of(), draft.faults());
        assertEquals("vn-dgm/1.2", draft.ref());
        assertEquals("vn-dgm/1.1", draft.before());
        assertEquals("vi", draft.words(Locale.of("vi")).language());
        assertTrue(draft.words(Locale.of("vi")).criterion("SHR.1").levels().get(3).matches(".*[0-9].*"));
        assertTrue(draft.measures().containsKey("SHR.1"));
    }

    @Test
    void aVersionThatIsPublishedIsRefused() {
        assertEquals("model.yaml exists", faults());
        assertTrue(draft().faults().get(0).line() > 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "version: \"1.2\" | version: \"1,2\"            | model.yaml schema.pattern",
            "at: \">50\"      | at: \">100\"                | model.yaml percent",
            "    weight: 1    | weight: 0                   | model.yaml weight",
            "status: proposal | status: &a proposal         | model.yaml alias",
            "status: proposal | status: proposal\\nstatus: proposal | model.yaml twice",
            "whole: joined    | whole: joined, criteria: {XXX.1: new}  | model.yaml unknown"})
    void faultsAreNamedByTheFilesOfTheDraft(String from, String to, String expected) {
        next().change(MODEL, from, to.replace("\\n", "\n"));
        assertTrue(faults().contains(expected.split(" ")[0]), this::faults);
        assertTrue(draft().faults().stream().allMatch(fault -> fault.line() > 0 && fault.column() > 0));
        assertFalse(draft().faults().stream().anyMatch(fault -> fault.file().contains("/")));
    }

    @Test
    void filesThatLackOrAreTooManyAreNamed() {
        next().files.remove("texts.de.yaml");
        assertEquals("texts.de.yaml absent", faults());
        files.clear();
        assertEquals("model.yaml absent", faults().split(",")[0]);
        files.putAll(shipped());
        next().files.put("texts.fr.yaml", files.get("texts.en.yaml"));
        assertEquals("texts.fr.yaml unused", faults());
    }

    @Test
    void anotherEncodingIsNamed() {
        next().files.put("texts.vi.yaml", text("texts.vi.yaml").getBytes(StandardCharsets.UTF_16));
        assertEquals("texts.vi.yaml encoding", faults());
    }

    @Test
    void aBombOfAliasesIsRefusedWhereItStands() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        files.put(MODEL, bomb.toString().getBytes(StandardCharsets.UTF_8));
        assertTrue(faults().contains("model.yaml alias"));
    }

    @Test
    void whatIsStoredHoldsBesideWhatShips() {
        ModelDraft draft = next().draft();
        PublishedVersions.Version stored = new PublishedVersions.Version("vn-dgm/1.2", draft.sha256(), false,
                draft.files());
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(stored));
        assertEquals(List.of("vn-dgm/1.0", "vn-dgm/1.1", "vn-dgm/1.2"), contents.editions().values().stream()
                .map(one -> one.model()).filter(model -> model.id().equals("vn-dgm")).map(MaturityModel::ref).toList());
        assertEquals(draft.sha256(), contents.editions().get("vn-dgm/1.2").hash());
        PublishedVersions.Version other = new PublishedVersions.Version("vn-dgm/1.2", "0".repeat(64), false,
                draft.files());
        assertEquals("published", CatalogReader.read(SHIPPED, List.of(other)).refused().get("vn-dgm/1.2").get(0).key());
        change(MODEL, "weight: 3", "weight: 4");
        change(MODEL, "version: \"1.2\"", "version: \"1.3\"");
        change(MODEL, "{version: \"1.1\"", "{version: \"1.2\"");
        assertEquals("vn-dgm/1.2", DraftCheck.model(SHIPPED, List.of(stored), files).before());
    }

    @Test
    void differencesAreToldByCodeAndKind() {
        Map<String, byte[]> before = Map.copyOf(next().files);
        assertEquals(List.of(), ModelDifference.between(before, files));
        change(MODEL, "maxGap: 1", "maxGap: 2");
        change(MODEL, "code: STR.1\n        weight: 3", "code: STR.1\n        weight: 4");
        change("texts.en.yaml", "  STR.1:", "  STR.99:");
        List<ModelChange> changes = ModelDifference.between(before, files);
        assertEquals(new ModelChange(Part.GATE, "", "gates.whole.maxGap", "", "1", "2"), changes.get(0));
        assertEquals(new ModelChange(Part.WEIGHT, "STR.1", "weight", "", "3", "4"), changes.get(1));
        assertTrue(changes.stream().anyMatch(one -> one.part() == Part.STATEMENT && one.code().equals("STR.99")
                && one.how() == How.ADDED && one.language().equals("en")));
        assertTrue(changes.stream().anyMatch(one -> one.part() == Part.STATEMENT && one.code().equals("STR.1")
                && one.how() == How.REMOVED));
        assertTrue(changes.stream().skip(2).allMatch(one -> one.code().startsWith("STR.")));
    }
}
