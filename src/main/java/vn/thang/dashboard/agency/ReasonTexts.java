package vn.thang.dashboard.agency;

import java.util.List;
import java.util.Locale;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.scoring.Unmet;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/** What a node lacks for its next level, in the sentences of any language: pages and documents say the same. */
public final class ReasonTexts {

    private static final int EXACT = 2;
    private static final int ROUGH = 1;

    private ReasonTexts() {
    }

    /** Whether single answers below the node must stay hidden, and with them the sums that would give them away. */
    static boolean isHidden(AssessmentView view, Dimension node) {
        return node.children().stream()
                .anyMatch(child -> child instanceof Criterion criterion && !view.shows(criterion));
    }

    /** Returns one sentence for each condition; none where the person may not read what they come from. */
    public static List<String> words(AssessmentView view, Dimension node, ModelTexts texts, Locale locale) {
        int digits = view.isRounded(node) ? ROUGH : EXACT;
        return isHidden(view, node) ? List.of()
                : view.scored().official().node(node.code()).unmet().stream()
                        .map(unmet -> word(unmet, digits, texts, locale)).toList();
    }

    private static String word(Unmet unmet, int digits, ModelTexts texts, Locale locale) {
        return switch (unmet) {
            case Unmet.ShareShort share -> Texts.text(locale,
                    share.lower() ? "scorecard.reason.lower" : "scorecard.reason.share", share.level(), share.reached(),
                    share.total(), written(share.required(), locale), share.missing(),
                    String.join(", ", share.below()));
            case Unmet.CoreBelow core -> Texts.text(locale, "scorecard.reason.core", core.child(),
                    name(core.child(), texts), core.childLevel(), core.level());
            case Unmet.GapTooWide gap -> Texts.text(locale, "scorecard.reason.gap", gap.child(),
                    name(gap.child(), texts), gap.childLevel(), gap.atLeast(), gap.level());
            case Unmet.IndexShort index -> Texts.text(locale, "scorecard.reason.index",
                    digits == EXACT ? Formats.decimal(index.shown(digits), locale)
                            : Formats.number(index.shown(digits), locale),
                    Formats.decimal(index.needed().toDecimal(2), locale), index.level());
        };
    }

    static String written(Comparison comparison, Locale locale) {
        return (comparison.strict() ? "> " : "≥ ") + Formats.percent(comparison.basisPoints() / 100d, locale);
    }

    private static String name(String code, ModelTexts texts) {
        return code.contains(".") ? texts.criterion(code).name() : texts.dimension(code).name();
    }
}
