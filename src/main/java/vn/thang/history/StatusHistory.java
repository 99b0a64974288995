package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Reading how the targets stood: figures of the country, which everybody who is signed in sees. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class StatusHistory {

    static final int MOST = 12;

    @Inject
    private TargetStatuses statuses;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    /** Lists when the status of a target became another one, the newest first; one statement. */
    @Requires(Permission.VIEW)
    public List<TargetStatus> changes(String target) {
        return statuses.changes(target, MOST);
    }

    /** Hands over all that was taken between two moments, for whoever takes numbers of the country away. */
    @Requires(Permission.EXPORT)
    public void each(Instant begin, Instant end, Consumer<Map<String, Object>> reader) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        statuses.each(begin, end, reader);
    }
}
