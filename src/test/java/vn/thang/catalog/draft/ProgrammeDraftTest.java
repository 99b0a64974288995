package vn.thang.catalog.draft;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.YamlReader;
import vn.thang.catalog.draft.ModelChange.Part;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.platform.Texts;

/** A draft of the programme is checked among all models, and what is fixed before a period begins stays what it was. */
class ProgrammeDraftTest {

    private static final CatalogFolder SHIPPED = CatalogFolder.packed();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String BREAK = "    breaks: [{on: 2027-01-01, reason: other-source}]\n";

    private final Map<String, byte[]> files = shipped();

    private static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : ProgrammeReader.names()) {
            try {
                files.put(name, Files.readAllBytes(Path.of("maturity-model/programme", name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private ProgrammeDraftTest next() {
        return change("programme.yaml", "version: \"1.0\"", "version: \"1.1\"");
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private ProgrammeDraftTest change(String name, String from, String to) {
        String text = text(name);
        assertTrue(text.contains(from), from);
        int at = text.indexOf(from);
        files.put(name, (text.substring(0, at) + to + text.substring(at + from.length()))
                .getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private ProgrammeDraft draft() {
        return DraftCheck.programme(SHIPPED, List.of(), files, TODAY);
    }

    private String faults() {
        ProgrammeDraft draft = draft();
        assertFalse(draft.sound());
        draft.faults().forEach(fault -> Texts.LANGUAGES.forEach(language -> {
            assertFalse(fault.text(language).startsWith("catalog."), fault.text(language));
            assertFalse(fault.remedy(language).startsWith("catalog."), fault.remedy(language));
        }));
        return draft.faults().stream().map(fault -> fault.file() + " " + fault.key()).distinct()
                .collect(Collectors.joining(", "));
    }

    private static PublishedVersions.Version version(String ref, Map<String, byte[]> files, LocalDate on) {
        return new PublishedVersions.Version(PublishedVersions.Kind.PROGRAMME, ref,
                ProgrammeReader.read(SHIPPED.withProgramme(files)).hash(), false, files, on);
    }

    @Test
    void aSoundDraftIsWhatItWillBe() {
        ProgrammeDraft draft = next().change("programme.yaml", "coverage: 80", "coverage: 90").draft();
        assertEquals(List.of(), draft.faults());
        assertEquals("digital-government/1.1", draft.ref());
        assertEquals("digital-government/1.0", draft.before());
        Programme following = draft.following().programme();
        assertEquals(80, following.coverage(LocalDate.of(2026, 10, 1)), "a period that has begun keeps its bound");
        assertEquals(80, following.coverage(TODAY), "a bound is fixed before a period begins");
        assertEquals(90, following.coverage(TODAY.plusDays(1)));
        assertEquals(90, draft.always().programme().coverage(LocalDate.of(2025, 1, 1)));
    }

    @Test
    void theAgeOfReadingsAndTheJumpAreFixedBeforeAPeriodBegins() {
        ProgrammeDraft draft = next().change("indicators.yaml", "    maxAge: 135\n",
                "    maxAge: 30\n    jump: {points: 5}\n").draft();
        assertEquals(List.of(), draft.faults());
        Indicator indicator = draft.following().indicators().get(0);
        assertEquals(List.of(135, 30), List.of(indicator.maxAge(TODAY), indicator.maxAge(TODAY.plusMonths(2))));
        assertEquals(Indicator.Jump.USUAL, indicator.jump(TODAY));
        assertEquals("5", indicator.jump(TODAY.plusMonths(2)).points().toPlainString());
        assertEquals(30, draft.always().indicators().get(0).maxAge(LocalDate.of(2025, 1, 1)));
    }

    @Test
    void whatIsPublishedIsRefused() {
        assertEquals("programme.yaml exists", faults());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "programme.yaml | id: digital-government         | id: another-programme     | programme.yaml programme-other",
            "programme.yaml | coverage: 80                   | coverage: 101             | programme.yaml schema.maximum",
            "programme.yaml | phase: P1                      | phase: P9                 | programme.yaml phase",
            "programme.yaml | measure: pooled                | measure: national         | programme.yaml break-needed",
            "indicators.yaml | direction: up                  | direction: down          | indicators.yaml indicator-kept",
            "indicators.yaml | period: quarter               | period: month             | indicators.yaml indicator-kept",
            "indicators.yaml | source: public-service-portal | source: satisfaction-survey | indicators.yaml break-needed",
            "indicators.yaml | levels: {2: 30, 3: 60, 4: 90, 5: 100} | levels: {2: 20, 3: 60, 4: 90, 5: 100} | indicators.yaml indicator-kept",
            "programme.yaml | value: 95                      | value: 90                 | texts.vi.yaml target-number",
            "texts.en.yaml  | 95% of                         | 90% of                    | texts.en.yaml target-number",
            "texts.vi.yaml  | \"Dịch vụ công toàn trình\"    | 7                         | texts.vi.yaml schema.type"})
    void faultsAreNamedByFileAndLine(String file, String from, String to, String expected) {
        next().change(file, from, to);
        assertTrue(faults().contains(expected), this::faults);
        assertTrue(draft().faults().stream().allMatch(fault -> fault.line() > 0 && fault.column() > 0));
    }

    @Test
    void anIndicatorStaysBecauseItsReadingsStay() {
        String text = text("indicators.yaml");
        int begin = text.indexOf("  - code: services_fully_online");
        next().change("indicators.yaml", text.substring(begin, text.indexOf("  - code: ", begin + 5)), "");
        without("  services_fully_online:");
        assertTrue(faults().contains("indicators.yaml indicator-gone"), this::faults);
    }

    @Test
    void anIndicatorThatAModelNamesIsMissedByTheModel() {
        String text = text("indicators.yaml");
        int begin = text.indexOf("  - code: digitised_reused");
        next().change("indicators.yaml", text.substring(begin, text.indexOf("  - code: ", begin + 5)), "");
        without("  digitised_reused:");
        assertTrue(draft().faults().stream().anyMatch(fault -> fault.key().equals("link-indicator")
                && fault.file().equals("vn-dgm/1.1/model.yaml")), this::faults);
    }

    /** Takes the words of a thing out of the texts. */
    private void without(String name) {
        for (String language : Texts.codes()) {
            String file = "texts." + language + ".yaml";
            String words = text(file).replaceFirst("(?m)^" + name + ".*\n(    .*\n)*", "");
            assertFalse(words.equals(text(file)), name);
            files.put(file, words.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatMeansSomethingElseIsAcceptedWithABreak() {
        next().change("indicators.yaml", "    source: public-service-portal\n",
                "    source: satisfaction-survey\n" + BREAK);
        for (String language : Texts.codes()) {
            files.put("texts." + language + ".yaml", (text("texts." + language + ".yaml")
                    + "\nbreaks:\n  other-source: {text: \"x\"}\n").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(), draft().faults());
    }

    @Test
    void aFormulaStaysSinceEveryPeriodIsComputedByIt() {
        next().change("indicators.yaml", "ROUND(100 * open_datasets_good", "ROUND(99 * open_datasets_good");
        assertEquals("indicators.yaml indicator-kept", faults());
    }

    @Test
    void aBreakThatWasPublishedStays() {
        next().change("indicators.yaml", "    source: public-service-portal\n",
                "    source: satisfaction-survey\n" + BREAK);
        for (String language : Texts.codes()) {
            files.put("texts." + language + ".yaml", (text("texts." + language + ".yaml")
                    + "\nbreaks:\n  other-source: {text: \"x\"}\n").getBytes(StandardCharsets.UTF_8));
        }
        Map<String, byte[]> before = new HashMap<>(files);
        change("programme.yaml", "version: \"1.1\"", "version: \"1.2\"").change("indicators.yaml", BREAK,
                BREAK.replace("2027-01-01", "2028-01-01"));
        assertEquals(List.of("break-kept"),
                DraftCheck.programme(SHIPPED, List.of(version("digital-government/1.1", before, TODAY)), files, TODAY)
                        .faults()
                        .stream().map(Fault::key).toList());
    }

    @Test
    void aTargetMayBeDroppedAndKeepsItsName() {
        String text = text("programme.yaml");
        int begin = text.indexOf("  - code: INF-01");
        next().change("programme.yaml", text.substring(begin), "");
        String indicators = text("indicators.yaml");
        files.put("indicators.yaml", indicators.replace("    targets: [INF-01]\n", "")
                .getBytes(StandardCharsets.UTF_8));
        without("  INF-01:");
        ProgrammeDraft draft = draft();
        assertEquals(List.of("break-needed"), draft.faults().stream().map(Fault::key).toList(),
                "what an indicator served is told by a break");
        assertEquals("targets", draft.faults().get(0).arguments().get(0));
    }

    @Test
    void theVersionPublishedLastHoldsAndAFaultyOneIsNamedAndPassedOver() {
        Map<String, byte[]> second = new HashMap<>(
                next().change("programme.yaml", "coverage: 80", "coverage: 90").files);
        Map<String, byte[]> broken = new HashMap<>(second);
        broken.put("programme.yaml", "id: [".getBytes(StandardCharsets.UTF_8));
        List<PublishedVersions.Version> stored = List.of(
                version("digital-government/1.0", shipped(), TODAY.minusDays(9)),
                version("digital-government/1.1", second, TODAY.minusDays(5)),
                version("digital-government/1.2", broken, TODAY));
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED, stored);
        assertEquals("digital-government/1.1", contents.programme().ref());
        assertEquals(80, contents.programme().programme().coverage(TODAY.minusDays(5)));
        assertEquals(90, contents.programme().programme().coverage(TODAY.minusDays(4)));
        assertTrue(contents.refused().containsKey("digital-government/1.2"));
        assertTrue(contents.editions().containsKey("vn-dgm/1.1"), "one broken version leaves everything else running");
        assertFalse(contents.agencies().isEmpty());
        assertEquals("exists", DraftCheck.programme(SHIPPED, stored, second,
                TODAY).faults().get(0).key());
    }

    /** What stands in the database is what two people published, or it does not hold. */
    @Test
    void aVersionThatWasChangedAfterItsPublicationIsNamedAndPassedOver() {
        Map<String, byte[]> second = new HashMap<>(
                next().change("programme.yaml", "coverage: 80", "coverage: 90").files);
        PublishedVersions.Version published = version("digital-government/1.1", second, TODAY.minusDays(5));
        change("programme.yaml", "coverage: 90", "coverage: 10");
        PublishedVersions.Version changed = new PublishedVersions.Version(published.kind(), published.ref(),
                published.sha256(), false, files, published.on());
        CatalogReader.Contents contents = CatalogReader.read(SHIPPED,
                List.of(version("digital-government/1.0", shipped(), TODAY.minusDays(9)), changed));
        assertEquals("digital-government/1.0", contents.programme().ref());
        assertEquals(List.of("published"),
                contents.refused().get("digital-government/1.1").stream().map(Fault::key).toList());
    }

    @Test
    void whatAnEarlierVersionNamedKeepsItsWords() {
        ProgrammeTexts before = CatalogReader.read(SHIPPED).programme().words(Locale.of("vi"));
        ProgrammeTexts after = new ProgrammeTexts(YamlReader.read("x",
                "targets: {NEW: {name: n, text: t}}".getBytes(StandardCharsets.UTF_8), new ArrayList<>())
                .root()).after(before);
        assertEquals("n", after.target("NEW").name());
        assertEquals(before.target("P1-08").name(), after.target("P1-08").name());
    }

    @Test
    void theDifferenceIsToldByTargetAndIndicator() {
        next().change("programme.yaml", "coverage: 80", "coverage: 85")
                .change("programme.yaml", "    value: 95\n", "    value: 90\n")
                .change("indicators.yaml", "maxAge: 200", "maxAge: 100")
                .change("texts.en.yaml", "Reporting on the system", "Reports on the system");
        List<ModelChange> changes = ProgrammeDifference.between(shipped(), files);
        assertEquals(List.of(new ModelChange(Part.BOUND, "", "coverage", "", "80", "85"),
                new ModelChange(Part.DEMAND, "P1-03", "value", "", "95", "90"),
                new ModelChange(Part.BOUND, "satisfaction", "maxAge", "", "200", "100"),
                new ModelChange(Part.TEXT, "P1-06", "targets.name", "en", "Reporting on the system",
                        "Reports on the system")),
                changes);
    }
}
