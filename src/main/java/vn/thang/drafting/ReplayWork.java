package vn.thang.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Replays the last round of the country by a draft, for whoever asked for it. */
@ApplicationScoped
class ReplayWork implements WorkKind<DraftReplay.Wanted> {

    @Inject
    private DraftReplay replay;

    @Override
    public String name() {
        return "replay-draft";
    }

    @Override
    public Class<DraftReplay.Wanted> input() {
        return DraftReplay.Wanted.class;
    }

    @Override
    public WorkResult run(DraftReplay.Wanted wanted, Progress progress) {
        progress.at(0, 0, "work.doing.replay");
        int moving = replay.replay(wanted.draft(), progress);
        return WorkResult.of("work.result.replayed", moving).at("/drafting/replay.xhtml?draft=" + wanted.draft());
    }
}
