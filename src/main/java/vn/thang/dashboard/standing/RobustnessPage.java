package vn.thang.dashboard.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.score.RankRobustness;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** How firm ranks and levels are when the weights move. */
@Named
@RequestScoped
public class RobustnessPage {

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private RankRobustness robustness;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String round;

    @Inject
    @Param
    private Integer page;

    private boolean loaded;
    private RobustnessFigures.Summary summary;
    private Slice<AgencyLine> agencies;

    /** Lazy, since a form comes back without the address having been read. */
    public boolean isFound() {
        if (!loaded) {
            loaded = true;
            rounds.setCode(round);
            if (rounds.load()) {
                summary = nationalStandings.robustness(rounds.getShown());
                agencies = nationalStandings.agencies(rounds.getShown(),
                        new AgencyFilter(null, null, null, AgencyFilter.Standing.HANDED_IN, null,
                                null, "firmness", true),
                        page == null ? 1 : page, false);
            }
        }
        return summary != null;
    }

    /** Makes the figures anew and shows them. */
    public String analyse() {
        int[] ranked = {0};
        if (isFound() && notices.attempt(() -> ranked[0] = robustness.analyse(rounds.getShown().code()))) {
            notices.say("robustness.done", ranked[0]);
            return "robustness.xhtml?faces-redirect=true&round=" + rounds.getShown().code();
        }
        return null;
    }

    public RobustnessFigures.Summary getSummary() {
        return summary;
    }

    public Slice<AgencyLine> getAgencies() {
        return agencies;
    }

    public int getPercent() {
        return RankRobustness.PERCENT;
    }

    public int getDraws() {
        return RankRobustness.DRAWS;
    }

    /** Lines that have a rank as new as their score. */
    public List<AgencyLine> getRanked() {
        return agencies.rows().stream().filter(line -> line.firmness() != null).toList();
    }
}
