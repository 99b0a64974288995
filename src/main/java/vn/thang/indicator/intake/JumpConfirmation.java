package vn.thang.indicator.intake;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.indicator.reading.ReadingsArrived;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Readings that moved too far are confirmed by an administrator of the agency that answers for the indicator, or of one above it,
 * with a reason, and never by the person who sent them. Until then the agency counts as missing for the period.
 */
@ApplicationScoped
@Transactional
public class JumpConfirmation {

    private static final int LONGEST_REASON = 2_000;

    @Inject
    private Jumps jumps;

    @Inject
    private Readings readings;

    @Inject
    private ReadingSums sums;

    @Inject
    private KnownReadings known;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReadingEvent> events;

    @Inject
    private Event<ReadingsArrived> arrivals;

    /** How many readings wait for whom the caller may speak. */
    @Requires(ADMINISTER)
    public long count() {
        return jumps.waiting(mine());
    }

    /** Finds one by its reading. */
    @Requires(ADMINISTER)
    public WaitingJump get(long reading) {
        WaitingJump jump = jumps.find(reading)
                .orElseThrow(() -> new BusinessException.NotFound("reading.jump.unknown"));
        List<String> speaking = speaking(jump.indicator());
        if (speaking.stream().noneMatch(path -> caller.can(ADMINISTER, path))) {
            caller.check(ADMINISTER, speaking.get(0));
        }
        return jump;
    }

    /** Whether the caller has sent the reading, and so cannot confirm it. */
    public boolean isOwn(WaitingJump jump) {
        return jump.sentBy() != null && jump.sentBy().equals(caller.personId());
    }

    /**
     * Lets the reading count from now on.
     *
     * @throws BusinessException.Forbidden when the caller may not speak for the indicator, or has sent the reading
     * @throws BusinessException.Conflict  when it waits no more, or another reading stands in its place
     */
    @Requires(ADMINISTER)
    public void confirm(long reading, String reason) {
        Faults faults = new Faults();
        String given = faults.take("reason",
                () -> GivenText.required(reason, LONGEST_REASON, "reading.jump.reason-needed"));
        faults.refuse();
        readings.takeTurn(get(reading).source());
        WaitingJump jump = get(reading);
        if (isOwn(jump)) {
            throw new BusinessException.Forbidden("reading.jump.own");
        }
        if (!jump.waiting() || !jumps.confirm(reading, caller.personId(), given, clock.instant())) {
            throw new BusinessException.Conflict("reading.jump.settled");
        }
        sums.settle(reading);
        events.fire(new ReadingEvent.JumpConfirmed(reading, jump.agency(), jump.indicator(), jump.period().toString(),
                given));
        arrivals.fire(ReadingsArrived.of(jump.indicator(), jump.period().begin(), jump.agencyId()));
    }

    private List<String> mine() {
        Map<String, List<String>> owners = known.speaking(
                new HashSet<>(catalog.indicators().stream().map(Indicator::owner).toList()), LocalDate.now(clock));
        List<String> root = List.of(agencies.rootPath());
        return catalog.indicators().stream()
                .filter(one -> one.formula().isEmpty() && owners.getOrDefault(one.owner(), root).stream()
                        .anyMatch(path -> caller.can(ADMINISTER, path)))
                .map(Indicator::code).toList();
    }

    /** Where those stand who may speak for the indicator, its owner first. */
    private List<String> speaking(String indicator) {
        return catalog.indicator(indicator)
                .map(one -> known.speaking(List.of(one.owner()), LocalDate.now(clock)).get(one.owner()))
                .orElseGet(() -> List.of(agencies.rootPath()));
    }
}
