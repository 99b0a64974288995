package vn.thang.core.target;

import java.math.BigDecimal;
import java.util.Optional;
import vn.thang.core.model.Fraction;

/**
 * The figure of a measured target for one period, and between which bounds it lies, whatever those report who are missing. Value,
 * bounds, what is left to do and whether the target is achieved all follow from here.
 *
 * @param reached  the sum of numerators, the number of agencies that meet the condition, or the figure of the country itself
 * @param came     the sum of the denominators that came, or the number of agencies that reported something
 * @param missing  the same of the missing agencies; 0 for a figure of the country
 * @param coverage how much of what was due has come
 */
public record PeriodFigure(TargetMeasure measure, BigDecimal reached, BigDecimal came, BigDecimal missing,
        Coverage coverage) {

    private static final int HUNDRED = 100;

    /** A figure that somebody reports for the whole country. */
    public static PeriodFigure ofCountry(BigDecimal value, Coverage coverage) {
        return new PeriodFigure(TargetMeasure.NATIONAL, value, BigDecimal.ZERO, BigDecimal.ZERO, coverage);
    }

    /**
     * The same as it is told where what is restricted is measured: so many in a hundred, and neither the parts nor what the
     * missing ones weigh.
     *
     * @param share the value in per cent; empty where none is told
     */
    public PeriodFigure inHundred(Optional<BigDecimal> share) {
        return new PeriodFigure(measure, share.orElse(BigDecimal.ZERO),
                share.isEmpty() ? BigDecimal.ZERO : BigDecimal.valueOf(HUNDRED), BigDecimal.ZERO,
                Coverage.of(coverage.types()));
    }

    /**
     * What is shown, in the unit of the target: of what came where figures are pooled, of all agencies where they are counted.
     * Empty where there is nothing to divide by.
     */
    public Optional<Fraction> value() {
        return switch (measure) {
            case POOLED -> share(reached, came);
            case SHARE_OF_AGENCIES -> low();
            case NATIONAL -> Optional.of(Fraction.of(reached.stripTrailingZeros()));
        };
    }

    /** What it is when every missing agency fails. */
    public Optional<Fraction> low() {
        return measure == TargetMeasure.NATIONAL ? value() : share(reached, whole());
    }

    /** What it is when every missing agency reaches everything. */
    public Optional<Fraction> high() {
        return measure == TargetMeasure.NATIONAL ? value() : share(reached.add(missing), whole());
    }

    /** The denominators that came with those that are missing. */
    public BigDecimal whole() {
        return came.add(missing);
    }

    /** Whether the demand is met whatever the missing agencies report. */
    public boolean achieves(Demand demand) {
        return low().filter(demand::isMetBy).isPresent() && high().filter(demand::isMetBy).isPresent();
    }

    /** How many units are left until the demand is met even if every missing agency fails; 0 exactly where it is achieved. */
    public long gap(Demand demand) {
        if (whole().signum() == 0 || achieves(demand)) {
            return 0;
        }
        Fraction wanted = Fraction.of(demand.value()).times(Fraction.of(whole())).dividedBy(HUNDRED)
                .minus(Fraction.of(reached));
        long units = Math.max(0, wanted.ceiling());
        return demand.relation() == Demand.Relation.MORE_THAN && Fraction.of(units).equals(wanted) ? units + 1 : units;
    }

    private static Optional<Fraction> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty()
                : Optional.of(Fraction.of(part).times(HUNDRED).dividedBy(Fraction.of(whole)));
    }
}
