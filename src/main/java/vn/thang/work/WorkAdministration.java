package vn.thang.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFilter;
import vn.thang.platform.work.WorkOrder;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Lets national administrators see all long work and start again what has failed. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class WorkAdministration {

    @Inject
    private LongWork works;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Event<WorkEvent> events;

    @Requires(Permission.ADMINISTER)
    public List<LongWork.Recurring> recurring() {
        check();
        return works.recurring();
    }

    /** Lists what people have started. */
    @Requires(Permission.ADMINISTER)
    public Slice<Work> list(WorkFilter filter, Cut<WorkOrder> cut) {
        check();
        return works.list(filter, cut);
    }

    /** Starts all of these again, or none when one of them has not failed. */
    @Requires(Permission.ADMINISTER)
    public void again(Set<Long> chosen) {
        if (chosen.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        new TreeSet<>(chosen).forEach(this::again);
    }

    /** Starts failed work again; it keeps the rights of whoever started it first. */
    @Requires(Permission.ADMINISTER)
    public void again(long id) {
        check();
        works.again(id);
        events.fire(new WorkEvent.WorkStartedAgain(id, works.get(id).kind()));
    }

    /** Has recurring work done at once. */
    @Requires(Permission.ADMINISTER)
    public void now(String kind) {
        check();
        works.now(kind);
        events.fire(new WorkEvent.WorkStartedNow(kind));
    }

    private void check() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
    }
}
