package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.thang.audit.TrailHead;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/** Tells auditors every morning the hash of the last block of the trail: their mail keeps it outside of the database. */
@ApplicationScoped
@Transactional
public class TrailDigest implements RecurringWork {

    @Inject
    private TrailHead head;

    @Inject
    private Telling telling;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "trail-digest";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.daily(LocalTime.of(6, 30));
    }

    /** Tells it once a day, however often it is run. */
    @Override
    public void run(Progress progress) {
        LocalDate today = LocalDate.now(clock);
        head.last().ifPresent(last -> telling.tell(Readers.AUDITORS, new Notices.News(Kind.TRAIL_SEALED,
                today.toEpochDay(), today.toString(), null, null, last.number() + " " + last.hash())));
    }
}
