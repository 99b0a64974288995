package vn.thang.dashboard.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.CountedWords;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;
import vn.thang.dashboard.round.Grounds;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The score of one agency in one round with all its reasons. */
@Named
@RequestScoped
public class ScorecardPage {

    private static final int DIGITS = 6;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private ScoreReasons reasons;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private NoticePage notices;

    private Long assessmentId;
    private String agencyCode;
    private String roundCode;
    private AssessmentView view;
    private AssessmentHead waiting;

    public void load() {
        AssessmentHead head = notices.found(() -> assessmentId != null ? assessments.head(assessmentId)
                : assessments.head(nationalRounds.rounds(roundCode).map(rounds -> rounds.shown().code()).orElse(""),
                        agencyCode));
        if (head != null && assessments.isShown(head)) {
            view = notices.found(() -> assessments.view(head));
        } else {
            waiting = head;
        }
    }

    /** The assessment whose result is not shown to this person, since it is not handed in; null where it is. */
    public AssessmentHead getWaiting() {
        return waiting;
    }

    public AssessmentHead getHead() {
        return view == null ? waiting : view.head();
    }

    public AssessmentView getView() {
        return view;
    }

    /** What the result may be called. */
    public ResultStanding getStanding() {
        return ResultStanding.of(view.head());
    }

    public NodeScore getOfficial() {
        return view.scored().official().whole();
    }

    /** The key of the mark of a criterion that something measures and nothing does any more; null for others. */
    public String unmeasured(String criterion) {
        MeasuredLevels.Measured measured = view.scored().readings().get(criterion);
        return measured == null || !measured.lapsed() || view.scored().isExempt(criterion) ? null : measured.mark();
    }

    /** The key of how far the result can be relied on; what is not handed in cannot. */
    public String getConfidence() {
        return "target.confidence." + Grounds
                .ofOne(share(view.scored().measured()), share(view.scored().grounded()),
                        share(view.scored().confirmed()))
                .confidence(false, view.head().state().isHandedIn());
    }

    private static BigDecimal share(Fraction share) {
        return share.toDecimal(DIGITS);
    }

    public NodeScore getDeclared() {
        return view.scored().declared().whole();
    }

    public List<Dimension> getDimensions() {
        return view.scored().model().dimensions();
    }

    public NodeScore score(String node) {
        return view.scored().official().node(node);
    }

    /** Returns why another answer counts than the declared one; empty where the declared one does. */
    public String why(String criterion) {
        return CountedWords.why(view, criterion, getTexts(), language.getLocale());
    }

    /** All criteria below the node, however deep, in model order. */
    public List<Criterion> criteria(Dimension node) {
        return List.copyOf(MaturityModel.criteriaBelow(node).values());
    }

    public List<ScoreReasons.Check> checks(Dimension node) {
        return reasons.checks(view, node);
    }

    public List<String> reasons(Dimension node) {
        return reasons.words(view, node, getTexts());
    }

    /** Whether reasons below the node are kept from this person. */
    public boolean hides(Dimension node) {
        return reasons.isHidden(view, node);
    }

    /** Whether the index of the node is rounded, since answers anywhere below it are kept from this person. */
    public boolean rounds(Dimension node) {
        return view.isRounded(node);
    }

    /** Returns the index of the node in a result: exact enough to be checked, and rounded more where answers are kept from this person. */
    public String index(NodeScore score, Dimension node) {
        return formats.scaled(view.index(score, node));
    }

    /** The name of a level; of 0 what stands for none, unless it is an answer. */
    public String levelName(int level) {
        return level == 0 && !view.scored().model().levels().zero() ? language.text("scorecard.none")
                : getTexts().levelName(level);
    }

    public Dimension getWhole() {
        return view.scored().model().whole();
    }

    public ModelTexts getTexts() {
        return catalog.texts(view.head().modelRef(), language.getLocale());
    }

    public Long getAssessmentId() {
        return assessmentId;
    }

    public void setAssessmentId(Long id) {
        assessmentId = id;
    }

    public String getAgencyCode() {
        return agencyCode;
    }

    public void setAgencyCode(String code) {
        agencyCode = code;
    }

    public String getRoundCode() {
        return roundCode;
    }

    public void setRoundCode(String code) {
        roundCode = code;
    }
}
