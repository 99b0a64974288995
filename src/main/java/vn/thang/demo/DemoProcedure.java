package vn.thang.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.thang.assessment.AssessmentReview;
import vn.thang.assessment.AssessmentReview.Judgement;
import vn.thang.assessment.CompletenessCheck;
import vn.thang.assessment.Delegation;
import vn.thang.assessment.ExemptionRequest;
import vn.thang.assessment.SecondReview;
import vn.thang.assessment.Stage;
import vn.thang.assessment.StageDates;
import vn.thang.assessment.SubmitterNaming;
import vn.thang.security.Caller;

/**
 * What people of the demonstration do, so that every page of the procedure has something to show: by the use cases that the
 * pages call in the round that runs, and as the rows that would be there in the one before.
 */
@ApplicationScoped
class DemoProcedure {

    private static final String MINISTRY = "BTP";
    private static final int DAYS_TO_ANSWER = 10;
    private static final int DAYS_MORE = 7;
    private static final int SAMPLE = 6;
    private static final String REASON = "Minh họa: xem lại minh chứng của câu này.";
    /** A case of the round before: agency, decision, and how many levels the panel gave back of the one that was taken away. */
    private static final List<Case> CASES = List.of(new Case("15", "UPHELD", 1), new Case(MINISTRY, "DISMISSED", 2));

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentReview review;

    @Inject
    private ExemptionRequest exemptions;

    @Inject
    private Delegation delegation;

    @Inject
    private SubmitterNaming submitters;

    @Inject
    private StageDates stages;

    @Inject
    private SecondReview second;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private record Case(String agency, String decision, int number) {
    }

