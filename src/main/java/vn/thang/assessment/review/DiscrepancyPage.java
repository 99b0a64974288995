package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import vn.thang.assessment.discrepancy.DiscrepancyEntry;
import vn.thang.assessment.discrepancy.DiscrepancyProcedure;
import vn.thang.platform.web.NoticePage;

/** The decision on the explanation of the answer that {@link JudgePage} shows. */
@Named
@RequestScoped
public class DiscrepancyPage {

    @Inject
    private JudgePage judged;

    @Inject
    private DiscrepancyProcedure procedure;

    @Inject
    private NoticePage notices;

    private Optional<DiscrepancyEntry> entry;
    private String reason;
    private Long seen;

    /** Null where there never was one. */
    public DiscrepancyEntry getEntry() {
        if (entry == null) {
            entry = procedure.find(judged.getAssessment(), judged.getCriterion());
        }
        return entry.orElse(null);
    }

    public boolean isDecidable() {
        return getEntry() != null && getEntry().decidable() && judged.isAllowed();
    }

    public String accept() {
        return decide(true);
    }

    public String reject() {
        return decide(false);
    }

    private String decide(boolean accept) {
        if (!notices.attempt(
                () -> procedure.decide(judged.getAssessment(), judged.getCriterion(), accept, reason, getSeen()))) {
            return null;
        }
        notices.say(accept ? "discrepancy.was-accepted" : "discrepancy.was-rejected", judged.getCriterion());
        return "/assessment/judge?faces-redirect=true&assessment=" + judged.getAssessment() + "&criterion="
                + judged.getCriterion();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** The newest step that the form was made against. */
    public long getSeen() {
        return seen != null ? seen : getEntry() == null ? 0 : getEntry().newestStep();
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }
}
