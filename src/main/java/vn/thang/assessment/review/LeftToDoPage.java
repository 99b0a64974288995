package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.assessment.discrepancy.DiscrepancyProcedure;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.Question;
import vn.thang.platform.Language;

/** What is to be looked at before an assessment is submitted, beside what {@link ReviewPage} shows. */
@Named
@RequestScoped
public class LeftToDoPage {

    @Inject
    private ReviewPage page;

    @Inject
    private DiscrepancyProcedure discrepancies;

    @Inject
    private Language language;

    private List<Question> questions;
    private List<String> unexplained;

    /** Answers above their measured level without an explanation. */
    public List<String> getUnexplained() {
        if (unexplained == null) {
            List<String> open = discrepancies.unexplained(page.getAssessment());
            unexplained = questions().stream().map(Question::code).filter(open::contains).toList();
        }
        return unexplained;
    }

    /** Questions without an answer. */
    public List<Question> getUnanswered() {
        return questions().stream().filter(question -> !page.getView().scored().isSettled(question.code())).toList();
    }

    /** Answers whose level lacks evidence. */
    public List<Question> getUnsupported() {
        return Question.unsupported(page.getView(), questions());
    }

    /** Returns the questions of which another answer counts than the declared one. */
    public List<Question> getOverruled() {
        return questions().stream()
                .filter(question -> page.getView().scored().overruled(question.code()).isPresent()).toList();
    }

    /** Returns why another answer counts than the declared one. */
    public String why(String code) {
        return CountedWords.why(page.getView(), code, page.getTexts(), language.getLocale());
    }

    private List<Question> questions() {
        if (questions == null) {
            questions = Question.all(page.getView(), page.getTexts());
        }
        return questions;
    }
}
