package vn.thang.assessment.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.conduct.ending.RehearsalRemoval;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Removes a rehearsal with everything that agencies and reviewers gave in it. */
@ApplicationScoped
class RoundRemoval implements WorkKind<RoundWork.Removal> {

    @Inject
    private RehearsalRemoval removal;

    @Override
    public String name() {
        return "remove-rehearsal";
    }

    @Override
    public Class<RoundWork.Removal> input() {
        return RoundWork.Removal.class;
    }

    @Override
    public WorkResult run(RoundWork.Removal round, Progress progress) {
        int removed = removal.remove(round.subject(), round.version(), progress);
        return WorkResult.of("work.result.removed", removed).at("/assessment/rounds.xhtml");
    }
}
