package vn.thang.dashboard.standing;

import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.conduct.WaitingAgencies;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Cut;
import vn.thang.platform.Language;
import vn.thang.platform.ListPage;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** The board of a round: which agency has handed in and which has not, and what is done about those. */
@Named
@ViewScoped
public class StandingsPage extends ListPage<AgencyLine, StandingOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private WaitingAgencies waiting;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private LocalDate day;
    private String reason;
    private transient List<AgencyLine> parents;

    @Override
    protected boolean prepare() {
        if (!isPresent()) {
            return false;
        }
        getAsked().put("round", shown().code());
        return true;
    }

    @Override
    protected List<String> filters() {
        return List.of("round", "q", "type", "parent", "state");
    }

    @Override
    protected StandingOrder[] orders() {
        return StandingOrder.values();
    }

    @Override
    protected Slice<AgencyLine> cut(Cut<StandingOrder> cut) {
        return nationalStandings.agencies(shown(), AgencyFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(AgencyLine line) {
        return line.assessment();
    }

    /** Another round is found before it is shown. */
    @Override
    public void fromStart(AjaxBehaviorEvent event) {
        super.fromStart(event);
        parents = null;
        find();
    }

    /** Whether there is a round; it is found again on each request. */
    public boolean isPresent() {
        return rounds.isPresent() || find();
    }

    private boolean find() {
        String code = getAsked().get("round");
        rounds.setCode(code == null || code.isBlank() ? null : code);
        return rounds.loadNewest();
    }

    private RoundChoice shown() {
        return isPresent() ? rounds.getShown() : null;
    }

    /** The round by its name and its last day. */
    public String getLead() {
        return language.text("standing.lead", shown().name(), language.day(shown().dueOn()));
    }

    public List<RoundChoice> getAll() {
        return isPresent() ? rounds.getAll() : List.of();
    }

    /** Provinces of which there are communes in the round, for choosing one. */
    public List<AgencyLine> getParents() {
        if (parents == null) {
            parents = nationalStandings.parents(shown());
        }
        return parents;
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public AgencyFilter.Standing[] getStandings() {
        return AgencyFilter.Standing.values();
    }

    /** Days after the last day of the stage that the agency is in. */
    public long daysLate(AgencyLine line) {
        return line.daysLate(LocalDate.now(clock));
    }

    /** Reminds the chosen agencies. */
    public void remind() {
        Set<Long> chosen = chosen();
        if (notices.attempt(() -> waiting.remind(chosen))) {
            notices.say("waiting.reminded", chosen.size());
            getSelected().clear();
        }
    }

    /** Gives the chosen agencies more time. */
    public void extend() {
        Set<Long> chosen = chosen();
        if (notices.attempt(() -> waiting.extend(chosen, day, reason))) {
            notices.say("waiting.extended", chosen.size(), language.day(day));
            getSelected().clear();
            day = null;
            reason = null;
        }
    }

    private Set<Long> chosen() {
        return getSelected().stream().map(AgencyLine::assessment).collect(Collectors.toSet());
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate newDay) {
        day = newDay;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String newReason) {
        reason = newReason;
    }
}
