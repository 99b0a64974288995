package vn.thang.assessment.conduct;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.assessment.round.RoundLine;
import vn.thang.platform.NoticePage;

/** All rounds. */
@Named
@RequestScoped
public class RoundsPage {

    @Inject
    private RoundAdministration administration;

    @Inject
    private NoticePage notices;

    private List<RoundLine> rounds;

    public void load() {
        rounds = notices.found(administration::list);
    }

    public List<RoundLine> getRounds() {
        return rounds;
    }
}
