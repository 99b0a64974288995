package vn.thang.notice.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import vn.thang.notice.NoticeFilter;
import vn.thang.notice.NoticeLine;
import vn.thang.notice.NoticeOrder;
import vn.thang.notice.Notices;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** What a person was told; never what somebody else was. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class NoticeReading {

    @Inject
    private Notices notices;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** One statement, for the head of every page. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public long unread() {
        return notices.unread(caller.me(), today());
    }

    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public Slice<NoticeLine> list(NoticeFilter filter, Cut<NoticeOrder> cut) {
        return notices.list(caller.me(), filter, cut, today());
    }

    /** Marks these as read; what was told to others stays as it is. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public void read(Set<Long> chosen) {
        if (chosen.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        notices.read(caller.me(), chosen, clock.instant());
    }

    /** Marks it as read. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public NoticeLine open(long id) {
        NoticeLine line = notices.find(caller.me(), id, today())
                .orElseThrow(() -> new BusinessException.NotFound("notice.unknown"));
        notices.read(caller.me(), Set.of(id), clock.instant());
        return line;
    }

    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public void readAll() {
        notices.readAll(caller.me(), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
