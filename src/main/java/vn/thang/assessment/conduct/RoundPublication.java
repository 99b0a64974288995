package vn.thang.assessment.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Publishes a round: its results are scored a last time, frozen, and ranked. */
@ApplicationScoped
class RoundPublication implements WorkKind<RoundWork.Publication> {

    @Inject
    private ResultPublication results;

    @Override
    public String name() {
        return "publish-round";
    }

    @Override
    public Class<RoundWork.Publication> input() {
        return RoundWork.Publication.class;
    }

    @Override
    public WorkResult run(RoundWork.Publication round, Progress progress) {
        int published = results.publish(round.subject(), round.version(), progress);
        return WorkResult.of("work.result.published", published).at("/assessment/round.xhtml?code=" + round.subject());
    }
}
