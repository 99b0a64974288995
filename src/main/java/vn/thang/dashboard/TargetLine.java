package vn.thang.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import vn.thang.catalog.Indicator;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;

/**
 * A target of the programme with what is known of it.
 *
 * @param waiting agencies in scope that have not handed in; 0 for targets that are not about maturity
 * @param trend   one value for each round or period, oldest first, up to what is shown; empty while no data arrive
 * @param groups  what is shown by groups of agencies in scope
 * @param measured where the value comes from; null for targets on maturity and without data
 */
public record TargetLine(ProgrammeTarget target, long waiting, List<Value> trend, List<GroupValue> groups,
        Outlook outlook, Measured measured) {

    private static final int HUNDRED = 100;

    /**
     * What was reached in one round or period.
     *
     * @param label      how the round or period is called
     * @param value      in the unit of the target: a percentage or a number
     * @param attainment the numerator and denominator; null for a figure of the whole country
     */
    public record Value(String label, LocalDate on, Fraction value, Attainment attainment) {

        /** For pictures; the exact value is that of the fraction. */
        public double number() {
            return value.toDecimal(4).doubleValue();
        }
    }

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
     * Where a value comes from.
     *
     * @param period        the newest one with readings
     * @param begin         its first day
     * @param fresh         whether it is young enough to be used
     * @param freshUntil    the last day on which it is
     * @param demonstration whether any of it was made up for the demonstration
     * @param missing       agencies that do not reach the demand; empty for who does not see them apart
     */
    public record Measured(Indicator indicator, String period, LocalDate begin, boolean fresh, LocalDate freshUntil,
            boolean demonstration,
            List<AgencyValue> missing) {
    }

    /** @param value null where nothing was reported; parts null where there are none */
    public record AgencyValue(String code, String name, String type, BigDecimal numerator, BigDecimal denominator,
            BigDecimal value) {

        /** How many units are missing to a share in per cent; null without parts. */
        public Long gap(BigDecimal share) {
            return denominator == null || denominator.signum() == 0 ? null : Math.max(0, share.multiply(denominator)
                    .divide(BigDecimal.valueOf(HUNDRED), 0, RoundingMode.CEILING).subtract(numerator)
                    .setScale(0, RoundingMode.CEILING).longValue());
        }
    }

    /** On the maturity of agencies. */
    TargetLine(ProgrammeTarget target, long waiting, List<Value> trend, List<GroupValue> groups, Outlook outlook) {
        this(target, waiting, trend, groups, outlook, null);
    }

    static TargetLine withoutData(ProgrammeTarget target) {
        return new TargetLine(target, 0, List.of(), List.of(), Outlook.UNKNOWN);
    }

    TargetLine withoutAgencies() {
        return measured == null ? this : new TargetLine(target, waiting, trend, groups, outlook,
                new Measured(measured.indicator(), measured.period(), measured.begin(), measured.fresh(),
                        measured.freshUntil(),
                        measured.demonstration(), List.of()));
    }

    public boolean known() {
        return !trend.isEmpty();
    }

    private Value last() {
        return trend.get(trend.size() - 1);
    }

    /** Null without data, or when the target is a figure of the whole country. */
    public Attainment attainment() {
        return known() ? last().attainment() : null;
    }

    /** In the unit of the target. */
    public double number() {
        return known() ? last().number() : 0;
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
