package vn.thang.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.work.Work;

/** One piece of long work while it runs and afterwards. */
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

    private Work work;

    public boolean isFound() {
        if (work == null) {
            work = notices.found(() -> reading.get(id == null ? 0 : id));
        }
        return work != null;
    }

    public Work getWork() {
        return work;
    }
}
