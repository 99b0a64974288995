package vn.thang.notice.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.notice.NoticeLine;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The bell in the head of every page, and where a notice leads. */
@Named
@RequestScoped
public class NoticesPage {

    private static final int MOST_SHOWN = 99;

    @Inject
    private NoticeReading reading;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage said;

    @Inject
    @Param
    private Long open;

    private Long unread;

    /** How many are new: 0 to 99, then 99+. */
    public String getUnreadText() {
        return getUnread() > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(getUnread());
    }

    public long getUnread() {
        if (unread == null) {
            unread = caller.can(Permission.VIEW) || caller.can(Permission.CONTRIBUTE) ? reading.unread() : 0;
        }
        return unread;
    }

    /** Goes where a notice leads, which is read from then on. */
    public String follow() {
        if (open == null) {
            return null;
        }
        NoticeLine line = said.found(() -> reading.open(open));
        return line == null ? null : line.place() + (line.place().contains("?") ? "&" : "?") + "faces-redirect=true";
    }

    public String readAll() {
        said.attempt(reading::readAll);
        said.say("notice.all-read");
        return "/notice/index?faces-redirect=true";
    }
}
