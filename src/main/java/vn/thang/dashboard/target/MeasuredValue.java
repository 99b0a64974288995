package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Demand;
import vn.thang.core.target.PeriodFigure;
import vn.thang.core.target.TargetMeasure;

/**
 * Where a value comes from.
 *
 * @param period        the newest one that is over and covered; where none is, the newest for which anything came
 * @param begin         its first day
 * @param fresh         whether it is young enough
 * @param freshUntil    the last day on which it is
 * @param demonstration whether any of it was made up for the demonstration
 * @param figure        of that period, with its coverage and its bounds
 * @param veiled        whether its bounds are not told, since they would tell what the missing ones hold of something restricted
 * @param joined        how many agencies were merged, so that their history goes on in another one
 * @param partial       the periods that are not over or not covered, oldest first
 * @param untold        those of them whose figures are not for the person, oldest first
 * @param missing       agencies that do not reach the demand; empty for who does not see them apart
 */
public record MeasuredValue(Indicator indicator, String period, LocalDate begin, boolean fresh, LocalDate freshUntil,
        boolean demonstration, PeriodFigure figure, boolean veiled, long joined, List<Partial> partial,
        List<Untold> untold,
        List<AgencyValue> missing) {

    private static final int HUNDRED = 100;

    /** The last day of the period. */
    public LocalDate end() {
        return indicator.period().end(begin);
    }

    /** The same for those who see no agencies apart. */
    MeasuredValue told(PeriodFigure figure, boolean veiled, List<Partial> partial, List<Untold> untold) {
        return new MeasuredValue(indicator, period, begin, fresh, freshUntil, demonstration, figure, veiled, joined,
                partial, untold, List.of());
    }

    /** A period that is not over, or for which too few have reported: what came is shown as such and never the value. */
    public record Partial(TargetValue value, Coverage coverage) {
    }

    /** A period of which only is told how many have reported, because more would tell what single agencies did. */
    public record Untold(String label, LocalDate on, Coverage coverage) {
    }

    /**
     * The figure of an agency, with those below it where they are put together.
     *
     * @param value  null where nothing was reported; parts null where there are none
     * @param silent how many of them have not reported
     */
    public record AgencyValue(String code, String name, String type, BigDecimal numerator, BigDecimal denominator,
            BigDecimal value, long silent) {

        /** How many units are missing to what is demanded of an agency, by the rule of the figure of the country; null where nothing is known. */
        public Long gap(Demand demand) {
            return demand.percent() ? ofParts(demand)
                    : value == null ? null
                            : Long.valueOf(Math.max(0,
                                    demand.value().subtract(value).setScale(0, RoundingMode.CEILING).longValue()));
        }

        private Long ofParts(Demand demand) {
            return denominator == null || denominator.signum() == 0 ? null
                    : Long.valueOf(new PeriodFigure(TargetMeasure.POOLED, numerator, denominator, BigDecimal.ZERO,
                            Coverage.of(Map.of())).gap(demand));
        }

        /** The figure without any rounding; null where nothing was reported. */
        public Fraction exact() {
            return value == null ? null : denominator == null || denominator.signum() == 0
                    ? Fraction.of(value.stripTrailingZeros())
                    : Fraction.of(numerator).times(HUNDRED).dividedBy(Fraction.of(denominator));
        }
    }
}
