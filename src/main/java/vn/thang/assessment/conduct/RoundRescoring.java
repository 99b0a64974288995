package vn.thang.assessment.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Scores every assessment of a round anew from what is stored. */
@ApplicationScoped
class RoundRescoring implements WorkKind<RoundWork.Rescoring> {

    @Inject
    private ResultPublication results;

    @Override
    public String name() {
        return "rescore-round";
    }

    @Override
    public Class<RoundWork.Rescoring> input() {
        return RoundWork.Rescoring.class;
    }

    @Override
    public WorkResult run(RoundWork.Rescoring round, Progress progress) {
        int scored = results.rescore(round.subject(), progress);
        return WorkResult.of("work.result.rescored", scored).at("/assessment/round.xhtml?code=" + round.subject());
    }
}
