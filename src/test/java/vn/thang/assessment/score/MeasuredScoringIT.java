package vn.thang.assessment.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.MeasuredFixture;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.result.PublishedResults;
import vn.thang.assessment.result.ResultVerification;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Inputs;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.reading.ReadingRow;

/** What readings do to the scores of the province of the demonstration, everywhere the same; everything is undone. */
class MeasuredScoringIT extends MeasuredFixture {

    private static final String CAPPED = "SHR.1";
    private static final String INFORMED = "DIG.2";

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private RoundInputs inputs;

    @Inject
    private ScoreRebuild rebuild;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private ResultPublication publication;

    @Inject
    private ResultVerification verification;

    @Inject
    private PublishedResults results;

    @Inject
    private ReadingsScoring scoring;

    @Inject
    private Catalog catalog;

    @BeforeEach
    void begin() throws Exception {
        rebuild.rebuild(head.roundId(), head.modelRef());
        for (String criterion : List.of(CAPPED, INFORMED)) {
            answer(criterion, "4");
            answers().supported(criterion, 4);
            caller.actAs("quantri");
        }
    }

    @Test
    void aCapHoldsInTheViewTheRoundAndTheStoredRowsAlike() {
        assertEquals(Answer.level(4), provisional(CAPPED));
        double before = stored("index_value");
        measured("data-exchange", "systems_connected", 31);
        assertEquals(Answer.level(2), provisional(CAPPED));
        assertEquals(Answer.level(4),
                Inputs.answers(view().model(), view().inputs(), Column.DECLARED).of(CAPPED).orElseThrow());
        assertTrue(stored("index_value") < before, "the stored score follows in the same transaction");
        assertSameEverywhere();
        measured("data-exchange", "systems_connected", 95);
        assertEquals(before, stored("index_value"), 1e-9);
        assertSameEverywhere();
    }

    @Test
    void whatInformsChangesNoScore() {
        double before = stored("index_value");
        measured("public-service-portal", "papers_once_only", 0);
        assertEquals(before, stored("index_value"), 1e-9);
        assertEquals(1, view().inputs().get(INFORMED).measured());
        assertTrue(stored("measured") > 0);
        assertEquals(3, stored("bias_sum"), 1e-9);
        assertEquals(1, stored("bias_count"), 1e-9);
        assertSameEverywhere();
    }

    /** No criterion of the shipped model is replaced; one that is, is scored by the same inputs. */
    @Test
    void aReplacedLevelIsTheMeasuredOneEvenWithoutAnAnswer() {
        measured("data-exchange", "systems_connected", 95);
        answer(CAPPED, null);
        MaturityModel model = replaced(catalog.model(head.modelRef()));
        inputs.each(head.roundId(), head.modelRef(), head.agencyPath(), one -> {
            if (one.id() == head.id()) {
                assertEquals(Answer.level(4),
                        Inputs.answers(model, one.inputs(), Column.PROVISIONAL).of(CAPPED).orElseThrow());
                assertTrue(Inputs.answers(model, one.inputs(), Column.DECLARED).of(CAPPED).isEmpty());
            }
        });
        assertTrue(Inputs.answers(catalog.model(head.modelRef()), view().inputs(), Column.PROVISIONAL).of(CAPPED)
                .isEmpty());
    }

    @Test
    void aStaleReadingIsNotUsed() {
        nothingReported(head.agencyId());
        intake.take("data-exchange", ReadingIntake.Way.SHEET,
                List.of(new ReadingRow(1, "15", "systems_connected", "2023-Q1", "1", "100", null, null)).iterator());
        assertEquals(Answer.level(4), provisional(CAPPED));
        assertNull(view().inputs().get(CAPPED).measured());
        caller.actAs("canbo");
        assertFalse(assessments.measured(head, CAPPED).orElseThrow().fresh());
    }

    /** Nothing arrives when a reading grows stale, and still what is stored follows. */
    @Test
    void whatGrewStaleCountsNoMoreAfterTheNight() {
        double before = stored("index_value");
        measured("data-exchange", "systems_connected", 31);
        double capped = stored("index_value");
        assertTrue(capped < before);
        sql("UPDATE reading SET period = '2023-01-01' WHERE agency_id = (SELECT agency_id FROM assessment WHERE id = ?1)",
                head.id());
        assertEquals(capped, stored("index_value"), 1e-9);
        scoring.shares().stream().filter(share -> share.agencies().contains(head.agencyId())).forEach(scoring::again);
        assertEquals(before, stored("index_value"), 1e-9);
        assertSameEverywhere();
    }

