package vn.thang.assessment.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.Assessments;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.it.ContainerFixture;

/** A round that is scored again has the rows that follow from its answers, whatever stood there, and only what differs is written. */
class ScoreRebuildIT extends ContainerFixture {

    private static final String ROUND = "2025";

    @Inject
    private ScoreRebuild rebuild;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Scores scores;

    @Inject
    private Assessments assessments;

    private long round;
    private String model;

    @BeforeEach
    void scoredOnce() {
        caller.actAsSystem();
        round = number("SELECT id FROM assessment_round WHERE code = ?1", ROUND);
        model = (String) entities.createNativeQuery(
                "SELECT CONCAT(model_id, '/', model_version) FROM assessment_round WHERE code = '" + ROUND + "'")
                .getSingleResult();
        rebuild.rebuild(round, model);
    }

    @Test
    void whatStoodThereWronglyIsPutRight() {
        List<?> right = rows();
        for (String wrong : List.of("level = level + 1", "index_value = index_value + 0.0000000001",
                "bias_sum = bias_sum + 1", "bias_count = bias_count + 1", "open_bias_sum = open_bias_sum - 1",
                "open_bias_count = open_bias_count + 1")) {
            sql("UPDATE node_score n JOIN assessment s ON s.id = n.assessment_id SET " + wrong
                    + " WHERE s.round_id = ?1 AND n.node IN ('GOV', 'SEC')", round);
            assertNotEquals(right, rows(), wrong);
            rebuild.rebuild(round, model);
            assertEquals(right, rows(), wrong);
        }
        sql("DELETE n FROM node_score n JOIN assessment s ON s.id = n.assessment_id WHERE s.round_id = ?1 AND n.node = 'GOV'",
                round);
        rebuild.rebuild(round, model);
        assertEquals(right, rows());
    }

    @Test
    void whereNothingChangedNoDimensionIsWritten() {
        long unchanged = inserts();
        sql("UPDATE node_score SET level = level + 1 WHERE node = 'GOV' AND assessment_id = (SELECT MIN(id)"
                + " FROM assessment WHERE round_id = ?1)", round);
        assertEquals(unchanged + 1, inserts());
    }

    /** Undecided answers among them; who set a value is told apart only where somebody asks for it. */
    @Test
    void aRoundIsReadAsEachOfItsAssessmentsIs() {
        sql("UPDATE answer w JOIN assessment s ON s.id = w.assessment_id SET w.value = NULL"
                + " WHERE s.round_id = ?1 AND w.criterion = 'INF.4'", round);
        List<Long> read = new ArrayList<>();
        inputs.each(round, model, "/", one -> {
            Map<String, CriterionInput> alone = new HashMap<>(scores.of(assessments.head(one.id())).inputs());
            alone.replaceAll((criterion, input) -> input.ruled(input.confirmed(), false));
            assertEquals(alone, one.inputs(), one.agencyCode());
            if (one.inputs().containsKey("INF.4")) {
                assertNull(one.inputs().get("INF.4").declared());
                read.add(one.id());
            }
        });
        assertFalse(read.isEmpty());
    }

    /** Statements that insert, while the round is scored again. */
    private long inserts() {
        long before = status("Com_insert_select");
        rebuild.rebuild(round, model);
        return status("Com_insert_select") - before;
    }

    private List<?> rows() {
        return entities.createNativeQuery("""
                SELECT CONCAT_WS(' ', n.assessment_id, n.node, n.level, n.index_value, n.bias_sum, n.bias_count,
                    n.open_bias_sum, n.open_bias_count)
                FROM node_score n JOIN assessment s ON s.id = n.assessment_id WHERE s.round_id = ?1 ORDER BY 1""")
                .setParameter(1, round).getResultList();
    }
}
