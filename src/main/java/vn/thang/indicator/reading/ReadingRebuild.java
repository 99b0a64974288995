package vn.thang.indicator.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.Change;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Makes the sums of readings anew: when asked, and when agencies have another place, type or end. */
@ApplicationScoped
@Transactional
public class ReadingRebuild {

    @Inject
    private ReadingSums sums;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Event<Change> changes;

    /** Reads every reading there is; a national matter. */
    @Requires(Permission.ADMINISTER)
    public void rebuild() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        sums.rebuild();
        changes.fire(new Change("rebuild-readings", "source", null, null, ""));
    }

    /** In the transaction of the change. */
    void follow(@Observes Change change) {
        if (change.subject().equals("agency")) {
            sums.rebuild();
        }
    }
}
