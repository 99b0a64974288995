package vn.thang.drafting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** A question of a draft as an officer will see it, before any answer. */
@Named
@RequestScoped
public class PreviewPage {

    @Inject
    private Drafting drafting;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String draft;

    @Inject
    @Param
    private String criterion;

    private Draft shown;
    private ModelDraft checked;
    private Criterion question;
    private ModelTexts texts;

    /**
     * What can be chosen.
     *
     * @param title    name of the level; empty for an option
     * @param evidence what it asks for; null for nothing
     */
    public record Choice(String value, String title, String statement, String evidence) {
    }

    /** A dimension with its questions. */
    public record Part(String name, List<String> questions, boolean here) {
    }

    public boolean isFound() {
        if (question == null) {
            question = notices.found(this::find);
        }
        return question != null;
    }

    private Criterion find() {
        shown = drafting.get(GivenText.number(draft));
        checked = drafting.model(shown.id());
        texts = checked.words(language.getLocale());
        List<Criterion> all = checked.model().criteria();
        return all.stream().filter(one -> criterion == null || one.code().equals(criterion)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("assessment.unknown-criterion", criterion));
    }

    public Draft getDraft() {
        return shown;
    }

    public Criterion getQuestion() {
        return question;
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public ModelTexts.CriterionText getWords() {
        return texts.criterion(question.code());
    }

    public List<Choice> getChoices() {
        List<Choice> choices = new ArrayList<>();
        getWords().levels().forEach((level, statement) -> choices.add(new Choice(String.valueOf(level),
                texts.levelName(level), statement, getWords().evidence().get(level))));
        getWords().options().forEach((option, statement) -> choices.add(new Choice(option, "", statement, null)));
        return choices;
    }

    /** What measures the question; null for nothing. */
    public Measure getMeasure() {
        return checked.measures().get(question.code());
    }

    public List<Part> getParts() {
        List<Part> parts = new ArrayList<>();
        for (Dimension dimension : checked.model().dimensions()) {
            Map<String, Criterion> below = MaturityModel.criteriaBelow(dimension);
            parts.add(new Part(texts.dimension(dimension.code()).name(), List.copyOf(below.keySet()),
                    below.containsKey(question.code())));
        }
        return parts;
    }

    /** The code of the question before or behind; null where there is none. */
    public String getPrevious() {
        return beside(-1);
    }

    public String getNext() {
        return beside(1);
    }

    private String beside(int step) {
        List<String> codes = checked.model().criteria().stream().map(Criterion::code).toList();
        int at = codes.indexOf(question.code()) + step;
        return at < 0 || at >= codes.size() ? null : codes.get(at);
    }
}
