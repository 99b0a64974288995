package vn.thang.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The assessments of the demonstration round, for tests that only look at them. */
public final class DemoAssessments {

    private DemoAssessments() {
    }

    /** Returns the id of the assessment of this agency in the open round. */
    public static long of(String agency) throws SQLException {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement query = connection.prepareStatement("""
                SELECT s.id FROM assessment s
                JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
                WHERE r.code = '2026' AND a.code = ?""")) {
            query.setString(1, agency);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
