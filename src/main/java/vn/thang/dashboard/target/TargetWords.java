package vn.thang.dashboard.target;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Demand;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;

/** The figures of a target in words: value, coverage, bounds, confidence, and those of the agencies behind it. */
@Named
@RequestScoped
public class TargetWords {

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Catalog catalog;

    @Inject
    private Formats formats;

    @Inject
    private Language language;

    /** A value in the unit of the target. */
    public String number(TargetLine line, Number value) {
        return line.percent() ? formats.percent(value) : formats.integer(value);
    }

    /** What the series of the target is a series of: shares of agencies, shares of other things, or numbers of them. */
    public String series(TargetLine line) {
        return language.text(line.measured() == null ? "target.trend" : line.countsAgencies() ? "target.trend.agencies"
                : line.percent() ? "target.trend.share" : "target.trend.count");
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

    /** What the numbers of a target are numbers of. */
    public String units(TargetLine line) {
        return line.measured() == null ? language.text("target.unit.agencies") : switch (line.target().measure()) {
            case SHARE_OF_AGENCIES -> language.text("target.unit.agencies");
            case POOLED, NATIONAL -> rounds.getProgramme().indicator(line.measured().indicator().code()).units();
        };
    }

    /** A figure of a period in the unit of the target, never on the other side of the demand. */
    public String shown(TargetLine line, TargetValue value) {
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

    /** What the word of confidence is made of; empty where that is not told. */
    public String confidence(TargetLine line) {
        return line.quality().parts().map(this::confidence).orElse("");
    }

    private String confidence(Confidence.Parts parts) {
        return language.text("target.confidence.parts", percent(parts.share(parts.measured()).times(100)),
                percent(parts.share(parts.evidenced()).times(100)), percent(parts.share(parts.confirmed()).times(100)));
    }

    /** What audit samples found wrong in the answers behind the figure; empty where none was drawn. */
    public String sampled(TargetLine line) {
        return line.quality().error().map(error -> language.text(
                error.exact() ? "target.confidence.sample" : "target.confidence.sample-parts",
                formats.percent(error.shownRate()), formats.percent(error.shownBound()))).orElse("");
    }

    private String reported(Coverage coverage) {
        return language.text("target.reported", formats.integer(coverage.reported()),
                formats.integer(coverage.due()));
    }

    private String percent(Fraction share) {
        return formats.percent(Demand.EVERYTHING.shown(share, 1));
    }

    /** Types of agency of which not all have reported, with how many have. */
    public List<String> thin(TargetLine line) {
        return line.measured().figure().coverage().types().entrySet().stream()
                .filter(part -> part.getValue().came() < part.getValue().due())
                .map(part -> language.text("organisation.type." + part.getKey()) + " "
                        + formats.integer(part.getValue().came()) + "/" + formats.integer(part.getValue().due()))
                .toList();
    }

    /** Between what the value lies, whatever the missing agencies report; empty where nobody is missing. */
    public String bounds(TargetLine line) {
        return line.apart().map(bounds -> language.text("target.bounds.text", number(line, line.shown(bounds.low())),
                number(line, line.shown(bounds.high())))).orElse("");
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
    public String partial(TargetLine line, MeasuredValue.Partial partial) {
        return language.text("target.partial.text", partial.value().label(), shown(line, partial.value()),
                reported(partial.coverage()));
    }

    /** How many have reported for a period of which no value is told. */
    public String untold(MeasuredValue.Untold period) {
        return language.text("target.untold.text", period.label(), reported(period.coverage()));
    }

    /** The same in a few words for a table. */
    public String few(MeasuredValue.Partial partial) {
        return reported(partial.coverage());
    }

    /** Of an agency that does not reach the demand: its figure in the unit that counts, never on the other side of the demand. */
    public String figure(TargetLine line, MeasuredValue.AgencyValue agency) {
        return agency.value() == null ? language.text("target.nothing-reported")
                : line.measured().indicator().unit().equals("percent")
                        ? formats.percent(line.target().ofAgency().shown(agency.exact(), 1))
                        : formats.integer(agency.value());
    }

    /** How many below the agency have not reported, where it reported something itself; empty where nobody is missing. */
    public String silent(MeasuredValue.AgencyValue agency) {
        return agency.value() == null || agency.silent() == 0 ? ""
                : language.text("target.silent", formats.integer(agency.silent()));
    }

    public String parts(MeasuredValue.AgencyValue agency) {
        return agency.denominator() == null ? ""
                : formats.integer(agency.numerator()) + "/" + formats.integer(agency.denominator());
    }

    public String gap(TargetLine line, MeasuredValue.AgencyValue agency) {
        Long gap = agency.gap(line.target().ofAgency());
        return gap == null ? "" : formats.integer(gap) + " "
                + rounds.getProgramme().indicator(line.measured().indicator().code()).units();
    }

    /** Why there is no value yet. */
    public String noValue(TargetLine line) {
        return line.news() == null && line.untoldNews() == null ? language.text("target.no-data.long")
                : language.text("target.few.long", formats.percent(catalog.programme().coverage().newest()));
    }
}
