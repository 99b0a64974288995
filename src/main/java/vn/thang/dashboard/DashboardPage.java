package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Demand;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.standing.ProvinceTiles;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.ProgrammePage;
import vn.thang.dashboard.target.SeriesMark;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetNews;
import vn.thang.dashboard.target.TargetWords;
import vn.thang.dashboard.target.TrendChart;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** The page of the leaders: will we make it, where, who. */
@Named
@RequestScoped
public class DashboardPage {

    private static final int WEAKEST = 8;
    private static final int WAITING = 10;
    private static final int RECENT = 5;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private ProgrammePage verdict;

    @Inject
    private TargetWords words;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    private List<TargetLine> targets = List.of();
    private RoundChoice follows;
    private List<TargetNews> news = List.of();
    private List<Group> groups = List.of();
    private List<ProvinceTiles.Tile> tiles = List.of();
    private List<AgencyLine> weakest = List.of();
    private List<AgencyLine> waiting = List.of();
    private List<AgencyLine> recent = List.of();
    private long waitingCount;

    /** Loads everything before the page is drawn. */
    public void load() {
        if (!rounds.loadModel()) {
            return;
        }
        RoundChoice round = rounds.getShown();
        targets = verdict.load(rounds.selection()).lines().stream().filter(line -> line.target().level().isPresent())
                .toList();
        follows = rounds.getCode() == null && rounds.getRunning() != null ? rounds.getRunning() : round;
        news = rounds.getRunning() == null ? List.of() : nationalTargets.news(rounds.getRunning());
        groups = nationalRounds.groups(round);
        tiles = nationalStandings.tiles(rounds.getCode() == null ? rounds.selection().basis("province") : round);
        weakest = nationalStandings.first(WEAKEST, round,
                AgencyFilter.of(AgencyFilter.Standing.HANDED_IN, "index", false),
                true);
        waiting = nationalStandings.first(WAITING, follows,
                AgencyFilter.of(AgencyFilter.Standing.WAITING, "progress", false),
                false);
        recent = nationalStandings.first(RECENT, follows,
                AgencyFilter.of(AgencyFilter.Standing.HANDED_IN, "handed-in", true),
                false);
        waitingCount = nationalStandings.count(follows, AgencyFilter.Standing.WAITING);
    }

    /** The round whose agencies are followed: the one that runs, or the one that was asked for. */
    public RoundChoice getFollows() {
        return follows;
    }

    /** What the round that runs says of the targets on maturity by now. */
    public List<TargetNews> getNews() {
        return news;
    }

    /** Which round the page speaks of and what its figures are: official once it is published, preliminary before, or withdrawn. */
    public String getLead() {
        RoundChoice round = rounds.getShown();
        if (round.lastChange() == null) {
            return language.text("dashboard.lead.nothing", round.name(), formats.integer(round.handedIn()),
                    formats.integer(round.agencies()));
        }
        return language.text(round.withdrawn() ? "dashboard.lead.withdrawn"
                : round.official() ? "dashboard.lead" : "dashboard.lead.preliminary", round.modelRef(),
                language.text("dashboard.status." + rounds.getModel().status()), formats.day(round.lastChange()),
                formats.integer(round.handedIn()), formats.integer(round.agencies()))
                + (round.official() && !round.national() ? " " + thin(round) : "");
    }

    /** Of an official round after the shown one that it does not speak for the country, and why; empty for none. */
    public String getThin() {
        return rounds.selection().thin().map(thin -> thin(thin) + " "
                + language.text("dashboard.thin.stays", rounds.getShown().name())).orElse("");
    }

    private String thin(RoundChoice round) {
        return language.text("dashboard.thin", round.name(), formats.integer(round.handedIn()),
                formats.integer(round.agencies()), formats.percent(round.participation()));
    }

    /** The targets on maturity, the next one due first. */
    public List<TargetLine> getTargets() {
        return targets;
    }

    /** The one due first; null where the programme sets none on maturity. */
    public TargetLine getFirst() {
        return targets.isEmpty() ? null : targets.get(0);
    }

    /** The line of a target over the rounds, the way it should go, and where it is expected to go. */
    public TrendChart trend(TargetLine line) {
        return TrendChart.of(line, SeriesMark.of(line, catalog, language.getLocale()),
                number -> words.number(line, number));
    }

    /** An exact share as it is shown, never on the other side of what is demanded. */
    public String share(Attainment attainment) {
        return attainment.share()
                .map(share -> formats.percent(Demand.of(attainment.required()).shown(share.times(100), 1)))
                .orElse("");
    }

    /** Days from today to a day; negative when it has passed. */
    public long daysTo(LocalDate day) {
        return ChronoUnit.DAYS.between(LocalDate.now(clock), day);
    }

    /** The key of how far the results of a group can be relied on. */
    public String confidence(Group group) {
        RoundChoice round = rounds.getShown();
        return "target.confidence." + group.grounds().confidence(
                rounds.selection().present() && TargetLine.ofRoundUntil(round.dueOn()).isBefore(LocalDate.now(clock)),
                group.types().stream().allMatch(type -> round.types().get(type).reaches(round.participation())));
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<ProvinceTiles.Tile> getTiles() {
        return tiles;
    }

    public List<AgencyLine> getWeakest() {
        return weakest;
    }

    public List<AgencyLine> getWaiting() {
        return waiting;
    }

    public List<AgencyLine> getRecent() {
        return recent;
    }

    public long getWaitingCount() {
        return waitingCount;
    }
}
