package vn.thang.work;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFilter;
import vn.thang.platform.work.WorkOrder;

/** All long work, for administrators: what recurs, and what people have started, of which what failed is started again. */
@Named
@ViewScoped
public class JobsPage extends ListPage<Work, WorkOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private WorkAdministration administration;

    @Inject
    private WorkReading reading;

    @Inject
    private NoticePage notices;

    private transient List<LongWork.Recurring> recurring;

    @Override
    protected List<String> filters() {
        return List.of("kind", "state");
    }

    @Override
    protected WorkOrder[] orders() {
        return WorkOrder.values();
    }

    @Override
    protected Slice<Work> cut(Cut<WorkOrder> cut) {
        return administration.list(WorkFilter.of(null, getAsked()), cut);
    }

    @Override
    protected Object key(Work work) {
        return work.id();
    }

    /** Starts the chosen work again. */
    public void again() {
        int chosen = getSelected().size();
        if (notices.attempt(
                () -> administration.again(getSelected().stream().map(Work::id).collect(Collectors.toSet())))) {
            notices.say("work.chosen-again", chosen);
            getSelected().clear();
        }
    }

    public String now(String kind) {
        if (!notices.attempt(() -> administration.now(kind))) {
            return null;
        }
        notices.say("work.started-now");
        return "/work/jobs?faces-redirect=true";
    }

    public List<LongWork.Recurring> getRecurring() {
        if (recurring == null) {
            recurring = administration.recurring();
        }
        return recurring;
    }

    public List<String> getKinds() {
        return reading.kinds();
    }

    public Work.State[] getStates() {
        return Work.State.values();
    }
}
