package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.StandingWords;
import vn.thang.assessment.score.Standing;
import vn.thang.assessment.signing.AssessmentSigning;
import vn.thang.assessment.signing.Submitter;
import vn.thang.assessment.signing.SubmitterNaming;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The review of everything before it is submitted for signature. */
@Named
@RequestScoped
public class ReviewPage {

    @Inject
    private AssessmentScores assessments;

    @Inject
    private AssessmentSigning signing;

    @Inject
    private SubmitterNaming naming;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private Long assessment;

    private AssessmentView view;
    private ModelTexts texts;
    private Standing standing;
    private Optional<Submitter> submitter;

    public void load() {
        view = notices.found(() -> assessments.view(getAssessment()));
        if (view != null) {
            texts = catalog.texts(view.head().modelRef(), language.getLocale());
            standing = view.standing();
        }
    }

    /** Whether there is something to show. A form that is sent back is read against the assessment as it is now. */
    public boolean isFound() {
        if (view == null) {
            load();
        }
        return view != null;
    }

    public int declared(String dimension) {
        return view.scored().declared().node(dimension).level();
    }

    /** Whoever can sign goes on to the signature. */
    public String submit() {
        if (!notices.attempt(() -> signing.submit(getAssessment()))) {
            view = null;
            return null;
        }
        notices.say("sign.submitted");
        return (isSigning() ? "/assessment/sign" : "/assessment/review") + "?faces-redirect=true&assessment="
                + getAssessment();
    }

    /** Whether everything is answered. */
    public boolean isReady() {
        return standing.answered() == standing.applicable();
    }

    public boolean isAllowed() {
        return view.editable() && caller.can(Permission.HAND_IN, view.head().agencyPath());
    }

    /** Who is named to submit; null where nobody is. */
    public Submitter getSubmitter() {
        if (submitter == null) {
            submitter = naming.named(view.head());
        }
        return submitter.orElse(null);
    }

    /** Whether this person may submit, and not only the one who is named. */
    public boolean isSubmitting() {
        return getSubmitter() == null || isSigning() || Objects.equals(getSubmitter().person(), caller.personId());
    }

    /** Whether it waits for the signature. */
    public boolean isWaiting() {
        return view.head().ready();
    }

    /** Whether this person may take it back. */
    public boolean isWithdrawing() {
        return isWaiting() && caller.can(Permission.HAND_IN, view.head().agencyPath());
    }

    public boolean isSigning() {
        return caller.can(Permission.SIGN, view.head().agencyPath());
    }

    /** Whose signature it waits for; empty when the agency has no head with an account. */
    public String getSignatories() {
        return String.join(", ",
                signing.signatories(List.of(view.head())).getOrDefault(view.head().agencyId(), List.of()));
    }

    public boolean isHandedIn() {
        return view.head().receipt() != null;
    }

    public boolean isLate() {
        return getDaysLate() > 0;
    }

    public long getDaysLate() {
        return view.head().daysLate(LocalDate.now(clock));
    }

    AssessmentView getView() {
        return view;
    }

    public AssessmentHead getHead() {
        return view.head();
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public Standing getStanding() {
        return standing;
    }

    public String getNextStep() {
        return StandingWords.next(standing, language.getLocale());
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }
}
