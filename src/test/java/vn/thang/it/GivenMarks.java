package vn.thang.it;

import java.util.List;
import java.util.Map;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Shown;

/**
 * Marks in everything of an assessment that is shown to some in some states alone: whoever finds one was shown it. They
 * are about a question that nothing restricts.
 *
 * @param count asks for the one number that a statement finds
 * @param sql   changes rows
 */
public record GivenMarks(Counting count, Changing sql, String agency, String round) {

    /** The mark in the grounds of an objection that the head has not sent. */
    public static final String OBJECTION = "dấu-đề-nghị.";
    /** The other marks with what they are a part of. */
    public static final Map<String, Shown> ALL = Map.of("dấu-trả-lời.", Shown.ANSWERS, "dấu-minh-chứng.",
            Shown.ANSWERS, "dấu-kết-luận.", Shown.VERDICTS, "dấu-quyết-định.", Shown.VERDICTS, "dấu-người-thẩm-định.",
            Shown.NAMES, "dấu-miễn.", Shown.EXEMPTIONS);

    private static final String CRITERION = "STR.1";
    /** By what the person who judges signs in. */
    public static final String NAME = "dau.nguoi.tham.dinh";

    /** Asks for a number; parameters are ?1, ?2 ... */
    @FunctionalInterface
    public interface Counting {
        long number(String sql, Object... parameters);
    }

    /** Changes rows, likewise. */
    @FunctionalInterface
    public interface Changing {
        int change(String sql, Object... parameters);
    }

    /** Puts the marks into the assessment and the assessment into this state. */
    public void in(AssessmentState state) {
        long id = assessment();
        sql.change("UPDATE assessment SET state = ?2, ready_from = IF(?2 = 'READY', 'IN_PROGRESS', NULL), reply = NULL,"
                + " handed_in_at = IF(?3, UTC_TIMESTAMP(6), NULL), receipt = IF(?3, 'X', NULL) WHERE id = ?1", id,
                state.name(), state.isHandedIn());
        remove();
        sql.change("INSERT INTO person (id, username, full_name, language, active, version)"
                + " VALUES (NEXTVAL(person_seq), ?1, 'dấu-người-thẩm-định.', 'vi', TRUE, 0)", NAME);
        sql.change("INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_at, version)"
                + " VALUES (NEXTVAL(answer_seq), ?1, ?2, '4', 'dấu-trả-lời.', UTC_TIMESTAMP(6), 0)", id, CRITERION);
        sql.change("INSERT INTO evidence (id, assessment_id, criterion, level, for_objection, kind, title, url,"
                + " attached_at) VALUES (NEXTVAL(evidence_seq), ?1, ?2, 2, FALSE, 'LINK', 'dấu-minh-chứng.',"
                + " 'https://example.org/', UTC_TIMESTAMP(6)), (NEXTVAL(evidence_seq), ?1, ?2, 0, TRUE, 'LINK', ?3,"
                + " 'https://example.org/', UTC_TIMESTAMP(6))", id, CRITERION, OBJECTION);
        sql.change(
                "INSERT INTO verdict (id, assessment_id, criterion, kind, value, declared, reason, given_by, given_at)"
                        + " SELECT NEXTVAL(verdict_seq), ?1, ?2, 'CORRECTED', '1', '4', 'dấu-kết-luận.', p.id, UTC_TIMESTAMP(6)"
                        + " FROM person p WHERE p.username = ?3",
                id, CRITERION, NAME);
        sql.change("INSERT INTO exemption (id, assessment_id, criterion, reason, asked_by, asked_at, granted, decision,"
                + " decided_by, decided_at, version) SELECT NEXTVAL(exemption_seq), ?1, ?2, 'dấu-miễn.', q.id,"
                + " UTC_TIMESTAMP(6), FALSE, 'dấu-miễn.', p.id, UTC_TIMESTAMP(6), 0 FROM person p, person q"
                + " WHERE p.username = 'thamdinh' AND q.username = 'canbo'", id, CRITERION);
        sql.change(
                "INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, value,"
                        + " declared, measured, lapsed, state, stands, late, opened_at, explanation, explained_at, reason, decided_by,"
                        + " decided_at) SELECT NEXTVAL(discrepancy_seq), ?1, ?2, 'STR', FALSE, (SELECT MIN(d.indicator)"
                        + " FROM discrepancy d), '2026-01', 1, 4, 2, FALSE, 'REJECTED', 1, FALSE, UTC_TIMESTAMP(6), 'x',"
                        + " UTC_TIMESTAMP(6), 'dấu-quyết-định.', p.id, UTC_TIMESTAMP(6) FROM person p WHERE p.username = ?3",
                id,
                CRITERION, NAME);
        sql.change("INSERT INTO objection (id, assessment_id, criterion, provisional, claimed, grounds, written_by,"
                + " written_at, version) SELECT NEXTVAL(objection_seq), ?1, ?2, '1', '4', ?3, q.id, UTC_TIMESTAMP(6), 0"
                + " FROM person q WHERE q.username = 'canbo'", id, CRITERION, OBJECTION);
    }

    /**
     * Writes what the trail tells of them: by what is undone alone, since nothing that a server has sealed is taken away again.
     */
    public void told() {
        tell("answer", "canbo", CRITERION, "dấu-trả-lời.");
        tell("correct", NAME, CRITERION + " dấu-kết-luận.", "dấu-kết-luận.");
        tell("write-objection", "canbo", CRITERION, OBJECTION);
        tell("attach", "canbo", CRITERION, OBJECTION);
        tell("attach-to-objection", "canbo", CRITERION, OBJECTION);
    }

    private void tell(String action, String username, String details, String value) {
        sql.change("INSERT INTO change_log (id, at, person_id, action, subject, subject_id, agency_id, details,"
                + " before_value, after_value) SELECT NEXTVAL(change_log_seq), UTC_TIMESTAMP(6), p.id, ?1, 'assessment',"
                + " s.id, s.agency_id, ?2, ?3, ?3 FROM assessment s JOIN person p ON p.username = ?4 WHERE s.id = ?5",
                action, details, value, username, assessment());
    }

    /** Takes them away again with whatever stood in their place. */
    public void remove() {
        long id = assessment();
        sql.change("DELETE FROM evidence WHERE assessment_id = ?1 AND title LIKE 'dấu-%'", id);
        for (String table : List.of("answer", "verdict", "discrepancy", "exemption", "objection")) {
            sql.change("DELETE FROM " + table + " WHERE assessment_id = ?1 AND criterion = ?2", id, CRITERION);
        }
        sql.change("DELETE FROM person WHERE username = ?1", NAME);
    }

    /** Lets a person review the assessment a second time, without having finished. */
    public void reviewedAgainBy(String username) {
        sql.change("INSERT INTO second_review (assessment_id, reviewer_id, begun_at) SELECT ?1, p.id, UTC_TIMESTAMP(6)"
                + " FROM person p WHERE p.username = ?2", assessment(), username);
    }

    /** Returns the id of the assessment. */
    public long assessment() {
        return count.number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r"
                + " ON r.id = s.round_id WHERE a.code = ?1 AND r.code = ?2", agency, round);
    }
}
