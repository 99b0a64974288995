package vn.thang.core.scoring;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/**
 * What is known of an agency to those who may not read its restricted answers: of these the level of the dimension that asks for
 * them, which everybody sees. Each restricted answer is replaced by that level, so that nothing that is computed of the inputs can
 * say more of the answers, whatever rules it is computed by.
 */
public final class SeenInputs {

    private SeenInputs() {
    }

    /**
     * Returns the inputs with nothing in them that is restricted.
     *
     * @param model      by which the agency was assessed, as its type sees it
     * @param restricted codes of criteria whose answers are restricted, besides those that the model restricts
     */
    public static Map<String, CriterionInput> of(MaturityModel model, Map<String, CriterionInput> inputs,
            Set<String> restricted) {
        Map<String, CriterionInput> seen = new HashMap<>(inputs);
        Scorecard shown = Scoring.score(model, Inputs.answers(model, inputs, Column.OFFICIAL));
        replace(model.whole(), model, shown, restricted, seen);
        return seen;
    }

    private static void replace(Dimension node, MaturityModel model, Scorecard shown, Set<String> restricted,
            Map<String, CriterionInput> seen) {
        for (Node child : node.children()) {
            switch (child) {
                case Dimension dimension -> replace(dimension, model, shown, restricted, seen);
                case Criterion criterion when criterion.restricted() || restricted.contains(criterion.code()) -> {
                    seen.remove(criterion.code());
                    NodeScore score = node.equals(model.whole()) ? shown.whole() : shown.node(node.code());
                    CriterionInput known = known(criterion, score, model);
                    if (known != null) {
                        seen.put(criterion.code(), known);
                    }
                }
                case Criterion open -> {
                }
            }
        }
    }

    /** Null where nothing counts at level 0, as for who did not answer. */
    private static CriterionInput known(Criterion criterion, NodeScore score, MaturityModel model) {
        if (score.exempt()) {
            return CriterionInput.declared(null, Set.of()).exempted();
        }
        Answer answer = switch (criterion.scale()) {
            case AnswerScale.Levels levels -> levels.accepts(String.valueOf(score.level()))
                    ? Answer.level(score.level()) : null;
            case AnswerScale.Points points -> points.options().entrySet().stream()
                    .filter(option -> (long) option.getValue() * model.levels().highest() <= (long) score.level()
                            * criterion.weight())
                    .max(Comparator.comparingInt(Map.Entry::getValue)).map(option -> Answer.option(option.getKey()))
                    .orElse(null);
        };
        return answer == null ? null : CriterionInput.declared(answer, Set.of()).ruled(answer, false);
    }
}
