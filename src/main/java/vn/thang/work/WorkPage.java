package vn.thang.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;
import vn.thang.platform.work.Work;

/** One piece of long work while it runs and afterwards, and the list of the person's own. */
@Named
@RequestScoped
public class WorkPage {

    @Inject
    private WorkReading reading;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long id;

    @Inject
    @Param(name = "page")
    private Integer page;

    private Work work;
    private Slice<Work> list;

    public boolean isFound() {
        if (work == null) {
            work = notices.found(() -> reading.get(id == null ? 0 : id));
        }
        return work != null;
    }

    public boolean isListed() {
        if (list == null) {
            list = notices.found(() -> reading.mine(page == null ? 1 : page));
        }
        return list != null;
    }

    public Work getWork() {
        return work;
    }

    public Slice<Work> getList() {
        return list;
    }
}
