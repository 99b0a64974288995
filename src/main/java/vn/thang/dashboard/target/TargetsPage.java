package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.dashboard.round.RoundChoicePage;

/** All targets of the programme by phase, or those of one phase, status or group of tasks that the address asks for. */
@Named
@RequestScoped
public class TargetsPage {

    private static final List<String> STATUSES = List.of("off", "risk", "on", "ok", "few", "none");

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Catalog catalog;

    private String status;
    private String group;
    private String phase;
    private List<TargetLine> targets = List.of();

    public void load() {
        if (rounds.load()) {
            targets = nationalTargets.targets(rounds.selection());
        }
    }

    /** The version of the programme that holds. */
    public String getVersion() {
        return catalog.edition().ref();
    }

    public List<Programme.Phase> getAllPhases() {
        return catalog.programme().phases();
    }

    /** The phases that are shown: all of them, or the one that the address asks for. */
    public List<Programme.Phase> getPhases() {
        return catalog.programme().phases().stream().filter(one -> isBlank(phase) || one.code().equals(phase))
                .toList();
    }

    public List<TargetLine> of(Programme.Phase of) {
        return targets.stream().filter(line -> line.target().phase().equals(of))
                .filter(line -> isBlank(status) || line.status().equals(status))
                .filter(line -> isBlank(group) || line.target().group().equals(group)).toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    public List<String> getStatuses() {
        return STATUSES;
    }

    public List<String> getGroups() {
        return catalog.programme().groups();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String newStatus) {
        status = newStatus;
    }

    public String getPhase() {
        return phase;
    }

    public void setPhase(String newPhase) {
        phase = newPhase;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String newGroup) {
        group = newGroup;
    }
}
