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
import vn.thang.assessment.review.SecondReview;
import vn.thang.security.Caller;

/** What people of the demonstration have done, so that every page of the procedure has something to show; all of it invented. */
@ApplicationScoped
class DemoProcedure {

    private static final String MINISTRY = "BTP";
    private static final int DAYS_TO_ANSWER = 10;
    private static final int SAMPLE = 6;
    private static final String REASON = "'Minh họa: xem lại minh chứng của câu này.'";
    /** Cases of the round before: agency, decision, number of the minutes. */
    private static final List<Case> CASES = List.of(new Case("15", "UPHELD", 1), new Case(MINISTRY, "DISMISSED", 2));

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

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
        for (Case one : CASES) {
            long assessment = id("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = ? AND s.round_id = ?",
                    one.agency(), round);
            decided(one, assessment);
        }
        String ministry = "(SELECT id FROM agency WHERE code = '" + MINISTRY + "')";
        write("UPDATE assessment s JOIN assessment_signature g ON g.assessment_id = s.id SET s.handed_in_at = '2026-01-06 03:10:00',"
                + " g.signed_at = '2026-01-06 03:10:00' WHERE s.agency_id = " + ministry + " AND s.round_id = ?", round);
        write("UPDATE assessment SET published_at = '2026-03-02 02:00:00' WHERE round_id = ?", round);
        write("UPDATE assessment_round SET reply_until = '2026-02-10' WHERE id = ?", round);
    }

    /** A reviewer took one level away; the agency objected; the panel decided. */
    private void decided(Case one, long assessment) throws SQLException {
        boolean upheld = one.decision().equals("UPHELD");
        String answer = " FROM answer w, person r, person h, person o WHERE r.username = 'thamdinh' AND h.username = 'hoidong' AND o.username = '"
                + (one.agency().equals(MINISTRY) ? "canbo.bo" : "lanhdao.tinh") + "' AND w.id = (SELECT x.id FROM answer x WHERE x.assessment_id = ?"
                + " AND x.value BETWEEN '2' AND '4' AND x.criterion NOT LIKE 'SEC.%' ORDER BY x.criterion LIMIT 1)";
        write("INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, given_by, given_at, replaced_at)"
                + " SELECT NEXTVAL(verdict_seq), w.assessment_id, w.criterion, 'CORRECTED', w.value - 1, w.value, 'Minh họa: minh chứng chưa thể hiện"
                + " kết quả thực hiện.', r.id, '2026-01-20 03:00:00', " + (upheld ? "'2026-02-20 04:00:00'" : "NULL") + answer, assessment);
        write("INSERT INTO objection (id, assessment_id, criterion, provisional, claimed, grounds, written_by, written_at, decision, value,"
                + " reasons, members, decided_by, decided_at, version) SELECT NEXTVAL(objection_seq), w.assessment_id, w.criterion, w.value - 1, w.value,"
                + " 'Minh họa: báo cáo kết quả thực hiện đã gửi kèm bài đánh giá.', o.id, '2026-02-05 02:30:00', '" + one.decision() + "', w.value - "
                + (upheld ? 0 : 1) + ", 'Minh họa: " + (upheld ? "báo cáo đủ căn cứ cho mức cơ quan đề nghị." : "báo cáo không nêu số liệu.")
                + "', 'Bùi Thanh Bình; Phan Thị Ngà', h.id, '2026-02-20 04:00:00', 1" + answer, assessment);
        if (upheld) {
            write("INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, given_by, given_at)"
                    + " SELECT NEXTVAL(verdict_seq), w.assessment_id, w.criterion, 'DECIDED', w.value, w.value, 'Minh họa: báo cáo đủ căn cứ cho mức cơ quan"
                    + " đề nghị.', h.id, '2026-02-20 04:00:00'" + answer, assessment);
        }
        write("INSERT INTO panel_sitting (assessment_id, round_id, number, place, held_on, chair, chair_position, secretary, members,"
                + " written_by, written_at) SELECT s.id, s.round_id, " + one.number() + ", 'Hà Nội', '2026-02-20', 'Bùi Thanh Bình',"
                + " 'Chủ tịch Hội đồng (minh họa)', 'Đặng Thu Thảo', 'Phan Thị Ngà; Lưu Quang Huy', h.id, '2026-02-20 09:00:00'"
                + " FROM assessment s, person h WHERE h.username = 'hoidong' AND s.id = ?", assessment);
        for (String step : List.of("ISSUE quantri 2026-01-26", "OBJECT lanhdao.tinh 2026-02-06", "SETTLE hoidong 2026-02-20", "PUBLISH quantri 2026-03-02")) {
            String[] taken = step.split(" ");
            write("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at) SELECT NEXTVAL(assessment_step_seq), s.id, '"
                    + taken[0] + "', p.id, '" + taken[2] + " 02:00:00' FROM assessment s, person p WHERE p.username = '"
                    + (taken[1].equals("lanhdao.tinh") && one.agency().equals(MINISTRY) ? "canbo.bo" : taken[1]) + "' AND s.id = ?", assessment);
        }
        write("UPDATE assessment SET reply = 'OBJECT', replied_at = '2026-02-06 02:00:00' WHERE id = ?", assessment);
    }

    /** In the round that runs, before it is scored: reviews in every state, exemptions, a section, a submitter, more time. */
    void present(long round) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        ministry(id("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.code = ? AND s.round_id = ?", MINISTRY, round));
        List<Long> provinces = ids("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id WHERE a.type = 'province' AND s.state = 'HANDED_IN'"
                + " AND s.round_id = ? AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = a.id) ORDER BY a.path DESC LIMIT 4", round);
        reviewed(provinces.get(0), "UNDER_REVIEW", null);
        reviewed(provinces.get(1), "RETURNED", today.plusDays(DAYS_TO_ANSWER));
        reviewed(provinces.get(2), "RETURNED", today.minusDays(2));
        reviewed(provinces.get(3), "REVIEWED", null);
        write("INSERT INTO stage_extension (id, assessment_id, stage, due_on, reason, given_by, given_at) SELECT NEXTVAL(stage_extension_seq), s.id,"
                + " 'ANSWERING', DATE_ADD(r.due_on, INTERVAL 7 DAY), 'Minh họa: khắc phục hậu quả mưa lũ', p.id, NOW(6) FROM assessment_round r, person p,"
                + " assessment s WHERE p.username = 'quantri' AND s.id = (SELECT MAX(x.id) FROM assessment x WHERE x.round_id = r.id AND x.state = 'IN_PROGRESS'"
                + " AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.agency_id = x.agency_id)) AND r.id = ?", round);
    }

    private void ministry(long assessment) throws SQLException {
        String people = " FROM person o, person c, person r WHERE o.username = 'canbo.bo' AND c.username = 'phoihop.bo' AND r.username = 'thamdinh'";
        write("INSERT INTO assessment_section (id, assessment_id, dimension, person_id, given_by, given_at) SELECT NEXTVAL(assessment_section_seq), ?,"
                + " 'SEC', c.id, o.id, NOW(6)" + people, assessment);
        write("INSERT INTO assessment_submitter (id, assessment_id, person_id, named_by, named_at) SELECT NEXTVAL(assessment_submitter_seq), ?, o.id,"
                + " o.id, NOW(6)" + people, assessment);
        String ask = "INSERT INTO exemption (id, assessment_id, criterion, reason, asked_by, asked_at, granted, decision, decided_by, decided_at)"
                + " SELECT NEXTVAL(exemption_seq), ?, '%s', 'Minh họa: cơ quan không có nhiệm vụ này trong kỳ đánh giá.', o.id, NOW(6), %s" + people;
        write(ask.formatted("USE.4", "TRUE, 'Minh họa: đúng với chức năng của cơ quan.', r.id, NOW(6)"), assessment);
        write(ask.formatted("USE.5", "FALSE, 'Minh họa: cơ quan vẫn có dịch vụ thuộc phạm vi.', r.id, NOW(6)"), assessment);
        write(ask.formatted("SKL.3", "NULL, NULL, NULL, NULL"), assessment);
    }

    /** @param dueOn until when two questions are to be answered; null where none came back */
    private void reviewed(long assessment, String state, LocalDate dueOn) throws SQLException {
        String verdict = "INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, due_on, given_by, given_at)"
                + " SELECT NEXTVAL(verdict_seq), w.assessment_id, w.criterion, '%s', %s, w.value, %s, %s, p.id, NOW(6) FROM answer w, person p"
                + " WHERE p.username = 'thamdinh' AND w.criterion = '%s' AND w.assessment_id = ?";
        write(verdict.formatted("CORRECTED", "'1'", REASON, "NULL", "STR.2"), assessment);
        step(assessment, "ADMIT");
        if (dueOn != null) {
            for (String criterion : List.of("GOV.1", "QUA.1")) {
                write(verdict.formatted("RETURNED", "NULL", REASON, "'" + dueOn + "'", criterion), assessment);
            }
            step(assessment, "GIVE_BACK");
        } else if (state.equals("REVIEWED")) {
            step(assessment, "CONCLUDE");
        }
        write("UPDATE assessment SET state = '" + state + "' WHERE id = ?", assessment);
    }

    private void step(long assessment, String step) throws SQLException {
        write("INSERT INTO assessment_step (id, assessment_id, step, taken_by, taken_at) SELECT NEXTVAL(assessment_step_seq), ?, '" + step
                + "', id, NOW(6) FROM person WHERE username = 'thamdinh'", assessment);
    }

    /** A sample of what was handed in, drawn as an administrator draws it. */
    void sample(String round) {
        caller.actAs("quantri");
        second.draw(round, SAMPLE, "minh-hoa-" + round);
    }

    private long id(String sql, Object... arguments) throws SQLException {
        return ids(sql, arguments).get(0);
    }

    private List<Long> ids(String sql, Object... arguments) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
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

    private void write(String sql, Object argument) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            statement.executeUpdate();
        }
    }
}
