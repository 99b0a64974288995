package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.Question;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Criterion;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** One answer before a reviewer: what was declared, what the evidence supports, and what was said before. */
@Named
@RequestScoped
public class JudgePage {

    @Inject
    private AssessmentReview review;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Caller caller;

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

    @Inject
    @Param
    private String criterion;

    private AssessmentView view;
    private ModelTexts texts;
    private Question question;
    private List<GivenVerdict> said;
    private List<GivenAnswer> history;
    private Map<String, Long> peers;
    private Optional<MeasuredLevels.Measured> measured;

    /** Whether there is something to show. A form that is sent back is read against the assessment as it is now. */
    public boolean isFound() {
        if (view == null && !faces.getResponseComplete()) {
            load();
        }
        return view != null;
    }

    private void load() {
        view = notices.found(() -> assessments.view(getAssessment()));
        if (view == null) {
            return;
        }
        texts = catalog.texts(view.head().modelRef(), language.getLocale());
        List<String> codes = codes().toList();
        if (criterion == null || !codes.contains(criterion)) {
            criterion = codes.stream().filter(code -> !view.verdicts().containsKey(code)).findFirst()
                    .orElse(codes.get(0));
        }
        question = Question.of(view, criterion, texts);
        said = assessments.verdicts(assessment, criterion);
        history = assessments.history(assessment, criterion);
    }

    private Stream<String> codes() {
        return view.scored().model().criteria().stream().filter(view::shows).map(Criterion::code);
    }

    public boolean isAllowed() {
        return review.isAllowed(view.head());
    }

    /** Whether the step can be taken in the present state. */
    public boolean can(String step) {
        return isAllowed() && !Step.valueOf(step).from(view.head().state()).isEmpty();
    }

    /** What holds if the answer is confirmed. */
    public String getSupported() {
        return Inputs.answers(view.scored().model(), view.scored().inputs(), Column.PROVISIONAL).of(criterion)
                .map(Answer::written).orElse(null);
    }

    /** Returns why another answer counts than the declared one; empty where the declared one does. */
    public String getWhy() {
        return CountedWords.why(view, criterion, texts, language.getLocale());
    }

    public GivenVerdict getVerdict() {
        return view.verdicts().get(criterion);
    }

    public GivenVerdict verdictOf(String code) {
        return view.verdicts().get(code);
    }

    public List<Criterion> getCriteria() {
        return view.scored().model().criteria().stream().filter(view::shows).toList();
    }

    public long getReturned() {
        return view.verdicts().values().stream().filter(GivenVerdict::returned).count();
    }

    /** What agencies of the same type declared, by answer; empty for whoever does not review, and when they are too few. */
    public Map<String, Long> getPeers() {
        if (peers == null) {
            peers = caller.can(Permission.REVIEW, view.head().agencyPath())
                    ? assessments.peers(getAssessment(), criterion) : Map.of();
        }
        return peers;
    }

    /** What readings say of the question; null where nothing does. */
    public MeasuredLevels.Measured getMeasured() {
        if (measured == null) {
            measured = assessments.measured(view.head(), criterion);
        }
        return measured.orElse(null);
    }

    public long getMostPeers() {
        return getPeers().values().stream().mapToLong(Long::longValue).max().orElse(1);
    }

    public List<GivenVerdict> getSaid() {
        return said;
    }

    public List<GivenAnswer> getHistory() {
        return history;
    }

    public AssessmentView getView() {
        return view;
    }

    public AssessmentHead getHead() {
        return view.head();
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public Question getQuestion() {
        return question;
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }

    public String getCriterion() {
        return criterion;
    }
}
