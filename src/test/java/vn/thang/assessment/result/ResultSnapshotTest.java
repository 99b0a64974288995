package vn.thang.assessment.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.result.ResultSnapshot.Origin;
import vn.thang.assessment.result.ResultSnapshot.Proof;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.CriterionInput;

class ResultSnapshotTest {

    private static final MaturityModel MODEL = new Catalog(Optional.empty()).model("vn-dgm/1.0");
    private static final Origin ORIGIN = new Origin("2026", "15", "province", MODEL.ref(), "abc");
    private static final List<Proof> PROOFS = List.of(new Proof("STR.1", 2, "f".repeat(64)),
            new Proof("STR.1", 3, "https://example.org/kế-hoạch"));

    /** The salt keeps the hash from being tried out; it stays where the result is computed again, and leaves the excerpt. */
    @Test
    void aSaltedResultComputesToItsHashAndItsExcerptHasNoSalt() {
        ResultSnapshot salted = ResultSnapshot.of(new Origin("2026", "15", "province", MODEL.ref(), "abc", "s1"), MODEL,
                inputs(), PROOFS);
        assertEquals(salted, ResultSnapshot.again(salted.text(), MODEL, "abc"));
        assertNotEquals(ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS).hash(), salted.hash());
        Set<String> restricted = MODEL.criteria().stream().filter(Criterion::restricted).map(Criterion::code)
                .collect(Collectors.toSet());
        assertFalse(restricted.isEmpty());
        ResultExcerpt excerpt = ResultExcerpt.of(salted, MODEL, restricted, ResultSnapshot::hash);
        assertEquals(salted.hash(), excerpt.sealed());
        assertFalse(excerpt.text().contains("s1\""));
        restricted.forEach(code -> assertFalse(
                excerpt.text().contains("\"criterion\":\"" + code + "\",\"declared\""), code));
        assertEquals(List.of(), excerpt.wrong(MODEL, "abc"));
        assertNotEquals(List.of(), new ResultExcerpt(excerpt.text().replaceFirst("\"declared\":\"\\d\"",
                "\"declared\":\"5\"").replaceFirst("\"exempt\":false", "\"exempt\":true")).wrong(MODEL, "abc"));
    }

    @Test
    void computedAgainItIsTheSame() {
        ResultSnapshot snapshot = ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS);
        ResultSnapshot again = ResultSnapshot.again(snapshot.text(), MODEL, "abc");
        assertEquals(snapshot, again);
        assertEquals(snapshot.hash(), ResultSnapshot.hash(snapshot.text()));
        assertEquals(ScoredAssessment.of(MODEL.forAgencyType("province"), inputs()).official().whole().level(),
                snapshot.level());
        assertEquals(
                ScoredAssessment.of(MODEL.forAgencyType("province"), inputs()).official().whole().index().toString(),
                snapshot.index());
    }

    @Test
    void whatWasMeasuredIsKeptWithTheReadingsItComesFrom() {
        Map<String, CriterionInput> inputs = new HashMap<>(inputs());
        inputs.computeIfPresent("SHR.1", (code, input) -> input.measuredAt(1));
        Map<String, ResultSnapshot.Source> sources = Map.of("SHR.1",
                new ResultSnapshot.Source("systems_connected", "2026-Q3", List.of(7L, 12L), null));
        ResultSnapshot snapshot = ResultSnapshot.of(ORIGIN, MODEL, inputs, PROOFS, sources);
        assertTrue(snapshot.text().contains(
                "\"measured\":{\"level\":1,\"indicator\":\"systems_connected\",\"period\":\"2026-Q3\",\"readings\":[7,12]}"),
                snapshot.text());
        assertEquals(snapshot, ResultSnapshot.again(snapshot.text(), MODEL, "abc"));
        String altered = snapshot.text().replace("\"measured\":{\"level\":1", "\"measured\":{\"level\":5");
        assertNotEquals(snapshot.hash(), ResultSnapshot.again(altered, MODEL, "abc").hash());
    }

    /** The text of a result that was published before anything was measured has no word of it. */
    @Test
    void whatWasPublishedBeforeThereWereReadingsComputesToTheSame() {
        ResultSnapshot snapshot = ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS);
        assertFalse(snapshot.text().contains("measured"));
        assertEquals(snapshot, ResultSnapshot.again(snapshot.text(), MODEL, "abc"));
    }

    @Test
    void theOrderInWhichInputsAndEvidenceArriveDoesNotMatter() {
        List<Proof> turned = List.of(PROOFS.get(1), PROOFS.get(0));
        assertEquals(ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS),
                ResultSnapshot.of(ORIGIN, MODEL, new HashMap<>(inputs()), turned));
    }

    @Test
    void anyOtherInputGivesAnotherHash() {
        String hash = ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS).hash();
        Map<String, CriterionInput> other = new HashMap<>(inputs());
        other.put("INF.4", new CriterionInput(Answer.level(4), Set.of(), null, null, false));
        assertNotEquals(hash, ResultSnapshot.of(ORIGIN, MODEL, other, PROOFS).hash());
        assertNotEquals(hash, ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS.subList(0, 1)).hash());
        assertNotEquals(hash,
                ResultSnapshot.again(ResultSnapshot.of(ORIGIN, MODEL, inputs(), PROOFS).text(), MODEL, "abd").hash());
    }

    @Test
    void anOutcomeThatWasAlteredIsNotWhatFollows() {
        ResultSnapshot snapshot = ResultSnapshot.of(ORIGIN, MODEL, inputs(), Collections.emptyList());
        String altered = snapshot.text().replaceFirst("\"official\":\\{\"level\":\\d", "\"official\":{\"level\":5");
        assertNotEquals(snapshot.text(), altered);
        assertNotEquals(snapshot.hash(), ResultSnapshot.hash(altered));
        assertEquals(snapshot, ResultSnapshot.again(altered, MODEL, "abc"));
        assertTrue(snapshot.level() < 5);
    }

    private static Map<String, CriterionInput> inputs() {
        Map<String, CriterionInput> inputs = new HashMap<>();
        int i = 0;
        for (Criterion criterion : MODEL.criteria()) {
            Answer confirmed = i % 7 == 0 ? Answer.level(2) : null;
            Set<Integer> evidence = criterion.code().equals("STR.1") ? Set.of(2, 3) : Set.of();
            inputs.put(criterion.code(),
                    new CriterionInput(Answer.level(1 + i++ % 5), evidence, null, confirmed, false));
        }
        return inputs;
    }
}
