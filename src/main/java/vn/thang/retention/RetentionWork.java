package vn.thang.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Removes every night what has been kept for its time. */
@ApplicationScoped
class RetentionWork implements RecurringWork {

    @Inject
    private RetentionRun retention;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(2, 30));
    }

    @Override
    public void run(Progress progress) {
        retention.run();
    }
}
