package vn.thang.assessment.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Takes a step of a round that concerns every agency in it: another last day, provisional results, the end of replies. */
@ApplicationScoped
class RoundConduct implements WorkKind<RoundWork.Conduct> {

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication results;

    @Override
    public String name() {
        return "conduct-round";
    }

    @Override
    public Class<RoundWork.Conduct> input() {
        return RoundWork.Conduct.class;
    }

    @Override
    public WorkResult run(RoundWork.Conduct round, Progress progress) {
        WorkResult result = switch (round.what()) {
            case EXTEND -> WorkResult.of("work.result.extended",
                    administration.extend(round.subject(), round.version(), round.day()));
            case REOPEN -> WorkResult.of("work.result.reopened",
                    administration.reopen(round.subject(), round.version(), round.day()));
            case ISSUE -> WorkResult.of("work.result.issued",
                    results.issue(round.subject(), round.version(), round.day()));
            case LAPSE -> WorkResult.of("work.result.lapsed",
                    results.lapse(round.subject(), round.version()));
        };
        return result.at("/assessment/round.xhtml?code=" + round.subject());
    }
}