    /** What registers tell is taken for all other rounds, and what only lists rounds goes on. */
    @Test
    void aRoundWhoseModelCannotBeReadHoldsUpNothingElse() {
        aPastRound("VO").of("province").running();
        assertTrue(scoring.shares().stream().anyMatch(share -> share.modelRef().equals(modelOf("VO"))));
        sql("UPDATE assessment_round SET model_version = '9.9' WHERE code = 'VO'");
        double before = stored("index_value");
        measured("data-exchange", "systems_connected", 31);
        assertTrue(stored("index_value") < before);
        assertTrue(scoring.shares().stream().noneMatch(share -> share.modelRef().equals("vn-dgm/9.9")));
        assertTrue(scoring.shares().stream().anyMatch(share -> share.modelRef().equals(head.modelRef())));
        caller.actAs("canbo");
        assertTrue(assessments.mine().stream().anyMatch(line -> line.head().modelRef().equals("vn-dgm/9.9")));
        refused("catalog.unreadable", () -> assessments.view(assessments.head("VO", AGENCY)));
    }

    private String modelOf(String round) {
        return (String) entities.createNativeQuery(
                "SELECT CONCAT(model_id, '/', model_version) FROM assessment_round WHERE code = ?1")
                .setParameter(1, round).getSingleResult();
    }

    /** A published result names its readings, and what arrives later changes neither it nor what the pages show. */
    @Test
    void whatIsPublishedStaysAndVerifiesWhateverArrives() {
        measured("data-exchange", "systems_connected", 31);
        entities.createNativeQuery(
                "UPDATE assessment SET state = 'FINAL' WHERE id = ?1 OR state IN ('HANDED_IN', 'ADMITTED', 'UNDER_REVIEW', 'RETURNED', 'REVIEWED')")
                .setParameter(1, head.id()).executeUpdate();
        entities.createNativeQuery("DELETE FROM stage_extension").executeUpdate(); // that of the demonstration
        rounds.close("2026", rounds.get("2026").version());
        publication.publish("2026", rounds.get("2026").version());
        String text = results.find(head.id()).orElseThrow().snapshot().text();
        Number reading = (Number) entities.createNativeQuery("SELECT MAX(id) FROM reading WHERE agency_id = ?1")
                .setParameter(1, head.agencyId())
                .getSingleResult();
        assertTrue(text.contains("\"measured\":{\"level\":2,\"indicator\":\"systems_connected\",\"period\":\"" + ended
                + "\",\"readings\":[" + reading + "],\"contents\":\""), text);
        assertTrue(verification.verify(head.id()).same());
        double published = stored("index_value");
        assertEquals(Answer.level(2), provisional(CAPPED));
        sql("UPDATE assessment SET published_at = published_at - INTERVAL 1 SECOND WHERE id = ?1", head.id());
        sql("UPDATE reading SET arrived_at = arrived_at - INTERVAL 1 MINUTE WHERE agency_id = (SELECT agency_id FROM assessment WHERE id = ?1)",
                head.id());
        measured("data-exchange", "systems_connected", 95);
        assertEquals(Answer.level(2), provisional(CAPPED));
        assertEquals(published, stored("index_value"), 1e-9);
        rebuild.rebuild(head.roundId(), head.modelRef());
        assertEquals(published, stored("index_value"), 1e-9);
        assertTrue(verification.verify(head.id()).same());
    }

    /** Whether anything is measured or not, and however many entries there are. */
    @Test
    void aSavedAnswerCostsTheSameNumberOfStatementsWithReadings() {
        long without = Math.min(savedTwice(), savedTwice());
        measured("data-exchange", "systems_connected", 31);
        measured("public-service-portal", "papers_once_only", 0);
        assertEquals(without, Math.min(savedTwice(), savedTwice()));
    }

