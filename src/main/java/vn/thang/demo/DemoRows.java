package vn.thang.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Set;

/** Writes the rows of a demonstration round in batches. */
final class DemoRows implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement assessments;
    private final PreparedStatement answers;
    private final PreparedStatement evidence;
    private final PreparedStatement contents;
    private final PreparedStatement files;
    private final PreparedStatement signatures;

    DemoRows(Connection connection) throws SQLException {
        this.connection = connection;
        assessments = connection.prepareStatement("""
                INSERT INTO assessment (id, round_id, agency_id, state, started_at, handed_in_at, receipt, published_at, ready_from, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""");
        answers = connection.prepareStatement("""
                INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_at, version)
                VALUES (NEXTVAL(answer_seq), ?, ?, ?, ?, ?, 1)""");
        evidence = connection.prepareStatement("""
                INSERT INTO evidence (id, assessment_id, criterion, level, kind, title, url, attached_at)
                VALUES (NEXTVAL(evidence_seq), ?, ?, ?, 'LINK', ?, ?, ?)""");
        contents = connection.prepareStatement("""
                INSERT INTO evidence_content (evidence_id, content)
                SELECT id, CONCAT(title, '\n') FROM evidence WHERE assessment_id = ?""");
        files = connection.prepareStatement("""
                UPDATE evidence SET kind = 'FILE', url = NULL, media_type = 'text/plain', size = LENGTH(CONCAT(title, '\n')),
                  sha256 = SHA2(CONCAT(title, '\n'), 256), title = CONCAT(title, '.txt') WHERE assessment_id = ?""");
        signatures = connection.prepareStatement("""
                INSERT INTO assessment_signature (id, assessment_id, person_name, position, signed_at, receipt)
                VALUES (NEXTVAL(assessment_signature_seq), ?, 'Thủ trưởng (minh họa)', 'Chữ ký minh họa, không phải của người thật', ?, ?)""");
    }

    long assessment(long round, long agency, String state, String receipt, Timestamp moment) throws SQLException {
        boolean begun = !state.equals("NOT_STARTED");
        boolean handedIn = Set.of("HANDED_IN", "ADMITTED", "PUBLISHED").contains(state);
        long id = DemoRound.next(connection, "assessment_seq");
        assessments.setLong(1, id);
        assessments.setLong(2, round);
        assessments.setLong(3, agency);
        assessments.setString(4, state);
        assessments.setTimestamp(5, begun ? moment : null);
        assessments.setTimestamp(6, handedIn ? moment : null);
        assessments.setString(7, handedIn ? receipt : null);
        assessments.setTimestamp(8, state.equals("PUBLISHED") ? Timestamp.valueOf(moment.toLocalDateTime().plusDays(90)) : null);
        assessments.setString(9, state.equals("READY") ? "IN_PROGRESS" : null);
        assessments.addBatch();
        if (handedIn) {
            signatures.setLong(1, id);
            signatures.setTimestamp(2, moment);
            signatures.setString(3, receipt);
            signatures.addBatch();
        }
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

    /** Its evidence is files instead of links. */
    void filed(long assessment) throws SQLException {
        contents.setLong(1, assessment);
        contents.addBatch();
        files.setLong(1, assessment);
        files.addBatch();
    }

    @Override
    public void close() throws SQLException {
        assessments.executeBatch();
        answers.executeBatch();
        evidence.executeBatch();
        contents.executeBatch();
        files.executeBatch();
        signatures.executeBatch();
        assessments.close();
        answers.close();
        evidence.close();
        contents.close();
        files.close();
        signatures.close();
    }
}
