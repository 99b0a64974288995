package vn.thang.assessment.score;

import java.math.BigDecimal;
import vn.thang.core.model.Fraction;

/**
 * The bias of an agency, or of a dimension over agencies: the signed mean of declared less measured.
 *
 * @param of    code of the agency or the dimension
 * @param name  of the agency; null for a dimension
 * @param count answers that have both levels; 0 where none has, which has no mean
 */
public record MeanBias(String of, String name, long sum, long count) {

    /** With two decimals; null where there is none. */
    public BigDecimal mean() {
        return count == 0 ? null : Fraction.of(sum, count).toDecimal(2);
    }
}
