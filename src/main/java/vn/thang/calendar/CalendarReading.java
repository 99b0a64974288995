package vn.thang.calendar;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.matter.meeting.MeetingEvent;
import vn.thang.matter.meeting.MeetingReading;
import vn.thang.matter.register.MatterCourse;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.sql.Allowances;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;
import vn.thang.security.SignIns;
import vn.thang.security.SignedIn;

/** What calendars read. Who has the key of an address reads what its owner may see at that moment, and nothing else. */
@ApplicationScoped
@Transactional
public class CalendarReading {

    private static final int MOST_ADDRESSES = 20_000;
    private static final int MONTHS_BACK = 12;

    @Inject
    private CalendarAddresses addresses;

    @Inject
    private CalendarDays days;

    @Inject
    private MatterCourse matters;

    @Inject
    private MeetingReading meetings;

    @Inject
    private SignIns signIns;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.calendar.per-minute", defaultValue = "20")
    private int perMinute;

    @Inject
    private Allowances allowances;

    /** Itself by way of the container: what is read is one transaction. */
    @Inject
    private CalendarReading transaction;

    private ToLongFunction<String> allowance;

    @PostConstruct
    void begin() {
        allowance = allowances.of("calendar", perMinute, Duration.ofMinutes(1), MOST_ADDRESSES);
    }

    /**
     * Returns the days of whoever made the address, in their language. No transaction is open while requests are counted.
     *
     * @param key  of the address
     * @param site the address of the application
     * @throws BusinessException.NotFound when the key is not known, was revoked, or its owner is no longer let in: nobody is
     *                                    told which
     */
    @Transactional(TxType.SUPPORTS)
    public CalendarText feed(String key, String site) {
        boolean whole = key != null && key.startsWith(OwnCalendar.BEGINNING) && key.length() > OwnCalendar.MARK_LENGTH;
        CalendarAddresses.Found found = !whole ? null
                : addresses.find(key.substring(0, OwnCalendar.MARK_LENGTH)).filter(one -> Sha256.isOf(one.hash(), key))
                        .orElse(null);
        SignedIn person = found == null ? null : signIns.find(found.personId()).orElse(null);
        if (person == null) {
            throw new BusinessException.NotFound("calendar.unknown");
        }
        long wait = allowance.applyAsLong(String.valueOf(found.id()));
        if (wait > 0) {
            throw new BusinessException.TooOften("calendar.too-often", wait);
        }
        addresses.read(found.id(), clock.instant());
        caller.actAs(person.username());
        return transaction.days(site, Texts.language(person.language()));
    }

    /** Returns the days that the person sees: the second half of reading them by an address. */
    public CalendarText days(String site, Locale language) {
        return CalendarText.of(days.since(LocalDate.now(clock).minusMonths(MONTHS_BACK), language), site, language,
                clock.instant());
    }

    /** Returns the day of a matter that the person sees. */
    @Requires(Permission.VIEW)
    public CalendarText matter(long id, String site, Locale language) {
        return CalendarText.of(List.of(CalendarDays.day(matters.view(id).line(), language)), site, language,
                clock.instant());
    }

    /** Returns the day of a meeting that the person sees. */
    @Requires(Permission.VIEW)
    public CalendarText meeting(long id, String site, Locale language) {
        return CalendarText.of(List.of(CalendarDays.day(meetings.view(id).meeting(), language)), site, language,
                clock.instant());
    }

    /** Calendars that showed a meeting are told that it is not held. */
    void givenUp(@Observes MeetingEvent event) {
        if (event instanceof MeetingEvent.MeetingGivenUp meeting) {
            addresses.giveUp(meeting.meeting(), LocalDate.parse(meeting.day()), clock.instant());
        }
    }
}
