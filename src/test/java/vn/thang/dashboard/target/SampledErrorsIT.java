package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.ErrorSample;
import vn.thang.it.ContainerFixture;

/** What audit samples found wrong stands beside the figure of the country, once they are judged whole. */
class SampledErrorsIT extends ContainerFixture {

    @Inject
    private SampledErrors errors;

    private long round;
    private long other;

    @BeforeEach
    void begin() {
        caller.actAs("kiemtoan");
        round = number("SELECT id FROM assessment_round WHERE code = '2025'");
        other = number("SELECT id FROM assessment_round WHERE code = '2024'");
        sql("DELETE FROM audit_case");
        sql("DELETE FROM audit_stratum");
        sql("DELETE FROM audit_sample");
    }

    /** Draws a sample of the whole country, of which nothing is judged. */
    private long sample(long of) {
        sql("INSERT INTO audit_sample (round_id, agency_id, purpose, confidence, tolerable, allowed, strata, seed,"
                + " population, size, drawn_by, drawn_at) SELECT ?1, a.id, 'x', 0.9, 0.1, 0, 'NONE', 'seed', 100, 10,"
                + " p.id, UTC_TIMESTAMP(6) FROM agency a JOIN person p ON p.username = 'kiemtoan'"
                + " WHERE a.parent_id IS NULL", of);
        return number("SELECT MAX(id) FROM audit_sample");
    }

    private void part(long sample, String name, int population, int size, int wrong) {
        sql("INSERT INTO audit_stratum (sample_id, name, population, size) VALUES (?1, ?2, ?3, ?4)", sample, name,
                population, size);
        sql("INSERT INTO audit_case (sample_id, stratum, assessment_id, criterion, value, found, judged_at)"
                + " SELECT ?1, ?2, (SELECT MIN(s.id) FROM assessment s JOIN audit_sample m ON m.id = ?1"
                + " WHERE s.round_id = m.round_id), CONCAT(?2, seq), '3', IF(seq <= ?3, '2', '3'), UTC_TIMESTAMP(6)"
                + " FROM seq_1_to_" + size, sample, name, wrong);
    }

    @Test
    void aSampleThatIsJudgedWholeGivesItsRateWithTheExactBound() {
        long sample = sample(round);
        part(sample, "*", 100, 10, 1);
        SampledErrors.Rate found = errors.of(List.of(round)).orElseThrow();
        assertEquals(Fraction.of(1, 10), found.rate());
        assertEquals(Fraction.of(new ErrorSample(100, 10, 1).most(0.95), 100), found.bound());
        assertTrue(found.bound().compareTo(found.rate()) > 0);
        assertTrue(found.exact());
        sql("UPDATE audit_case SET judged_at = NULL WHERE sample_id = ?1 AND criterion = '*7'", sample);
        assertEquals(Optional.empty(), errors.of(List.of(round)), "one case is not judged");
    }

    @Test
    void partsAreProjectedEachByItsOwnAndTheirBoundsAreSummed() {
        long sample = sample(round);
        part(sample, "A", 80, 8, 2);
        part(sample, "B", 20, 4, 0);
        SampledErrors.Rate found = errors.of(List.of(round)).orElseThrow();
        assertEquals(Fraction.of(20, 100), found.rate());
        assertEquals(Fraction.of(new ErrorSample(80, 8, 2).most(0.95) + new ErrorSample(20, 4, 0).most(0.95), 100),
                found.bound());
        assertFalse(found.exact());
    }

    @Test
    void theNewestSampleHoldsAndEveryRoundOfTheFigureNeedsOne() {
        part(sample(round), "*", 100, 10, 9);
        part(sample(round), "*", 100, 10, 0);
        assertEquals(Fraction.ZERO, errors.of(List.of(round)).orElseThrow().rate());
        assertEquals(Optional.empty(), errors.of(List.of(round, other)));
        assertEquals(Optional.empty(), errors.of(List.of()));
        part(sample(other), "*", 100, 10, 1);
        assertEquals(Fraction.of(1, 20), errors.of(List.of(round, other)).orElseThrow().rate());
    }
}
