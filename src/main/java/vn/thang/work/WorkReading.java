package vn.thang.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFile;
import vn.thang.platform.work.WorkFilter;
import vn.thang.platform.work.WorkOrder;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Shows people the long work that they have started. National administrators see that of others too, but not its
 * files.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class WorkReading {

    @Inject
    private LongWork works;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    /** @throws BusinessException.NotFound where there is none that this person may see */
    @Requires(Permission.VIEW)
    public Work get(long id) {
        Work work = works.get(id);
        if (!mine(work) && !caller.can(Permission.ADMINISTER, agencies.rootPath())) {
            throw new BusinessException.NotFound("work.unknown");
        }
        return work;
    }

    /** Lists the kinds of work that people can start. */
    @Requires(Permission.VIEW)
    public List<String> kinds() {
        return works.kinds();
    }

    /** Lists what the person has started, by the other conditions of the address. */
    @Requires(Permission.VIEW)
    public Slice<Work> mine(Map<String, String> asked, Cut<WorkOrder> cut) {
        if (caller.personId() == null) {
            throw new BusinessException.Forbidden(BusinessException.Forbidden.SIGN_IN);
        }
        return works.list(WorkFilter.of(caller.personId(), asked), cut);
    }

    /**
     * Answers the file that work has made, to whoever started it and nobody else. It holds what the person might see then,
     * so it is refused to who has lost a role since.
     *
     * @throws BusinessException.Forbidden where the person has no longer the rights under which it was made
     */
    @Requires(Permission.VIEW)
    public WorkFile file(long id) {
        if (!mine(works.get(id))) {
            throw new BusinessException.NotFound("work.unknown");
        }
        if (!works.rights(id).map(caller::still).orElse(true)) {
            throw new BusinessException.Forbidden("work.rights-lost");
        }
        return works.file(id).orElseThrow(() -> new BusinessException.NotFound("work.unknown"));
    }

    private boolean mine(Work work) {
        return work.starter() != null && work.starter().equals(caller.personId());
    }
}
