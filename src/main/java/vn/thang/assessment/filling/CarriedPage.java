package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.form.Question;
import vn.thang.platform.Language;

/** What can be taken over from earlier answers, and what was, beside the questions that {@link AssessmentPage} shows. */
@Named
@RequestScoped
public class CarriedPage {

    @Inject
    private AssessmentPage form;

    @Inject
    private CarryOver carryOver;

    @Inject
    private Language language;

    private List<OfferedAnswer> offers;
    private Map<String, CarriedAnswers.Mark> marks;

    /** What can be taken over for the present question, where it says something else than the answer. */
    public List<OfferedAnswer> getOffers() {
        return form.getView().isEditable(form.getCriterion())
                ? offers().stream().filter(offer -> offer.criterion().equals(form.getCriterion())).toList() : List.of();
    }

    public String title(OfferedAnswer offer) {
        return form.getQuestion().choices().stream().filter(choice -> choice.value().equals(offer.value())).findFirst()
                .map(Question.Choice::title).orElse("");
    }

    /** How many questions without an answer have one that can be taken over. */
    public long getOpenOffers() {
        return offers().stream().map(OfferedAnswer::criterion).distinct()
                .filter(code -> !form.getView().scored().isSettled(code))
                .count();
    }

    /** Where the answer was taken over from, as long as nobody changed it; empty otherwise. */
    public String mark(String code) {
        CarriedAnswers.Mark mark = marks().get(code);
        return mark == null ? "" : language.text("carry.mark." + mark.origin(), mark.name());
    }

    private List<OfferedAnswer> offers() {
        if (offers == null) {
            offers = form.getView().editable() ? carryOver.offers(form.getView()) : List.of();
        }
        return offers;
    }

    private Map<String, CarriedAnswers.Mark> marks() {
        if (marks == null) {
            marks = carryOver.marks(form.getHead());
        }
        return marks;
    }
}
