package vn.thang.assessment.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.work.Progress;

/** Whoever changes a score behind the application's back is found before anything is published. */
class PresentScoresIT extends ContainerFixture {

    @Inject
    private ResultVerification verification;

    @Inject
    private ResultPublication publication;

    private long one;
    private String agency;

    @BeforeEach
    void issue() {
        one = number("SELECT MIN(s.id) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " JOIN node_score n ON n.assessment_id = s.id WHERE r.code = '2026' AND s.state = 'HANDED_IN'");
        agency = (String) entities.createNativeQuery("SELECT a.code FROM agency a JOIN assessment s"
                + " ON s.agency_id = a.id WHERE s.id = ?1").setParameter(1, one).getSingleResult();
        sql("UPDATE assessment SET state = 'PROVISIONAL' WHERE id = ?1", one);
        caller.actAs("quantri");
        publication.rescore("2026", Progress.UNSEEN);
        caller.actAs("kiemtoan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE node_score SET level = 5 - level WHERE assessment_id = ?1 AND level <> 2.5",
            "DELETE FROM node_score WHERE assessment_id = ?1",
            "UPDATE assessment_score SET index_value = index_value + 0.001 WHERE assessment_id = ?1",
            "UPDATE assessment_score SET declared_level = 6 WHERE assessment_id = ?1",
            "DELETE FROM assessment_score WHERE assessment_id = ?1",
            "UPDATE answer SET value = IF(value = '1', '5', '1') WHERE assessment_id = ?1"})
    void aScoreThatDoesNotFollowFromWhatIsStoredIsNamed(String change) {
        assertEquals(List.of(), verification.verifyRound("2026").scores());
        sql(change, one);
        assertEquals(List.of(agency), verification.verifyRound("2026").scores());
    }
}
