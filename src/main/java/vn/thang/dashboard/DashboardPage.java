package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.catalog.ProgrammeTexts;
import vn.thang.core.model.Dimension;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.Slice;

/** The page of the leaders: will we make it, where, who. */
@Named
@RequestScoped
public class DashboardPage {

    private static final int EXCERPT = 10;

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private ProvinceTiles provinceTiles;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private String roundCode;
    private List<RoundChoice> rounds;
    private RoundChoice round;
    private List<TargetLine> targets;
    private List<TypeLine> types;
    private List<ProvinceTiles.Tile> tiles;
    private Slice<AgencyLine> weakest;
    private Slice<AgencyLine> waiting;

    /** Loads everything before the page is drawn. */
    public void load() {
        rounds = dashboard.rounds();
        if (rounds.isEmpty()) {
            return;
        }
        round = dashboard.round(roundCode);
        targets = dashboard.targets(round);
        types = dashboard.types(round);
        weakest = dashboard.agencies(round, new AgencyFilter(null, null, null, "handed-in", null, null, "index", false), 1, true);
        waiting = dashboard.agencies(round, new AgencyFilter(null, null, null, "waiting", null, null, "name", false), 1, false);
        tiles = dashboard.seesAll() ? provinceTiles.of(dashboard.agencies(round,
                new AgencyFilter(null, null, "province", null, null, null, "name", false), 1, false).rows()) : List.of();
    }

    public boolean isBegun() {
        return round != null;
    }

    public boolean isSeesAll() {
        return dashboard.seesAll();
    }

    public TargetLine getFirstTarget() {
        return getMaturityTargets().get(0);
    }

    public List<TargetLine> getMaturityTargets() {
        return targets.stream().filter(line -> line.target().level().isPresent()).toList();
    }

    public List<TargetLine> getTargets() {
        return targets;
    }

    public TrendChart getTrend() {
        TargetLine line = getFirstTarget();
        return new TrendChart(line.trend().stream().map(TargetLine.Share::round).toList(),
                line.trend().stream().map(TargetLine.Share::percent).toList(), 100,
                String.valueOf(line.target().phase().due().getYear()), line.target().demand().value().doubleValue());
    }

    /** The trend in a sentence, for those who do not see the picture. */
    public String getTrendText() {
        return getFirstTarget().trend().stream().map(share -> share.round() + ": " + formats.percent(share.percent()))
                .reduce((a, b) -> a + "; " + b).orElse("");
    }

    public long getHandedIn() {
        return types.stream().mapToLong(TypeLine::handedIn).sum();
    }

    public long getAgencies() {
        return types.stream().mapToLong(TypeLine::agencies).sum();
    }

    public List<AgencyLine> getWeakest() {
        return weakest.rows().stream().limit(EXCERPT).toList();
    }

    public List<AgencyLine> getWaiting() {
        return waiting.rows().stream().limit(EXCERPT).toList();
    }

    public long getWaitingCount() {
        return waiting.total();
    }

    public List<Dimension> getDimensions() {
        return catalog.model(round.modelRef()).dimensions();
    }

    public ModelTexts getTexts() {
        return catalog.texts(round.modelRef(), language.getLocale());
    }

    public ProgrammeTexts getProgramme() {
        return catalog.programmeTexts(language.getLocale());
    }

    public List<TypeLine> getTypes() {
        return types;
    }

    public List<ProvinceTiles.Tile> getTiles() {
        return tiles;
    }

    public List<RoundChoice> getRounds() {
        return rounds;
    }

    public RoundChoice getRound() {
        return round;
    }

    public String getRoundCode() {
        return roundCode;
    }

    public void setRoundCode(String code) {
        roundCode = code;
    }
}
