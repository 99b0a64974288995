package vn.thang.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Seals the trail every half minute; whoever saves an answer never waits for it. */
@ApplicationScoped
class SealingWork implements RecurringWork {

    @Inject
    private TrailSealing sealing;

    @Override
    public String name() {
        return "seal-trail";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofSeconds(30));
    }

    @Override
    public void run(Progress progress) {
        Optional<TrailSealing.Reached> reached = sealing.seal(null);
        while (reached.isPresent()) {
            reached = sealing.seal(reached.get());
        }
    }
}
