package vn.thang.dashboard.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.TrendPoint;
import vn.thang.dashboard.target.SeriesMark;
import vn.thang.dashboard.target.TrendChart;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** What a score is compared with: those of the same type, and the rounds before. */
@Named
@RequestScoped
public class ScorecardComparisonPage {

    @Inject
    private ScorecardPage card;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    private Optional<Group> group;
    private List<TrendPoint> trend;

    public RadarChart getRadar() {
        return new RadarChart(
                card.getDimensions().stream().map(dimension -> card.getTexts().dimension(dimension.code()).shortName())
                        .toList(),
                card.getView().scored().model().highest());
    }

    public String getOwnShape() {
        return getRadar()
                .shape(card.getDimensions().stream().map(dimension -> (double) card.score(dimension.code()).level())
                        .toList());
    }

    public boolean isCompared() {
        if (group == null) {
            group = nationalRounds.groupOf(card.getView().head());
        }
        return group.isPresent();
    }

    public Group getGroup() {
        return isCompared() ? group.get() : null;
    }

    public String getGroupBand() {
        return getRadar().band(quartiles(3), quartiles(1));
    }

    public String getGroupMedian() {
        return getRadar().shape(quartiles(2));
    }

    private List<Double> quartiles(int quarter) {
        return card.getDimensions().stream()
                .map(dimension -> (double) getGroup().dimension(dimension.code()).quartile(quarter)).toList();
    }

    public List<TrendPoint> getTrend() {
        if (trend == null) {
            trend = nationalRounds.trend(card.getView().head());
        }
        return trend;
    }

    /** Whether part of it is the mean of several agencies. */
    public boolean isMerged() {
        return getTrend().stream().anyMatch(point -> point.merged() > 0);
    }

    /** What changes of the model's version mean for it, oldest first. */
    public List<SeriesMark> getMarks() {
        return getTrend().stream().filter(point -> point.step() != null)
                .map(point -> SeriesMark.of(point.dueOn(), point.round(), point.step(), language.getLocale()))
                .toList();
    }

    public TrendChart getTrendChart() {
        return new TrendChart(
                getTrend().stream().map(point -> new TrendChart.Value(point.dueOn(), point.index(), point.round(),
                        formats.index(point.index()))).toList(),
                null, card.getView().scored().model().highest()).marked(getMarks());
    }
}
