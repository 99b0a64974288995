package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/**
 * Scores what runs anew soon after midnight, when readings have grown stale: lists and dashboards show what the
 * single page shows.
 */
@ApplicationScoped
class NightlyScoring implements RecurringWork {

    static final LocalTime AT = LocalTime.of(0, 5);

    @Inject
    private ReadingsScoring scoring;

    @Override
    public String name() {
        return "nightly-scoring";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(AT);
    }

    /**
     * A share that fails does not keep the others back; it is told at the end, and all are scored again a little
     * later.
     */
    @Override
    public void run(Progress progress) {
        List<ReadingsScoring.Share> shares = scoring.shares();
        RuntimeException fault = null;
        for (int i = 0; i < shares.size(); i++) {
            progress.at(i, shares.size(), "work.doing.scores");
            try {
                scoring.again(shares.get(i));
            } catch (RuntimeException e) {
                if (fault == null) {
                    fault = e;
                } else {
                    fault.addSuppressed(e);
                }
            }
        }
        if (fault != null) {
            throw fault;
        }
    }
}
