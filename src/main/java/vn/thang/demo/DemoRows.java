package vn.thang.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Writes the rows of a demonstration round in batches. */
final class DemoRows implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement assessments;
    private final PreparedStatement answers;
    private final PreparedStatement evidence;

    DemoRows(Connection connection) throws SQLException {
        this.connection = connection;
        assessments = connection.prepareStatement("""
                INSERT INTO assessment (id, round_id, agency_id, state, started_at, handed_in_at, receipt, published_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)""");
        answers = connection.prepareStatement("""
                INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_at, version)
                VALUES (NEXTVAL(answer_seq), ?, ?, ?, ?, ?, 1)""");
        evidence = connection.prepareStatement("""
                INSERT INTO evidence (id, assessment_id, criterion, level, kind, title, url, attached_at)
                VALUES (NEXTVAL(evidence_seq), ?, ?, ?, 'LINK', ?, ?, ?)""");
    }

    long assessment(long round, long agency, String state, String receipt, Timestamp moment) throws SQLException {
        boolean begun = !state.equals("NOT_STARTED");
        boolean handedIn = state.equals("HANDED_IN") || state.equals("PUBLISHED");
        long id = DemoRound.next(connection, "assessment_seq");
        assessments.setLong(1, id);
        assessments.setLong(2, round);
        assessments.setLong(3, agency);
        assessments.setString(4, state);
        assessments.setTimestamp(5, begun ? moment : null);
        assessments.setTimestamp(6, handedIn ? moment : null);
        assessments.setString(7, handedIn ? receipt : null);
        assessments.setTimestamp(8, state.equals("PUBLISHED") ? Timestamp.valueOf(moment.toLocalDateTime().plusDays(90)) : null);
        assessments.addBatch();
        return id;
    }

    void answer(long assessment, DemoAnswers.DemoAnswer answer, Timestamp moment) throws SQLException {
        answers.setLong(1, assessment);
        answers.setString(2, answer.criterion());
        answers.setString(3, String.valueOf(answer.level()));
        answers.setString(4, answer.commented() ? "Ghi chú minh họa cho tiêu chí " + answer.criterion() + ", không phải dữ liệu thật." : null);
        answers.setTimestamp(5, moment);
        answers.addBatch();
        for (int level : answer.evidence()) {
            evidence.setLong(1, assessment);
            evidence.setString(2, answer.criterion());
            evidence.setInt(3, level);
            evidence.setString(4, "Minh chứng minh họa " + answer.criterion() + ", mức " + level);
            evidence.setString(5, "https://example.org/minh-hoa/" + answer.criterion() + "/" + level);
            evidence.setTimestamp(6, moment);
            evidence.addBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        assessments.executeBatch();
        answers.executeBatch();
        evidence.executeBatch();
        assessments.close();
        answers.close();
        evidence.close();
    }
}
