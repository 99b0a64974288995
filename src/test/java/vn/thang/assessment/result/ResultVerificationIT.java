package vn.thang.assessment.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.result.ResultVerification.Verified;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.catalog.Catalog;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.proof.RoundProof;

/** Publishes the round of the demonstration and looks whether somebody who alters it is found out; everything is undone. */
class ResultVerificationIT extends ContainerFixture {

    @Inject
    private ResultVerification verification;

    @Inject
    private RoundProof proof;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private ResultPublication publication;

    @Inject
    private PublishedResults results;

    @Inject
    private TrailSealing sealing;

    @Inject
    private Catalog catalog;

    @BeforeEach
    void look() {
        sealing.seal(null); // and the server seals nothing before the end of this test
        caller.actAs("kiemtoan");
    }

    /** Most tests look at a round that is published already: to publish one takes seconds. */
    private void publish() {
        caller.actAs("quantri");
        entities.createNativeQuery("DELETE FROM stage_extension").executeUpdate(); // that of the demonstration
        entities.createNativeQuery(
                "UPDATE assessment SET state = 'FINAL' WHERE state IN ('HANDED_IN', 'ADMITTED', 'UNDER_REVIEW', 'RETURNED', 'REVIEWED')")
                .executeUpdate();
        rounds.close("2026", rounds.get("2026").version());
        publication.publish("2026", rounds.get("2026").version());
        caller.actAs("kiemtoan");
    }

    @Test
    void everyPublishedResultComputesToItsHash() {
        publish();
        for (String round : List.of("2025", "2026")) {
            ResultVerification.VerifiedRound verified = verification.verifyRound(round);
            assertEquals(count("s.state = 'PUBLISHED' AND r.code = '" + round + "'"), verified.results(), round);
            assertEquals(List.of(), verified.different(), round);
        }
    }

