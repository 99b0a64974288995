package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Forgets every night who was in a form, which means nothing soon after. */
@ApplicationScoped
class PresenceForgetting implements RecurringWork {

    @Inject
    private Presences presences;

    @Override
    public String name() {
        return "forget-presence";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(3, 25));
    }

    @Override
    public void run(Progress progress) {
        presences.forget();
    }
}
