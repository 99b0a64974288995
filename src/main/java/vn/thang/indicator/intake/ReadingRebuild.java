package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.work.LongWork;
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
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Event<ReadingEvent> events;

    /** Starts {@link #rebuild} for those who may do it; answers the number of the work. */
    @Requires(Permission.ADMINISTER)
    public long start() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        return works.start(new RebuildWork.Wanted(""), caller.behalf());
    }

    /** Reads every reading there is; a national matter. */
    @Requires(Permission.ADMINISTER)
    public void rebuild() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        sums.rebuild();
        events.fire(new ReadingEvent.SumsRebuilt());
    }

    void follow(@Observes AgencyEvent.AgenciesSettled settled) {
        sums.rebuild();
    }
}
