package vn.thang.dashboard.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.Standing;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Raise;
import vn.thang.core.scoring.Rating;
import vn.thang.platform.Language;

/**
 * Why a node has its level, as a table to check by hand and in words; and what leads on. What a person may not read of
 * single answers cannot be worked out from it either.
 */
@RequestScoped
class ScoreReasons {

    @Inject
    private Language language;

    /** One line of the table: a level with the weight that reaches it and what was asked. */
    public record Check(int level, long reached, long total, String share, double percent, Rating rating,
            String required,
            boolean met) {
    }

    /**
     * One step of the path.
     *
     * @param from     answer as it counts now; null where there is none
     * @param evidence whether the agency claims the level already and only has to attach what supports it
     */
    public record Step(String code, String name, String from, String to, int effort, boolean evidence) {
    }

    /** Whether single answers below the node must stay hidden, and with them the sums that would give them away. */
    boolean isHidden(AssessmentView view, Dimension node) {
        return ReasonTexts.isHidden(view, node);
    }

    /** The levels up to the next one; a node by bands has none, its index says all. */
    List<Check> checks(AssessmentView view, Dimension node) {
        NodeScore score = view.scored().official().node(node.code());
        List<Check> checks = new ArrayList<>();
        if (!(node.rule() instanceof Gate gate) || score.shares().isEmpty() || isHidden(view, node)) {
            return checks;
        }
        int next = Math.min(view.scored().model().highest(), score.level() + 1);
        for (int level = 1; level <= next; level++) {
            Fraction share = score.shares().get(level - 1);
            Comparison required = level < next ? gate.below() : gate.at();
            checks.add(new Check(level, score.reached(level), score.weight(), share.toString(),
                    share.times(100).toDecimal(1).doubleValue(), Rating.of(share), written(required),
                    required.holds(score.reached(level), score.weight())));
        }
        return checks;
    }

    /** What is missing for the next level, one sentence for each condition. */
    List<String> words(AssessmentView view, Dimension node, ModelTexts texts) {
        return ReasonTexts.words(view, node, texts, language.getLocale());
    }

    private String written(Comparison comparison) {
        return ReasonTexts.written(comparison, language.getLocale());
    }

    /** The steps of a path at questions that the person may read. */
    List<Step> steps(AssessmentView view, Path path, ModelTexts texts) {
        Set<String> shown = view.scored().model().criteria().stream().filter(view::shows).map(Criterion::code)
                .collect(Collectors.toSet());
        return path.raises().stream().filter(raise -> shown.contains(raise.code()))
                .map(raise -> step(view, raise, texts)).toList();
    }

    private static Step step(AssessmentView view, Raise raise, ModelTexts texts) {
        boolean evidence = view.scored().step(raise).kind() == Standing.Step.Kind.EVIDENCE;
        return new Step(raise.code(), texts.criterion(raise.code()).name(),
                raise.from().map(from -> value(raise.code(), from, texts)).orElse(null),
                value(raise.code(), raise.to(), texts), raise.effort(), evidence);
    }

    private static String value(String criterion, Answer answer, ModelTexts texts) {
        return texts.criterion(criterion).options().getOrDefault(answer.written(), answer.written());
    }
}
