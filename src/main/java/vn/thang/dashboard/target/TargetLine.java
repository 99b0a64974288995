package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import vn.thang.catalog.VersionStep;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.Status;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.Group;

/**
 * A target of the programme with what is known of it.
 *
 * @param waiting agencies in scope that have not handed in; 0 for targets that are not about maturity
 * @param trend   one value for each round or covered period, oldest first, up to what is shown; empty while none is known
 * @param groups  what is shown by groups of agencies in scope
 * @param behind  what stands behind the value of today and the series
 * @param measured where the value comes from; null for targets on maturity and without data
 */
public record TargetLine(ProgrammeTarget target, long waiting, List<TargetValue> trend, List<GroupValue> groups,
        Outlook outlook, Behind behind, MeasuredValue measured) {

    static final int DIGITS = 6;
    private static final int HUNDRED = 100;
    private static final int SHOWN = 1;

    /** What a group of agencies has reached. */
    public record GroupValue(Group group, Attainment attainment) {

        public double percent() {
            return attainment.share().map(share -> share.times(100).toDecimal(4).doubleValue()).orElse(0d);
        }

        /** The part that did not hand in, for pictures. */
        public double missing() {
            return TargetLine.missing(attainment);
        }
    }

    /**
     * What stands behind the value of today and the series.
     *
     * @param confidence how far the value can be relied on
     * @param stale   whether the value is too old
     * @param parts   what the confidence of the value is made of; empty where they would tell what is restricted
     * @param mergers how many agencies of the types in scope were merged into others, by the day
     * @param error   what audit samples found wrong; empty where none was drawn
     * @param preliminary whether the value comes of a round that is not published, since none speaks for the country yet
     * @param versions changes of the model's version, by the day of the first value after each
     */
    public record Behind(Confidence confidence, boolean stale, Optional<Confidence.Parts> parts,
            SortedMap<LocalDate, Long> mergers, Optional<SampledErrors.Rate> error, boolean preliminary,
            SortedMap<LocalDate, VersionStep> versions) {

        static final Behind NOTHING = new Behind(new Confidence.Parts(false, false, BigDecimal.ZERO, BigDecimal.ZERO,
                BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty()), Collections.emptySortedMap(), Optional.empty(),
                false);

        Behind(Confidence.Parts parts, SortedMap<LocalDate, Long> mergers, Optional<SampledErrors.Rate> error,
                boolean preliminary) {
            this(parts, mergers, error, preliminary, Collections.emptySortedMap());
        }

        Behind(Confidence.Parts parts, SortedMap<LocalDate, Long> mergers, Optional<SampledErrors.Rate> error,
                boolean preliminary, SortedMap<LocalDate, VersionStep> versions) {
            this(Confidence.of(parts), parts.stale(), Optional.of(parts), mergers, error, preliminary, versions);
        }

        /** The same with the word alone: its parts are shares of denominators, from which those of single agencies follow. */
        Behind veiled() {
            return new Behind(confidence, stale, Optional.empty(), mergers, error, preliminary, versions);
        }
    }

    /** Between what a value lies, whatever those report or reach who are missing, in the unit of the target. */
    public record Bounds(Fraction low, Fraction high) {
    }

    /** On the maturity of agencies. */
    TargetLine(ProgrammeTarget target, long waiting, List<TargetValue> trend, List<GroupValue> groups, Outlook outlook,
            Behind behind) {
        this(target, waiting, trend, groups, outlook, behind, null);
    }

    static TargetLine withoutData(ProgrammeTarget target) {
        return new TargetLine(target, 0, List.of(), List.of(), Outlook.UNKNOWN, Behind.NOTHING);
    }

    /** Whether there is a value of today. */
    public boolean known() {
        return !trend.isEmpty();
    }

    private TargetValue last() {
        return trend.get(trend.size() - 1);
    }

    /**
     * The last break between a day and the value of today: what was measured up to that day is of another kind, and no change is
     * read from it. Empty where both are of one kind, and without a value.
     */
    public Optional<Breaks.Break> brokenSince(LocalDate day, Breaks breaks) {
        return !known() ? Optional.empty() : last(breaks, last().on()).filter(one -> one.on().isAfter(day));
    }

    /**
     * The day of the last change of the model's version between a day and the value of today whose levels do not compare with those
     * before; empty where all do, and without a value.
     */
    public Optional<LocalDate> apartSince(LocalDate day) {
        return !known() ? Optional.empty()
                : behind.versions().entrySet().stream().filter(one -> !one.getValue().joined())
                        .map(Map.Entry::getKey).filter(on -> on.isAfter(day) && !on.isAfter(last().on()))
                        .max(Comparator.naturalOrder());
    }

    /** Whether everything that is known is of another kind than what counts today, so that no status follows from it. */
    public boolean outdated() {
        return known() && outlook.status() == Status.NOT_ENOUGH_DATA && outlook.trajectory().isEmpty();
    }

    /** The last break up to a day, before which values are of another kind, though none may have come since. */
    public Optional<Breaks.Break> broken(LocalDate day, Breaks breaks) {
        return known() ? last(breaks, day) : Optional.empty();
    }

    private Optional<Breaks.Break> last(Breaks breaks, LocalDate day) {
        return breaks.last(target.code(), Optional.ofNullable(measured).map(from -> from.indicator().code()), day);
    }

    /** Whether its series counts agencies that reached something, or else a numerator and a denominator of things. */
    public boolean countsAgencies() {
        return measured == null || target.measure() == TargetMeasure.SHARE_OF_AGENCIES;
    }

    /** Whether a value is of the same kind as that of today, so that a change may be read between them. */
    public boolean compares(TargetValue value, Breaks breaks) {
        return brokenSince(value.on(), breaks).isEmpty() && apartSince(value.on()).isEmpty();
    }

    /** The value before that of today, of which the change is told; empty where there is none of the same kind. */
    public Optional<TargetValue> earlier(Breaks breaks) {
        return trend.size() < 2 ? Optional.empty()
                : Optional.of(trend.get(trend.size() - 2)).filter(one -> compares(one, breaks));
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

    /**
     * A forecast as it is shown, in per cent.
     *
     * @param chance     that the target is reached; never 0 or 100
     * @param indicative whether it rests on so little that it only points somewhere
     */
    public record Ahead(BigDecimal low, BigDecimal middle, BigDecimal high, int chance, boolean indicative) {
    }

    /**
     * What is forecast of the due day, as every page, file and interface tells it: on the side of the demand on which it is. Empty
     * where nothing is forecast, and where too little is known for a status.
     */
    public Optional<Ahead> ahead() {
        return !outlook.hasForecast() || outlook.status() == Status.NOT_ENOUGH_DATA ? Optional.empty()
                : Optional.of(new Ahead(shown(outlook.low()), shown(outlook.middle()), shown(outlook.high()),
                        (int) Math.round(outlook.chance()), outlook.indicative()));
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
        return known() && behind.stale();
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
        return known() && behind.preliminary();
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
                && behind.confidence() == Confidence.WEAK;
    }

    /** How many units are left even if everybody missing fails: 0 where the target is achieved, and where no parts are told. */
    public long gap() {
        return attainment() == null ? 0
                : measured != null ? measured.figure().gap(target.demand()) : attainment().gap();
    }

    /**
     * Between what the value of today lies; both are the value where nobody is missing. Empty without a value, and where the bounds
     * would tell what is restricted.
     */
    public Optional<Bounds> bounds() {
        if (!known()) {
            return Optional.empty();
        }
        if (measured == null) {
            return Optional.ofNullable(attainment()).flatMap(Attainment::share).map(low -> new Bounds(
                    low.times(HUNDRED), attainment().highest().orElseThrow().times(HUNDRED)));
        }
        return measured.veiled() ? Optional.empty()
                : measured.figure().low().map(low -> new Bounds(low, measured.figure().high().orElseThrow()));
    }

    /** The bounds where they differ, since not all have reported or handed in. */
    public Optional<Bounds> apart() {
        return bounds().filter(one -> one.low().compareTo(one.high()) < 0);
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
        return missing(attainment());
    }

    private static double missing(Attainment attainment) {
        return attainment == null || !attainment.hasData() ? 0
                : 100d * attainment.missing() / attainment.inScope();
    }

    /** The key of the status in texts and styles. */
    public String status() {
        return outlook.statusKey();
    }
}
