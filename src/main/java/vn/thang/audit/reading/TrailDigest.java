package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import vn.thang.audit.AuditEvent;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Tells every morning the hash of the last block of the trail: the mail of auditors keeps it outside of the database. */
@ApplicationScoped
@Transactional
public class TrailDigest implements RecurringWork {

    @Inject
    private TrailHead head;

    @Inject
    private Event<AuditEvent> events;

    @Override
    public String name() {
        return "trail-digest";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(6, 30));
    }

    @Override
    public void run(Progress progress) {
        head.last().ifPresent(last -> events.fire(new AuditEvent.HeadTold(last.number(), last.hash())));
    }
}
