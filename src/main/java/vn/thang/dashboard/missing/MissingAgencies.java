package vn.thang.dashboard.missing;

import static vn.thang.security.Permission.VIEW;
import static vn.thang.security.Permission.VIEW_RESTRICTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Reach;
import vn.thang.security.Requires;

/**
 * The agencies that were due in the period of a measured target and whose own figure is below what it asks for, or that have reported
 * none: of those that the person may see one by one. Where the target measures what is restricted these are fewer.
 */
@ApplicationScoped
@Transactional
public class MissingAgencies {

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private AgencyReadings readings;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    /**
     * The target that is measured and has this code.
     *
     * @throws BusinessException.NotFound when there is none
     */
    @Requires(VIEW)
    public TargetLine target(RoundSelection rounds, String code) {
        TargetLine line = nationalTargets.target(rounds, code);
        if (line.measured() == null) {
            throw new BusinessException.NotFound("target.unknown", code);
        }
        return line;
    }

    /**
     * A page of them, or the whole list.
     *
     * @param line a target that is measured and whose values are known
     */
    @Requires(VIEW)
    public Slice<MissingLine> list(TargetLine line, MissingFilter filter, Cut<MissingOrder> cut) {
        List<String> seen = paths(filter.parent());
        return readings.below(line.target(), line.measured(), seen,
                isRestricted(line) ? caller.reach(VIEW_RESTRICTED) : new Reach(List.of(), seen), filter, cut);
    }

    /** Whether the target measures what is restricted, so that figures of one agency are seen by its people and reviewers only. */
    @Requires(VIEW)
    public boolean isRestricted(TargetLine line) {
        return catalog.restrictedIndicators().contains(line.measured().indicator().code());
    }

    private List<String> paths(String parent) {
        if (parent == null) {
            return caller.subtrees(VIEW);
        }
        String path = directory.get(parent).path();
        caller.check(VIEW, path);
        return List.of(path);
    }
}
