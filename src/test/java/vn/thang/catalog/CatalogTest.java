package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** The catalog that ships. */
class CatalogTest {

    private static final Set<String> FIRST_LEVEL = Set.of("ministry", "ministerial-agency", "government-agency",
            "province");

    private final Catalog catalog = new Catalog(Optional.empty());

    @Test
    void theNationalProposalIsWhole() {
        MaturityModel model = catalog.model("vn-dgm", "1.0");
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

    @Test
    void aCommuneAnswersWhatItCanInEveryDimension() {
        MaturityModel model = catalog.model("vn-dgm/1.0");
        MaturityModel commune = model.forAgencyType("commune");
        assertEquals(11, commune.dimensions().size());
        commune.dimensions().forEach(dimension -> assertTrue(dimension.children().size() >= 2, dimension.code()));
        assertTrue(commune.criteria().size() < 46);
        FIRST_LEVEL.forEach(
                type -> assertTrue(model.forAgencyType(type).criteria().size() >= commune.criteria().size(), type));
    }

    @Test
    void everyCriterionHasAllItsWordsInEveryLanguage() {
        MaturityModel model = catalog.model("vn-dgm/1.0");
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

    @Test
    void anUnknownModelIsSaid() {
        BusinessException refusal = assertThrows(BusinessException.NotFound.class, () -> catalog.model("vn-dgm/9.9"));
        assertEquals("catalog.unknown-model", refusal.key());
        assertEquals(Optional.empty(), catalog.find("../x"));
    }
}
