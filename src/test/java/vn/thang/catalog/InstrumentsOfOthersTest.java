package vn.thang.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.model.Overall;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.platform.Texts;

/** The models that ship beside the national one: what was published with them comes out of their files. */
class InstrumentsOfOthersTest {

    private static final int LONGEST_ANSWER = 40;

    private final Catalog catalog = new Catalog(Optional.empty());

    /** What eight countries answered in 2023, and all sums that were published for them. */
    @ParameterizedTest
    @ValueSource(strings = {"AL", "AT", "DE", "EE", "FI", "IE", "NL", "PL"})
    void everyPublishedSumOfOpenDataMaturityComesOut(String country) throws IOException {
        MaturityModel model = catalog.model("eu-odm/2023");
        Map<String, Answer> answers = new LinkedHashMap<>();
        Map<String, Long> published = new LinkedHashMap<>();
        for (CSVRecord row : published()) {
            String code = row.get("code");
            if (!code.startsWith("Q")) {
                published.put(code.equals("whole") ? "" : code, Long.valueOf(row.get(country)));
            } else if (!row.get(country).isEmpty()) {
                answers.put(code, Answer.option(row.get(country)));
            }
        }
        Scorecard scorecard = Scoring.score(model, new Answers(answers));
        Map<String, Long> points = new LinkedHashMap<>();
        published.keySet().forEach(code -> points.put(code, points(scorecard.node(code), maximum(model, code))));
        assertEquals(published, points);
        assertEquals(23, points.size());
    }

    private static List<CSVRecord> published() throws IOException {
        try (Reader in = new InputStreamReader(
                InstrumentsOfOthersTest.class.getResourceAsStream("/catalog/eu-odm-2023.csv"),
                StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in).getRecords();
        }
    }

    private static long points(NodeScore score, long maximum) {
        return Long.parseLong(score.index().times(maximum).dividedBy(5).toString());
    }

    private static long maximum(MaturityModel model, String code) {
        return code.isEmpty() ? sum(model.whole()) : sum(find(model.whole(), code));
    }

