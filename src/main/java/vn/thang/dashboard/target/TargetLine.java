package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Status;
import vn.thang.core.target.TargetMeasure;

/**
 * A target of the programme with what is known of it.
 *
 * @param waiting agencies in scope that have not handed in; 0 for targets that are not about maturity
 * @param trend   one value for each round or covered period, oldest first, up to what is shown; empty while none is known
 * @param groups  what is shown by groups of agencies in scope
 * @param quality how far the value of today can be relied on, and what has to be known to read the series
 * @param measured where the value comes from; null for targets on maturity and without data
 */
public record TargetLine(ProgrammeTarget target, long waiting, List<TargetValue> trend, List<GroupValue> groups,
        Outlook outlook, TargetQuality quality, MeasuredValue measured) {

    static final int DIGITS = 6;
    private static final int SHOWN = 1;

    /** On the maturity of agencies. */
    TargetLine(ProgrammeTarget target, long waiting, List<TargetValue> trend, List<GroupValue> groups, Outlook outlook,
            TargetQuality quality) {
        this(target, waiting, trend, groups, outlook, quality, null);
    }

    static TargetLine withoutData(ProgrammeTarget target) {
        return new TargetLine(target, 0, List.of(), List.of(), Outlook.UNKNOWN, TargetQuality.UNKNOWN);
    }

    /** Whether there is a value of today. */
    public boolean known() {
        return !trend.isEmpty();
    }

    private TargetValue last() {
        return trend.get(trend.size() - 1);
    }

    /** The values up to today, and from which days on they mean something else. */
    public TargetSeries series() {
        return new TargetSeries(target.code(), Optional.ofNullable(measured).map(from -> from.indicator().code()),
                trend,
                quality.versions());
    }

    /** Whether everything that is known is of another kind than what counts today, so that no status follows from it. */
    public boolean outdated() {
        return known() && outlook.status() == Status.NOT_ENOUGH_DATA && outlook.trajectory().isEmpty();
    }

    /** Whether its series counts agencies that reached something, or else a numerator and a denominator of things. */
    public boolean countsAgencies() {
        return measured == null || target.measure() == TargetMeasure.SHARE_OF_AGENCIES;
    }

    /** Null without data, or when the target is a figure of the whole country. */
    public Attainment attainment() {
        return known() ? last().attainment() : null;
    }

    /** In the unit of the target, for pictures. */
    public double number() {
        return known() ? last().number() : 0;
    }

    /** A figure in the unit of the target as it is shown, never on the other side of the demand. */
    public BigDecimal shown(Fraction figure) {
        return target.demand().shown(figure, SHOWN);
    }

    /** The same of a forecast, which knows no fractions. */
    public BigDecimal shown(double figure) {
        return shown(Fraction.of(BigDecimal.valueOf(figure)));
    }

    /**
     * What the trajectory expects today as it is shown: on the same side of the value of today as it is; null without one. Of
     * things that are counted a part is told, since half of one more is more than none.
     */
    public BigDecimal expected() {
        if (outlook.expected().isEmpty()) {
            return null;
        }
        Fraction expected = outlook.expected().get();
        BigDecimal shown = shown(expected);
        int side = known() ? expected.compareTo(last().value()) : 0;
        boolean seen = side == 0 || shown.compareTo(today()) * side > 0;
        return seen ? shown : today().add(BigDecimal.ONE.movePointLeft(SHOWN).multiply(BigDecimal.valueOf(side)));
    }

    /** What is forecast of the due day; empty where nothing is told of it. */
    public Optional<ShownForecast> forecast() {
        return ShownForecast.of(this);
    }

    /** A figure with the digits that interfaces carry, never on the other side of the demand. */
    public BigDecimal told(Fraction figure) {
        return target.demand().shown(figure, DIGITS);
    }

    /** The same of a forecast. */
    public BigDecimal told(double figure) {
        return told(Fraction.of(BigDecimal.valueOf(figure)));
    }

    /** The value of today as it is shown; null without one. */
    public BigDecimal today() {
        return known() ? shown(last().value()) : null;
    }

    /** What came of periods that carry no value, oldest first. */
    public List<MeasuredValue.Partial> partial() {
        return measured == null ? List.of() : measured.partial();
    }

    /** The newest of them, where it is later than the value of today; null otherwise. */
    public MeasuredValue.Partial news() {
        List<MeasuredValue.Partial> partial = partial();
        MeasuredValue.Partial newest = partial.isEmpty() ? null : partial.get(partial.size() - 1);
        return newest == null || known() && last().on().isAfter(newest.value().on()) ? null : newest;
    }

    /** The newest period whose figure is not told, where it is later than the value of today; null otherwise. */
    public MeasuredValue.Untold untoldNews() {
        List<MeasuredValue.Untold> untold = measured == null ? List.of() : measured.untold();
        MeasuredValue.Untold newest = untold.isEmpty() ? null : untold.get(untold.size() - 1);
        return newest == null || known() && last().on().isAfter(newest.on()) ? null : newest;
    }

    /** Whether the value of today is older than its indicator allows, or than a year where rounds are figures; it goes with its status. */
    public boolean stale() {
        return known() && quality.stale();
    }

    /** The last day on which the value of today is young enough; null without one. */
    public LocalDate freshUntil() {
        return !known() ? null : measured != null ? measured.freshUntil() : ofRoundUntil(last().on());
    }

    /** How long a figure of rounds that was due on a day is young enough. */
    public static LocalDate ofRoundUntil(LocalDate on) {
        return on.plusYears(1);
    }

    /** Which period or round the value of today is of; null without one. */
    public String period() {
        return known() ? last().label() : null;
    }

    /** Whether it comes of a round that is not published, since none speaks for the country yet. */
    public boolean preliminary() {
        return known() && quality.preliminary();
    }

    /** Whether a figure stands on the pages, be it of a period that carries no value. */
    public boolean figured() {
        return known() || news() != null;
    }

    /** Whether it is reached, as its status says; a value that only seems to reach it does not say so. */
    public boolean achieved() {
        return outlook.status() == Status.ACHIEVED;
    }

    /** Whether it is reached or will probably be, and the figure that says so is weak. */
    public boolean weaklyGreen() {
        return (outlook.status() == Status.ACHIEVED || outlook.status() == Status.ON_TRACK)
                && quality.confidence() == Confidence.WEAK;
    }

    /** How many units are left even if everybody missing fails: 0 where the target is achieved, and where no parts are told. */
    public long gap() {
        return attainment() == null ? 0
                : measured != null ? measured.figure().gap(target.demand()) : attainment().gap();
    }

    /** Between what the value of today lies; empty where nothing is told of it. */
    public Optional<Bounds> bounds() {
        return Bounds.of(this);
    }

    /** The bounds where they differ, since not all have reported or handed in. */
    public Optional<Bounds> apart() {
        return bounds().filter(Bounds::apart);
    }

    /** Of a measured target, whether the value lies between two bounds. */
    public boolean bounded() {
        return measured != null && apart().isPresent();
    }

    public double wanted() {
        return target.demand().value().doubleValue();
    }

    public boolean percent() {
        return target.demand().percent();
    }

    public String dueYear() {
        return String.valueOf(target.phase().due().getYear());
    }

    public int level() {
        return target.level().orElse(0);
    }

    /** Agencies that handed in and stand below the level. */
    public long below() {
        return attainment().inScope() - attainment().reached() - waiting;
    }

    /** The part of the agencies in scope that did not hand in, in per cent, for pictures. */
    public double missing() {
        return attainment() == null ? 0 : attainment().missingPercent();
    }

    /** The key of the status in texts and styles. */
    public String status() {
        return outlook.statusKey();
    }
}
