package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.core.model.Criterion;
import vn.thang.platform.web.NoticePage;

/** The second opinion on the answer that {@link JudgePage} shows. */
@Named
@RequestScoped
public class SecondPage {

    @Inject
    private JudgePage judged;

    @Inject
    private SecondReview review;

    @Inject
    private NoticePage notices;

    private SecondReview.Desk desk;
    private String value;
    private String reason;

    public boolean isFound() {
        if (desk == null) {
            desk = notices.found(() -> review.desk(judged.getAssessment()));
            if (desk != null && judged.isFound() && given(judged.getCriterion()) != null) {
                value = given(judged.getCriterion()).value();
                reason = given(judged.getCriterion()).reason();
            }
        }
        return desk != null && judged.isFound();
    }

    /** Keeps the opinion and goes on to the next answer without one. */
    public String say() {
        if (!notices.attempt(() -> review.say(judged.getAssessment(), judged.getCriterion(),
                new SecondReview.Opinion(value, reason)))) {
            return null;
        }
        SecondReview.Desk now = review.desk(judged.getAssessment());
        String next = judged.getCriteria().stream().map(Criterion::code)
                .filter(code -> !now.opinions().containsKey(code)).findFirst()
                .orElse(judged.getCriterion());
        notices.say("second.said", judged.getCriterion());
        return "/assessment/second?faces-redirect=true&assessment=" + judged.getAssessment() + "&criterion=" + next;
    }

    public String finish() {
        if (!notices.attempt(() -> review.finish(judged.getAssessment()))) {
            return null;
        }
        notices.say("second.finished");
        return "/assessment/second?faces-redirect=true&assessment=" + judged.getAssessment();
    }

    public SecondReview.Opinion given(String code) {
        return desk.opinions().get(code);
    }

    public SecondReview.Desk getDesk() {
        return desk;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
