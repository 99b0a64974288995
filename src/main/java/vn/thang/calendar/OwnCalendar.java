package vn.thang.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Unguessable;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;
import vn.thang.security.SignIns;

/** Private addresses that people make for calendars of theirs, and end whenever they want. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class OwnCalendar {

    /** What every key begins with, so that one that lies about is known for what it is. */
    static final String BEGINNING = "thangcal_";
    static final int MARK_LENGTH = BEGINNING.length() + 8;
    static final int MOST = 5;
    private static final int SECRET_BYTES = 40;

    @Inject
    private CalendarAddresses addresses;

    @Inject
    private SignIns signIns;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<CalendarEvent> events;

    /** Lists the addresses of the person, those first that still hold. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<CalendarAddress> list() {
        return addresses.list(caller.me());
    }

    /** Makes an address and returns its key, which happens this once. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public String make() {
        long person = caller.me();
        signIns.alone(person);
        if (addresses.count(person) >= MOST) {
            throw new BusinessException("calendar.most", MOST);
        }
        String key = BEGINNING + Unguessable.text(SECRET_BYTES);
        String mark = key.substring(0, MARK_LENGTH);
        events.fire(new CalendarEvent.AddressMade(addresses.add(person, mark, Sha256.hex(key), clock.instant()), mark));
        return key;
    }

    /** Ends an address of the person; calendars that know it get nothing from now on. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public void end(long id) {
        if (!addresses.end(caller.me(), id, clock.instant())) {
            throw new BusinessException.NotFound("calendar.unknown");
        }
        events.fire(new CalendarEvent.AddressEnded(id));
    }
}