    /** An answer of which the trail told last that it was another one is named, before and after publication. */
    @Test
    void anAnswerThatTheTrailDoesNotKnowIsNamed() {
        long one = published("2025");
        List<ResultVerification.Untold> left = verification.verifyRound("2025").untold(); // by other tests
        sql("INSERT INTO change_log (id, at, action, subject, subject_id, details, after_value) VALUES"
                + " (-91, UTC_TIMESTAMP(6), 'answer', 'assessment', ?1, 'GOV.1', '9'),"
                + " (-92, UTC_TIMESTAMP(6), 'answer', 'assessment', ?1, 'SEC.1', NULL)", one);
        sql("UPDATE change_log SET after_hash = SHA2('s3', 256) WHERE id = -92");
        assertEquals(List.of("GOV.1 true", "SEC.1 false"), proof.verify("2025").verified().untold().stream()
                .filter(untold -> !left.contains(untold)).map(untold -> untold.criterion() + " " + untold.checkable())
                .sorted().toList());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'verify-results' AND details LIKE"
                + " CONCAT('% untold=', ?1, ' open=%')", left.size() + 2));
    }

    @Test
    void oneResultThatIsVerifiedIsTold() {
        long one = published("2025");
        verification.verify(one);
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'verify-result' AND subject_id = ?1"
                + " AND details = 'same=true'", one));
    }

    @Test
    void thePublicationNamesTheHashOfAllResults() {
        publish();
        String details = (String) entities.createNativeQuery(
                "SELECT details FROM change_log WHERE action = 'publish' ORDER BY id DESC LIMIT 1").getSingleResult();
        assertTrue(details.matches("assessments=\\d+ hash=[0-9a-f]{64}"), details);
    }

    @Test
    void anAlteredAnswerInTheStoredTextIsFound() {
        long one = published("2025");
        alter("UPDATE published_result SET content = REPLACE(content, '\"declared\":\"2\"', '\"declared\":\"5\"') WHERE assessment_id = ?1",
                one);
        Verified verified = verification.verify(one);
        assertFalse(verified.same());
        assertFalse(verified.intact());
        assertEquals(1, verification.verifyRound("2025").different().size());
    }

    @Test
    void anAlteredTextWithAHashThatFitsIsFoundByItsOutcome() {
        long one = published("2025");
        alter("UPDATE published_result SET content = REGEXP_REPLACE(content, '\"official\":.\"level\":[0-9]',"
                + " '\"official\":{\"level\":4') WHERE assessment_id = ?1", one);
        alter("UPDATE published_result SET hash = SHA2(content, 256) WHERE assessment_id = ?1", one);
        Verified verified = verification.verify(one);
        assertTrue(verified.intact());
        assertFalse(verified.same());
    }

    /** Whoever forges the text makes the hash and all that pages show fit, and tells the trail of it once more: it had told before. */
    @Test
    void aResultThatWasForgedWithItsHashIsFoundByTheTrail() {
        long one = published("2025");
        PublishedResults.Frozen frozen = results.find(one).orElseThrow();
        String ref = frozen.snapshot().modelRef();
        ResultSnapshot forged = ResultSnapshot.again(
                frozen.snapshot().text().replaceAll("\"confirmed\":(null|\"\\d\")", "\"confirmed\":\"4\""),
                catalog.model(ref), catalog.hash(ref));
        assertNotEquals(frozen.snapshot().hash(), forged.hash());
        entities.flush();
        sealing.seal(null);
        sql("UPDATE published_result SET content = ?2, hash = ?3 WHERE assessment_id = ?1", one, forged.text(),
                forged.hash());
        forged.shown().forEach((node, shown) -> {
            String[] of = shown.split(" ");
            if (node.isEmpty()) {
                sql("UPDATE assessment_score SET level = ?2, index_value = ?3 WHERE assessment_id = ?1", one, of[0],
                        of[1]);
            } else {
                sql("UPDATE node_score SET level = ?3, index_value = ?4 WHERE assessment_id = ?1 AND node = ?2", one,
                        node,
                        of[0], of[1]);
            }
        });
        sql("INSERT INTO change_log (id, at, action, subject, subject_id, details) VALUES (-9, '2020-01-01',"
                + " 'publish-result', 'assessment', ?1, ?2)", one, "hash=" + forged.hash());
        sealing.seal(null);
        Verified verified = verification.verify(one);
        assertTrue(verified.intact() && verified.sameModel() && verified.sameShown());
        assertEquals(verified.hash(), verified.recomputed());
        assertFalse(verified.sameTold());
        assertFalse(verified.same());
        assertEquals(List.of(one), verification.verifyRound("2025").different().stream().map(Verified::assessment)
                .toList());
    }

    @Test
    void aLevelThatOnlyThePagesShowIsFound() {
        long one = published("2025");
        alter("UPDATE assessment_score SET level = 5 WHERE assessment_id = ?1", one);
        Verified verified = verification.verify(one);
        assertEquals(verified.hash(), verified.recomputed());
        assertFalse(verified.sameShown());
        assertFalse(verified.same());
    }

    /** Lists and dashboards read more than the level of the whole. */
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE node_score SET level = 5 - level WHERE assessment_id = ?1 AND level <> 2.5",
            "UPDATE node_score SET index_value = index_value + 0.001 WHERE assessment_id = ?1",
            "DELETE FROM node_score WHERE assessment_id = ?1",
            "UPDATE assessment_score SET index_value = index_value + 0.001 WHERE assessment_id = ?1",
            "UPDATE assessment_score SET declared_level = 6 WHERE assessment_id = ?1"})
    void aPartThatOnlyThePagesShowIsFound(String change) {
        long one = published("2025");
        assertTrue(verification.verify(one).same());
        alter(change, one);
        Verified verified = verification.verify(one);
        assertFalse(verified.sameShown());
        assertFalse(verified.same());
    }

    /** A correction is another reading, so that what the readings of a result said stays. */
    @Test
    void aReadingThatWasChangedBehindTheBackIsNamedByItsCriterion() {
        publish();
        String content = (String) entities.createNativeQuery("SELECT content FROM published_result f"
                + " JOIN assessment s ON s.id = f.assessment_id JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2026' AND content LIKE '%\"contents\"%' ORDER BY f.assessment_id LIMIT 1")
                .getSingleResult();
        long one = number("SELECT assessment_id FROM published_result WHERE content = ?1", content);
        assertTrue(verification.verify(one).same());
        Matcher measured = Pattern.compile("\"criterion\":\"([^\"]+)\"[^}]*?\"readings\":\\[(\\d+)").matcher(
                content.replaceAll("\"evidence\":\\[[^\\]]*\\]", "").replace("\"measured\":{", ""));
        assertTrue(measured.find());
        sql("UPDATE reading SET value = value + 1 WHERE id = ?1", Long.parseLong(measured.group(2)));
        assertTrue(verification.verify(one).changed().contains(measured.group(1)));
        assertEquals(1, verification.verifyRound("2026").different().stream()
                .filter(different -> different.assessment() == one).count());
    }

    @Test
    void whatIsFrozenStaysWhenTheAnswersChange() {
        long one = published("2025");
        String hash = verification.verify(one).hash();
        alter("UPDATE answer SET value = '5' WHERE assessment_id = ?1", one);
        Verified verified = verification.verify(one);
        assertEquals(hash, verified.recomputed());
        assertFalse(verified.same());
        assertTrue(verified.changed().size() > 10, verified.changed()::toString);
    }

    /** Behind what was published, the tables still hold it; whoever changes them is named by the criterion. */
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE answer SET value = NULL WHERE assessment_id = ?1 AND criterion = 'GOV.1'",
            "INSERT INTO exemption (id, assessment_id, criterion, reason, asked_by, asked_at, granted, version)"
                    + " SELECT NEXTVAL(exemption_seq), ?1, 'GOV.1', 'x', MIN(id), UTC_TIMESTAMP(6), TRUE, 0 FROM person",
            "INSERT INTO evidence (id, assessment_id, criterion, level, for_objection, kind, title, url, attached_at)"
                    + " VALUES (NEXTVAL(evidence_seq), ?1, 'GOV.1', 3, FALSE, 'LINK', 'x', 'https://x', UTC_TIMESTAMP(6))",
            "INSERT INTO verdict (id, assessment_id, criterion, kind, value, given_by, given_at)"
                    + " SELECT NEXTVAL(verdict_seq), ?1, 'GOV.1', 'CORRECTED', '0', MIN(id), UTC_TIMESTAMP(6) FROM person"})
    void aRowThatIsChangedBehindTheBackIsNamed(String change) {
        long one = published("2025");
        alter(change, one);
        Verified verified = verification.verify(one);
        assertEquals(List.of("GOV.1"), verified.changed());
        assertTrue(verified.intact() && verified.sameTold() && !verified.same());
    }

    /** What is compared is not what is left: a result that was removed, one that nobody published, a round that denies it. */
    @Test
    void aResultThatIsGoneOrWasNeverPublishedIsNamed() {
        publish();
        long gone = published("2026");
        long never = number("SELECT MIN(s.id) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE r.code = '2026' AND s.state = 'IN_PROGRESS'");
        String told = results.find(gone).orElseThrow().snapshot().hash();
        assertTrue(verification.verifyRound("2026").sameWhole());
        alter("DELETE FROM published_result WHERE assessment_id = ?1", gone);
        alter("UPDATE assessment SET state = 'PUBLISHED' WHERE id = ?1", never);
        sql("UPDATE assessment_round SET state = 'CLOSED' WHERE code = '2026'");
        entities.clear();
        ResultVerification.VerifiedRound round = proof.verify("2026").verified();
        assertEquals(Set.of(gone + " true", never + " false"), round.missing().stream()
                .map(one -> one.assessment() + " " + one.told()).collect(Collectors.toSet()));
        assertFalse(round.sameWhole());
        assertFalse(round.same());
        Verified one = verification.verify(gone);
        assertTrue(one.gone() && !one.same());
        assertEquals(told, one.hash());
        assertTrue(verification.verify(never).gone());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'verify-results' AND details LIKE"
                + " '% missing=2 same-whole=false scores=0 signatures=% untold=% open=%'"));
    }

    @Test
    void nothingIsVerifiedThatWasNotPublished() {
        long waiting = ((Number) entities
                .createNativeQuery("SELECT MIN(s.id) FROM assessment s WHERE s.state = 'IN_PROGRESS'")
                .getSingleResult()).longValue();
        assertThrows(BusinessException.NotFound.class, () -> verification.verify(waiting));
    }

    @Test
    void othersVerifyTheirOwnAgencyOnly() {
        long ministry = ((Number) entities
                .createNativeQuery("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                        + " JOIN assessment_round r ON r.id = s.round_id WHERE a.code = 'BTP' AND r.code = '2025'")
                .getSingleResult()).longValue();
        caller.actAs("lanhdao.tinh");
        assertThrows(BusinessException.Forbidden.class, () -> verification.verify(ministry));
    }

    @Test
    void aWholeRoundIsANationalMatter() {
        caller.actAs("lanhdao.tinh");
        assertThrows(BusinessException.Forbidden.class, () -> verification.verifyRound("2025"));
    }

    @Test
    void whoMayNotTakeNumbersAwayVerifiesNoRound() {
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> verification.verifyRound("2025"));
    }

    private long published(String round) {
        return ((Number) entities
                .createNativeQuery("SELECT MIN(s.id) FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
                        + " JOIN assessment_score c ON c.assessment_id = s.id WHERE r.code = ?1 AND s.state = 'PUBLISHED' AND c.level < 4")
                .setParameter(1, round).getSingleResult()).longValue();
    }

    private void alter(String sql, long assessment) {
        assertTrue(entities.createNativeQuery(sql).setParameter(1, assessment).executeUpdate() > 0);
    }

    private int count(String condition) {
        return ((Number) entities.createNativeQuery(
                "SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE "
                        + condition)
                .getSingleResult()).intValue();
    }
}
