package vn.thang.dashboard.standing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** How firm ranks and levels are when the weights move. */
@Named
@ViewScoped
public class RobustnessPage extends RoundListPage<AgencyLine, FirmnessOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private RankRobustness robustness;

    @Inject
    private NoticePage notices;

    private transient RobustnessFigures.Summary summary;

    @Override
    protected List<String> filters() {
        return List.of("round", "q", "type", "parent");
    }

    @Override
    protected FirmnessOrder[] orders() {
        return FirmnessOrder.values();
    }

    @Override
    protected Slice<AgencyLine> cut(Cut<FirmnessOrder> cut) {
        return nationalStandings.ranked(shown(), AgencyFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(AgencyLine line) {
        return line.assessment();
    }

    /** Makes the figures anew and shows them. */
    public String analyse() {
        int[] ranked = {0};
        if (isPresent() && notices.attempt(() -> ranked[0] = robustness.analyse(shown().code()))) {
            notices.say("robustness.done", ranked[0]);
            return "robustness.xhtml?faces-redirect=true&round=" + shown().code();
        }
        return null;
    }

    public RobustnessFigures.Summary getSummary() {
        if (summary == null) {
            summary = nationalStandings.robustness(shown());
        }
        return summary;
    }

    public int getPercent() {
        return RankRobustness.PERCENT;
    }

    public int getDraws() {
        return RankRobustness.DRAWS;
    }
}
