package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.assessment.discrepancy.DiscrepancyProcedure;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.Question;
import vn.thang.core.model.Criterion;
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

    /** Answers above their measured level without an explanation. */
    public List<String> getUnexplained() {
        return page.getView().scored().model().criteria().stream().filter(page.getView()::shows).map(Criterion::code)
                .filter(discrepancies.unexplained(page.getAssessment())::contains).toList();
    }

    /** Questions without an answer. */
    public List<Question> getUnanswered() {
        return questions().filter(question -> !page.getView().scored().isSettled(question.code())).toList();
    }

    /** Answers whose level lacks evidence. */
    public List<Question> getUnsupported() {
        return questions()
                .filter(question -> !question.missing().isEmpty() && !page.getView().scored().isExempt(question.code()))
                .toList();
    }

    /** Returns the questions of which another answer counts than the declared one. */
    public List<Question> getOverruled() {
        return questions().filter(question -> page.getView().scored().overruled(question.code()).isPresent()).toList();
    }

    /** Returns why another answer counts than the declared one. */
    public String why(String code) {
        return CountedWords.why(page.getView(), code, page.getTexts(), language.getLocale());
    }

    private Stream<Question> questions() {
        return page.getView().scored().model().criteria().stream().filter(page.getView()::shows).map(Criterion::code)
                .map(code -> Question.of(page.getView(), code, page.getTexts()));
    }
}
