package vn.thang.dashboard.round;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.thang.catalog.VersionStep;

/**
 * Official level and index of an agency in a round. Before a merger the index is the simple mean of those that were merged, and
 * the level that of the agency itself.
 *
 * @param assessment null, with the level, where the agency itself took no part
 * @param merged     how many agencies besides itself the index is the mean of
 * @param measured   the share of weight that fresh readings measured
 * @param grounded   the share that was measured or had full evidence
 * @param confirmed  the share that a reviewer or the panel confirmed or set
 * @param step       the change of the version since the point before; null where there is none
 */
public record TrendPoint(Long assessment, String round, LocalDate dueOn, Integer level, double index, int merged,
        BigDecimal measured, BigDecimal grounded, BigDecimal confirmed, VersionStep step) {

    /** The key of the word that says how far the level can be relied on; null without one. */
    public String confidence() {
        return level == null ? null
                : "target.confidence." + Grounds.ofOne(measured, grounded, confirmed).confidence(false, true);
    }

    /** How many agencies the index is the mean of. */
    public int agencies() {
        return assessment == null ? merged : merged + 1;
    }
}
