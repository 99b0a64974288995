package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Tells people every hour what is due. */
@ApplicationScoped
class DueNotices implements RecurringWork {

    @Inject
    private DueDays dueDays;

    @Override
    public String name() {
        return "due-notices";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofHours(1));
    }

    @Override
    public void run(Progress progress) {
        dueDays.announce();
    }
}
