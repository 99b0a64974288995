package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;

/** What was last found out about the firmness of a round's ranks. */
@ApplicationScoped
class RobustnessFigures {

    private static final String SUMMARY = """
            SELECT COUNT(b.assessment_id) AS ranked,
                COALESCE(SUM(b.level_low <> b.level OR b.level_high <> b.level), 0) AS unfirm,
                COUNT(*) - COUNT(b.assessment_id) AS missing,
                COALESCE(AVG(b.position_high - b.position_low), 0) AS mean_spread,
                MAX(b.computed_at) AS computed_at
            FROM counted_assessment s
            JOIN assessment_score c ON c.assessment_id = s.id
            LEFT JOIN rank_robustness b ON b.assessment_id = s.id AND b.computed_at >= c.computed_at
            WHERE s.round_id = :round AND s.state IN (<handedIn>)""";

    @Inject
    private Jdbi jdbi;

    /**
     * @param ranked     agencies with a rank that is as new as their score
     * @param unfirm     of them, those whose level is another at the 5th or the 95th percentile
     * @param missing    agencies that handed in and have no such rank
     * @param meanSpread mean distance of the 95th from the 5th percentile, in ranks
     * @param computedAt null when nothing was ever computed
     */
    public record Summary(long ranked, long unfirm, long missing, double meanSpread, Instant computedAt) {
    }

    Summary summary(long roundId) {
        return jdbi.withHandle(sql -> sql.createQuery(SUMMARY).bind("round", roundId)
                .bindList("handedIn", AssessmentState.handedIn()).mapTo(Summary.class).one());
    }
}
