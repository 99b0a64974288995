package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The verdict on the answer that {@link JudgePage} shows, and the steps of the review. */
@Named
@RequestScoped
public class VerdictPage {

    private static final int DAYS_TO_ANSWER = 14;

    @Inject
    private JudgePage judged;

    @Inject
    private AssessmentReview review;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private Verdict.Kind kind = Verdict.Kind.CONFIRMED;
    private String value;
    private String reason;
    private LocalDate dueOn;
    private Long seen;

    /** Keeps the verdict and goes on to the next answer without one. */
    public String judge() {
        boolean done = notices.attempt(() -> review.judge(judged.getAssessment(),
                new Judgement(judged.getCriterion(), kind, value, reason, dueOn, getSeen())));
        if (!done) {
            return null;
        }
        notices.say("review.judged", judged.getCriterion(), language.text("review.kind." + kind));
        return here();
    }

    public String giveBack() {
        return step(() -> review.giveBack(judged.getAssessment()), "review.given-back");
    }

    public String conclude() {
        return step(() -> review.conclude(judged.getAssessment()), "review.concluded");
    }

    public String resume() {
        return step(() -> review.resume(judged.getAssessment()), "review.resumed");
    }

    private String step(Runnable step, String said) {
        if (!notices.attempt(step)) {
            return null;
        }
        notices.say(said);
        return here();
    }

    private String here() {
        return "/assessment/judge?faces-redirect=true&assessment=" + judged.getAssessment();
    }

    public List<Verdict.Kind> getKinds() {
        return Verdict.Kind.ofReviewers();
    }

    public Verdict.Kind getKind() {
        return kind;
    }

    public void setKind(Verdict.Kind kind) {
        this.kind = kind;
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

    /** Two weeks from today unless the reviewer says otherwise. */
    public LocalDate getDueOn() {
        return dueOn == null ? LocalDate.now(clock).plusDays(DAYS_TO_ANSWER) : dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    /** The verdict that the form was made against. */
    public long getSeen() {
        return seen != null ? seen : judged.getVerdict() == null ? 0 : judged.getVerdict().id();
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }
}
