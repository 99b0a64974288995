package vn.thang.assessment.form;

import java.util.List;
import java.util.Map;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.catalog.model.ModelTexts;
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
 * @param apart  whether the last round asked it with another meaning, so that the answers do not compare
 */
public record Question(Criterion criterion, String dimension, int number, int count, ModelTexts.CriterionText text,
        List<Choice> choices, List<Need> needs, GivenAnswer answer, GivenAnswer last, String chosen, boolean apart) {

    /**
     * One possible answer.
     *
     * @param label what stands in a list for choosing: a level with its number
     */
    public record Choice(String value, String title, String label, String statement, boolean chosen) {

        private static Choice of(Criterion criterion, String value, ModelTexts.CriterionText text, ModelTexts texts,
                boolean chosen) {
            return switch (criterion.scale()) {
                case AnswerScale.Levels levels -> {
                    int level = levels.level(value);
                    String name = texts.levelName(level);
                    yield new Choice(value, name, value + " · " + name, text.levels().get(level), chosen);
                }
                case AnswerScale.Points points -> {
                    String name = text.options().get(value);
                    yield new Choice(value, name, name, "", chosen);
                }
            };
        }
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
                last == null || last.value() == null ? null
                        : Choice.of(criterion, last.value(), text, texts, false).title(),
                view.lastApart().contains(code));
    }

    /** What is asked of the person who is shown the assessment. */
    public static List<Question> all(AssessmentView view, ModelTexts texts) {
        return view.scored().model().criteria().stream().filter(view::shows)
                .map(criterion -> of(view, criterion.code(), texts)).toList();
    }

    /** Those of them that are asked of the agency and whose answer lacks evidence. */
    public static List<Question> unsupported(AssessmentView view, List<Question> questions) {
        return questions.stream().filter(one -> !one.missing().isEmpty() && !view.scored().isExempt(one.code()))
                .toList();
    }

    private static List<Choice> choices(Criterion criterion, ModelTexts.CriterionText text, ModelTexts texts,
            GivenAnswer answer) {
        return criterion.scale().values().stream().map(value -> Choice.of(criterion, value, text, texts,
                answer != null && value.equals(answer.value()))).toList();
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

    /** What the agency answers: the name of its level or option; null while it does not. */
    public String given() {
        return choices.stream().filter(Choice::chosen).map(Choice::label).findFirst().orElse(null);
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
