package vn.thang.dashboard.round;

import java.time.LocalDate;

/**
 * Official level and index of an agency in a round. Before a merger the index is the simple mean of those that were merged, and
 * the level that of the agency itself.
 *
 * @param assessment null, with the level, where the agency itself took no part
 * @param merged     how many agencies besides itself the index is the mean of
 */
public record TrendPoint(Long assessment, String round, LocalDate dueOn, Integer level, double index, int merged) {

    /** How many agencies the index is the mean of. */
    public int agencies() {
        return assessment == null ? merged : merged + 1;
    }
}
