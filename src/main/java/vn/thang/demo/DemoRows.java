package vn.thang.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.course.AssessmentState;

/** Writes the rows of a demonstration round in batches. */
final class DemoRows implements AutoCloseable {

    private static final int DAYS_TO_PUBLICATION = 90;
    private static final String CONTENTS = """
            INSERT INTO evidence_content (evidence_id, content)
            SELECT id, CONCAT(title, '\\n') FROM evidence WHERE assessment_id IN (<filed>)""";
    private static final String FILES = """
            UPDATE evidence SET kind = :file, url = NULL, media_type = 'text/plain',
                size = LENGTH(CONCAT(title, '\\n')), sha256 = SHA2(CONCAT(title, '\\n'), 256),
                title = CONCAT(title, '.txt')
            WHERE assessment_id IN (<filed>)""";

    private final Handle sql;
    private final PreparedBatch assessments;
    private final PreparedBatch answers;
    private final PreparedBatch evidence;
    private final PreparedBatch signatures;
    private final List<Long> filed = new ArrayList<>();

    DemoRows(Handle sql) {
        this.sql = sql;
        assessments = sql.prepareBatch("""
                INSERT INTO assessment (id, round_id, agency_id, state, started_at, handed_in_at, receipt, published_at, ready_from,
                    version)
                VALUES (:id, :round, :agency, :state, :started, :handedIn, :receipt, :published, :readyFrom, 0)""");
        answers = sql.prepareBatch("""
                INSERT INTO answer (id, assessment_id, criterion, value, comment, answered_at, version)
                VALUES (NEXTVAL(answer_seq), :assessment, :criterion, :value, :comment, :moment, 1)""");
        evidence = sql.prepareBatch("""
                INSERT INTO evidence (id, assessment_id, criterion, level, kind, title, url, attached_at)
                VALUES (NEXTVAL(evidence_seq), :assessment, :criterion, :level, :link, :title, :url, :moment)""");
        signatures = sql.prepareBatch("""
                INSERT INTO assessment_signature (id, assessment_id, person_name, position, signed_at, receipt)
                VALUES (NEXTVAL(assessment_signature_seq), :assessment, 'Thủ trưởng (minh họa)',
                    'Chữ ký minh họa, không phải của người thật', :moment, :receipt)""");
    }

    long assessment(long round, long agency, AssessmentState state, String receipt, Instant moment) {
        boolean handedIn = state.isHandedIn();
        long id = sql.createQuery("SELECT NEXTVAL(assessment_seq)").mapTo(Long.class).one();
        assessments.bind("id", id).bind("round", round).bind("agency", agency).bind("state", state)
                .bind("started", state == AssessmentState.NOT_STARTED ? null : moment)
                .bind("handedIn", handedIn ? moment : null).bind("receipt", handedIn ? receipt : null)
                .bind("published",
                        state == AssessmentState.PUBLISHED ? moment.plus(DAYS_TO_PUBLICATION, ChronoUnit.DAYS) : null)
                .bind("readyFrom", state == AssessmentState.READY ? AssessmentState.IN_PROGRESS : null).add();
        if (handedIn) {
            signatures.bind("assessment", id).bind("moment", moment).bind("receipt", receipt).add();
        }
        return id;
    }

    void answer(long assessment, DemoAnswers.DemoAnswer answer, Instant moment) {
        answers.bind("assessment", assessment).bind("criterion", answer.criterion())
                .bind("value", String.valueOf(answer.level()))
                .bind("comment", answer.commented()
                        ? "Ghi chú minh họa cho tiêu chí " + answer.criterion() + ", không phải dữ liệu thật." : null)
                .bind("moment", moment).add();
        for (int level : answer.evidence()) {
            evidence.bind("assessment", assessment).bind("criterion", answer.criterion()).bind("level", level)
                    .bind("link", AttachedEvidence.LINK)
                    .bind("title", "Minh chứng minh họa " + answer.criterion() + ", mức " + level)
                    .bind("url", "https://example.org/minh-hoa/" + answer.criterion() + "/" + level)
                    .bind("moment", moment).add();
        }
    }

    /** Turns the evidence of the assessment into files instead of links. */
    void filed(long assessment) {
        filed.add(assessment);
    }

    @Override
    public void close() {
        assessments.execute();
        answers.execute();
        evidence.execute();
        signatures.execute();
        sql.createUpdate(CONTENTS).bindList(EmptyHandling.NULL_KEYWORD, "filed", filed).execute();
        sql.createUpdate(FILES).bind("file", AttachedEvidence.FILE).bindList(EmptyHandling.NULL_KEYWORD, "filed", filed)
                .execute();
    }
}
