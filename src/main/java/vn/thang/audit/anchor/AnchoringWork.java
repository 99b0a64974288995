package vn.thang.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Looks every five minutes whether a block of the trail is to be stamped by an authority outside, where one is configured. */
@ApplicationScoped
class AnchoringWork implements RecurringWork {

    @Inject
    private TimeAuthority authority;

    @Inject
    private TrailAnchoring anchoring;

    @Override
    public String name() {
        return "anchor-trail";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofMinutes(5));
    }

    @Override
    public void run(Progress progress) {
        if (authority.isSet()) {
            anchoring.due().ifPresent(due -> anchoring.add(due, authority.stamp(due.hash())));
        }
    }
}
