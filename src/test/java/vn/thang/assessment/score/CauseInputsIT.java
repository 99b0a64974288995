package vn.thang.assessment.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.course.Assessments;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.scoring.Cause;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;

/** What the panel set is told apart from what a reviewer set, for one assessment and for a whole round. */
@ExtendWith(ArquillianExtension.class)
class CauseInputsIT {

    @Inject
    private RoundInputs inputs;

    @Inject
    private Scores scores;

    @Inject
    private Assessments assessments;

    @Inject
    private Catalog catalog;

    @PersistenceContext
    private EntityManager entities;

    @Test
    @SuppressWarnings("unchecked")
    void whatThePanelSetIsToldApartFromWhatAReviewerSet() {
        List<Object[]> decided = entities.createNativeQuery("""
                SELECT r.id, CONCAT(r.model_id, '/', r.model_version), s.id, v.criterion FROM verdict v
                JOIN assessment s ON s.id = v.assessment_id JOIN assessment_round r ON r.id = s.round_id
                WHERE v.replaced_at IS NULL AND v.kind = 'DECIDED' AND v.value IS NOT NULL""").getResultList();
        assertFalse(decided.isEmpty());
        for (Object[] one : decided) {
            String criterion = (String) one[3];
            long assessment = ((Number) one[2]).longValue();
            ScoredAssessment alone = scores.of(assessments.head(assessment));
            assertEquals(Cause.PANEL, Inputs.of(alone.criterion(criterion), alone.inputs().get(criterion),
                    Column.OFFICIAL).orElseThrow().cause());
        }
        for (Object[] round : decided.stream().map(one -> Arrays.copyOf(one, 2)).toList()) {
            long id = ((Number) round[0]).longValue();
            Set<String> expected = new TreeSet<>();
            decided.stream().filter(one -> ((Number) one[0]).longValue() == id)
                    .forEach(one -> expected.add(one[2] + " " + one[3]));
            Set<String> found = new TreeSet<>();
            inputs.ahead(id, (String) round[1], "/", assessment -> assessment, assessment -> assessment.inputs()
                    .forEach((code, input) -> {
                        Criterion criterion = catalog.model((String) round[1]).criterion(code);
                        Inputs.of(criterion, input, Column.OFFICIAL).filter(one -> one.cause() == Cause.PANEL)
                                .ifPresent(one -> found.add(assessment.id() + " " + code));
                    }));
            assertEquals(expected, found);
        }
    }
}
