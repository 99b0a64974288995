package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.ModelFaultsException;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Overall;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.target.Trajectory;
import vn.thang.platform.Texts;

class CatalogReaderTest {

    @TempDir
    private Path folder;

    /** A catalog with one small model and the real programme. */
    @BeforeEach
    void write() throws IOException {
        write("index.yaml", "models: {small: [\"1.0\"]}");
        write("small/1.0/model.yaml", resource("model.yaml"));
        for (Locale locale : Texts.LANGUAGES) {
            write("small/1.0/texts." + locale.getLanguage() + ".yaml", resource("texts.yaml"));
        }
        for (String file : List.of("programme.yaml", "indicators.yaml", "texts.vi.yaml", "texts.en.yaml",
                "texts.de.yaml", "agencies.csv")) {
            write("programme/" + file, Files.readString(Path.of("maturity-model/programme", file)));
        }
        write("programme/indicators.yaml", Files.readString(folder.resolve("programme/indicators.yaml"))
                .replaceAll("(?m)^    criterion: .*\n", ""));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CatalogReaderTest.class.getResourceAsStream("/catalog/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), from);
        int at = text.indexOf(from);
        write(file, text.substring(0, at) + to.replace("\\n", "\n") + text.substring(at + from.length()));
    }

    private Catalog read() {
        return new Catalog(Optional.of(folder));
    }

    /** Every fault that is told: of the versions that are refused, or of a catalog that is. */
    private List<Fault> refusal() {
        try {
            List<Fault> faults = read().refused().values().stream().flatMap(List::stream).toList();
            assertTrue(!faults.isEmpty(), "nothing is refused");
            return faults;
        } catch (ModelFaultsException refused) {
            return refused.faults();
        }
    }

    @Test
    void oneFaultyVersionIsRefusedAndNamedAndTheOthersGoOn() throws IOException {
        secondVersion("{version: \"1.0\", whole: joined}");
        change("small/1.0/model.yaml", "    weight: 2", "    weight: 0");
        Catalog catalog = read();
        assertEquals(List.of("small/1.1"), catalog.models().stream().map(MaturityModel::ref).toList());
        assertEquals(Set.of("small/1.0"), catalog.refused().keySet());
        assertEquals("weight", catalog.refused().get("small/1.0").get(0).key());
        assertEquals(Optional.empty(), catalog.find("small/1.0"));
        write("small/1.0/model.yaml", "{");
        assertEquals(List.of("small/1.1"), read().models().stream().map(MaturityModel::ref).toList());
    }

    @Test
    void aVersionWhoseLinkLeadsNowhereIsRefusedAlone() throws IOException {
        secondVersion("{version: \"1.0\", whole: joined}");
        change("small/1.1/model.yaml", "code: systems_connected", "code: nothing");
        Catalog catalog = read();
        assertEquals(List.of("small/1.0"), catalog.models().stream().map(MaturityModel::ref).toList());
        assertEquals("link-indicator", catalog.refused().get("small/1.1").get(0).key());
    }

    @Test
    void nothingIsReadWhereEveryVersionIsFaulty() throws IOException {
        change("small/1.0/model.yaml", "    weight: 2", "    weight: 0");
        assertThrows(ModelFaultsException.class, this::read);
    }

    @Test
    void theFirstLanguageOfAModelStandsForThoseItDoesNotSpeak() throws IOException {
        change("small/1.0/model.yaml", "status: proposal", "status: proposal\nlanguages: [en, fr]");
        Files.delete(folder.resolve("small/1.0/texts.vi.yaml"));
        Files.delete(folder.resolve("small/1.0/texts.de.yaml"));
        assertEquals("small/1.0/texts.fr.yaml:1:1  missing", places(refusal()));
        write("small/1.0/texts.fr.yaml", resource("texts.yaml").replace("A small model.", "Petit."));
        Catalog catalog = read();
        assertEquals("en", catalog.texts("small/1.0", Locale.of("vi")).language());
        assertEquals("en", catalog.texts("small/1.0", Locale.ENGLISH).language());
        change("small/1.0/model.yaml", "languages: [en, fr]", "languages: [fr, en]");
        assertEquals("Petit.", read().texts("small/1.0", Locale.GERMAN).summary());
        assertEquals("A small model.", read().texts("small/1.0", Locale.ENGLISH).summary());
        change("small/1.0/model.yaml", "languages: [fr, en]", "languages: []");
        assertTrue(refusal().stream().anyMatch(fault -> fault.key().equals("schema.minItems")), places(refusal()));
    }

    private static String places(List<Fault> faults) {
        return faults.stream()
                .map(f -> f.file() + ":" + f.line() + ":" + f.column() + " " + f.pointer() + " " + f.key())
                .collect(Collectors.joining(" + "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "targets: [P1-01]    | targets: [P1-99]           | target",
            "targets: [P1-02]    | targets: [P1-01]           | code",
            "code: papers_once_only | code: services_fully_online | code",
            "shape: ratio        | shape: share               | schema.enum",
            "shape: value         | shape: value\\n    denominator: ministry | denominator",
            "{2: 30, 3: 60       | {2: 60, 3: 60              | indicator",
            "maxAge: 135         | maxAge: 0                  | schema.minimum",
            "open_datasets, 2))  | nothing, 2))               | formula-input",
            "IF(open_datasets    | FACT(open_datasets         | formula"})
    void aFaultyIndicatorIsNamedWithItsLine(String from, String to, String key) throws IOException {
        change("programme/indicators.yaml", from, to);
        List<Fault> faults = refusal();
        assertTrue(
                faults.stream()
                        .anyMatch(fault -> fault.key().equals(key) && fault.file().equals("programme/indicators.yaml")
                                && fault.line() > 8),
                () -> places(faults));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "code: systems_connected | code: systems | small/1.0/model.yaml:17:27 /dimensions/0/criteria/0/indicator/code link-indicator",
            "2: 0, 3: 60.5, 4: 90, 5: 100 | 3: 60, 4: 30, 5: 10 | small/1.0/model.yaml:17:65 /dimensions/0/criteria/0/indicator/levels link-direction"})
    void aLinkOfTheModelThatLeadsNowhereIsNamedWithItsLine(String from, String to, String place) throws IOException {
        change("small/1.0/model.yaml", from, to);
        assertEquals(place, places(refusal()));
    }

    @Test
    void anIndicatorOfACriterionThatNoModelHasIsNamedWithItsLine() throws IOException {
        change("programme/indicators.yaml", "targets: [P1-02]", "targets: [P1-02]\n    criterion: NO.1");
        Fault fault = refusal().get(0);
        assertEquals("link-criterion programme/indicators.yaml /indicators/1/criterion",
                fault.key() + " " + fault.file() + " " + fault.pointer());
        assertTrue(fault.line() > 8);
    }

    @Test
    void anIndicatorWithoutWordsIsRefused() throws IOException {
        change("programme/texts.vi.yaml", "  satisfaction:", "  contentment:");
        assertTrue(places(refusal()).contains("/indicators/satisfaction untold"));
    }

    @Test
    void structureAndWordsAreRead() {
        Catalog catalog = read();
        MaturityModel model = catalog.model("small/1.0");
        assertEquals(List.of("A.1", "A.2", "B.1.1"), model.criteria().stream().map(c -> c.code()).toList());
        assertEquals("Measured", catalog.texts("small/1.0", Locale.ENGLISH).levelName(4));
        assertEquals("The register", catalog.texts("small/1.0", Locale.GERMAN).criterion("A.1").evidence().get(3));
        assertEquals("Partly", catalog.texts(model, Locale.ENGLISH).criterion("B.1.1").options().get("partly"));
        assertEquals(64, catalog.hash("small/1.0").length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "    weight: 2    |     weight: 0     | 9:13 /dimensions/0/weight weight",
            "weight: 2        | weight: 1.5       | 9:13 /dimensions/0/weight schema.type",
            "weight: 2        | weight: 100001    | 9:13 /dimensions/0/weight schema.maximum",
            "weight: 2        | weight: 2\\n    weight: 3 | 10:5 /dimensions/0/weight twice",
            "core: true       | cor: true         | 10:5 /dimensions/0/cor schema.additionalProperties",
            "code: A          | cod: A            | 8:5 /dimensions/0 schema.required + 8:5 /dimensions/0/cod schema.additionalProperties",
            "code: A          | code: 1           | 8:11 /dimensions/0/code schema.type",
            "code: A          | code: \"A B\"   | 8:11 /dimensions/0/code schema.pattern",
            "code: B.1.1      | code: A.1         | 30:19 /dimensions/1/dimensions/0/criteria/0/code code",
            "code: B.1.1      | code: A           | 30:19 /dimensions/1/dimensions/0/criteria/0/code code",
            "version: \"1.0\" | version: 1.0    | 2:10 /version schema.type",
            "version: \"1.0\" | version: \"1.1\" | 1:5 /id folder",
            "id: small        | id: other         | 1:5 /id folder",
            "status: proposal | status: law       | 3:9 /status schema.enum",
            "at: \">85\"    | at: \">100\"    | 5:15 /gates/whole/at percent",
            "at: \">85\"    | at: \">=100.5\" | 5:15 /gates/whole/at percent",
            "at: \">85\"    | at: \"85\"      | 5:15 /gates/whole/at schema.pattern",
            "maxGap: 1        | maxGap: 6         | 5:44 /gates/whole/maxGap gap",
            "maxGap: 1        | maxGap: 8         | 5:44 /gates/whole/maxGap schema.maximum + 5:44 /gates/whole/maxGap gap",
            "2.5, 4, 4.75     | 4, 2.5, 4.75      | 24:28 /dimensions/1/bands/3 bands",
            "2.5, 4, 4.75     | 2.5, 2.5, 4.75    | 24:30 /dimensions/1/bands/3 bands",
            "2.5, 4, 4.75     | 2.5, 4            | 24:12 /dimensions/1/bands bands-count",
            "4.75             | 5.75              | 24:33 /dimensions/1/bands/4 bands-most",
            "full: 10         | full: 11          | 32:36 /dimensions/1/dimensions/0/criteria/0/scale/points/full points",
            "scale: {         | effort: {4: 2}\\n            scale: { | 32:22 /dimensions/1/dimensions/0/criteria/0/effort/4 effort",
            "scale: {         | evidence: {2: tool-record}\\n            scale: { | 32:13 /dimensions/1/dimensions/0/criteria/0/evidence scale",
            "effort: {5: 3}   | effort: {6: 3}    | 16:18 /dimensions/0/criteria/0/effort/6 effort",
            "effort: {5: 3}   | effort: {5: 0}    | 16:21 /dimensions/0/criteria/0/effort/5 schema.minimum",
            "bands: [0.25     | bands: [0         | 24:13 /dimensions/1/bands/0 schema.exclusiveMinimum",
            "3: tool-record   | 3: photograph     | 15:45 /dimensions/0/criteria/0/evidence/3 kind",
            "3: tool-record   | 6: tool-record    | 15:42 /dimensions/0/criteria/0/evidence/6 level",
            "3: tool-record   | 8: tool-record    | 15:42 /dimensions/0/criteria/0/evidence/8 schema.additionalProperties + 15:42 /dimensions/0/criteria/0/evidence/8 level",
            "levels: {2: 0,   | levels: {1: 0,    | 17:66 /dimensions/0/criteria/0/indicator/levels/1 level",
            "weight: 2        | weight: most      | 9:13 /dimensions/0/weight schema.pattern",
            "weight: 3        | weight: applicable | 13:17 /dimensions/0/criteria/0/weight schema.type",
            "status: proposal | status: proposal\\nlevels: 1 | 4:9 /levels schema.minimum",
            "status: proposal | status: proposal\\nlevels: 8 | 4:9 /levels schema.maximum",
            "status: proposal | status: proposal\\noverall: index | 6:3 /gates/whole overall-gate",
            "status: proposal | status: proposal\\noverall: sum | 4:10 /overall schema.enum + 6:3 /gates/whole overall-gate",
            "3: 60.5          | 3: 95             | 17:82 /dimensions/0/criteria/0/indicator/levels/4 indicator",
            "bands: [         | gate: {at: \">1\", below: \">1\"}\\n    bands: [ | 22:5 /dimensions/1 schema.not",
            "criteria:        | criteri:          | 8:5 /dimensions/0 schema.oneOf + 11:5 /dimensions/0/criteri schema.additionalProperties",
            "dimensions:      | dimensions: [     | 8:3  syntax",
    })
    void aFaultyStructureIsRefused(String from, String to, String expected) throws IOException {
        change("small/1.0/model.yaml", from, to);
        assertEquals(expected, places(refusal()).replace("small/1.0/model.yaml:", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "3: \"c {3}%\", | `` | 17:13 /criteria/A.1/levels/3 untold",
            "  A: {name: \"First\", short: \"First\", description: \"The first.\"} | `` | 11:3 /dimensions/A untold",
            "3: \"The register\" | 4: \"A report\" | 18:15 /criteria/A.1/evidence/3 untold + 18:31 /criteria/A.1/evidence/4 unknown",
            "  A.2:           |   A.9:            | 14:3 /criteria/A.2 untold + 20:3 /criteria/A.9 unknown",
            "partly:          | partially:        | 27:14 /criteria/B.1.1/options/partly untold + 27:28 /criteria/B.1.1/options/partially unknown",
            "name: \"Owners\" | name: \" \"   | 15:11 /criteria/A.1/name schema.pattern",
            "notice: \"For tests.\" | `` | 1:8 /model schema.required",
    })
    void faultyTextsAreRefused(String from, String to, String expected) throws IOException {
        change("small/1.0/texts.de.yaml", from, to);
        assertEquals(expected, places(refusal()).replace("small/1.0/texts.de.yaml:", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "c {3}%         | c {3}% of 70 %     | /criteria/A.1/levels/3 percentage",
            "c {3}%         | c sixty per cent   | /criteria/A.1/levels/3 percentage + /criteria/A.1/levels/3 bound",
            "c {3}%         | most               | /criteria/A.1/levels/3 bound",
            "c {3}%         | c {3}%, not {4}%   | /criteria/A.1/levels/3 bound-of-other",
            "c {3}%         | c {3}% {some}      | /criteria/A.1/levels/3 number-name",
            "Named ones count. | At least {6}.   | /criteria/A.1/guidance number-name",
            "Named ones count. | From 60 % on.   | /criteria/A.1/guidance percentage-beside",
            "Named ones count. | Sixty per cent. | /criteria/A.1/guidance percentage-beside",
            "Are there owners? | 100% owned?     | /criteria/A.1/question percentage-beside",
            "Named ones count.\" | Named ones count.\"\\n    source: \"P2-11 (100%)\" | /criteria/A.1/source percentage-beside",
            "\"The register\" | \"70 % of it\" | /criteria/A.1/evidence/3 percentage",
            "three          | from 60 %          | /levels/3/summary percentage"})
    void wordsThatCanDifferFromTheBoundsAreRefused(String from, String to, String expected) throws IOException {
        change("small/1.0/texts.vi.yaml", from, to);
        assertEquals(expected, places(refusal()).replaceAll("small/1.0/texts.vi.yaml:[0-9]+:[0-9]+ ", ""));
    }

    @Test
    void aPlanHasTheBoundZero() throws IOException {
        change("small/1.0/model.yaml", "{2: 0,", "{2: 30,");
        for (Locale locale : Texts.LANGUAGES) {
            change("small/1.0/texts." + locale.getLanguage() + ".yaml", "2: \"b\", 3: \"c", "2: \"b {2}%\", 3: \"c");
        }
        assertEquals("small/1.0/model.yaml:17:69 /dimensions/0/criteria/0/indicator/levels/2 plan", places(refusal()));
    }

    /** Three levels and 0, weights that follow what applies, an index alone: beside the national model, in its own language. */
    @Test
    void aModelHasLevelsOfItsOwn() throws IOException {
        other();
        MaturityModel model = read().model("other/1.0");
        assertEquals(new LevelScale(3, true), model.levels());
        assertEquals(Overall.INDEX, model.overall());
        assertEquals(List.of("0", "1", "2", "3"), model.criterion("A.1").scale().values());
        assertTrue(model.dimensions().get(0).applicable());
        assertEquals(14, model.dimensions().get(0).weight());
        assertEquals("Nothing", read().texts("other/1.0", Locale.ENGLISH).levelName(0));
        NodeScore whole = Scoring
                .score(model, new Answers(Map.of("A.1", Answer.level(0), "A.2", Answer.option("full"))))
                .whole();
        assertEquals(Fraction.of(30, 14), whole.index());
    }

    private void other() throws IOException {
        write("index.yaml", "models: {small: [\"1.0\"], other: [\"1.0\"]}");
        write("other/1.0/model.yaml", """
                id: other
                version: "1.0"
                status: proposal
                languages: [en]
                levels: 3
                zero: true
                overall: index
                bands: [1, 2, 3]
                dimensions:
                  - code: A
                    weight: applicable
                    criteria:
                      - {code: A.1, weight: 4}
                      - code: A.2
                        weight: 10
                        scale: {points: {full: 10, none: 0}}
                """);
        write("other/1.0/texts.en.yaml", """
                model: {title: "Other", summary: "Another one.", notice: "For tests."}
                levels:
                  0: {name: "Nothing", summary: "none"}
                  1: {name: "One", summary: "one"}
                  2: {name: "Two", summary: "two"}
                  3: {name: "Three", summary: "three"}
                evidenceKinds: {}
                dimensions:
                  A: {name: "First", short: "First", description: "The first."}
                criteria:
                  A.1:
                    name: "Owners"
                    question: "Are there owners?"
                    levels: {0: "no", 1: "a", 2: "b", 3: "c"}
                  A.2:
                    name: "Portal"
                    question: "Is there a portal?"
                    options: {full: "Yes", none: "No"}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "model.yaml    | levels: 3       | levels: 4    | model.yaml:8:8 /bands bands-count",
            "model.yaml    | bands: [1, 2, 3] | bands: [1, 2, 3.5] | model.yaml:8:15 /bands/2 bands-most",
            "model.yaml    | zero: true      | zero: false  | texts.en.yaml:3:3 /levels/0 unknown + texts.en.yaml:14:14 /criteria/A.1/levels/0 unknown",
            "texts.en.yaml | 2: \"b\",     | ``           | texts.en.yaml:14:13 /criteria/A.1/levels/2 untold",
            "texts.en.yaml | 3: {name: \"Three\", summary: \"three\"} | 4: {name: \"Four\", summary: \"four\"} | texts.en.yaml:3:3 /levels/3 untold + texts.en.yaml:6:3 /levels/4 unknown"})
    void wordsAndBoundsOfOtherLevelsAreRefused(String file, String from, String to, String expected)
            throws IOException {
        other();
        change("other/1.0/" + file, from, to);
        assertEquals(expected, places(refusal()).replace("other/1.0/", ""));
    }

    /** The levels of the national model are those that targets mean. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "overall: none | /overall national-overall",
            "levels: 4 | /levels national-levels"})
    void theNationalModelHasTheLevelsOfTheTargets(String property, String expected) throws IOException {
        other();
        write("index.yaml", "models: {other: [\"1.0\"], small: [\"1.0\"]}");
        change("other/1.0/model.yaml", "overall: index", property.startsWith("overall") ? property : "overall: level");
        if (property.startsWith("levels")) {
            change("other/1.0/model.yaml", "levels: 3", property);
            change("other/1.0/model.yaml", "bands: [1, 2, 3]", "bands: [1, 2, 3, 4]");
            change("other/1.0/texts.en.yaml", "  3: {name", "  4: {name: \"Four\", summary: \"four\"}\n  3: {name");
            change("other/1.0/texts.en.yaml", "3: \"c\"", "3: \"c\", 4: \"d\"");
        }
        assertEquals(Set.of("other/1.0"), read().refused().keySet());
        assertTrue(places(refusal()).endsWith(expected), () -> places(refusal()));
    }

    /** Levels of another number join no others, and no answer goes on to them. */
    @Test
    void aVersionWithOtherLevelsBreaksWithTheOneBefore() throws IOException {
        other();
        write("index.yaml", "models: {small: [\"1.0\"], other: [\"1.0\", \"1.1\"]}");
        write("other/1.1/model.yaml", Files.readString(folder.resolve("other/1.0/model.yaml"))
                .replace("version: \"1.0\"", "version: \"1.1\"\ncontinues: {version: \"1.0\", whole: joined}")
                .replace("zero: true", "zero: false"));
        write("other/1.1/texts.en.yaml", Files.readString(folder.resolve("other/1.0/texts.en.yaml"))
                .replace("  0: {name: \"Nothing\", summary: \"none\"}\n", "").replace("{0: \"no\", ", "{"));
        assertEquals("other/1.1/model.yaml:3:36 /continues/whole continues-whole + "
                + "other/1.1/model.yaml:14:16 /dimensions/0/criteria/0/code continues-scale", places(refusal()));
        change("other/1.1/model.yaml", "whole: joined", "whole: break, criteria: {A.1: break}");
        change("other/1.1/texts.en.yaml", "    question: \"Are", "    changed: \"No 0.\"\n    question: \"Are");
        assertEquals(Map.of(), read().refused());
    }

    @Test
    void statementsNameTheBoundsAndTheQuantitiesOfTheModel() throws IOException {
        change("small/1.0/model.yaml", "status: proposal", "status: proposal\nquantities: {most: 60}");
        change("small/1.0/texts.de.yaml", "Named ones count.", "At least {most}%, then {3}%.");
        ModelTexts.CriterionText words = read().texts("small/1.0", Locale.GERMAN).criterion("A.1");
        assertEquals("c 60,5%", words.levels().get(3));
        assertEquals("At least 60%, then 60,5%.", words.guidance());
        assertEquals("c 60.5%", read().texts("small/1.0", Locale.ENGLISH).criterion("A.1").levels().get(3));
    }

    @Test
    void aPublishedVersionIsReadAsItWasAndRefusedWhenItWasChanged() throws IOException {
        change("small/1.0/texts.en.yaml", "c {3}%", "c 70 %");
        assertEquals("percentage", refusal().get(0).key());
        String hash = publishedHash("0".repeat(64));
        write("index.yaml", "models: {small: [\"1.0\"]}\npublished: {small/1.0: \"" + hash + "\"}");
        assertEquals("c 70 %", read().texts("small/1.0", Locale.ENGLISH).criterion("A.1").levels().get(3));
        assertEquals(hash, read().hash("small/1.0"));
        change("small/1.0/texts.en.yaml", "70 %", "71 %");
        assertEquals("published", refusal().get(0).key());
    }

    /** The hash that the refusal of another one names. */
    private String publishedHash(String other) throws IOException {
        write("index.yaml", "models: {small: [\"1.0\"]}\npublished: {small/1.0: \"" + other + "\"}");
        return refusal().get(0).arguments().get(1);
    }

    @Test
    void aPublishedVersionStandsInTheListOfModels() throws IOException {
        write("index.yaml", "models: {small: [\"1.0\"]}\npublished: {small/0.9: \"" + "0".repeat(64) + "\"}");
        assertEquals("unlisted", refusal().get(0).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{version: \"1.0\", whole: joined} | ``",
            "{version: \"1.0\", whole: joined, criteria: {A.2: break}} | /criteria/A.2 unchanged",
            "{version: \"1.0\", whole: joined, criteria: {A.2: new}} | /criteria/A.2 unchanged",
            "{version: \"0.9\", whole: joined} | /continues/version continues",
            "{version: \"1.1\", whole: joined} | /continues/version continues"})
    void aVersionGoesOnFromOneThatIsRead(String continues, String expected) throws IOException {
        secondVersion(continues);
        if (expected.isEmpty()) {
            Catalog catalog = read();
            assertEquals(Succession.Trend.JOINED, catalog.succession("small/1.1", "small/1.0").get().trend("A.1"));
            assertEquals(Optional.empty(), catalog.succession("small/1.0", "small/1.1"));
        } else {
            assertTrue(places(refusal()).endsWith(expected), () -> places(refusal()));
        }
    }

    @Test
    void whatIsNewIsSaidToBeNew() throws IOException {
        secondVersion("{version: \"1.0\", whole: joined}");
        change("small/1.1/model.yaml", "code: A.2", "code: A.3");
        for (Locale locale : Texts.LANGUAGES) {
            change("small/1.1/texts." + locale.getLanguage() + ".yaml", "  A.2:",
                    "  A.3:\n    changed: \"It is new.\"");
        }
        assertEquals("continues-criterion", refusal().get(0).key());
        change("small/1.1/model.yaml", "whole: joined", "whole: joined, criteria: {A.3: new}");
        assertEquals(Succession.Trend.NEW, read().succession("small/1.1", "small/1.0").get().trend("A.3"));
        assertEquals("It is new.", read().texts("small/1.1", Locale.GERMAN).criterion("A.3").changed());
    }

    /** What a round of the first version says compares with one of the third as the second and the third say together. */
    @Test
    void aVersionGoesOnFromTheOneBeforeTheLast() throws IOException {
        secondVersion("{version: \"1.0\", whole: joined}");
        write("index.yaml", "models: {small: [\"1.0\", \"1.1\", \"1.2\"]}");
        version("1.2", "{version: \"1.1\", whole: break, criteria: {A.1: break}}");
        for (Locale locale : Texts.LANGUAGES) {
            change("small/1.2/texts." + locale.getLanguage() + ".yaml", "  A.1:",
                    "  A.1:\n    changed: \"It asks for more.\"");
        }
        Catalog catalog = read();
        assertEquals("small/1.0", catalog.succession("small/1.2", "small/1.0").orElseThrow().ref());
        assertTrue(catalog.compares("small/1.1", "small/1.0"));
        assertFalse(catalog.compares("small/1.2", "small/1.0"));
        assertFalse(catalog.compares("small/1.2", "small/1.0", "A.1"));
        assertTrue(catalog.compares("small/1.2", "small/1.0", "A.2"));
    }

    private void secondVersion(String continues) throws IOException {
        write("index.yaml", "models: {small: [\"1.0\", \"1.1\"]}");
        version("1.1", continues);
    }

    private void version(String version, String continues) throws IOException {
        write("small/" + version + "/model.yaml",
                resource("model.yaml").replace("version: \"1.0\"", "version: \"" + version + "\"")
                        .replace("status: proposal", "status: proposal\ncontinues: " + continues));
        for (Locale locale : Texts.LANGUAGES) {
            write("small/" + version + "/texts." + locale.getLanguage() + ".yaml", resource("texts.yaml"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "phase: P2        | phase: P9         | /targets/10/phase phase",
            "group: human-resources | group: love  | /targets/8/group group",
            "due: 2027-12-31  | due: 2027-02-30   | /phases/0/due date",
            "code: P1-02      | code: P1-01       | /targets/1/code code",
            "measure: pooled  | measure: pooled\\n    level: 3 | /targets/0/level condition",
            "unit: percent    | unit: euro        | /targets/0/unit schema.enum",
            "unit: percent    | unit: count       | /targets/0/comparator share",
            "comparator: \">=\" | comparator: \"<=\" | /targets/0/comparator share",
            "value: 100       | value: 100.5      | /targets/0/comparator share",
            "value: 100       | value: 99.995     | /targets/0/comparator share",
            "measure: pooled  | measure: pooled\\n    trajectory: [{on: 2026-06-30, value: 60}, {on: 2026-06-30, value: 70}] | /targets/0/trajectory/1/on trajectory",
            "measure: pooled  | measure: pooled\\n    trajectory: [{on: 2027-12-31, value: 60}] | /targets/0/trajectory/0/on trajectory",
            "measure: pooled  | measure: pooled\\n    trajectory: [{on: 2026-02-30, value: 60}] | /targets/0/trajectory/0/on date",
            "measure: pooled  | measure: pooled\\n    baseline: {on: 2026-12-31, value: 40}\\n    trajectory: [{on: 2026-06-30, value: 60}] | /targets/0/trajectory/0/on trajectory",
            "measure: pooled  | measure: pooled\\n    baseline: {on: 2026-12-31} | /targets/0/baseline schema.required",
    })
    void aFaultyProgrammeIsRefused(String from, String to, String expected) throws IOException {
        change("programme/programme.yaml", from, to);
        assertEquals(expected, places(refusal()).replaceAll("programme/programme.yaml:[0-9]+:[0-9]+ ", ""));
    }

    @Test
    void theWayToATargetIsThatOfItsPlan() throws IOException {
        Trajectory.Point first = new Trajectory.Point(LocalDate.of(2026, 3, 31), Fraction.of(50));
        Trajectory straight = read().programme().target("P1-01").way(first);
        assertEquals(List.of(first, new Trajectory.Point(LocalDate.of(2027, 12, 31), Fraction.of(100))),
                straight.points());
        change("programme/programme.yaml", "measure: pooled",
                "measure: pooled\n    baseline: {on: 2025-12-31, value: 30}\n"
                        + "    trajectory: [{on: 2026-06-30, value: 60.5}, {on: 2026-12-31, value: 75}]");
        ProgrammeTarget planned = read().programme().target("P1-01");
        assertEquals(Fraction.of(30), planned.begin(first).value());
        Trajectory way = planned.way(first);
        assertEquals(List.of(Fraction.of(30), Fraction.of(121, 2), Fraction.of(75), Fraction.of(100)),
                List.of(way.at(LocalDate.of(2026, 6, 29)),
                        way.at(LocalDate.of(2026, 6, 30)), way.at(LocalDate.of(2027, 12, 30)),
                        way.at(LocalDate.of(2027, 12, 31))));
        change("programme/programme.yaml", "    baseline: {on: 2025-12-31, value: 30}\n", "");
        assertEquals(first, read().programme().target("P1-01").way(first).points().get(0));
        Trajectory late = read().programme().target("P1-01")
                .way(new Trajectory.Point(LocalDate.of(2026, 9, 30), Fraction.of(50)));
        assertEquals(Fraction.of(121, 2), late.at(LocalDate.of(2026, 10, 1)),
                "what is known first comes after the first step");
    }

    @Test
    void aMissingFileAndAnUnlistedFolderAreNamed() throws IOException {
        Files.delete(folder.resolve("small/1.0/texts.en.yaml"));
        write("index.yaml", "models: {small: [\"1.0\", \"2.0\"]}");
        assertEquals("small/1.0/texts.en.yaml:1:1  missing + small/2.0/model.yaml:1:1  missing + "
                + "small/2.0/texts.de.yaml:1:1  missing + small/2.0/texts.en.yaml:1:1  missing + "
                + "small/2.0/texts.vi.yaml:1:1  missing", places(refusal()));
    }

    @Test
    void everyFaultSaysWhatIsWrongAndHowToMendIt() throws IOException {
        change("small/1.0/model.yaml", "    weight: 2", "    weight: 0");
        change("small/1.0/model.yaml", "full: 10", "full: 11");
        Fault weight = refusal().get(0);
        assertEquals("A weight is 1 or more.", weight.text(Locale.ENGLISH));
        assertEquals("Ghi số nguyên dương; nội dung không tính điểm thì bỏ khỏi mô hình.",
                weight.remedy(Locale.forLanguageTag("vi")));
        assertEquals("small/1.0/model.yaml:32:36 /dimensions/1/dimensions/0/criteria/0/scale/points/full [points] "
                + "The option full is worth 11 points, above the maximum of 10. "
                + "Lower the points, or raise the weight of the criterion.", refusal().get(1).line(Locale.ENGLISH));
    }

    @Test
    void nothingIsReplacedWhileThereIsAnyFault() throws IOException {
        Catalog catalog = read();
        String hash = catalog.hash("small/1.0");
        change("small/1.0/model.yaml", "weight: 3", "weight: 4");
        change("programme/programme.yaml", "phase: P2", "phase: P9");
        assertThrows(ModelFaultsException.class, catalog::load);
        assertEquals(hash, catalog.hash("small/1.0"));
        change("programme/programme.yaml", "phase: P9", "phase: P2");
        catalog.load();
        assertNotEquals(hash, catalog.hash("small/1.0"));
    }

    @Test
    void everyFaultOfEveryFileIsReportedAtOnce() throws IOException {
        change("small/1.0/model.yaml", "    weight: 2", "    weight: 0");
        change("small/1.0/model.yaml", "code: B.1.1", "code: A.1");
        change("small/1.0/texts.de.yaml", "name: \"Owners\"", "nam: \"Owners\"");
        change("programme/texts.vi.yaml", "  P1-01:", "  P9-01:");
        assertEquals(List.of("weight", "code", "schema.required", "schema.additionalProperties", "untold", "unknown"),
                refusal().stream().map(Fault::key).toList());
    }

    private void breaks(String target, String indicator, String words) throws IOException {
        change("programme/programme.yaml", "  - code: P1-02\n", "  - code: P1-02\n    breaks: " + target + "\n");
        change("programme/indicators.yaml", "  - code: papers_once_only\n",
                "  - code: papers_once_only\n    breaks: " + indicator + "\n");
        for (Locale locale : Texts.LANGUAGES) {
            String file = "programme/texts." + locale.getLanguage() + ".yaml";
            write(file, Files.readString(folder.resolve(file)) + "\n" + words + "\n");
        }
    }

    @Test
    void breaksAreReadWithTheirReasonsAndTheLastOneUpToADayCounts() throws IOException {
        breaks("[{on: 2026-07-01, reason: new-model}]",
                "[{on: 2026-01-01, reason: new-portal}, {on: 2027-01-01, reason: new-portal}]",
                "breaks: {new-model: {text: \"Another model.\"}, new-portal: {text: \"Another portal.\"}}");
        Catalog catalog = read();
        Breaks breaks = catalog.breaks();
        Optional<String> read = Optional.of("papers_once_only");
        assertEquals(Optional.empty(), breaks.last("P1-02", read, LocalDate.of(2025, 12, 31)));
        assertEquals(Optional.of(new Breaks.Break(LocalDate.of(2026, 1, 1), "new-portal")),
                breaks.last("P1-02", read, LocalDate.of(2026, 6, 30)));
        assertEquals(Optional.of(new Breaks.Break(LocalDate.of(2026, 7, 1), "new-model")),
                breaks.last("P1-02", read, LocalDate.of(2026, 7, 1)));
        assertEquals("2027-01-01", breaks.last("P1-02", read, LocalDate.MAX).orElseThrow().on().toString());
        assertEquals("2026-07-01",
                breaks.last("P1-02", Optional.empty(), LocalDate.MAX).orElseThrow().on().toString());
        assertEquals(Optional.empty(), breaks.last("P1-01", Optional.empty(), LocalDate.MAX));
        assertEquals(3, breaks.all("P1-02", read).size());
        assertEquals("Another portal.", catalog.programmeTexts(Texts.LANGUAGES.get(0)).breakReason("new-portal"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[{on: 2026-02-30, reason: a}] | [{on: 2026-01-01, reason: a}] | breaks: {a: {text: \"A.\"}} | date",
            "[{on: 2026-01-01, reason: a}] | [{on: 2026-13-01, reason: a}] | breaks: {a: {text: \"A.\"}} | date",
            "[{on: 2026-01-01, reason: a}, {on: 2026-01-01, reason: a}] | [{on: 2026-01-01, reason: a}] | breaks: {a: {text: \"A.\"}} | breaks",
            "[{on: 2026-01-01, reason: a}] | [{on: 2026-01-01, reason: b}] | breaks: {a: {text: \"A.\"}} | untold",
            "[{on: 2026-01-01, reason: a}] | [{on: 2026-01-01, reason: a}] | breaks: {a: {text: \"A.\"}, b: {text: \"B.\"}} | unknown",
            "[{on: 2026-01-01}] | [{on: 2026-01-01, reason: a}] | breaks: {a: {text: \"A.\"}} | schema.required"})
    void aFaultyBreakIsRefused(String target, String indicator, String words, String key) throws IOException {
        breaks(target, indicator, words);
        List<Fault> faults = refusal();
        assertTrue(faults.stream().anyMatch(fault -> fault.key().equals(key)), () -> places(faults));
    }
}
