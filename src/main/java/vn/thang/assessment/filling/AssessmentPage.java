package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.CountedWords;
import vn.thang.assessment.form.Question;
import vn.thang.assessment.form.StandingWords;
import vn.thang.assessment.score.Standing;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The questions of an assessment: one, or those of a dimension. */
@Named
@RequestScoped
public class AssessmentPage {

    @Inject
    private AssessmentScores assessments;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private Long assessment;
    private String criterion;
    private String dimension;
    private AssessmentView view;
    private ModelTexts texts;
    private Standing standing;
    private List<String> codes;
    private Question question;
    private Optional<MeasuredLevels.Measured> measured;

    public void load() {
        view = notices.found(() -> assessments.form(assessment == null ? 0 : assessment));
        if (view != null) {
            texts = catalog.texts(view.head().modelRef(), language.getLocale());
            standing = view.standing();
            codes = view.scored().model().criteria().stream().filter(view::shows).map(Criterion::code).toList();
            if (criterion == null || !codes.contains(criterion)) {
                criterion = dimension == null ? firstToAnswer()
                        : codes.stream().filter(of(dimension)::contains).findFirst().orElse(codes.get(0));
            }
            question = Question.of(view, criterion, texts);
        }
    }

    /** What readings say of the present question; null where nothing does. */
    public MeasuredLevels.Measured getMeasured() {
        if (measured == null) {
            measured = assessments.measured(view.head(), criterion);
        }
        return measured.orElse(null);
    }

    /** Returns why another answer counts than the declared one; empty where the declared one does. */
    public String why(String code) {
        return CountedWords.why(view, code, texts, language.getLocale());
    }

    /** Returns what is new about the present question since the agency's last round; empty where it asks the same. */
    public String getChanged() {
        return view.lastHead().filter(last -> !last.modelRef().equals(view.head().modelRef()))
                .map(last -> question.text().changed()).orElse("");
    }

    /** The first question without an answer; the first of all when every one has its answer. */
    private String firstToAnswer() {
        return codes.stream().filter(code -> !view.scored().isSettled(code)).findFirst().orElse(codes.get(0));
    }

    private List<String> of(String dimensionCode) {
        return view.scored().model().dimensions().stream().filter(part -> part.code().equals(dimensionCode)).findFirst()
                .map(part -> List.copyOf(MaturityModel.criteriaBelow(part).keySet())).orElse(List.of());
    }

    public Question getQuestion() {
        return question;
    }

    /** All questions of the dimension of the present one. */
    public List<Question> getQuestions() {
        return of(question.dimension()).stream().filter(codes::contains).map(code -> Question.of(view, code, texts))
                .toList();
    }

    /** The question of a dimension to go on with. */
    public String toAnswerIn(String dimensionCode) {
        List<String> inside = of(dimensionCode).stream().filter(codes::contains).toList();
        return inside.stream().filter(code -> !view.scored().isSettled(code)).findFirst()
                .orElse(inside.isEmpty() ? criterion : inside.get(0));
    }

    public String getPrevious() {
        int place = codes.indexOf(criterion);
        return place > 0 ? codes.get(place - 1) : null;
    }

    public String getNext() {
        int place = codes.indexOf(criterion);
        return place + 1 < codes.size() ? codes.get(place + 1) : null;
    }

    /** The dimension before or after the present one; null at the ends. */
    public String neighbour(int distance) {
        List<String> all = standing.parts().stream().map(Standing.Part::dimension).toList();
        int place = all.indexOf(question.dimension()) + distance;
        return place >= 0 && place < all.size() ? all.get(place) : null;
    }

    public boolean isLate() {
        return view.head().isLate(LocalDate.now(clock));
    }

    public String getProgress() {
        return language.text("assessment.progress", standing.answered(), standing.applicable());
    }

    public String getNextStep() {
        return StandingWords.next(standing, language.getLocale());
    }

    public long getMostBytes() {
        return evidence.mostBytes();
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

    public Standing getStanding() {
        return standing;
    }

    public Long getAssessment() {
        return assessment;
    }

    public void setAssessment(Long assessment) {
        this.assessment = assessment;
    }

    public String getCriterion() {
        return criterion;
    }

    public void setCriterion(String criterion) {
        this.criterion = criterion;
    }

    public String getDimension() {
        return dimension;
    }

    public void setDimension(String dimension) {
        this.dimension = dimension;
    }
}
