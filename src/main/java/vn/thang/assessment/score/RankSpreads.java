package vn.thang.assessment.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.core.scoring.Robustness;

/** Between which places and levels the assessments move when the weights do, one row each. */
@ApplicationScoped
class RankSpreads {

    private static final int AT_ONCE = 500;

    @Inject
    private Jdbi jdbi;

    /** Replaces the rows of these assessments, of which the robustness has the spreads in the same order. */
    void store(List<Long> assessments, Robustness robustness, Instant now) {
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch("""
                    INSERT INTO rank_robustness (assessment_id, position, position_low, position_high, level,
                        level_low, level_high, changed, draws, computed_at)
                    VALUES (:assessment, :rank, :rankLow, :rankHigh, :level, :levelLow, :levelHigh, :changed, :draws,
                        :now)
                    ON DUPLICATE KEY UPDATE position = VALUES(position), position_low = VALUES(position_low),
                        position_high = VALUES(position_high), level = VALUES(level), level_low = VALUES(level_low),
                        level_high = VALUES(level_high), changed = VALUES(changed), draws = VALUES(draws),
                        computed_at = VALUES(computed_at)""");
            for (int i = 0; i < assessments.size(); i++) {
                insert.bind("assessment", assessments.get(i)).bindMethods(robustness.spreads().get(i))
                        .bind("draws", robustness.draws()).bind("now", now).add();
                if (insert.size() == AT_ONCE) {
                    insert.execute();
                }
            }
            insert.execute();
        });
    }
}
