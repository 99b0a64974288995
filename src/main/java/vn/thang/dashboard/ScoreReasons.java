package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.thang.catalog.ModelTexts;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Raise;
import vn.thang.core.scoring.Rating;
import vn.thang.core.scoring.Unmet;
import vn.thang.platform.Language;

/** Why a node has its level, as a table to check by hand and in words. */
@RequestScoped
class ScoreReasons {

    @Inject
    private Language language;

    /** One line of the table: a level with the weight that reaches it and what was asked. */
    public record Check(int level, long reached, long total, String share, double percent, Rating rating, String required,
            boolean met) {
    }

    /** One step of the path. */
    public record Step(String code, String name, String from, String to, int effort) {
    }

    /** The levels up to the next one; a node by bands has none, its index says all. */
    List<Check> checks(Dimension node, NodeScore score) {
        List<Check> checks = new ArrayList<>();
        if (!(node.rule() instanceof Gate gate) || score.exempt()) {
            return checks;
        }
        int next = Math.min(MaturityModel.HIGHEST_LEVEL, score.level() + 1);
        for (int level = 1; level <= next; level++) {
            Fraction share = score.shares().get(level - 1);
            Comparison required = level < next ? gate.below() : gate.at();
            checks.add(new Check(level, score.reached(level), score.weight(), share.toString(),
                    share.times(100).toDecimal(1).doubleValue(), Rating.of(share), required.toString(),
                    required.holds(score.reached(level), score.weight())));
        }
        return checks;
    }

    /** What is missing for the next level, one sentence for each condition. */
    List<String> words(NodeScore score, ModelTexts texts) {
        return score.unmet().stream().map(unmet -> word(unmet, texts)).toList();
    }

    private String word(Unmet unmet, ModelTexts texts) {
        if (unmet instanceof Unmet.ShareShort share) {
            return language.text(share.lower() ? "scorecard.reason.lower" : "scorecard.reason.share", share.level(),
                    share.reached(), share.total(), share.required().toString(), share.missing(),
                    String.join(", ", share.below()));
        }
        if (unmet instanceof Unmet.CoreBelow core) {
            return language.text("scorecard.reason.core", core.child(), name(core.child(), texts), core.childLevel(), core.level());
        }
        if (unmet instanceof Unmet.GapTooWide gap) {
            return language.text("scorecard.reason.gap", gap.child(), name(gap.child(), texts), gap.childLevel(), gap.atLeast(),
                    gap.level());
        }
        Unmet.IndexShort index = (Unmet.IndexShort) unmet;
        return language.text("scorecard.reason.index", index.index().toDecimal(2), index.needed().toDecimal(2), index.level());
    }

    List<Step> steps(Path path, ModelTexts texts) {
        return path.raises().stream().map(raise -> step(raise, texts)).toList();
    }

    private Step step(Raise raise, ModelTexts texts) {
        return new Step(raise.code(), texts.criterion(raise.code()).name(),
                raise.from().map(ScoreReasons::value).orElse("0"), value(raise.to()), raise.effort());
    }

    private static String value(Answer answer) {
        return answer instanceof Answer.Level level ? String.valueOf(level.level()) : ((Answer.Option) answer).option();
    }

    private static String name(String code, ModelTexts texts) {
        return code.contains(".") ? texts.criterion(code).name() : texts.dimension(code).name();
    }
}
