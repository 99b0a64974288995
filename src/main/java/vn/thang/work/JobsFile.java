package vn.thang.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import vn.thang.platform.list.ListFile;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFilter;
import vn.thang.platform.work.WorkOrder;

/** The long work that all people have started as a file. */
@ApplicationScoped
class JobsFile implements ListFile {

    @Inject
    private WorkAdministration administration;

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Content<Work> content(Asked asked) {
        return content(asked, asked.text("work.all-started"), administration
                .list(WorkFilter.of(null, asked.filters()), asked.whole(WorkOrder.values())).rows());
    }

    /** Long work with the columns that stand in every file of it. */
    static Content<Work> content(Asked asked, String title, List<Work> rows) {
        return new Content<>(title, rows,
                List.of(new Column<>(asked.text("work.kind"), 50,
                        work -> (asked.text("work.kind." + work.kind()) + " "
                                + Objects.toString(work.subject(), "")).strip()),
                        new Column<>(asked.text("work.starter"), 28, Work::starterName),
                        new Column<>(asked.text("work.started"), 20, Work::startedAt),
                        new Column<>(asked.text("work.state"), 16, work -> asked.text("work.state." + work.state())),
                        new Column<>(asked.text("work.ended"), 20, Work::endedAt),
                        new Column<>(asked.text("work.result"), 60,
                                work -> work.outcome() == null ? null : work.outcome().in(asked.language())),
                        new Column<>(asked.text("work.incident"), 20, Work::incident)));
    }
}
