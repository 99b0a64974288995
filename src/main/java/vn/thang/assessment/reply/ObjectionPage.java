package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.Question;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** An assessment with its objections, one of them chosen, for the pages of the agency and of the panel. */
@Named
@RequestScoped
public class ObjectionPage {

    @Inject
    private AssessmentScores assessments;

    @Inject
    private RightOfReply reply;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private AssessmentView view;
    private ModelTexts texts;
    private List<RaisedObjection> objections = List.of();
    private Question question;

    void load(long assessment, String criterion) {
        view = notices.found(() -> assessments.view(assessment));
        if (view == null) {
            return;
        }
        texts = catalog.texts(view.head().modelRef(), language.getLocale());
        objections = reply.objections(assessment);
        if (view.scored().model().criteria().stream().filter(view::shows)
                .anyMatch(one -> one.code().equals(criterion))) {
            question = Question.of(view, criterion, texts);
        }
    }

    boolean isFound() {
        return view != null;
    }

    public AssessmentView getView() {
        return view;
    }

    /** The key of what the result may be called by now. */
    public String getStanding() {
        return ResultStanding.of(getHead()).key();
    }

    public AssessmentHead getHead() {
        return view.head();
    }

    public ModelTexts getTexts() {
        return texts;
    }

    /** The chosen criterion; null while none is. */
    public Question getQuestion() {
        return question;
    }

    public List<RaisedObjection> getObjections() {
        return objections;
    }

    Optional<RaisedObjection> getObjection() {
        return question == null ? Optional.empty()
                : objections.stream().filter(one -> one.criterion().equals(question.code())).findFirst();
    }

    /** The objection to the chosen criterion; null without one. */
    public RaisedObjection getRaised() {
        return getObjection().orElse(null);
    }

    public RaisedObjection raised(String code) {
        return objections.stream().filter(one -> one.criterion().equals(code)).findFirst().orElse(null);
    }

    /** What stands for a criterion in a column: DECLARED, SUPPORTED, PROVISIONAL or OFFICIAL; null without an answer. */
    public String value(String column, String code) {
        Answers answers = Inputs.answers(view.scored().model(), view.scored().inputs(), Column.valueOf(column));
        Answer answer = answers.of(code).orElse(null);
        return answer == null ? null
                : answer.exempt() ? language.text("reply.exempt") : answer.written();
    }

    /** Returns why another answer counts than the declared one; empty where the declared one does. */
    public String why(String code) {
        return CountedWords.why(view, code, texts, language.getLocale());
    }

    public List<AttachedEvidence> getAttached() {
        return question == null ? List.of() : view.evidenceOf(question.code()).stream()
                .filter(AttachedEvidence::forObjection).toList();
    }
}
