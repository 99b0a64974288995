package vn.thang.report;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.platform.BusinessException;

/** What a report needs to know of its round and of the agency at the top of it. */
@ApplicationScoped
class RoundFacts {

    /** @param dueOn day on which the round is due */
    record RoundFact(long id, String code, String name, String modelRef, LocalDate dueOn, String state) {
    }

    record AgencyFact(long id, String code, String name, String type, String path) {
    }

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    RoundFact round(String code) {
        return one("SELECT id, code, name, CONCAT(model_id, '/', model_version), due_on, state FROM assessment_round WHERE code = ?",
                code, "report.unknown-round", row -> new RoundFact(row.getLong(1), row.getString(2), row.getString(3),
                        row.getString(4), row.getObject(5, LocalDate.class), row.getString(6)));
    }

    AgencyFact agency(String code) {
        return one("SELECT id, code, name, type, path FROM agency WHERE code = ?", code, "organisation.unknown-agency",
                row -> new AgencyFact(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    /** Number of agencies of each type at each level in a round, among those handed in; level to count by type. */
    Map<String, int[]> distribution(long roundId) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT a.type, c.level, COUNT(*) FROM assessment s JOIN agency a ON a.id = s.agency_id
                        JOIN assessment_score c ON c.assessment_id = s.id
                        WHERE s.round_id = ? AND s.state NOT IN %s GROUP BY a.type, c.level""".formatted(AssessmentState.WAITING))) {
            query.setLong(1, roundId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(row.getString(1), type -> new int[6])[row.getInt(2)] = row.getInt(3);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    /** Levels of the dimensions of an agency that handed in; empty while it has not. */
    Map<String, Integer> dimensionLevels(long roundId, long agencyId) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT n.node, n.level FROM node_score n JOIN assessment s ON s.id = n.assessment_id
                        WHERE s.round_id = ? AND s.agency_id = ? AND s.state NOT IN %s""".formatted(AssessmentState.WAITING))) {
            query.setLong(1, roundId);
            query.setLong(2, agencyId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    levels.put(row.getString(1), row.getInt(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return levels;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T one(String sql, String argument, String unknown, Reader<T> reader) {
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new BusinessException.NotFound(unknown, argument);
                }
                return reader.read(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
