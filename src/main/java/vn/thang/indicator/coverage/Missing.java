package vn.thang.indicator.coverage;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * An agency of which a reading is due and did not come.
 *
 * @param first  the agency of the first level that it is or stands below today
 * @param weight what its denominator probably is
 */
public record Missing(TypePeriod place, long agency, String first, BigDecimal weight) {

    static BigDecimal total(Collection<Missing> some) {
        return some.stream().map(Missing::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
