package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.assessment.signing.GivenSignature;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** What is formally missing in an assessment that was handed in, and whether it is admitted to the review. */
@Named
@RequestScoped
public class CompletenessPage {

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentReview review;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    @Inject
    @Param
    private Long assessment;

    private AssessmentView view;
    private ModelTexts texts;
    private List<Finding> findings;
    private List<GivenSignature> signatures;
    private String reason;

    /** Whether there is something to show. A form that is sent back is read against the assessment as it is now. */
    public boolean isFound() {
        if (view == null && !faces.getResponseComplete()) {
            findings = notices.found(() -> check.findings(getAssessment()));
            if (findings != null) {
                view = assessments.view(getAssessment());
                signatures = signing.signatures(getAssessment());
                texts = catalog.texts(view.head().modelRef(), language.getLocale());
            }
        }
        return view != null;
    }

    public String admit() {
        if (!notices.attempt(() -> check.admit(getAssessment()))) {
            return again();
        }
        notices.say("completeness.admitted");
        return "/assessment/judge?faces-redirect=true&assessment=" + getAssessment();
    }

    public String turnBack() {
        if (!notices.attempt(() -> check.turnBack(getAssessment(), reason))) {
            return again();
        }
        notices.say("completeness.turned-back", view.head().agencyName());
        return "/assessment/queue?faces-redirect=true";
    }

    private String again() {
        view = null;
        return null;
    }

    /** Whether it waits for this check. */
    public boolean isWaiting() {
        return view.head().state() == AssessmentState.HANDED_IN;
    }

    /** Whether this person may decide. */
    public boolean isAllowed() {
        return isWaiting() && review.isAllowed(view.head());
    }

    /** Returns what is missing, all of a criterion together, in model order. */
    public List<List<Finding>> getFindings() {
        return List.copyOf(findings.stream()
                .collect(Collectors.groupingBy(Finding::criterion, LinkedHashMap::new, Collectors.toList())).values());
    }

    public List<GivenSignature> getSignatures() {
        return signatures;
    }

    public AssessmentHead getHead() {
        return view.head();
    }

    public ScoredAssessment getScored() {
        return view.scored();
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
