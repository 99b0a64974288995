package vn.thang.assessment.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.catalog.ModelTexts;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/**
 * One criterion as the form asks it, with everything that helps to answer it.
 *
 * @param number its place among the count questions of its dimension
 * @param answer the present answer; null while there is none
 * @param last   the answer of the last round; null where there is none
 * @param chosen what stands beside the last answer: the name of its level or option
 */
public record Question(Criterion criterion, String dimension, int number, int count, ModelTexts.CriterionText text,
        List<Choice> choices, List<Need> needs, GivenAnswer answer, GivenAnswer last, String chosen) {

    /** One possible answer. */
    public record Choice(String value, String title, String statement, boolean chosen) {
    }

    /** The evidence that a level asks for, with what is attached. */
    public record Need(int level, String kind, String sentence, List<AttachedEvidence> attached) {
    }

    public static Question of(AssessmentView view, String code, ModelTexts texts) {
        MaturityModel model = view.scored().model();
        Criterion criterion = model.criterion(code);
        var dimension = model.dimensions().stream()
                .filter(part -> MaturityModel.criteriaBelow(part).containsKey(code)).findFirst().orElseThrow();
        List<String> siblings = List.copyOf(MaturityModel.criteriaBelow(dimension).keySet());
        ModelTexts.CriterionText text = texts.criterion(code);
        GivenAnswer answer = view.answers().get(code);
        GivenAnswer last = view.last().get(code);
        return new Question(criterion, dimension.code(), siblings.indexOf(code) + 1, siblings.size(), text,
                choices(criterion, text, texts, answer), needs(view, criterion, text, texts), answer, last,
                last == null || last.value() == null ? null : title(criterion, text, texts, last.value()));
    }

    private static List<Choice> choices(Criterion criterion, ModelTexts.CriterionText text, ModelTexts texts,
            GivenAnswer answer) {
        List<Choice> choices = new ArrayList<>();
        for (String value : criterion.scale().values()) {
            boolean chosen = answer != null && value.equals(answer.value());
            choices.add(switch (criterion.scale()) {
                case AnswerScale.Levels levels -> new Choice(value, title(criterion, text, texts, value),
                        text.levels().get(levels.level(value)), chosen);
                case AnswerScale.Points points -> new Choice(value, title(criterion, text, texts, value), "", chosen);
            });
        }
        return choices;
    }

    private static String title(Criterion criterion, ModelTexts.CriterionText text, ModelTexts texts, String value) {
        return switch (criterion.scale()) {
            case AnswerScale.Levels levels -> texts.levelName(levels.level(value));
            case AnswerScale.Points points -> text.options().get(value);
        };
    }

    private static List<Need> needs(AssessmentView view, Criterion criterion, ModelTexts.CriterionText text,
            ModelTexts texts) {
        List<AttachedEvidence> attached = view.evidenceOf(criterion.code());
        return criterion.evidence().entrySet().stream().map((Map.Entry<Integer, String> need) -> new Need(need.getKey(),
                texts.evidenceKind(need.getValue()), text.evidence().getOrDefault(need.getKey(), ""),
                attached.stream().filter(item -> item.level() == need.getKey()).toList())).toList();
    }

    public boolean levels() {
        return criterion.scale().ofLevels();
    }

    public String code() {
        return criterion.code();
    }

    /** The version that the form starts from: 0 while there is no answer. */
    public int version() {
        return answer == null ? 0 : answer.version();
    }

    public boolean answered() {
        return answer != null && answer.value() != null;
    }

    /** The level that is chosen, for showing which evidence is needed; 0 on a points scale and without an answer. */
    public int level() {
        return answer == null ? 0 : criterion.scale().level(answer.value());
    }

    /** Needs of the chosen level that nothing is attached for. */
    public List<Need> missing() {
        return needs.stream().filter(need -> need.level() <= level() && need.attached().isEmpty()).toList();
    }
}
