package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import vn.thang.assessment.filling.AssessmentPage;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The explanation of an answer above its measured level, or of one that nothing measures, beside the question that {@link AssessmentPage} shows. */
@Named
@RequestScoped
public class ExplanationPage {

    @Inject
    private AssessmentPage form;

    @Inject
    private DiscrepancyProcedure procedure;

    @Inject
    private Caller caller;

    private Optional<DiscrepancyEntry> entry;

    /** The entry of the question; null where there never was one. */
    public DiscrepancyEntry getEntry() {
        if (entry == null) {
            entry = procedure.find(form.getAssessment(), form.getCriterion());
        }
        return entry.orElse(null);
    }

    private boolean isStanding() {
        return getEntry() != null && getEntry().standing();
    }

    /** Whether there is an entry that stands, or one that another answer would open. */
    public boolean isPresent() {
        return isStanding() || isEditable() && form.getQuestion().levels() && isCompared();
    }

    /** Whether the answer as it is asks for an explanation. */
    public boolean isNeeded() {
        return isStanding() || isCompared() && form.getQuestion().level() > getLevel();
    }

    /** Whether nothing is measured, so that this is to be explained whatever the level. */
    public boolean isLapsed() {
        return isStanding() ? getEntry().lapsed() : form.getMeasured() != null && form.getMeasured().lapsed();
    }

    /** Whether there is a level above which an answer is explained; where nothing is measured any more, every answer is. */
    private boolean isCompared() {
        return getLevel() > 0 || isLapsed();
    }

    /** Whether this person can explain now: while they answer, and of an entry that came later, as long as the round runs. */
    public boolean isEditable() {
        if (isStanding() && !getEntry().explainable()) {
            return false;
        }
        return form.getView().isEditable(form.getCriterion())
                || form.getHead().roundRuns() && isStanding()
                        && caller.can(Permission.ANSWER, form.getHead().agencyPath());
    }

    /** The measured level that is used; 0 where there is none. */
    public int getLevel() {
        MeasuredLevels.Measured measured = form.getMeasured();
        return measured != null && measured.used() ? measured.level() : 0;
    }
}
