package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.round.WithdrawnRounds;
import vn.thang.assessment.round.WithdrawnRounds.Withdrawn;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterRegister;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Reading meetings: for everybody who sees the whole country. What is only prepared is for those who prepare. */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class MeetingReading {

    @Inject
    private Meetings meetings;

    @Inject
    private MeetingFigures figures;

    @Inject
    private MatterRegister register;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private WithdrawnRounds rounds;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * A meeting with what lies before it.
     *
     * @param frozen     what is frozen; of a meeting that is prepared, what would be now
     * @param intact     whether it is what was frozen
     * @param picks      what was chosen by hand
     * @param decisions  what was decided in it, as it stands now
     * @param organising whether the person prepares meetings
     * @param withdrawn    rounds on which what is frozen may rest, and whose results were withdrawn since
     */
    public record View(Meeting meeting, FrozenMeeting frozen, boolean intact, List<Chosen> picks,
            List<MatterLine> decisions, boolean organising, List<Withdrawn> withdrawn) {
    }

    /** A target that somebody chose. */
    public record Chosen(String target, String reason) {
    }

    /**
     * Lists the meetings that the person sees.
     *
     * @param state null for all
     */
    @Requires(Permission.VIEW)
    public Slice<Meeting> list(Meeting.State state, Cut<MeetingOrder> cut) {
        caller.check(Permission.VIEW, agencies.rootPath());
        return meetings.list(state, isOrganising(), cut);
    }

    /** Whether the person can begin one now: one is prepared at a time. */
    @Requires(Permission.VIEW)
    public boolean isBeginning() {
        return isOrganising() && !meetings.isPrepared();
    }

    /** Whether the person reads meetings. */
    @Requires(Permission.VIEW)
    public boolean isReader() {
        return caller.can(Permission.VIEW, agencies.rootPath());
    }

    /** Whether the person prepares meetings. */
    @Requires(Permission.VIEW)
    public boolean isOrganising() {
        return caller.can(Permission.MEET, agencies.rootPath());
    }

    /** Returns what a meeting would look at first now: the improvements, the risks, and how the decisions of the last one stand. */
    @Requires(Permission.VIEW)
    public FrozenMeeting now(RoundSelection selection, List<TargetLine> lines) {
        caller.check(Permission.VIEW, agencies.rootPath());
        return figures.now(selection, lines);
    }

    /** Returns who owns which target today, for everybody who sees targets. */
    @Requires(Permission.VIEW)
    public Map<String, FrozenMeeting.Owner> owners() {
        return meetings.owners(LocalDate.now(clock));
    }

    /** @throws BusinessException.NotFound when there is none, or none for this person */
    @Requires(Permission.VIEW)
    public View view(long id) {
        caller.check(Permission.VIEW, agencies.rootPath());
        Meeting meeting = meetings.get(id);
        boolean organising = isOrganising();
        if (meeting.prepared() && !organising) {
            throw new BusinessException.NotFound("meeting.unknown");
        }
        FrozenText text = meetings.frozen(id).orElse(null);
        return new View(meeting, text == null ? figures.of(meeting) : text.meeting(), text == null || text.intact(),
                meetings.picks(id).stream().map(pick -> new Chosen(pick.target(), pick.reason())).toList(),
                register.page(MatterFilter.ofMeeting(id), Cut.whole(MatterOrder.DUE, false)).rows(), organising,
                text == null ? List.of() : withdrawn(text.meeting()));
    }

    /**
     * Returns what is frozen of a meeting, to be taken along.
     *
     * @throws BusinessException.Conflict when it is not frozen, or is no longer what was frozen
     */
    @Requires(Permission.EXPORT)
    public FrozenMeeting frozen(long id) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        meetings.get(id);
        FrozenText text = meetings.frozen(id).orElseThrow(() -> new BusinessException.Conflict("meeting.not-frozen"));
        if (!text.intact()) {
            throw new BusinessException.Conflict("meeting.not-intact");
        }
        return text.meeting();
    }

    /** Returns the rounds on which what is frozen may rest, and whose results were withdrawn since. */
    @Requires(Permission.EXPORT)
    public List<Withdrawn> withdrawn(long id) {
        return withdrawn(frozen(id));
    }

    private List<Withdrawn> withdrawn(FrozenMeeting frozen) {
        return rounds.list().stream().filter(one -> one.heldAt(frozen.at())).toList();
    }

    /** Returns the hash of what is frozen of a meeting. */
    @Requires(Permission.EXPORT)
    public String hash(long id) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        return meetings.get(id).hash();
    }
}
