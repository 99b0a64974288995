package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import vn.thang.organisation.AgencyDetail;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** The agencies that are missing at a target, below one agency or all that the person may see. */
@Named
@RequestScoped
public class MissingPage {

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private MissingAgencies agencies;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private NoticePage notices;

    private String code;
    private String parent;
    private int page = 1;
    private TargetLine target;
    private AgencyDetail above;
    private Slice<TargetLine.AgencyValue> missing;

    public void load() {
        if (!rounds.load()) {
            return;
        }
        String below = Optional.ofNullable(parent).map(String::strip).filter(given -> !given.isEmpty()).orElse(null);
        target = notices.found(() -> dashboard.targets(rounds.selection()).stream()
                .filter(line -> line.target().code().equals(code)
                        && line.measured() != null)
                .findFirst().orElseThrow(() -> new BusinessException.NotFound("target.unknown", code)));
        if (target != null) {
            missing = notices.found(() -> agencies.list(target, below, page));
            above = below == null || missing == null ? null : notices.found(() -> directory.get(below));
        }
    }

    public TargetLine getTarget() {
        return missing == null ? null : target;
    }

    /** The agency below which they are; null for all. */
    public AgencyDetail getAbove() {
        return above;
    }

    public Slice<TargetLine.AgencyValue> getMissing() {
        return missing;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String newParent) {
        parent = newParent;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int newPage) {
        page = newPage;
    }
}
