package vn.thang.assessment.reply;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The assessments whose objections wait for the panel. */
@Named
@ViewScoped
public class WaitingObjectionsPage extends ListPage<WaitingObjections, ObjectionOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private PanelDecision panel;

    @Inject
    private Clock clock;

    private transient Objections.Figures figures;

    @Override
    protected List<String> filters() {
        return List.of("q", "type", "late");
    }

    @Override
    protected ObjectionOrder[] orders() {
        return ObjectionOrder.values();
    }

    @Override
    protected Slice<WaitingObjections> cut(Cut<ObjectionOrder> cut) {
        return panel.waiting(ObjectionFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(WaitingObjections one) {
        return one.assessment();
    }

    /** How much waits in all, whatever the filters. */
    public Objections.Figures getFigures() {
        if (figures == null) {
            figures = panel.figures();
        }
        return figures;
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public boolean isLate(WaitingObjections one) {
        return one.isLate(LocalDate.now(clock));
    }
}
