package vn.thang.assessment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.scoring.NodeScore;

/**
 * The rows that dashboards read, derived whole from scorecards: the official and the declared column of each assessment,
 * and the official level of its dimensions. They can be rebuilt from scratch at any time.
 */
@ApplicationScoped
class Scores {

    private static final int DIGITS = 10;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Replaces the rows of these assessments, in the transaction that runs. */
    void store(Map<Long, ScoredAssessment> scored) {
        if (scored.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement whole = connection.prepareStatement("""
                        REPLACE INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index,
                            answered, applicable, evidenced, computed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
                PreparedStatement nodes = connection.prepareStatement(
                        "REPLACE INTO node_score (assessment_id, node, level, index_value) VALUES (?, ?, ?, ?)")) {
            Timestamp now = Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            for (Map.Entry<Long, ScoredAssessment> assessment : scored.entrySet()) {
                addWhole(whole, assessment.getKey(), assessment.getValue(), now);
                addNodes(nodes, assessment.getKey(), assessment.getValue());
            }
            whole.executeBatch();
            nodes.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far these assessments are; what has no score yet has no answer, and as many questions as the function says. */
    List<AssessmentLine> lines(List<AssessmentHead> heads, ToIntFunction<AssessmentHead> questions) {
        String places = heads.stream().map(head -> "?").collect(Collectors.joining(", "));
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(
                "SELECT assessment_id, answered, applicable, level, declared_level FROM assessment_score"
                        + " WHERE assessment_id IN (0" + (heads.isEmpty() ? "" : ", " + places) + ")")) {
            int place = 1;
            for (AssessmentHead head : heads) {
                query.setLong(place++, head.id());
            }
            Map<Long, int[]> rows = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getLong(1), new int[] {row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)});
                }
            }
            return heads.stream().map(head -> line(head, rows.get(head.id()), questions)).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AssessmentLine line(AssessmentHead head, int[] row, ToIntFunction<AssessmentHead> questions) {
        return row == null ? new AssessmentLine(head, 0, questions.applyAsInt(head), 0, 0)
                : new AssessmentLine(head, row[0], row[1], row[2], row[3]);
    }

    private static void addWhole(PreparedStatement row, long id, ScoredAssessment scored, Timestamp now) throws SQLException {
        row.setLong(1, id);
        row.setInt(2, scored.official().whole().level());
        row.setBigDecimal(3, decimal(scored.official().whole().index(), DIGITS));
        row.setInt(4, scored.declared().whole().level());
        row.setBigDecimal(5, decimal(scored.declared().whole().index(), DIGITS));
        row.setInt(6, scored.answered());
        row.setInt(7, scored.applicable());
        row.setBigDecimal(8, decimal(scored.evidenced(), 5));
        row.setTimestamp(9, now);
        row.addBatch();
    }

    private static void addNodes(PreparedStatement row, long id, ScoredAssessment scored) throws SQLException {
        List<Dimension> dimensions = scored.model().dimensions();
        for (Dimension dimension : dimensions) {
            NodeScore node = scored.official().node(dimension.code());
            if (!node.exempt()) {
                row.setLong(1, id);
                row.setString(2, dimension.code());
                row.setInt(3, node.level());
                row.setBigDecimal(4, decimal(node.index(), DIGITS));
                row.addBatch();
            }
        }
    }

    private static BigDecimal decimal(Fraction fraction, int digits) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()), digits, RoundingMode.HALF_UP);
    }
}
