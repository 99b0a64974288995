package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.Notices;
import vn.thang.notice.Readers;
import vn.thang.platform.work.WorkEnded;
import vn.thang.security.Caller;

/** Tells readers of what happens now, but not the person who does it. */
@ApplicationScoped
class Telling {

    @Inject
    private Notices notices;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Tells it each time that it happens. */
    void tell(Readers readers, NoticeKind kind, long subject) {
        tell(readers, kind, subject, null);
    }

    /** @param detail what the sentence of the notice names, such as a criterion */
    void tell(Readers readers, NoticeKind kind, long subject, String detail) {
        tell(readers, new Notices.News(kind, subject, now().toString(), null, null, detail));
    }

    /** Tells it once a day, however often it happens. */
    void tellDaily(Readers readers, NoticeKind kind, long subject, LocalDate due) {
        tell(readers, new Notices.News(kind, subject, today().toString(), null, due, null));
    }

    /** Tells it with a last day, and with the stage where that has one. */
    void tellDue(Readers readers, NoticeKind kind, long subject, String stage, LocalDate due) {
        tell(readers, new Notices.News(kind, subject, now().toString(), stage, due, null));
    }

    void tell(Readers readers, Notices.News news) {
        notices.add(readers, news, caller.personId(), today(), now());
    }

    /** Tells whoever started long work of its end. */
    void tellStarter(NoticeKind kind, WorkEnded work) {
        notices.addOfWork(kind, work, today(), now());
    }

    Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
