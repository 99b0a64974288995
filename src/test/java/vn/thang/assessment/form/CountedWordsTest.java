package vn.thang.assessment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.platform.Texts;

/** No level is lowered without a word. */
class CountedWordsTest {

    private static final String CRITERION = "STR.1";
    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final MaturityModel MODEL = CATALOG.model("vn-dgm/1.0").forAgencyType("province");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "vi | Mức 1 được tính (tự đánh giá: Mức 3): chưa có minh chứng cho mức 2.",
            "en | Level 1 counts (declared: Level 3): evidence for level 2 is missing.",
            "de | Stufe 1 zählt (Selbsteinschätzung: Stufe 3): Für Stufe 2 fehlen Nachweise."})
    void theSentenceNamesWhatCountsWhatWasDeclaredAndWhy(String language, String sentence) {
        assertEquals(sentence, why(language, declared(), Set.of()));
    }

    @Test
    void expiredEvidenceIsNotCalledMissing() {
        assertEquals("Mức 1 được tính (tự đánh giá: Mức 3): minh chứng cho mức 2 không còn hiệu lực.",
                why("vi", declared().expiredAt(Set.of(2)), Set.of()));
    }

    @Test
    void reviewerAndPanelAreToldApart() {
        assertEquals("Mức 2 được tính (tự đánh giá: Mức 3): theo kết luận của người thẩm định.",
                why("vi", declared().ruled(Answer.level(2), false), Set.of()));
        assertEquals("Mức 2 được tính (tự đánh giá: Mức 3): theo quyết định của hội đồng.",
                why("vi", declared().ruled(Answer.level(2), true), Set.of()));
        assertEquals(Set.of("SHR.1"), Rulings.of(Map.of(CRITERION, verdict(CRITERION, Verdict.Kind.CORRECTED),
                "SHR.1", verdict("SHR.1", Verdict.Kind.DECIDED)), Map.of()).decided());
    }

    @Test
    void aLevelFromAReadingAloneStandsForNoAnswer() {
        Locale locale = Texts.language("en");
        assertEquals("Level 4 counts (declared: no answer): the reading sets the level.", Texts.text(locale,
                "counted.reading-replace", Texts.text(locale, "assessment.level", 4),
                Texts.text(locale, "counted.unanswered"), 0));
    }

    @Test
    void nothingIsSaidWhereTheDeclaredAnswerCountsOrTheAnswerIsHidden() {
        assertEquals("", why("vi", CriterionInput.declared(Answer.level(3), Set.of(2, 3)), Set.of()));
        assertEquals("", why("vi", declared(), Set.of(CRITERION)));
        assertFalse(why("vi", declared().exempted(), Set.of()).isEmpty());
    }

    private static CriterionInput declared() {
        return CriterionInput.declared(Answer.level(3), Set.of());
    }

    private static GivenVerdict verdict(String criterion, Verdict.Kind kind) {
        return new GivenVerdict(1, criterion, kind, "2", "3", "", LocalDate.EPOCH, "", Instant.EPOCH);
    }

    private static String why(String language, CriterionInput input, Set<String> unseen) {
        Locale locale = Texts.language(language);
        ModelTexts texts = CATALOG.texts(MODEL, locale);
        AssessmentView view = new AssessmentView(null, ScoredAssessment.of(MODEL, Map.of(CRITERION, input)), Map.of(),
                List.of(), Map.of(),
                Optional.empty(), Set.of(), Map.of(), Map.of(), unseen, Set.of(), false);
        return CountedWords.why(view, CRITERION, texts, locale);
    }
}
