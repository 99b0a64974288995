package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Programme;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.organisation.AgencyType;
import vn.thang.platform.BusinessException;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** All targets of the programme, or one of them with those who are missing. */
@Named
@RequestScoped
public class TargetPage {

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    private String code;
    private int page = 1;
    private List<TargetLine> targets = List.of();
    private TargetLine target;
    private Slice<AgencyLine> missing;

    /** For the page of all targets. */
    public void loadAll() {
        if (rounds.load()) {
            targets = dashboard.targets(rounds.selection());
        }
    }

    /** For the page of one target. */
    public void load() {
        loadAll();
        if (!rounds.isPresent()) {
            return;
        }
        target = notices.found(() -> targets.stream().filter(line -> line.target().code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("target.unknown", code)));
        if (target != null && target.isKnown()) {
            missing = dashboard.agencies(rounds.getShown(), new AgencyFilter(null, List.copyOf(target.target().scope()), null, null, null,
                    target.getLevel(), "index", true), page, false);
        }
    }

    public List<Programme.Phase> getPhases() {
        return catalog.programme().phases();
    }

    public List<TargetLine> of(Programme.Phase phase) {
        return targets.stream().filter(line -> line.target().phase().equals(phase)).toList();
    }

    public String comparator(ProgrammeTarget asked) {
        return asked.demand().comparator().replace(">=", "≥").replace("<=", "≤");
    }

    /** Types of agency that count, in the order of all lists. */
    public List<String> getScope() {
        return AgencyType.assessed().stream().filter(target.target().scope()::contains).toList();
    }

    public String getDecision() {
        return catalog.programme().decision();
    }

    public TargetLine getTarget() {
        return target;
    }

    public Slice<AgencyLine> getMissing() {
        return missing;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int newPage) {
        page = newPage;
    }
}
