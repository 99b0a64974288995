package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.Time;
import vn.thang.platform.list.ListFile;

/** What waits for the panel as a file. */
@ApplicationScoped
class ObjectionsFile implements ListFile {

    @Inject
    private PanelDecision panel;

    @Override
    public String name() {
        return "objections";
    }

    @Override
    public Content<WaitingObjections> content(Asked asked) {
        return new Content<>(asked.text("panel.title"),
                panel.waiting(ObjectionFilter.of(asked.filters()), asked.whole(ObjectionOrder.values())).rows(),
                List.of(new Column<>(asked.text("home.agency"), 40, WaitingObjections::agencyName),
                        new Column<>(asked.text("organisation.column.code"), 12, WaitingObjections::agencyCode),
                        new Column<>(asked.text("home.round"), 26, WaitingObjections::roundName),
                        new Column<>(asked.text("panel.waits-since"), 16,
                                one -> LocalDate.ofInstant(one.handedInAt(), Time.ZONE)),
                        new Column<>(asked.text("panel.decided-of"), 14,
                                one -> one.decided() + "/" + one.objections()),
                        new Column<>(asked.text("panel.due"), 14, WaitingObjections::dueOn)));
    }
}
