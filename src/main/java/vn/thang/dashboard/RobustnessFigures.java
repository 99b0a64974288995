package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What was last found out about the firmness of a round's ranks. */
@ApplicationScoped
class RobustnessFigures {

    /** Rows that are as new as the score beside them. */
    static final String JOIN = " LEFT JOIN rank_robustness b ON b.assessment_id = s.id AND b.computed_at >= c.computed_at";

    @Inject
    private Query query;

    /**
     * @param ranked     agencies with a rank that is as new as their score
     * @param unfirm     of them, those whose level is not the same from the 5th to the 95th percentile
     * @param missing    agencies that handed in and have no such rank
     * @param meanSpread mean distance of the 95th from the 5th percentile, in ranks
     * @param computedAt null when nothing was ever computed
     */
    public record Summary(long ranked, long unfirm, long missing, double meanSpread, Instant computedAt) {
    }

    Summary summary(long roundId) {
        return query.list("SELECT COUNT(b.assessment_id), COALESCE(SUM(b.level_low <> b.level_high), 0), COUNT(*) - COUNT(b.assessment_id),"
                + " COALESCE(AVG(b.position_high - b.position_low), 0), MAX(b.computed_at) FROM assessment s"
                + " JOIN assessment_score c ON c.assessment_id = s.id" + JOIN + " WHERE s.round_id = ? AND "
                + AgencyFilter.Standing.HANDED_IN.condition(), List.of(roundId), row -> new Summary(row.getLong(1), row.getLong(2),
                        row.getLong(3), row.getDouble(4), Query.moment(row, 5))).get(0);
    }
}
