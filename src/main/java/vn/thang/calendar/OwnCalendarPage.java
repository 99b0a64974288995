package vn.thang.calendar;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;
import vn.thang.platform.web.SitePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The private addresses of a person for calendars, on the page of their account; a new one is shown there this once. */
@Named
@RequestScoped
public class OwnCalendarPage {

    @Inject
    private OwnCalendar calendar;

    @Inject
    private Caller caller;

    @Inject
    private SitePage site;

    @Inject
    private NoticePage notices;

    private List<CalendarAddress> list;
    private String key;

    /** Whether the person takes part in anything that has days. */
    public boolean isFound() {
        return caller.isSignedIn() && (caller.can(Permission.VIEW) || caller.can(Permission.CONTRIBUTE));
    }

    public List<CalendarAddress> getList() {
        if (list == null) {
            list = calendar.list();
        }
        return list;
    }

    /** Makes the address on this very page, since nothing may keep its key until the next one. */
    public String make() {
        if (notices.attempt(() -> key = calendar.make())) {
            list = null;
        }
        return null;
    }

    public String end(long id) {
        if (!notices.attempt(() -> calendar.end(id))) {
            return null;
        }
        notices.say("calendar.ended");
        return "/organisation/account?faces-redirect=true";
    }

    /** The address that was just made; null otherwise. */
    public String getAddress() {
        return key == null ? null : site.address() + "/api/v1/calendar/days.ics?key=" + key;
    }
}