    /** Statements of the second of two answers, when what is kept in memory is there; numbers of rows are fetched at times. */
    private long savedTwice() {
        answers().with("GOV.1", "1");
        int version = assessments.view(head.id()).answers().get("GOV.1").version();
        entities.flush();
        return used(() -> {
            workflow.answer(head.id(), new AssessmentWorkflow.Draft("GOV.1", "2", null, version));
            entities.flush();
        });
    }

    @Test
    void theScorecardSaysHowMuchIsMeasuredAndHowOldTheOldestIs() {
        assertEquals(0, view().measuredPercent());
        assertTrue(view().oldest().isEmpty());
        measured("data-exchange", "systems_connected", 31);
        int weight = view().model().criteria().stream().mapToInt(Criterion::weight).sum();
        assertEquals(100.0 * view().model().criterion(CAPPED).weight() / weight, view().measuredPercent(), 0.05);
        assertEquals(ended.toString(), view().oldest().orElseThrow().period().toString());
        assertNotEquals(List.of(), view().oldest().orElseThrow().readings());
    }

    private void assertSameEverywhere() {
        ScoredAssessment viewed = view();
        Map<String, ScoredAssessment> ofRound = new HashMap<>();
        inputs.each(head.roundId(), head.modelRef(), head.agencyPath(),
                one -> ofRound.put(one.agencyCode(), ScoredAssessment.of(viewed.model(),
                        one.inputs(), one.readings())));
        ScoredAssessment read = ofRound.get("15");
        assertEquals(viewed.official().whole(), read.official().whole());
        assertEquals(viewed.measured(), read.measured());
        assertEquals(viewed.readings(), read.readings());
        assertEquals(viewed.official().whole().index().toDecimal(9).doubleValue(), stored("index_value"), 1e-8);
        assertEquals(viewed.official().whole().level(), (int) stored("level"));
        assertEquals(viewed.confirmed().toDecimal(5).doubleValue(), stored("confirmed"), 1e-9);
        assertEquals(viewed.grounded().toDecimal(5).doubleValue(), stored("grounded"), 1e-9);
        assertTrue(viewed.grounded().compareTo(viewed.measured()) >= 0
                && viewed.grounded().compareTo(viewed.evidenced()) >= 0);
        List<Double> before = List.of(stored("index_value"), stored("measured"), stored("bias_sum"),
                stored("open_bias_count"));
        rebuild.rebuild(head.roundId(), head.modelRef());
        assertEquals(before,
                List.of(stored("index_value"), stored("measured"), stored("bias_sum"), stored("open_bias_count")));
    }

    private static MaturityModel replaced(MaturityModel model) {
        List<vn.thang.core.model.Node> dimensions = new ArrayList<>();
        for (vn.thang.core.model.Dimension dimension : model.dimensions()) {
            List<vn.thang.core.model.Node> children = new ArrayList<>();
            MaturityModel.criteriaBelow(dimension).values()
                    .forEach(one -> children.add(!one.code().equals(CAPPED) ? one : new Criterion(one.code(),
                            one.weight(), one.core(), one.sensitivity(), Set.of(), one.evidence(), one.effort(),
                            one.indicator()
                                    .map(link -> new vn.thang.core.model.IndicatorLink(link.code(),
                                            vn.thang.core.model.IndicatorLink.Mode.REPLACE, link.levels())),
                            one.scale())));
            dimensions.add(new vn.thang.core.model.Dimension(dimension.code(), dimension.weight(), dimension.core(),
                    dimension.rule(), children));
        }
        return new MaturityModel(model.id(), model.version(), model.status(),
                new vn.thang.core.model.Dimension("", 1, false, model.whole().rule(),
                        dimensions),
                false);
    }

    private Answer provisional(String criterion) {
        return Inputs.answers(view().model(), view().inputs(), Column.PROVISIONAL).of(criterion).orElseThrow();
    }

    private void answer(String criterion, String value) {
        answers().with(criterion, value);
        caller.actAs("quantri");
    }

    private ScoredAssessment view() {
        caller.actAs("canbo");
        ScoredAssessment scored = assessments.view(head.id()).scored();
        caller.actAs("quantri");
        return scored;
    }

    private double stored(String column) {
        return ((Number) entities
                .createNativeQuery("SELECT " + column + " FROM assessment_score WHERE assessment_id = ?1")
                .setParameter(1, head.id()).getSingleResult()).doubleValue();
    }

}
