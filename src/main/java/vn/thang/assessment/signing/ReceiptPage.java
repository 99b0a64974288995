package vn.thang.assessment.signing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenStep;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The proof that an agency handed in, with every signature and step that led to it. */
@Named
@RequestScoped
public class ReceiptPage {

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
    private Clock clock;

    @Inject
    @Param
    private Long assessment;

    private AssessmentView view;
    private ModelTexts texts;
    private List<GivenSignature> signatures;
    private List<TakenStep> steps;

    public void load() {
        view = notices.found(() -> assessments.view(getAssessment()));
        if (view != null) {
            texts = catalog.texts(view.head().modelRef(), language.getLocale());
            signatures = signing.signatures(getAssessment());
            steps = signing.steps(getAssessment());
        }
    }

    public boolean isHandedIn() {
        return view.head().receipt() != null;
    }

    /** Returns how many days late the first handing in was. */
    public long getDaysLate() {
        return view.head().daysLate(LocalDate.now(clock));
    }

    public boolean isLate() {
        return view.head().isLate(LocalDate.now(clock));
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

    /** The newest first; at most the first one is in force. */
    public List<GivenSignature> getSignatures() {
        return signatures;
    }

    public List<TakenStep> getSteps() {
        return steps;
    }

    /** Whether the panel has ended a case, whose minutes can be read. */
    public boolean isSettled() {
        return steps.stream().anyMatch(one -> one.step() == Step.SETTLE);
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }
}
