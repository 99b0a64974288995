package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Programme;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** The catalog that ships. */
class CatalogTest {

    private static final Pattern LEVEL = Pattern.compile("(?:mức|level|Stufe) ([0-9])");

    private static final Set<String> FIRST_LEVEL = Set.of("ministry", "ministerial-agency", "government-agency",
            "province");

    private final Catalog catalog = new Catalog(Optional.empty());

    @Test
    void theNationalProposalIsWhole() {
        MaturityModel model = catalog.model("vn-dgm/1.0");
        assertEquals(List.of("STR", "GOV", "ARC", "QUA", "DIG", "SHR", "OPN", "SEC", "USE", "SKL", "INF"),
                model.dimensions().stream().map(d -> d.code()).toList());
        assertEquals(46, model.criteria().size());
        assertEquals(Set.of("GOV", "QUA", "SHR", "SEC"),
                model.dimensions().stream().filter(d -> d.core()).map(d -> d.code()).collect(Collectors.toSet()));
        for (Criterion criterion : model.criteria()) {
            assertEquals(criterion.code().startsWith("SEC."), criterion.restricted(), criterion.code());
            assertEquals(Set.of(2, 3, 4, 5), criterion.evidence().keySet(), criterion.code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn-dgm/1.0", "vn-dgm/1.1"})
    void aCommuneAnswersWhatItCanInEveryDimension(String ref) {
        MaturityModel model = catalog.model(ref);
        MaturityModel commune = model.forAgencyType("commune");
        assertEquals(11, commune.dimensions().size());
        commune.dimensions().forEach(dimension -> assertTrue(dimension.children().size() >= 2, dimension.code()));
        assertEquals(34, commune.criteria().size());
        FIRST_LEVEL.forEach(
                type -> assertTrue(model.forAgencyType(type).criteria().size() >= commune.criteria().size(), type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn-dgm/1.0", "vn-dgm/1.1"})
    void everyCriterionHasAllItsWordsInEveryLanguage(String ref) {
        MaturityModel model = catalog.model(ref);
        for (Locale locale : Texts.LANGUAGES) {
            ModelTexts texts = catalog.texts(model, locale);
            for (Criterion criterion : model.criteria()) {
                ModelTexts.CriterionText text = texts.criterion(criterion.code());
                assertEquals(5, new HashSet<>(text.levels().values()).size(),
                        criterion.code() + " has two statements alike");
                assertEquals(4, text.evidence().size());
                for (String words : List.of(text.name(), text.question(), text.guidance(), text.example(),
                        text.source())) {
                    assertTrue(!words.isBlank(), () -> criterion.code() + " lacks words in " + locale);
                }
            }
            model.dimensions().forEach(d -> assertTrue(texts.dimension(d.code()).shortName().length() <= 24, d.code()));
        }
    }

    /** What the published version asks and how it is measured never changes. */
    @Test
    void thePublishedVersionStaysAsItWas() {
        assertEquals("e580d4b869df61041dda9a7ab89a4881d389fb48e233f9423f7a0127438ea159", catalog.hash("vn-dgm/1.0"));
        assertEquals(17, catalog.measures("vn-dgm/1.0").values().stream()
                .filter(measure -> measure.link().levels().get(2).compareTo(Fraction.ZERO) > 0).count());
    }

    @Test
    void theSecondVersionGoesOnFromTheFirst() {
        MaturityModel model = catalog.model("vn-dgm/1.1");
        Succession succession = catalog.succession("vn-dgm/1.1", "vn-dgm/1.0").orElseThrow();
        assertEquals(47, model.criteria().size());
        assertEquals(Succession.Trend.JOINED, succession.whole());
        assertEquals(Succession.Trend.NEW, succession.trend("ARC.5"));
        assertEquals(Succession.Trend.BREAK, succession.trend("DIG.2"));
        assertEquals(Succession.Trend.JOINED, succession.trend("DIG.1"));
        assertEquals("databases_in_use", catalog.measures("vn-dgm/1.1").get("ARC.5").indicator().code());
    }

    /** The rule that every trend, movement and answer that is taken over asks. */
    @Test
    void levelsOfTwoVersionsCompareAsTheMappingSays() {
        assertTrue(catalog.compares("vn-dgm/1.1", "vn-dgm/1.0"));
        assertTrue(catalog.compares("vn-dgm/1.1", "vn-dgm/1.0", "DIG.1"));
        assertFalse(catalog.compares("vn-dgm/1.1", "vn-dgm/1.0", "DIG.2"), "it breaks");
        assertFalse(catalog.compares("vn-dgm/1.1", "vn-dgm/1.0", "ARC.5"), "there was none");
        assertFalse(catalog.compares("vn-dgm/1.0", "vn-dgm/1.1"), "no version speaks of a later one");
        assertFalse(catalog.compares("vn-dgm/1.1", "eu-odm/2023"));
        assertFalse(catalog.compares("vn-dgm/1.1", "vn-dgm/0.9"));
        assertTrue(catalog.compares("vn-dgm/1.1", "vn-dgm/1.1", "ARC.5"));
        assertFalse(catalog.compares("vn-dgm/1.0", "vn-dgm/1.0", "ARC.5"), "it never asked this");
    }

    @Test
    void aReadingNeverTakesAProvenPlanAway() {
        catalog.measures("vn-dgm/1.1").forEach((criterion, measure) -> {
            assertEquals(2, measure.level(Fraction.ZERO), criterion);
            assertEquals(Set.of(2, 3, 4, 5), measure.link().levels().keySet(), criterion);
        });
        assertEquals(16, catalog.measures("vn-dgm/1.1").size());
    }

    /** Whoever answered a question before is told what its statements ask now that they did not. */
    @Test
    void whatIsNewInAStatementIsSaid() {
        ModelTexts before = catalog.texts("vn-dgm/1.0", Locale.of("vi"));
        ModelTexts now = catalog.texts("vn-dgm/1.1", Locale.of("vi"));
        for (Criterion criterion : catalog.model("vn-dgm/1.0").criteria()) {
            String code = criterion.code();
            assertTrue(before.criterion(code).levels().equals(now.criterion(code).levels())
                    || !now.criterion(code).changed().isEmpty(), code);
        }
    }

    @Test
    void numbersOfStatementsAreThoseOfTheBounds() {
        Map<String, String> beginnings = Map.of("vi", "Ít nhất 60%", "en", "At least 60%", "de", "Mindestens 60 %");
        beginnings.forEach((language, beginning) -> {
            ModelTexts texts = catalog.texts("vn-dgm/1.1", Locale.of(language));
            assertTrue(texts.criterion("SHR.1").levels().get(3).startsWith(beginning), language);
            assertTrue(texts.criterion("ARC.1").levels().get(3).startsWith(beginning), language);
            catalog.model("vn-dgm/1.1").criteria().forEach(criterion -> {
                ModelTexts.CriterionText text = texts.criterion(criterion.code());
                assertTrue(Stream.of(text.levels().values(), text.evidence().values(), List.of(text.guidance()))
                        .flatMap(Collection::stream).noneMatch(words -> words.contains("{")), criterion.code());
            });
        });
    }

    /** Laws that were only retold stand in guidance and sources, marked, and never in what is demanded. */
    @Test
    void whatWasNotReadIsMarkedAndDemandsNothing() {
        Map<String, String> marks = Map.of("vi", "cần đối chiếu với văn bản đã ký", "en",
                "to be checked against the signed text", "de", "mit dem unterzeichneten Text abzugleichen");
        List<String> retold = List.of("91/2025", "356/2025", "116/2025", "331/2026", "134/2025", "142/2026", "33/2026",
                "33/2024", "113/2025", "66.7/2025", "137/2024", "194/2025", "165/2025", "1308/", "1266/", "11/2026",
                "4856/", "224/2026", "20/2025/QĐ");
        marks.forEach((language, mark) -> catalog.model("vn-dgm/1.1").criteria().forEach(criterion -> {
            ModelTexts.CriterionText text = catalog.texts("vn-dgm/1.1", Locale.of(language))
                    .criterion(criterion.code());
            for (String law : retold) {
                for (String words : List.of(text.guidance(), text.source())) {
                    assertTrue(!words.contains(law) || words.contains(mark), criterion.code() + " " + law + language);
                }
                assertTrue(text.levels().values().stream().noneMatch(words -> words.contains(law)), criterion.code());
            }
        }));
    }

    @Test
    void theProgrammeHasItsTargets() {
        Programme programme = catalog.programme();
        assertEquals(24, programme.targets().size());
        assertEquals(9, programme.groups().size());
        assertEquals(LocalDate.of(2027, 12, 31), programme.target("P1-08").phase().due());
        assertEquals(LocalDate.of(2030, 12, 31), programme.target("P2-07").phase().due());
        assertEquals(Map.of("P1-08", 3, "P2-06", 4, "P2-07", 5), programme.maturityTargets().stream()
                .collect(Collectors.toMap(ProgrammeTarget::code, target -> target.level().getAsInt())));
        assertEquals("90", programme.target("P2-07").demand().value().toString());
        for (Locale locale : Texts.LANGUAGES) {
            ProgrammeTexts texts = catalog.programmeTexts(locale);
            programme.targets().forEach(target -> {
                assertTrue(!texts.target(target.code()).text().isBlank());
                assertTrue(!texts.group(target.group()).isBlank());
                assertTrue(!texts.measure(target.measure()).name().isBlank());
            });
        }
    }

    @Test
    void theFirstLevelIsTheCountryAndFiftySixAgencies() throws IOException {
        List<CSVRecord> rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(catalog.agencies())).getRecords();
        Map<String, Integer> current = new HashMap<>();
        Set<String> codes = new HashSet<>();
        Set<String> ended = new TreeSet<>();
        Set<String> predecessors = new TreeSet<>();
        for (CSVRecord row : rows) {
            assertTrue(codes.add(row.get("code")), row.get("code"));
            if (row.get("valid_to").isEmpty()) {
                current.merge(row.get("type"), 1, Integer::sum);
            } else {
                ended.add(row.get("code"));
            }
            for (String predecessor : row.get("predecessors").split(";")) {
                assertTrue(predecessor.isEmpty() || predecessors.add(predecessor), predecessor + " went into two");
            }
        }
        assertEquals(
                Map.of("country", 1, "ministry", 14, "ministerial-agency", 3, "government-agency", 5, "province", 34),
                current);
        assertEquals(29, ended.size());
        assertEquals(ended, predecessors);
    }

    /** An example stands on both sides of the boundary that is disputed most, the same levels in every language. */
    @Test
    void everyExampleOfTheNationalModelNamesABoundary() {
        MaturityModel model = catalog.model("vn-dgm/1.1");
        model.criteria().forEach(criterion -> {
            Set<Set<String>> named = Texts.LANGUAGES.stream()
                    .map(language -> LEVEL.matcher(catalog.texts(model, language).criterion(criterion.code()).example())
                            .results().map(found -> found.group(1)).collect(Collectors.toSet()))
                    .collect(Collectors.toSet());
            assertEquals(1, named.size(), criterion.code() + " " + named);
            assertTrue(named.iterator().next().size() >= 2, criterion.code());
        });
    }

    @Test
    void anUnknownModelIsSaid() {
        BusinessException refusal = assertThrows(BusinessException.Conflict.class, () -> catalog.model("vn-dgm/9.9"));
        assertEquals("catalog.unreadable", refusal.key());
        assertFalse(catalog.isReadable("vn-dgm/9.9"));
        assertTrue(catalog.isReadable("vn-dgm/1.0"));
        assertEquals(Optional.empty(), catalog.find("../x"));
    }
}
