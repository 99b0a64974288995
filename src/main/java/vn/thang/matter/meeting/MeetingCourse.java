package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.matter.AskedFigure;
import vn.thang.matter.Matter;
import vn.thang.matter.asking.Asking;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The course of a meeting on the programme: it is prepared for a day, its figures are frozen once, it decides, and it is closed.
 * One is prepared at a time; what is frozen never changes.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.MEET)
public class MeetingCourse {

    static final int LONGEST = 1_000;

    @Inject
    private Meetings meetings;

    @Inject
    private MeetingFigures figures;

    @Inject
    private Asking asking;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MeetingEvent> events;

    /**
     * What a meeting decides.
     *
     * @param target code of the target that it is about; null for none
     * @param agency code of the agency that is to do it
     * @param person of the agency, who is to see to it
     * @param copies ids of those who get a copy
     */
    public record Decision(String target, String agency, Long person, List<Long> copies, String words,
            LocalDate dueOn) {

        /** Without copies. */
        public Decision(String target, String agency, Long person, String words, LocalDate dueOn) {
            this(target, agency, person, List.of(), words, dueOn);
        }
    }

    /** Begins to prepare a meeting, and answers its id. */
    @Requires(Permission.MEET)
    public long prepare(LocalDate day) {
        check();
        LocalDate today = LocalDate.now(clock);
        LocalDate earliest = meetings.before(null).map(Meeting::heldOn).filter(today::isBefore).orElse(today);
        Faults faults = new Faults();
        faults.require(day != null && !day.isBefore(earliest) && !day.isAfter(today.plusYears(1)), "day",
                "meeting.day-missing", earliest, today.plusYears(1));
        faults.refuse();
        if (meetings.isPreparing()) {
            throw new BusinessException.Conflict("meeting.one-prepared");
        }
        long id = meetings.add(day, caller.personId(), clock.instant());
        events.fire(new MeetingEvent.MeetingPrepared(id, day.toString()));
        return id;
    }

    private void check() {
        caller.check(Permission.MEET, agencies.rootPath());
    }

    private Meeting in(Meeting.State state, long id) {
        check();
        Meeting meeting = meetings.lock(id);
        if (meeting.state() != state) {
            throw new BusinessException.Conflict("meeting.not-now");
        }
        return meeting;
    }

    /** Has a target looked at whatever the rules say. */
    @Requires(Permission.MEET)
    public void pick(long id, String target, String reason) {
        in(Meeting.State.PREPARED, id);
        Faults faults = new Faults();
        faults.require(target != null && catalog.programme().targets().stream()
                .anyMatch(one -> one.code().equals(target)), "target", "meeting.target-missing");
        String given = faults.take("reason", () -> GivenText.required(reason, LONGEST, "meeting.reason-missing"));
        faults.refuse();
        meetings.pick(id, target, given, caller.personId(), clock.instant());
        events.fire(new MeetingEvent.ExceptionPicked(id, target, given));
    }

    /** Takes back what was chosen by hand; what a rule chose stays. */
    @Requires(Permission.MEET)
    public void leave(long id, String target) {
        in(Meeting.State.PREPARED, id);
        if (!meetings.leave(id, target)) {
            throw new BusinessException.NotFound("meeting.not-picked");
        }
        events.fire(new MeetingEvent.ExceptionLeft(id, target));
    }

    /** Freezes the figures of now, and answers the hash of what is frozen. */
    @Requires(Permission.MEET)
    public String freeze(long id) {
        Meeting meeting = in(Meeting.State.PREPARED, id);
        FrozenText frozen = FrozenText.of(figures.of(meeting));
        meetings.freeze(id, frozen, caller.personId(), clock.instant());
        events.fire(new MeetingEvent.MeetingFrozen(id, frozen.hash()));
        return frozen.hash();
    }

    /** Gives up a meeting that is not frozen; nothing remains of it but the trail. */
    @Requires(Permission.MEET)
    public void giveUp(long id) {
        Meeting meeting = in(Meeting.State.PREPARED, id);
        meetings.remove(id);
        events.fire(new MeetingEvent.MeetingGivenUp(id, meeting.heldOn().toString()));
    }

    /** Records what the meeting decides, and answers the id of the matter. */
    @Requires(Permission.MEET)
    public long decide(long id, Decision decision) {
        in(Meeting.State.FROZEN, id);
        return asking.decide(id, new Asking.Question(Matter.Kind.DECISION, AskedFigure.ofTarget(decision.target()),
                GivenText.orNull(decision.agency()), decision.person(), decision.copies(),
                decision.words(), decision.dueOn()));
    }

    /** Ends the meeting: nothing more is decided in it. */
    @Requires(Permission.MEET)
    public void close(long id) {
        in(Meeting.State.FROZEN, id);
        meetings.close(id, caller.personId(), clock.instant());
        events.fire(new MeetingEvent.MeetingClosed(id));
    }
}
