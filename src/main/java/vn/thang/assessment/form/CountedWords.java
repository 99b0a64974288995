package vn.thang.assessment.form;

import java.util.Locale;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Cause;
import vn.thang.core.scoring.Counted;
import vn.thang.platform.Texts;

/** Says in one sentence why an answer counts that the agency did not declare. */
public final class CountedWords {

    private CountedWords() {
    }

    /** Returns the sentence; empty where the declared answer counts, and where the person may not see the answer. */
    public static String why(AssessmentView view, String criterion, ModelTexts texts, Locale locale) {
        return view.isUnseen(criterion) ? "" : why(view.scored(), criterion, texts, locale);
    }

    /** Returns the sentence for a person who may see the answer; empty where the declared answer counts. */
    public static String why(ScoredAssessment scored, String criterion, ModelTexts texts, Locale locale) {
        return scored.overruled(criterion).map(counted -> why(counted, scored.inputs().get(criterion).declared(),
                texts.criterion(criterion), locale)).orElse("");
    }

    /** Returns the sentence for an answer that counts in the place of the declared one, which is null where there is none. */
    public static String why(Counted counted, Answer declared, ModelTexts.CriterionText words, Locale locale) {
        int level = switch (counted.cause()) {
            case Cause.EvidenceMissing missing -> missing.level();
            case Cause.EvidenceExpired expired -> expired.level();
            default -> 0;
        };
        return Texts.text(locale, "counted." + counted.cause().code(), written(counted.answer(), words, locale),
                written(declared, words, locale), level);
    }

    private static String written(Answer answer, ModelTexts.CriterionText words, Locale locale) {
        return switch (answer) {
            case null -> Texts.text(locale, "counted.unanswered");
            case Answer.Level level -> Texts.text(locale, "assessment.level", level.level());
            case Answer.Option option -> words.options().get(option.option());
            case Answer.Exempt exempt -> "";
        };
    }
}
