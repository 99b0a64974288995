package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Demand;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** A target of the programme with those who are missing, and the words for targets in lists. */
@Named
@RequestScoped
public class TargetPage {

    private static final int MOST_NEAREST = 10;
    private static final Demand ALL = new Demand(Demand.Relation.AT_LEAST, BigDecimal.valueOf(100),
            Demand.Unit.PERCENT);

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
        return share.map(part -> percent(part.times(100))).orElse("");
    }

    /** A figure of the forecast, never on the other side of the demand. */
    public String percent(TargetLine line, double figure) {
        return formats.percent(line.shown(figure));
    }

    /** What the trajectory expects today. */
    public String expected(TargetLine line) {
        return line.percent() ? formats.percent(line.expected()) : formats.number(line.expected());
    }

    /** What the round that runs says of the target by now; empty while none does. */
    public String getRunning() {
        return news.map(one -> language.text("target.running.text", rounds.getRunning().name(),
                formats.integer(one.handedIn()), formats.integer(one.attainment().inScope()),
                formats.integer(one.attainment().reached()), one.target().level().orElse(0))).orElse("");
    }

    /** The forecast in a sentence; why there is none where there is none. */
    public String forecast(TargetLine line) {
        Outlook outlook = line.outlook();
        return line.ahead()
                .map(ahead -> language.text(ahead.indicative() ? "target.forecast.indicative" : "target.forecast.text",
                        language.day(line.target().phase().due()), formats.percent(ahead.middle()),
                        formats.percent(ahead.low()), formats.percent(ahead.high()), formats.integer(ahead.chance())))
                .orElseGet(() -> language.text("target.no-forecast." + outlook.method(), outlook.known(),
                        outlook.ahead()));
    }

    /** From when on the values are of another kind, and why; empty where they always were of this one. */
    public String broken(TargetLine line) {
        Optional<String> indicator = Optional.ofNullable(line.measured()).map(from -> from.indicator().code());
        return line.known() ? catalog.breaks()
                .last(line.target().code(), indicator, line.trend().get(line.trend().size() - 1).on())
                .map(one -> language.text("target.break", language.day(one.on()),
                        rounds.getProgramme().breakReason(one.reason())))
                .orElse("") : "";
    }

    /** What changed in the series while it is shown, in words. */
    public List<SeriesMark> marks(TargetLine line) {
        return SeriesMark.of(line, catalog, language.getLocale());
    }

    /** How it was made; empty without one. */
    public String method(TargetLine line) {
        Outlook outlook = line.outlook();
        if (!outlook.hasForecast()) {
            return "";
        }
        long joined = line.measured() == null ? 0 : line.measured().joined();
        return language.text("target.method." + outlook.method(), outlook.known())
                + (joined == 0 ? "" : " " + language.text("target.method.joined", formats.integer(joined)));
    }

    /** The forecast in a few words for a table, or that there is none. */
    public String ahead(TargetLine line) {
        return line.ahead()
                .map(ahead -> language.text("target.forecast.short", line.dueYear(), formats.percent(ahead.middle()),
                        formats.percent(ahead.low()), formats.percent(ahead.high())))
                .orElseGet(() -> language.text("target.forecast.none"));
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

    /** How the status follows from the rule, in a sentence; of which period it is told, where that is old. */
    public String rule(TargetLine line) {
        return byRule(line) + (!line.stale() ? "" : " " + language.text("target.rule.stale", line.period(),
                language.day(line.freshUntil())));
    }

    private String byRule(TargetLine line) {
        Outlook outlook = line.outlook();
        return switch (outlook.status()) {
            case ACHIEVED, NO_DATA, NOT_ENOUGH_DATA -> language.text("target.rule." + line.status());
            default -> outlook.hasForecast() ? language.text("target.rule.forecast", formats.integer(outlook.chance()))
                    : language.text("target.rule.way", number(line, line.today()),
                            expected(line));
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

    /** A figure of a period in the unit of the target, never on the other side of the demand. */
    public String shown(TargetLine line, TargetLine.Value value) {
        return number(line, line.shown(value.value()));
    }

    /** How many of those who are due have reported, and how much of the weight came. */
    public String coverage(TargetLine line) {
        Coverage coverage = line.measured().figure().coverage();
        String weight = coverage.complete() ? ""
                : coverage.weight().map(share -> " " + language.text("target.coverage.weight", percent(share)))
                        .orElse("");
        return reported(coverage) + coverage.share().map(share -> " (" + percent(share) + ").").orElse(".") + weight;
    }

    /** What the word of confidence is made of. */
    public String confidence(TargetLine line) {
        Confidence.Parts parts = line.behind().parts();
        return language.text("target.confidence.parts", percent(parts.share(parts.measured()).times(100)),
                percent(parts.share(parts.evidenced()).times(100)), percent(parts.share(parts.confirmed()).times(100)));
    }

    /** What audit samples found wrong in the answers behind the figure; empty where none was drawn. */
    public String sampled(TargetLine line) {
        return line.behind().error().map(error -> language.text(
                error.exact() ? "target.confidence.sample" : "target.confidence.sample-parts",
                percent(error.rate().times(100)), percent(error.bound().times(100)))).orElse("");
    }

    private String reported(Coverage coverage) {
        return language.text("target.reported", formats.integer(coverage.reported()),
                formats.integer(coverage.due()));
    }

    private String percent(Fraction share) {
        return formats.percent(ALL.shown(share, 1));
    }

    /** Types of agency of which not all have reported, with how many have. */
    public List<String> getThin() {
        return target.measured().figure().coverage().types().entrySet().stream()
                .filter(part -> part.getValue().came() < part.getValue().due())
                .map(part -> language.text("organisation.type." + part.getKey()) + " "
                        + formats.integer(part.getValue().came()) + "/" + formats.integer(part.getValue().due()))
                .toList();
    }

    /** Between what the value lies, whatever the missing agencies report; empty where nobody is missing. */
    public String bounds(TargetLine line) {
        return !line.bounded() ? ""
                : language.text("target.bounds.text",
                        number(line, line.shown(line.measured().figure().low().orElseThrow())),
                        number(line, line.shown(line.measured().figure().high().orElseThrow())));
    }

    /** The period of the value; what it is called stands before where its label does not tell. */
    public String period(TargetLine line) {
        String period = line.measured().period();
        return switch (line.measured().indicator().period().length()) {
            case MONTH, YEAR -> language.text("target.period." + line.measured().indicator().period()) + " " + period;
            case QUARTER, HALF_YEAR, NINE_MONTHS -> period;
        };
    }

    /** What came of a period that carries no value, and of how many. */
    public String partial(TargetLine line, TargetLine.Partial partial) {
        return language.text("target.partial.text", partial.value().label(), shown(line, partial.value()),
                reported(partial.coverage()));
    }

    /** The same in a few words for a table. */
    public String few(TargetLine.Partial partial) {
        return reported(partial.coverage());
    }

    /** Of an agency that does not reach the demand: its figure in the unit that counts, never on the other side of the demand. */
    public String figure(TargetLine line, TargetLine.AgencyValue agency) {
        return agency.value() == null ? language.text("target.nothing-reported")
                : line.measured().indicator().unit().equals("percent")
                        ? formats.percent(line.target().ofAgency().shown(agency.exact(), 1))
                        : formats.integer(agency.value());
    }

    /** How many below the agency have not reported, where it reported something itself; empty where nobody is missing. */
    public String silent(TargetLine.AgencyValue agency) {
        return agency.value() == null || agency.silent() == 0 ? ""
                : language.text("target.silent", formats.integer(agency.silent()));
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

    /** How the status of any target follows. */
    public String getRules() {
        return language.text("target.rules", formats.percent(catalog.programme().coverage().newest()));
    }

    /** Why there is no value yet. */
    public String noValue(TargetLine line) {
        return line.news() == null ? language.text("target.no-data.long")
                : language.text("target.few.long", formats.percent(catalog.programme().coverage().newest()));
    }

    public String getDecision() {
        return catalog.programme().decision();
    }

    public TargetLine getTarget() {
        return target;
    }

    /** How many agencies have not reached the level. */
    public long getMissing() {
        return missing.total();
    }

    /** Those of them that are nearest to it. */
    public List<AgencyLine> getNearest() {
        return missing.rows().stream().limit(MOST_NEAREST).toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String newCode) {
        code = newCode;
    }
}
