package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.thang.assessment.AssessmentScores;
import vn.thang.assessment.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Path;
import vn.thang.platform.Language;

/** The score of one agency in one round with all its reasons. */
@Named
@RequestScoped
public class ScorecardPage {

    @Inject
    private AssessmentScores assessments;

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private ScoreReasons reasons;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    private Long assessmentId;
    private String agencyCode;
    private String roundCode;
    private Integer targetLevel;
    private AssessmentView view;
    private NationalDashboard.Group group;
    private List<TrendPoint> trend;
    private Optional<Path> path;

    public void load() {
        view = assessmentId != null ? assessments.view(assessmentId)
                : assessments.view(dashboard.round(roundCode).code(), agencyCode);
        group = dashboard.group(view.head());
        trend = dashboard.trend(view.head());
        int next = view.scored().official().whole().level() + 1;
        int wanted = targetLevel == null ? next : Math.max(next, Math.min(MaturityModel.HIGHEST_LEVEL, targetLevel));
        targetLevel = wanted;
        path = wanted > MaturityModel.HIGHEST_LEVEL ? Optional.empty()
                : Path.toLevel(view.scored().model(), view.scored().answers(), wanted);
    }

    public AssessmentView getView() {
        return view;
    }

    public NodeScore getOfficial() {
        return view.scored().official().whole();
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

    public List<ScoreReasons.Check> checks(Dimension node) {
        return reasons.checks(node, score(node.code()));
    }

    public List<String> reasons(Dimension node) {
        return reasons.words(score(node.code()), getTexts());
    }

    public List<ScoreReasons.Step> getSteps() {
        return path.map(found -> reasons.steps(found, getTexts())).orElse(List.of());
    }

    public boolean isWithPath() {
        return path.isPresent();
    }

    public int getEffort() {
        return path.map(Path::effort).orElse(0);
    }

    public Dimension getWhole() {
        return view.scored().model().whole();
    }

    /** Levels that can still be aimed at. */
    public List<Integer> getHigherLevels() {
        return IntStream.rangeClosed(getOfficial().level() + 1, MaturityModel.HIGHEST_LEVEL).boxed().toList();
    }

    public RadarChart getRadar() {
        return new RadarChart(getDimensions().stream().map(dimension -> getTexts().dimension(dimension.code()).shortName()).toList());
    }

    public String getOwnShape() {
        return getRadar().shape(getDimensions().stream().map(dimension -> (double) score(dimension.code()).level()).toList());
    }

    public boolean isCompared() {
        return group.agencies() >= NationalDashboard.SMALLEST_GROUP;
    }

    public String getGroupBand() {
        return getRadar().band(quartiles(2), quartiles(0));
    }

    public String getGroupMedian() {
        return getRadar().shape(quartiles(1));
    }

    private List<Double> quartiles(int which) {
        Map<String, double[]> byDimension = group.quartiles();
        return getDimensions().stream()
                .map(dimension -> byDimension.getOrDefault(dimension.code(), new double[3])[which]).toList();
    }

    public double median(String dimension) {
        return group.quartiles().getOrDefault(dimension, new double[3])[1];
    }

    public NationalDashboard.Group getGroup() {
        return group;
    }

    public List<TrendPoint> getTrend() {
        return trend;
    }

    public TrendChart getTrendChart() {
        return new TrendChart(trend.stream().map(TrendPoint::round).toList(), trend.stream().map(TrendPoint::index).toList(),
                MaturityModel.HIGHEST_LEVEL, null, null);
    }

    public double getEvidencedPercent() {
        return view.scored().evidenced().times(100).toDecimal(1).doubleValue();
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

    public Integer getTargetLevel() {
        return targetLevel;
    }

    public void setTargetLevel(Integer level) {
        targetLevel = level;
    }
}
