package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import vn.thang.audit.AuditEvent;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.Notices;
import vn.thang.notice.Readers;

/** Tells auditors once a day, and after a publication, how far the trail is sealed, so that their mail keeps the hash outside of the database. */
@ApplicationScoped
class TrailNotices {

    @Inject
    private Telling telling;

    @Inject
    private Clock clock;

    void happened(@Observes AuditEvent.HeadTold told) {
        LocalDate today = LocalDate.now(clock);
        telling.tell(Readers.AUDITORS,
                new Notices.News(NoticeKind.TRAIL_SEALED, today.toEpochDay(), String.valueOf(told.block()), null,
                        null, told.block() + " " + told.hash()));
    }
}
