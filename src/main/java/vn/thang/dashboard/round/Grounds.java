package vn.thang.dashboard.round;

import java.math.BigDecimal;

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

    public Grounds and(Grounds other) {
        return new Grounds(agencies.add(other.agencies), measured.add(other.measured), evidenced.add(other.evidenced),
                confirmed.add(other.confirmed));
    }
}
