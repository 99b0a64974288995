package vn.thang.matter.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.security.Caller;

/** Computes anew in the night what plans lead to where a server of an older release wrote it; on most nights there is nothing to do. */
@ApplicationScoped
class PlanEffectsOfTheNight implements RecurringWork {

    @Inject
    private PlanEffects effects;

    @Inject
    private OneTransaction transaction;

    @Inject
    private Caller caller;

    @Override
    public String name() {
        return "plan-effects";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(0, 25));
    }

    /** A plan that cannot be reckoned with, such as one whose model nobody can read, does not keep the others back. */
    @Override
    public void run(Progress progress) {
        caller.actAsSystem();
        List<Long> behind = effects.behind();
        BusinessException fault = null;
        for (int i = 0; i < behind.size(); i++) {
            long assessment = behind.get(i);
            progress.at(i, behind.size(), "work.doing.scores");
            try {
                transaction.whole(() -> effects.renew(assessment));
            } catch (BusinessException e) {
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }
}
