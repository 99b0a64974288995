package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;
import vn.thang.security.Caller;

/** Takes the status of the targets early in the morning of the first day of a month; on all other days there is nothing to do. */
@ApplicationScoped
class MonthlyStatus implements RecurringWork {

    @Inject
    private StatusTaking taking;

    @Inject
    private Caller caller;

    @Override
    public String name() {
        return "monthly-status";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(4, 35));
    }

    @Override
    public void run(Progress progress) {
        caller.actAsSystem();
        taking.ofMonth();
    }
}