    private static Dimension find(Dimension parent, String code) {
        for (Node child : parent.children()) {
            if (child instanceof Dimension dimension && code.startsWith(child.code())) {
                return child.code().equals(code) ? dimension : find(dimension, code);
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static long sum(Dimension node) {
        return MaturityModel.criteriaBelow(node).values().stream().mapToLong(Criterion::weight).sum();
    }

    /** The source gives no level of the whole, and a question that does not apply leaves both sums. */
    @Test
    void openDataMaturityIsPointsReachedOfPointsPossible() {
        MaturityModel model = catalog.model("eu-odm/2023");
        assertEquals(Overall.INDEX, model.overall());
        NodeScore whole = Scoring.score(model, new Answers(Map.of("Q1", Answer.option("yes"), "Q2", Answer.EXEMPT)))
                .whole();
        assertEquals(0, whole.level());
        assertEquals(Fraction.of(5 * 30, 2540 - 30), whole.index());
    }

    @Test
    void openDataMaturityIsWhole() {
        MaturityModel model = catalog.model("eu-odm/2023");
        assertEquals(161, model.criteria().size());
        assertEquals(2540, sum(model.whole()));
        assertEquals(List.of(640, 600, 650, 650), model.dimensions().stream().map(Dimension::weight).toList());
        model.dimensions().forEach(dimension -> assertEquals(dimension.weight(), sum(dimension), dimension.code()));
    }

    /** Sixteen indicators of the same weight: the index is their mean, and its bands are 1, 2, 3, 4 and 4.5. */
    @ParameterizedTest
    @CsvSource({
            "5444434444444433, 3, 31/8",
            "5444444444444443, 4, 4",
            "5555555544444444, 5, 9/2",
            "5555555444444444, 4, 71/16",
            "1111111111111110, 0, 15/16",
            "3333333333333333, 3, 3",
            "5555550000000000, 1, 15/8"})
    void theNationalAuditSetIsScoredByItsBands(String given, int level, String index) {
        MaturityModel model = catalog.model("vn-kqi/0.1");
        List<Criterion> criteria = model.criteria();
        assertEquals(16, criteria.size());
        assertEquals("Không có năng lực", catalog.texts(model, Locale.of("vi")).levelName(0));
        Map<String, Answer> answers = new LinkedHashMap<>();
        IntStream.range(0, given.length())
                .forEach(i -> answers.put(criteria.get(i).code(), Answer.option(given.substring(i, i + 1))));
        NodeScore whole = Scoring.score(model, new Answers(answers)).whole();
        assertEquals(index, whole.index().toString());
        assertEquals(level, whole.level());
        assertEquals(Fraction.of(5),
                Scoring.score(model, new Answers(Map.of("NT.1", Answer.option("5")))).node("NT.1").index());
    }

    /**
     * The form of the assessment of the United Kingdom: ten topics with as many rows as were published, five levels, and no
     * single result. Its statements do not ship; its results are those that a hand comes to.
     */
    @Test
    void theFormOfTheAssessmentOfTheUnitedKingdomIsScoredByTopic() {
        int[] rows = {8, 14, 10, 4, 10, 11, 15, 10, 7, 8};
        StringBuilder model = new StringBuilder("id: uk-dma\nversion: \"2023\"\nstatus: proposal\nlanguages: [en]\n"
                + "overall: none\ngates:\n"
                + "  dimension: {at: \">50\", below: \">85\"}\ndimensions:\n");
        StringBuilder texts = new StringBuilder("model: {title: t, summary: s, notice: n}\nlevels:\n");
        IntStream.rangeClosed(1, 5).forEach(level -> texts.append("  %d: {name: n, summary: s}%n".formatted(level)));
        StringBuilder topics = new StringBuilder("dimensions:\n");
        StringBuilder words = new StringBuilder("criteria:\n");
        for (int topic = 0; topic < rows.length; topic++) {
            model.append("  - code: T%d%n    weight: 1%n    criteria:%n".formatted(topic));
            topics.append("  T%d: {name: n, short: s, description: d}%n".formatted(topic));
            for (int row = 0; row < rows[topic]; row++) {
                model.append("      - {code: T%1$d.%2$d, weight: 1}%n".formatted(topic, row));
                words.append("  T%d.%d: {name: n, question: q, levels: {1: a, 2: b, 3: c, 4: d, 5: e}}%n"
                        .formatted(topic, row));
            }
        }
        ModelDraft draft = new CatalogDrafts(catalog)
                .model(Map.of("model.yaml", bytes(model.toString()), "texts.en.yaml",
                        bytes(texts + "evidenceKinds: {}\n" + topics + words)));
        assertEquals(List.of(), draft.faults());
        assertEquals(97, draft.model().criteria().size());
        Map<String, Answer> answers = new LinkedHashMap<>();
        draft.model().criteria().forEach(one -> answers.put(one.code(),
                Answer.level(one.code().matches("T0\\.[567]") ? 2 : one.code().startsWith("T3.") ? 5 : 3)));
        Scorecard card = Scoring.score(draft.model(), new Answers(answers));
        assertEquals(Fraction.of(5 * 3 + 3 * 2, 8), card.node("T0").index());
        assertEquals(List.of(3, 5, 3),
                List.of(card.node("T0").level(), card.node("T3").level(), card.node("T9").level()));
        assertEquals(Overall.NONE, draft.model().overall());
        assertFalse(draft.model().hasLevel());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theyAreNeitherNationalNorMeasuredAndSayWhereTheyComeFrom() {
        assertTrue(catalog.national(catalog.model("vn-dgm/1.1")));
        assertEquals(Map.of(), catalog.refused());
        for (String ref : List.of("eu-odm/2023", "vn-kqi/0.1")) {
            assertFalse(catalog.national(catalog.model(ref)), ref);
            assertEquals(MaturityModel.Status.PROPOSAL, catalog.model(ref).status());
            assertEquals(Map.of(), catalog.measures(ref));
            for (Locale locale : Texts.LANGUAGES) {
                ModelTexts texts = catalog.texts(ref, locale);
                assertTrue(texts.notice().contains("CC BY 4.0"), ref);
                catalog.model(ref).criteria().forEach(one -> assertTrue(one.scale().values().stream()
                        .allMatch(value -> value.length() <= LONGEST_ANSWER), one.code()));
            }
        }
        assertEquals("en", catalog.texts("eu-odm/2023", Locale.of("vi")).language());
        assertEquals("vi", catalog.texts("vn-kqi/0.1", Locale.of("vi")).language());
        assertEquals("vi", catalog.texts("vn-kqi/0.1", Locale.GERMAN).language());
    }

    @Test
    void theNationalModelSpeaksAllLanguages() {
        catalog.models().stream().filter(catalog::national).forEach(model -> Texts.LANGUAGES.forEach(
                locale -> assertEquals(locale.getLanguage(), catalog.texts(model, locale).language(), model.ref())));
    }
}
