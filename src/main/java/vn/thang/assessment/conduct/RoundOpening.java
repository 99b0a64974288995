package vn.thang.assessment.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Opens a round: every agency in its scope gets its assessment. */
@ApplicationScoped
class RoundOpening implements WorkKind<RoundWork.Opening> {

    @Inject
    private RoundAdministration administration;

    @Override
    public String name() {
        return "open-round";
    }

    @Override
    public Class<RoundWork.Opening> input() {
        return RoundWork.Opening.class;
    }

    @Override
    public WorkResult run(RoundWork.Opening round, Progress progress) {
        int begun = administration.open(round.subject(), round.version(), progress);
        return WorkResult.of("work.result.opened", begun).at("/assessment/round.xhtml?code=" + round.subject());
    }
}
