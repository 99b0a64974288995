package vn.thang.calendar;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something became of a private address for calendars. */
public sealed interface CalendarEvent extends DomainEvent {

    /** A person made a private address. */
    record AddressMade(long address, String mark) implements CalendarEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("make-calendar", "calendar", address, null, mark));
        }
    }

    /** A person revoked a private address of theirs. */
    record AddressEnded(long address) implements CalendarEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-calendar", "calendar", address, null, null));
        }
    }
}
