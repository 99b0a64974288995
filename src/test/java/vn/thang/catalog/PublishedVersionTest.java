package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.draft.DraftCheck;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.EditionReader;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Scoring;
import vn.thang.platform.Texts;

/** What stands in the database is published: rules that come with a later release do not take it away from its rounds. */
class PublishedVersionTest {

    private static final CatalogFolder SHIPPED = CatalogFolder.at(Path.of("maturity-model"));
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String REF = "vn-dgm/1.2";

    private final Map<String, byte[]> model = next("vn-dgm/1.1", EditionReader.MODEL, "version: \"1.1\"",
            "version: \"1.2\"");
    private final Map<String, byte[]> programme = next("programme", ProgrammeReader.STRUCTURE, "version: \"1.0\"",
            "version: \"1.1\"");

    private static Map<String, byte[]> next(String folder, String structure, String version, String other) {
        Map<String, byte[]> files = new HashMap<>();
        List<String> names = new ArrayList<>(folder.equals("programme") ? ProgrammeReader.names() : modelNames());
        for (String name : names) {
            try {
                files.put(name, Files.readAllBytes(Path.of("maturity-model", folder, name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        change(files, structure, version, other);
        if (!folder.equals("programme")) {
            String text = new String(files.get(structure), StandardCharsets.UTF_8);
            files.put(structure, text.replaceAll("(?s)continues:\n.*?\ngates:",
                    "continues: {version: \"1.1\", whole: joined}\ngates:").getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static List<String> modelNames() {
        List<String> names = new ArrayList<>(List.of(EditionReader.MODEL));
        Texts.codes().forEach(language -> names.add("texts." + language + ".yaml"));
        return names;
    }

    private static void change(Map<String, byte[]> files, String name, String from, String to) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), from);
        int at = text.indexOf(from);
        files.put(name, (text.substring(0, at) + to.replace("\\n", "\n") + text.substring(at + from.length()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private PublishedVersions.Version stored() {
        return new PublishedVersions.Version(REF, SHIPPED.with(REF, model).hash(REF, modelNames()), false, model);
    }

    private PublishedVersions.Version storedProgramme(Map<String, byte[]> files) {
        return new PublishedVersions.Version(PublishedVersions.Kind.PROGRAMME, "digital-government/1.1",
                ProgrammeReader.read(SHIPPED.withProgramme(files)).hash(), false, files, TODAY.minusDays(3));
    }

    private static List<String> keys(List<Fault> faults) {
        return faults.stream().map(Fault::key).distinct().toList();
    }

    /** Every rule of content stands for one that a later release brings. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "texts.en.yaml | {most}% | 70 % | percentage",
            "texts.en.yaml | {most}% | {mots}% | number-name",
            "texts.de.yaml | evidenceKinds: | unheard: yes\\nevidenceKinds: | schema.additionalProperties",
            "model.yaml | continues: {version: \"1.1\" | continues: {version: \"0.8\" | continues",
            "model.yaml | levels: {2: 0, | levels: {2: 1, | plan"})
    void aRuleOfContentThatCameLaterIsARemark(String file, String from, String to, String key) {
        change(model, file, from, to);
        assertTrue(keys(DraftCheck.model(SHIPPED, List.of(), model).faults()).contains(key),
                () -> "a draft is held to it: " + DraftCheck.model(SHIPPED, List.of(), model).faults());
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(stored()));
        assertFalse(contents.refused().containsKey(REF), () -> contents.refused().toString());
        assertTrue(keys(contents.remarks().get(REF)).contains(key), () -> contents.remarks().toString());
        Fault remark = contents.remarks().get(REF).stream().filter(fault -> fault.key().equals(key)).findFirst()
                .orElseThrow();
        assertTrue(remark.line() > 1 && remark.file().equals(REF + "/" + file), remark::toString);
        MaturityModel read = contents.editions().get(REF).model();
        Answers answers = new Answers(Map.of("STR.1", Answer.level(3)));
        assertEquals(Scoring.score(contents.editions().get("vn-dgm/1.1").model(), answers).whole().index(),
                Scoring.score(read, answers).whole().index());
        assertEquals(read.criteria().size(), read.criteria().stream().map(one -> contents.editions().get(REF).texts()
                .get("vi").criterion(one.code()).question()).filter(question -> !question.isBlank()).count());
    }

    /** What nobody can score or show is refused by name, and everything else goes on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "model.yaml | gates: | dimensons: [\\ngates: | syntax",
            "model.yaml | gates: | unheard: 3\\ngates: | schema.additionalProperties",
            "model.yaml | at: \">85\" | at: \"around 85\" | uncomputed",
            "model.yaml | weight: 3 | weight: 0 | weight",
            "model.yaml | mode: cap | mode: bound | schema.enum",
            "model.yaml | code: systems_connected | code: nothing | link-indicator",
            "texts.vi.yaml | \\n  STR.1: | \\n  STR.X: | untold"})
    void whatCannotBeReadIsRefusedAndTheOthersGoOn(String file, String from, String to, String key) {
        change(model, file, from.replace("\\n", "\n"), to);
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(stored()));
        assertTrue(keys(contents.refused().get(REF)).contains(key), () -> contents.refused().toString());
        assertFalse(contents.editions().containsKey(REF));
        assertFalse(contents.remarks().containsKey(REF), "it is refused, not remarked upon");
        assertTrue(contents.editions().containsKey("vn-dgm/1.1"));
        contents.refused().get(REF).forEach(fault -> Texts.LANGUAGES.forEach(language -> assertFalse(
                fault.line(language).contains("catalog."), fault.line(language))));
    }

    @Test
    void whatWasChangedAfterItsPublicationIsNoPublishedVersion() {
        PublishedVersions.Version published = stored();
        change(model, "texts.en.yaml", "{most}%", "70 %");
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(published));
        assertTrue(keys(contents.refused().get(REF)).contains("published"));
        assertEquals(Map.of(), contents.remarks());
    }

    @Test
    void whatShipsLeavesNothingToRemark() {
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(stored()));
        assertEquals(Map.of(), contents.remarks());
        assertEquals(Map.of(), contents.refused());
    }

    @Test
    void thePublishedProgrammeHoldsWhateverRulesCameLater() {
        change(programme, "texts.vi.yaml", "95%", "96%");
        assertEquals(List.of("target-number"),
                keys(DraftCheck.programme(SHIPPED, List.of(), programme, TODAY).faults()));
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(storedProgramme(programme)));
        assertEquals("digital-government/1.1", contents.programme().ref());
        assertEquals(List.of("target-number"), keys(contents.remarks().get("digital-government/1.1")));
        assertEquals(Map.of(), contents.refused());
        change(programme, "programme.yaml", "version: \"1.1\"", "version: \"1.2\"");
        change(programme, "texts.vi.yaml", "96%", "95%");
        assertEquals(List.of(), DraftCheck.programme(SHIPPED, List.of(storedProgramme(beforeIt())), programme, TODAY)
                .faults(), "the next version is compared with it and mends it");
    }

    private Map<String, byte[]> beforeIt() {
        Map<String, byte[]> files = new HashMap<>(programme);
        change(files, "programme.yaml", "version: \"1.2\"", "version: \"1.1\"");
        change(files, "texts.vi.yaml", "95%", "96%");
        return files;
    }

    @Test
    void aProgrammeThatNamesAnUnknownCriterionHoldsAndOneWithoutMeaningDoesNot() {
        change(programme, "indicators.yaml", "    criterion: DIG.2", "    criterion: DIG.22");
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, List.of(storedProgramme(programme)));
        assertEquals(List.of("link-criterion"), keys(contents.remarks().get("digital-government/1.1")));
        change(programme, "programme.yaml", "phases:", "unheard: 1\nphases:");
        CatalogReader.Contents without = CatalogReader.read(SHIPPED, List.of(storedProgramme(programme)));
        assertEquals("digital-government/1.0", without.programme().ref());
        assertEquals(List.of("schema.additionalProperties"), keys(without.refused().get("digital-government/1.1")));
        assertEquals("vi", Locale.of(without.editions().get("vn-dgm/1.1").texts().get("vi").language()).getLanguage());
    }
}
