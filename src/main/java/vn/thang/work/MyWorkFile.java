package vn.thang.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.list.ListFile;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkOrder;

/** The long work that the person has started as a file. */
@ApplicationScoped
class MyWorkFile implements ListFile {

    @Inject
    private WorkReading reading;

    @Override
    public String name() {
        return "work";
    }

    @Override
    public Content<Work> content(Asked asked) {
        return JobsFile.content(asked, asked.text("work.title"),
                reading.mine(asked.filters(), asked.whole(WorkOrder.values())).rows());
    }
}
