package vn.thang.dashboard.round;

import java.math.BigDecimal;
import java.util.Optional;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Confidence;

/**
 * What the results of some agencies rest on, each agency weighing the same.
 *
 * @param agencies  that handed in
 * @param measured  sum of the shares of their weight that fresh readings measure
 * @param evidenced sum of the shares that are not measured and have full evidence
 * @param confirmed sum of the shares that a reviewer or the panel confirmed or set
 */
public record Grounds(BigDecimal agencies, BigDecimal measured, BigDecimal evidenced, BigDecimal confirmed) {

    public static final Grounds NONE = new Grounds(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * How far the results can be relied on.
     *
     * @param stale   whether they are older than a year and the newest there are
     * @param covered whether enough of those who were asked handed in
     */
    public Confidence confidence(boolean stale, boolean covered) {
        return Confidence.of(parts(stale, covered, Optional.empty()));
    }

    /** @param error the upper bound of the share of errors in a sample; empty where none was drawn */
    public Confidence.Parts parts(boolean stale, boolean covered, Optional<Fraction> error) {
        return new Confidence.Parts(stale, covered, agencies, measured, evidenced, confirmed, error);
    }

    /** Of the result of one agency, by the shares of its weight; what is grounded and not measured has evidence. */
    public static Grounds ofOne(BigDecimal measured, BigDecimal grounded, BigDecimal confirmed) {
        return new Grounds(BigDecimal.ONE, measured, grounded.subtract(measured).max(BigDecimal.ZERO), confirmed);
    }

    public Grounds and(Grounds other) {
        return new Grounds(agencies.add(other.agencies), measured.add(other.measured), evidenced.add(other.evidenced),
                confirmed.add(other.confirmed));
    }
}
