package vn.thang.organisation.guess;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Forgets every night which attempts failed, since they count for a quarter of an hour only. */
@ApplicationScoped
class GuessForgetting implements RecurringWork {

    @Inject
    private Guesses guesses;

    @Override
    public String name() {
        return "forget-guesses";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(3, 15));
    }

    @Override
    public void run(Progress progress) {
        guesses.sweep();
    }
}
