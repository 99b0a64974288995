package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.matter.Copies;
import vn.thang.matter.Deed;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.MatterStep;
import vn.thang.matter.Matters;
import vn.thang.matter.asking.Asking;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** The course of one matter: what was said, and what whoever looks at it can do now. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class MatterCourse {

    @Inject
    private Matters matters;

    @Inject
    private MatterList list;

    @Inject
    private Copies copies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    /** A step with the name of whoever took it; its due day is the last day after it. */
    public record StepLine(MatterStep.Kind step, String words, LocalDate dueOn, String takenBy, Instant takenAt) {
    }

    /**
     * A matter with its steps.
     *
     * @param copies names of those who got a copy
     * @param deeds  what the person can do now
     */
    public record View(MatterLine line, List<StepLine> steps, List<String> copies, List<Deed> deeds) {
    }

    /** @throws BusinessException.NotFound when there is no such matter for this person */
    @Requires(Permission.VIEW)
    public View view(long id) {
        MatterLine line = line(id);
        return new View(line, list.steps(id), copies.names(id),
                Stream.of(Deed.values()).filter(deed -> refusal(deed, line) == null).toList());
    }

    private MatterLine line(long id) {
        return list.find(id, MatterSight.of(caller, Permission.VIEW, LocalDate.now(clock)))
                .orElseThrow(() -> new BusinessException.NotFound("matter.unknown"));
    }

    /**
     * Does a deed.
     *
     * @param seen version of the matter that the person had before them
     * @throws BusinessException.Conflict when something has become of the matter since
     */
    @Requires(Permission.VIEW)
    public void take(long id, Deed deed, String words, LocalDate day, int seen) {
        line(id);
        Matter matter = matters.lock(id);
        MatterLine line = line(id);
        BusinessException refusal = refusal(deed, line);
        if (refusal instanceof BusinessException.Forbidden) {
            throw refusal;
        }
        if (matter.version() != seen) {
            throw new BusinessException.Conflict("matter.changed");
        }
        if (refusal != null) {
            throw refusal;
        }
        Faults faults = new Faults();
        String said = faults.take("words", () -> deed.worded()
                ? GivenText.required(words, Asking.LONGEST, "matter.words-missing")
                : GivenText.optional(words, Asking.LONGEST, "matter.words-missing"));
        LocalDate due = faults.take("day", () -> !deed.dated() || day == null && deed != Deed.MOVE ? null
                : Asking.due(day, LocalDate.now(clock)));
        faults.refuse();
        matters.addStep(matter.take(deed, said, due, caller.personId(), clock.instant()));
        events.fire(event(deed, id, matter.agency(), due));
    }

    private static MatterEvent event(Deed deed, long id, long agency, LocalDate due) {
        return switch (deed) {
            case ANSWER -> new MatterEvent.MatterAnswered(id, agency);
            case ACCEPT -> new MatterEvent.MatterAccepted(id, agency);
            case ASK_AGAIN -> new MatterEvent.MatterAskedAgain(id, agency);
            case MOVE -> new MatterEvent.MatterMoved(id, agency, due.toString());
            case CLOSE -> new MatterEvent.MatterClosed(id, agency);
            case DROP -> new MatterEvent.MatterDropped(id, agency);
        };
    }

    /** Returns why the person cannot do it now; null when they can. */
    private BusinessException refusal(Deed deed, MatterLine line) {
        boolean allowed = deed.ofTheAsked() ? caller.can(Permission.ANSWER, line.path())
                : caller.can(line.kind().permission(), line.askedFromPath());
        if (!allowed) {
            return new BusinessException.Forbidden("security.forbidden");
        }
        Long me = caller.personId();
        if (deed.ofTheAsked() && me != null && me == line.askedById()) {
            return new BusinessException.Forbidden("matter.own");
        }
        if (deed.decides() && line.kind() != Matter.Kind.MEASURE && me != null && me.equals(line.answeredBy())) {
            return new BusinessException.Forbidden("matter.own-answer");
        }
        return line.open() && deed.fits(line.kind(), line.state()) ? null
                : new BusinessException.Conflict("matter.not-now");
    }
}
