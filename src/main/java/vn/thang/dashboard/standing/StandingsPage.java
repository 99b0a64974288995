package vn.thang.dashboard.standing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.conduct.stage.WaitingAgencies;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The board of a round: which agency has handed in and which has not, and what is done about those. */
@Named
@ViewScoped
public class StandingsPage extends RoundListPage<AgencyLine, StandingOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private NationalStandings nationalStandings;

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

    @Override
    protected List<String> filters() {
        return List.of("round", "q", "type", "parent", "state", "target");
    }

    @Override
    protected StandingOrder[] orders() {
        return StandingOrder.values();
    }

    @Override
    protected Slice<AgencyLine> cut(Cut<StandingOrder> cut) {
        return nationalStandings.agencies(shown(), nationalStandings.filter(getAsked()), cut);
    }

    @Override
    protected Object key(AgencyLine line) {
        return line.assessment();
    }

    /** The newest round where the address names none. */
    @Override
    protected boolean find(RoundChoicePage asked) {
        return asked.loadNewest();
    }

    /** The round by its name and its last day. */
    public String getLead() {
        return language.text("standing.lead", shown().name(), language.day(shown().dueOn()),
                language.text(shown().standing()));
    }

    /** The targets that ask for a maturity level: of each, those that have not reached it can be listed. */
    public List<String> getTargets() {
        return nationalStandings.targets();
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
