package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;

/** Forgets every night what ended a month ago, with the files that it made. */
@ApplicationScoped
class WorkForgetting implements RecurringWork {

    @Inject
    private Works works;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "forget-work";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(3, 0));
    }

    @Override
    public void run(Progress progress) {
        works.forget(clock.instant().minus(Work.KEPT));
    }
}
