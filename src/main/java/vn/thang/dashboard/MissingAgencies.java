package vn.thang.dashboard;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * The agencies that were due in the period of a measured target and whose own figure is below what it asks for, or that have reported
 * none: of those that the person may see one by one.
 */
@ApplicationScoped
@Transactional
public class MissingAgencies {

    @Inject
    private AgencyReadings readings;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Caller caller;

    /**
     * Those that reported nothing first, then the lowest.
     *
     * @param line   a target that is measured and whose values are known
     * @param parent code of the agency at or below which they are; null for all that the person may see
     */
    @Requires(VIEW)
    public Slice<TargetLine.AgencyValue> list(TargetLine line, String parent, int page) {
        return readings.below(line.target(), line.measured(), paths(parent), page);
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
