package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.organisation.AgencyType;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** A target of the programme with those who are missing, and the words for targets in lists. */
@Named
@RequestScoped
public class TargetPage {

    @Inject
    private NationalDashboard dashboard;

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
    private int page = 1;
    private TargetLine target;
    private Slice<AgencyLine> missing;

    /** For the page of one target. */
    public void load() {
        if (!rounds.load()) {
            return;
        }
        List<TargetLine> targets = dashboard.targets(rounds.selection());
        target = notices.found(() -> targets.stream().filter(line -> line.target().code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("target.unknown", code)));
        if (target != null && target.known() && target.measured() == null) {
            missing = dashboard.agencies(rounds.getBasis(),
                    new AgencyFilter(null, List.copyOf(target.target().scope()), null, null, null,
                            target.level(), "index", true),
                    page, false);
        }
    }

    /** A value in the unit of the target. */
    public String number(TargetLine line, Number value) {
        return line.percent() ? formats.percent(value) : formats.integer(value);
    }

    /** Numerator and denominator. */
    public String parts(TargetLine line) {
        Attainment attainment = line.attainment();
        return attainment == null ? ""
                : formats.integer(attainment.reached()) + "/" + formats.integer(attainment.inScope());
    }

    /** Of a target on maturity: between what the share lies, whatever those reached who did not hand in. */
    public String roundBounds(TargetLine line) {
        Attainment attainment = line.attainment();
        return language.text("target.bounds.round.text", percent(attainment.share()), percent(attainment.highest()),
                formats.integer(attainment.reached()), formats.integer(attainment.notReached()),
                formats.integer(attainment.missing()));
    }

    private String percent(Optional<Fraction> share) {
        return share.map(part -> formats.percent(part.times(100).toDecimal(1))).orElse("");
    }

    /** The forecast in a sentence; why there is none where there is none. */
    public String forecast(TargetLine line) {
        Outlook outlook = line.outlook();
        return !outlook.hasForecast()
                ? language.text("target.no-forecast." + outlook.method(), outlook.known(), outlook.ahead())
                : language.text(outlook.indicative() ? "target.forecast.indicative" : "target.forecast.text",
                        language.day(line.target().phase().due()), formats.percent(outlook.middle()),
                        formats.percent(outlook.low()),
                        formats.percent(outlook.high()), formats.integer(outlook.chance()));
    }

    /** How it was made; empty without one. */
    public String method(TargetLine line) {
        Outlook outlook = line.outlook();
        return outlook.hasForecast() ? language.text("target.method." + outlook.method(), outlook.known()) : "";
    }

    /** The forecast in a few words for a table; empty without one. */
    public String ahead(TargetLine line) {
        Outlook outlook = line.outlook();
        return outlook.hasForecast()
                ? language.text("target.forecast.short", line.dueYear(), formats.percent(outlook.middle()),
                        formats.percent(outlook.low()), formats.percent(outlook.high()))
                : "";
    }

    /** Types of agency that count, in the order of all lists. */
    public List<String> getScope() {
        return AgencyType.assessed().stream().filter(target.target().scope()::contains).toList();
    }

    /** What the numbers of a target are numbers of. */
    public String units(TargetLine line) {
        return line.measured() == null ? language.text("target.unit.agencies") : switch (line.target().measure()) {
            case SHARE_OF_AGENCIES -> language.text("target.unit.agencies");
            case POOLED, NATIONAL -> rounds.getProgramme().indicator(line.measured().indicator().code()).units();
        };
    }

    /** How the status follows from the rule, in a sentence. */
    public String rule(TargetLine line) {
        Outlook outlook = line.outlook();
        return switch (outlook.status()) {
            case ACHIEVED, NO_DATA -> language.text("target.rule." + line.status());
            default -> outlook.hasForecast() ? language.text("target.rule.forecast", formats.integer(outlook.chance()))
                    : language.text("target.rule.way", number(line, line.number()),
                            number(line, outlook.expectedNow()));
        };
    }

    /** How the method did at the earlier steps of this very series; empty without a forecast. */
    public String backtest(TargetLine line) {
        return line.outlook().forecast()
                .map(made -> made.backtest()
                        .map(tried -> language.text("target.backtest", formats.integer(tried.tried()),
                                formats.integer(tried.held()), formats.percent(100d * tried.held() / tried.tried()),
                                formats.decimal(100 * tried.score()),
                                formats.decimal(100 * tried.unmoved())))
                        .orElseGet(() -> language.text("target.backtest.none")))
                .orElse("");
    }

    /** Of an agency that does not reach the demand: its figure in the unit that counts, what it is made of, and what is missing. */
    public String figure(TargetLine line, TargetLine.AgencyValue agency) {
        return agency.value() == null ? language.text("target.nothing-reported")
                : line.measured().indicator().unit().equals("percent") ? formats.percent(agency.value())
                        : formats.integer(agency.value());
    }

    public String parts(TargetLine.AgencyValue agency) {
        return agency.denominator() == null ? ""
                : formats.integer(agency.numerator()) + "/" + formats.integer(agency.denominator());
    }

    public String gap(TargetLine line, TargetLine.AgencyValue agency) {
        Long gap = agency.gap(line.target().ofAgency().value());
        return gap == null ? "" : formats.integer(gap) + " "
                + rounds.getProgramme().indicator(line.measured().indicator().code()).units();
    }

    public String getDecision() {
        return catalog.programme().decision();
    }

    public TargetLine getTarget() {
        return target;
    }

    public Slice<AgencyLine> getMissing() {
        return missing;
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
