package vn.thang.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables that hold something of an assessment, as the schema itself knows them: a new table needs no line here. */
final class AssessmentTables {

    /** The derived rows stay, and say that nothing is answered. */
    private static final Set<String> KEPT = Set.of("assessment_score", "node_score", "published_result",
            "rank_robustness");
    private static final List<String> BEGUN_AFRESH = List.of(
            "UPDATE node_score SET level = 0, index_value = 0 WHERE assessment_id = ?",
            "UPDATE assessment_score SET level = 0, index_value = 0, declared_level = 0, declared_index = 0, answered = 0,"
                    + " evidenced = 0 WHERE assessment_id = ?",
            "UPDATE assessment SET state = 'NOT_STARTED', started_at = NULL, handed_in_at = NULL, handed_in_by = NULL,"
                    + " sent_back = NULL, ready_from = NULL, first_handed_in_at = NULL, receipt = NULL, content_hash = NULL,"
                    + " version = version + 1 WHERE id = ?");
    private static final String OWN = """
            SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t
            ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
            WHERE c.table_schema = DATABASE() AND c.column_name = 'assessment_id' ORDER BY 1""";
    private static final String CHILDREN = """
            SELECT table_name, column_name, referenced_table_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND referenced_column_name = 'id' ORDER BY 1""";

    private AssessmentTables() {
    }

    /** Lets an assessment begin afresh. */
    static void empty(Connection connection, long assessment) throws SQLException {
        delete(connection, String.valueOf(assessment), KEPT);
        for (String sql : BEGUN_AFRESH) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, assessment);
                statement.executeUpdate();
            }
        }
    }

    /** Deletes whatever hangs on these assessments, but for what stands in the tables to keep. */
    static void delete(Connection connection, String assessments, Set<String> kept) throws SQLException {
        List<String> own = rows(connection, OWN).stream().map(row -> row[0]).toList();
        List<String> statements = new ArrayList<>();
        for (String[] child : rows(connection, CHILDREN)) {
            if (own.contains(child[2]) && !own.contains(child[0]) && !child[0].equals("assessment")) {
                statements.add("DELETE FROM " + child[0] + " WHERE " + child[1] + " IN (SELECT id FROM " + child[2]
                        + " WHERE assessment_id IN (" + assessments + "))");
            }
        }
        own.stream().filter(table -> !kept.contains(table))
                .forEach(table -> statements
                        .add("DELETE FROM " + table + " WHERE assessment_id IN (" + assessments + ")"));
        execute(connection, "SET FOREIGN_KEY_CHECKS = 0");
        for (String sql : statements) {
            execute(connection, sql);
        }
        execute(connection, "SET FOREIGN_KEY_CHECKS = 1");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static List<String[]> rows(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
            List<String[]> rows = new ArrayList<>();
            while (row.next()) {
                String[] columns = new String[row.getMetaData().getColumnCount()];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = row.getString(i + 1);
                }
                rows.add(columns);
            }
            return rows;
        }
    }
}
