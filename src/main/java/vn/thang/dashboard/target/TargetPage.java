package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** A target of the programme with those who are missing. */
@Named
@RequestScoped
public class TargetPage {

    private static final int MOST_SHOWN = 10;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    private String code;
    private TargetLine target;
    private Slice<AgencyLine> missing;
    private Optional<TargetNews> news = Optional.empty();

    /** For the page of one target. */
    public void load() {
        if (!rounds.load()) {
            return;
        }
        target = notices.found(() -> nationalTargets.target(rounds.selection(), code));
        if (target != null && target.measured() == null && rounds.getRunning() != null) {
            news = nationalTargets.news(rounds.getRunning()).stream()
                    .filter(one -> one.target().equals(target.target())).findFirst();
        }
        if (target != null && target.known() && target.measured() == null) {
            missing = nationalStandings.agencies(rounds.getBasis(),
                    new AgencyFilter(null, List.copyOf(target.target().scope()), null, null, null,
                            target.level(), "index", true),
                    1, false);
        }
    }

    /** What the round that runs says of the target by now; empty while none does. */
    public String getRunning() {
        return news.map(one -> language.text("target.running.text", rounds.getRunning().name(),
                formats.integer(one.handedIn()), formats.integer(one.attainment().inScope()),
                formats.integer(one.attainment().reached()), one.target().level().orElse(0))).orElse("");
    }

    /** Types of agency that count, in the order of all lists. */
    public List<String> getScope() {
        return AgencyType.assessed().stream().filter(target.target().scope()::contains).toList();
    }

    /** How the status of any target follows. */
    public String getRules() {
        return language.text("target.rules", formats.percent(catalog.programme().coverage().newest()));
    }

    public String getDecision() {
        return catalog.programme().decision();
    }

    public TargetLine getTarget() {
        return target;
    }

    /** The first of those that are missing at a measured target; all of them stand in a list of their own. */
    public List<MeasuredValue.AgencyValue> getFirst() {
        return target.measured().missing().stream().limit(MOST_SHOWN).toList();
    }

    /** How many agencies have not reached the level. */
    public long getMissing() {
        return missing.total();
    }

    /** Those of them that are nearest to it. */
    public List<AgencyLine> getNearest() {
        return missing.rows().stream().limit(MOST_SHOWN).toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }
}
