package vn.thang.work;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkOrder;

/** The long work that the person has started. */
@Named
@ViewScoped
public class MyWorkPage extends ListPage<Work, WorkOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private WorkReading reading;

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
        return reading.mine(getAsked(), cut);
    }

    @Override
    protected Object key(Work work) {
        return work.id();
    }

    public List<String> getKinds() {
        return reading.kinds();
    }

    public Work.State[] getStates() {
        return Work.State.values();
    }
}
