package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Breaks;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** What is expected of a target in words: the forecast, how it was made, how the status follows, and where the series breaks. */
@Named
@RequestScoped
public class OutlookWords {

    @Inject
    private TargetWords words;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Catalog catalog;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    /** What the trajectory expects today. */
    public String expected(TargetLine line) {
        return line.percent() ? formats.percent(line.expected()) : formats.number(line.expected());
    }

    /** The forecast in a sentence; why there is none where there is none. */
    public String forecast(TargetLine line) {
        Outlook outlook = line.outlook();
        return line.forecast()
                .map(forecast -> language.text(
                        forecast.indicative() ? "target.forecast.indicative" : "target.forecast.text",
                        language.day(line.target().phase().due()), formats.percent(forecast.middle()),
                        formats.percent(forecast.low()), formats.percent(forecast.high()),
                        formats.integer(forecast.chance())))
                .orElseGet(() -> language.text("target.no-forecast." + outlook.method(), outlook.known(),
                        outlook.ahead()));
    }

    /** From when on the values are of another kind, and why; empty where they always were of this one. */
    public String broken(TargetLine line) {
        TargetSeries series = line.series();
        Optional<Breaks.Break> programme = series.broken(rounds.selection().day(LocalDate.now(clock)),
                catalog.breaks());
        Optional<LocalDate> version = series.apartSince(programme.map(Breaks.Break::on).orElse(LocalDate.MIN));
        return version.map(on -> series.versions().get(on).words(language.getLocale()))
                .or(() -> programme.map(one -> language.text("target.break", language.day(one.on()),
                        rounds.getProgramme().breakReason(one.reason()))))
                .orElse("");
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
        return line.forecast()
                .map(forecast -> language.text("target.forecast.short", line.dueYear(),
                        formats.percent(forecast.middle()),
                        formats.percent(forecast.low()), formats.percent(forecast.high())))
                .orElseGet(() -> language.text("target.forecast.none"));
    }

    /** How the status follows from the rule, in a sentence; of which period it is told, where that is old. */
    public String rule(TargetLine line) {
        return byRule(line) + (!line.stale() ? "" : " " + language.text("target.rule.stale", line.period(),
                language.day(line.freshUntil())));
    }

    private String byRule(TargetLine line) {
        Outlook outlook = line.outlook();
        return switch (outlook.status()) {
            case ACHIEVED, NO_DATA, NOT_ENOUGH_DATA ->
                line.outdated() ? language.text("target.rule.broken") : language.text("target.rule." + line.status());
            default -> outlook.hasForecast() ? language.text("target.rule.forecast", formats.integer(outlook.chance()))
                    : language.text("target.rule.way", words.number(line, line.today()),
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
}
