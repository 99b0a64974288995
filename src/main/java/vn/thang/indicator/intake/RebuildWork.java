package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Makes the sums of all readings anew. */
@ApplicationScoped
class RebuildWork implements WorkKind<RebuildWork.Wanted> {

    @Inject
    private ReadingRebuild rebuild;

    /** The sums are wanted anew; there is nothing to choose. */
    public record Wanted(String subject) implements WorkInput {
    }

    @Override
    public String name() {
        return "rebuild-readings";
    }

    @Override
    public Class<Wanted> input() {
        return Wanted.class;
    }

    @Override
    public WorkResult run(Wanted wanted, Progress progress) {
        progress.at(0, 0, "work.doing.sums");
        rebuild.rebuild();
        return WorkResult.of("work.result.sums").at("/indicator/sources.xhtml");
    }
}
