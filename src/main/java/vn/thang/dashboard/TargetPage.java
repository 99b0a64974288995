package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Programme;
import vn.thang.catalog.ProgrammeTexts;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.Slice;

/** All targets, or one of them with those who are missing. */
@Named
@RequestScoped
public class TargetPage {

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    private String roundCode;
    private String code;
    private int page = 1;
    private RoundChoice round;
    private List<TargetLine> targets;
    private Slice<AgencyLine> missing;

    public void load() {
        if (dashboard.rounds().isEmpty()) {
            return;
        }
        round = dashboard.round(roundCode);
        targets = dashboard.targets(round);
        if (code != null && getTarget().target().level().isPresent()) {
            missing = dashboard.agencies(round, new AgencyFilter(null, null, null, null, null,
                    getTarget().target().level().getAsInt(), "index", true), Math.max(1, page), false);
        }
    }

    public boolean isBegun() {
        return round != null;
    }

    public TargetLine getTarget() {
        return targets.stream().filter(line -> line.target().code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("target.unknown", code));
    }

    public List<TargetLine> ofPhase(Programme.Phase phase) {
        return targets.stream().filter(line -> line.target().phase().equals(phase)).toList();
    }

    public List<Programme.Phase> getPhases() {
        return catalog.programme().phases();
    }

    public TrendChart getTrend() {
        TargetLine line = getTarget();
        return new TrendChart(line.trend().stream().map(TargetLine.Share::round).toList(),
                line.trend().stream().map(TargetLine.Share::percent).toList(), 100,
                String.valueOf(line.target().phase().due().getYear()), line.target().demand().value().doubleValue());
    }

    public String getTrendText() {
        return getTarget().trend().stream().map(share -> share.round() + ": " + formats.percent(share.percent()))
                .reduce((a, b) -> a + "; " + b).orElse("");
    }

    public ProgrammeTexts getTexts() {
        return catalog.programmeTexts(language.getLocale());
    }

    public RoundChoice getRound() {
        return round;
    }

    public Slice<AgencyLine> getMissing() {
        return missing;
    }

    public String getRoundCode() {
        return roundCode;
    }

    public void setRoundCode(String newRound) {
        roundCode = newRound;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int newPage) {
        page = newPage;
    }
}