    /** Objections that the panel decided on, and somebody who was late; before the round is scored. */
    void past(long round) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (Case one : CASES) {
                long assessment = id(connection, "SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = ? AND s.round_id = ?",
                        one.agency(), round);
                decided(connection, one, assessment);
            }
            String ministry = "(SELECT id FROM agency WHERE code = '" + MINISTRY + "')";
            write(connection, "UPDATE assessment s JOIN assessment_signature g ON g.assessment_id = s.id SET s.handed_in_at = '2026-01-06 03:10:00',"
                    + " g.signed_at = '2026-01-06 03:10:00' WHERE s.agency_id = " + ministry + " AND s.round_id = ?", round);
            write(connection, "UPDATE assessment SET published_at = '2026-03-02 02:00:00' WHERE round_id = ?", round);
            write(connection, "UPDATE assessment_round SET reply_until = '2026-02-10' WHERE id = ?", round);
        }
    }

    /** A reviewer took one level away; the agency objected; the panel decided. */
    private static void decided(Connection connection, Case one, long assessment) throws SQLException {
        boolean upheld = one.decision().equals("UPHELD");
        String answer = " FROM answer w, person r, person h, person o WHERE r.username = 'thamdinh' AND h.username = 'hoidong' AND o.username = '"
                + (one.agency().equals(MINISTRY) ? "canbo.bo" : "lanhdao.tinh") + "' AND w.id = (SELECT x.id FROM answer x WHERE x.assessment_id = ?"
                + " AND x.value BETWEEN '2' AND '4' AND x.criterion NOT LIKE 'SEC.%' ORDER BY x.criterion LIMIT 1)";
        write(connection, "INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, given_by, given_at, replaced_at)"
                + " SELECT NEXTVAL(verdict_seq), w.assessment_id, w.criterion, 'CORRECTED', w.value - 1, w.value, 'Minh họa: minh chứng chưa thể hiện"
                + " kết quả thực hiện.', r.id, '2026-01-20 03:00:00', " + (upheld ? "'2026-02-20 04:00:00'" : "NULL") + answer, assessment);
        write(connection, "INSERT INTO objection (id, assessment_id, criterion, provisional, claimed, grounds, written_by, written_at, decision, value,"
                + " reasons, members, decided_by, decided_at, version) SELECT NEXTVAL(objection_seq), w.assessment_id, w.criterion, w.value - 1, w.value,"
                + " 'Minh họa: báo cáo kết quả thực hiện đã gửi kèm bài đánh giá.', o.id, '2026-02-05 02:30:00', '" + one.decision() + "', w.value - "
                + (upheld ? 0 : 1) + ", 'Minh họa: " + (upheld ? "báo cáo đủ căn cứ cho mức cơ quan đề nghị." : "báo cáo không nêu số liệu.")
                + "', 'Bùi Thanh Bình; Phan Thị Ngà', h.id, '2026-02-20 04:00:00', 1" + answer, assessment);
        if (upheld) {
            write(connection, "INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, given_by, given_at)"
                    + " SELECT NEXTVAL(verdict_seq), w.assessment_id, w.criterion, 'DECIDED', w.value, w.value, 'Minh họa: báo cáo đủ căn cứ cho mức cơ quan"
                    + " đề nghị.', h.id, '2026-02-20 04:00:00'" + answer, assessment);
        }
        write(connection, "INSERT INTO panel_sitting (assessment_id, round_id, number, place, held_on, chair, chair_position, secretary, members,"
                + " written_by, written_at) SELECT s.id, s.round_id, " + one.number() + ", 'Hà Nội', '2026-02-20', 'Bùi Thanh Bình',"
                + " 'Chủ tịch Hội đồng (minh họa)', 'Đặng Thu Thảo', 'Phan Thị Ngà; Lưu Quang Huy', h.id, '2026-02-20 09:00:00'"
                + " FROM assessment s, person h WHERE h.username = 'hoidong' AND s.id = ?", assessment);
        for (String step : List.of("ISSUE quantri 2026-01-26", "OBJECT lanhdao.tinh 2026-02-06", "SETTLE hoidong 2026-02-20", "PUBLISH quantri 2026-03-02")) {
            String[] taken = step.split(" ");
            write(connection, "INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at) SELECT NEXTVAL(assessment_step_seq), s.id, '"
                    + taken[0] + "', p.id, '" + taken[2] + " 02:00:00' FROM assessment s, person p WHERE p.username = '"
                    + (taken[1].equals("lanhdao.tinh") && one.agency().equals(MINISTRY) ? "canbo.bo" : taken[1]) + "' AND s.id = ?", assessment);
        }
        write(connection, "UPDATE assessment SET reply = 'OBJECT', replied_at = '2026-02-06 02:00:00' WHERE id = ?", assessment);
    }

    /** In the round that runs: reviews in every state, exemptions, a section, a submitter, more time, a sample. */
    void present(String round) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LocalDate today = LocalDate.now(clock);
            long ministry = id(connection, "SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                    + " WHERE a.code = ? AND r.code = ?", MINISTRY, round);
            ministry(connection, ministry);
            List<Long> provinces = ids(connection, "SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                    + " WHERE a.type = 'province' AND s.state = 'HANDED_IN' AND r.code = ? AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = a.id)"
                    + " ORDER BY a.path DESC LIMIT 4", round);
            caller.actAs("thamdinh");
            for (int i = 0; i < provinces.size(); i++) {
                reviewed(provinces.get(i), i, today);
            }
            write(connection, "UPDATE verdict SET due_on = ? WHERE kind = 'RETURNED' AND assessment_id = " + provinces.get(2), today.minusDays(2));
            caller.actAs("quantri");
            stages.extend(ids(connection, "SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                    + " WHERE s.state = 'IN_PROGRESS' AND r.code = ? AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = a.id)"
                    + " ORDER BY a.path DESC LIMIT 1", round).get(0), Stage.ANSWERING, last(connection, round).plusDays(DAYS_MORE),
                    "Minh họa: khắc phục hậu quả mưa lũ");
            second.draw(round, SAMPLE, "minh-hoa-" + round);
        }
    }

    private void ministry(Connection connection, long assessment) throws SQLException {
        caller.actAs("canbo.bo");
        delegation.giveToPerson(assessment, "SEC", id(connection, "SELECT id FROM person WHERE username = ?", "phoihop.bo"));
        submitters.name(assessment, caller.personId());
        for (String criterion : List.of("USE.4", "USE.5", "SKL.3")) {
            exemptions.ask(assessment, criterion, "Minh họa: cơ quan không có nhiệm vụ này trong kỳ đánh giá.");
        }
        caller.actAs("thamdinh");
        List<Long> asked = ids(connection, "SELECT id FROM exemption WHERE assessment_id = ? ORDER BY id", assessment);
        exemptions.decide(asked.get(0), true, "Minh họa: đúng với chức năng của cơ quan.");
        exemptions.decide(asked.get(1), false, "Minh họa: cơ quan vẫn có dịch vụ thuộc phạm vi.");
    }

    /** The first is under review, the next two came back, the last is reviewed. */
    private void reviewed(long assessment, int place, LocalDate today) {
        check.admit(assessment);
        review.judge(assessment, Judgement.confirmed("STR.1"));
        review.judge(assessment, Judgement.corrected("STR.2", "1", REASON));
        if (place == 1 || place == 2) {
            review.judge(assessment, Judgement.returned("GOV.1", REASON, today.plusDays(DAYS_TO_ANSWER)));
            review.judge(assessment, Judgement.returned("QUA.1", REASON, today.plusDays(DAYS_TO_ANSWER)));
            review.giveBack(assessment);
        } else if (place == 3) {
            review.conclude(assessment);
        }
    }

    private static LocalDate last(Connection connection, String round) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT due_on FROM assessment_round WHERE code = ?")) {
            query.setString(1, round);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getObject(1, LocalDate.class);
            }
        }
    }

    private static long id(Connection connection, String sql, Object... arguments) throws SQLException {
        return ids(connection, sql, arguments).get(0);
    }

    private static List<Long> ids(Connection connection, String sql, Object... arguments) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    private static void write(Connection connection, String sql, Object argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            statement.executeUpdate();
        }
    }
}
