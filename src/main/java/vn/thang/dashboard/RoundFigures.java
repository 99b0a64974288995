package vn.thang.dashboard;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Counts over a round, made by the database; one statement each, however many agencies. */
@ApplicationScoped
class RoundFigures {

    private static final String HANDED_IN = "s.state IN ('HANDED_IN', 'PUBLISHED')";

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Rounds that have begun, newest first. */
    List<RoundChoice> rounds() {
        return list("""
                SELECT id, code, name, CONCAT(model_id, '/', model_version), opens_on, due_on, state FROM assessment_round
                WHERE state <> 'PLANNED' ORDER BY opens_on DESC, id DESC""",
                row -> new RoundChoice(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class), row.getString(7)));
    }

    List<LevelCount> levels(long roundId) {
        return list("SELECT a.type, IF(" + HANDED_IN + ", c.level, NULL), COUNT(*) FROM assessment s"
                + " JOIN agency a ON a.id = s.agency_id LEFT JOIN assessment_score c ON c.assessment_id = s.id"
                + " WHERE s.round_id = ? GROUP BY 1, 2",
                row -> new LevelCount(row.getString(1), (Integer) row.getObject(2), row.getLong(3)), roundId);
    }

    /** Levels by type in every round that has begun; the key is the round's code, oldest first. */
    Map<String, List<LevelCount>> levelsByRound() {
        Map<String, List<LevelCount>> byRound = new LinkedHashMap<>();
        list("SELECT r.code, a.type, IF(" + HANDED_IN + ", c.level, NULL), COUNT(*) FROM assessment s"
                + " JOIN assessment_round r ON r.id = s.round_id AND r.state <> 'PLANNED' JOIN agency a ON a.id = s.agency_id"
                + " LEFT JOIN assessment_score c ON c.assessment_id = s.id GROUP BY r.opens_on, r.code, 2, 3 ORDER BY r.opens_on",
                row -> byRound.computeIfAbsent(row.getString(1), code -> new ArrayList<>())
                        .add(new LevelCount(row.getString(2), (Integer) row.getObject(3), row.getLong(4))));
        return byRound;
    }

    /** Levels of the dimensions in a group of agencies: dimension to number of agencies at each level 0 to 5. */
    Map<String, int[]> dimensionLevels(long roundId, String type) {
        Map<String, int[]> levels = new LinkedHashMap<>();
        list("SELECT n.node, n.level, COUNT(*) FROM node_score n JOIN assessment s ON s.id = n.assessment_id AND " + HANDED_IN
                + " JOIN agency a ON a.id = s.agency_id AND a.type = ? WHERE s.round_id = ? GROUP BY n.node, n.level",
                row -> levels.computeIfAbsent(row.getString(1), node -> new int[6])[row.getInt(2)] = row.getInt(3), type, roundId);
        return levels;
    }

    /** Official level and index of an agency over the rounds, oldest first. */
    List<TrendPoint> trend(long agencyId) {
        return list("SELECT r.code, c.level, c.index_value FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " JOIN assessment_score c ON c.assessment_id = s.id WHERE s.agency_id = ? AND " + HANDED_IN + " ORDER BY r.opens_on",
                row -> new TrendPoint(row.getString(1), row.getInt(2), row.getDouble(3)), agencyId);
    }

    private <T> List<T> list(String sql, Reader<T> reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
