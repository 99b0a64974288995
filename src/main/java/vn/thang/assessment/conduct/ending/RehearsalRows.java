package vn.thang.assessment.conduct.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.work.Progress;

/**
 * Everything that assessments keep of a rehearsal, table by table in the order in which it can go. Nothing of it was ever
 * published.
 */
@ApplicationScoped
class RehearsalRows {

    static final List<String> STATEMENTS = List.of("""
            DELETE o FROM second_opinion o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM second_review o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM assigned_review o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM discrepancy_step o JOIN discrepancy d ON d.id = o.discrepancy_id
            JOIN assessment s ON s.id = d.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM discrepancy o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM evidence_content o JOIN evidence e ON e.id = o.evidence_id
            JOIN assessment s ON s.id = e.assessment_id WHERE s.round_id = :round""", """
            UPDATE evidence o JOIN assessment s ON s.id = o.assessment_id
            SET o.content_id = NULL, o.replaces_id = NULL WHERE s.round_id = :round""", """
            DELETE o FROM evidence o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM answer_history o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM answer o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM answer_workbook o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM assessment_score o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM node_score o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM assessment_section o JOIN assessment s ON s.id = o.assessment_id
            WHERE s.round_id = :round""", """
            DELETE o FROM assessment_signature o JOIN assessment s ON s.id = o.assessment_id
            WHERE s.round_id = :round""", """
            DELETE o FROM assessment_submitter o JOIN assessment s ON s.id = o.assessment_id
            WHERE s.round_id = :round""", """
            DELETE o FROM carried_answer o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM offered_answer o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM exemption o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM objection o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE FROM panel_sitting WHERE round_id = :round""", """
            DELETE o FROM rank_robustness o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM stage_extension o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE o FROM verdict o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            UPDATE assessment SET sent_back = NULL WHERE round_id = :round""", """
            DELETE o FROM assessment_step o JOIN assessment s ON s.id = o.assessment_id WHERE s.round_id = :round""", """
            DELETE FROM round_sample WHERE round_id = :round""", """
            DELETE FROM round_scope WHERE round_id = :round""", """
            DELETE FROM round_withdrawal WHERE round_id = :round""", """
            DELETE FROM round_stage WHERE round_id = :round""");

    @Inject
    private Flushed flushed;

    /** Takes them away and answers how many assessments there were. */
    int remove(long round, Progress progress) {
        return flushed.withHandle(sql -> {
            for (int i = 0; i < STATEMENTS.size(); i++) {
                progress.at(i, STATEMENTS.size(), "work.doing.removing");
                execute(sql, STATEMENTS.get(i), round);
            }
            int assessments = execute(sql, "DELETE FROM assessment WHERE round_id = :round", round);
            execute(sql, "DELETE FROM assessment_round WHERE id = :round", round);
            return assessments;
        });
    }

    private static int execute(Handle sql, String statement, long round) {
        return sql.createUpdate(statement).bind("round", round).execute();
    }
}
