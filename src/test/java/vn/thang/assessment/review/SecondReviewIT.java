package vn.thang.assessment.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.review.SecondReview.Opinion;
import vn.thang.assessment.ruling.Judgement;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.Agreement;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;

/** The province of the demonstration is sampled and reviewed twice; everything is undone. */
class SecondReviewIT extends ProvinceFixture {

    private static final String FIRST = "thamdinh";
    private static final String SECOND = "lanhdao";

    @Inject
    private SecondReview second;

    @Inject
    private ReviewerAgreement agreement;

    @Inject
    private AssessmentReview review;

    @Inject
    private CompletenessCheck check;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private HandingIn handing;

    @BeforeEach
    void handedInAndDrawn() throws Exception {
        entities.createNativeQuery(
                "INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, a.id,"
                        + " 'REVIEWER', '2020-01-01' FROM person p, agency a WHERE p.username = '" + SECOND
                        + "' AND a.code = 'VN'")
                .executeUpdate();
        answering.of(mine).by(HandingIn.OFFICER).andAllOthers("3", "đã có");
        handing.handIn(mine);
        caller.actAs(FIRST);
        check.admit(mine);
        entities.createNativeQuery(
                "UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id SET s.state = 'IN_PROGRESS'"
                        + " WHERE r.code = '2026' AND s.id <> ?1")
                .setParameter(1, mine).executeUpdate();
        for (String table : List.of("second_opinion", "second_review", "round_sample", "verdict")) {
            entities.createNativeQuery("DELETE FROM " + table).executeUpdate(); // what the demonstration brings
        }
        caller.actAs("quantri");
        assertEquals(1, second.draw("2026", 1, "mau-2026"));
    }

    @Test
    void theSeedIsKeptAndTheSampleDrawnOnce() {
        caller.actAs("quantri");
        ReviewerAgreement.Report report = agreement.of("2026");
        assertEquals("mau-2026", report.drawn().seed());
        assertEquals(1, report.sampled());
        caller.actAs(FIRST);
        assertTrue(review.queue(new QueueFilter(null, null), Cut.by(QueueOrder.RISK)).rows().stream()
                .filter(line -> line.assessment() == mine).findFirst()
                .orElseThrow().sampled());
        caller.actAs("quantri");
        refused("sample.drawn-already", () -> second.draw("2026", 1, null));
    }

    @Test
    void theSecondReviewerDoesNotSeeWhatTheFirstSaid() {
        caller.actAs(FIRST);
        review.judge(mine, new Judgement("SHR.1", Verdict.Kind.CORRECTED, "2", "Chưa đủ", null, 0));
        caller.actAs(SECOND);
        assertEquals("2", assessments.view(mine).verdicts().get("SHR.1").value(), "they have not begun");
        second.say(mine, "STR.1", new Opinion("3", null));
        assertTrue(assessments.view(mine).verdicts().isEmpty());
        assertTrue(assessments.verdicts(mine, "SHR.1").isEmpty());
        assertEquals("3", second.desk(mine).opinions().get("STR.1").value());
    }

    @Test
    void theTwoAreDifferentPeople() {
        caller.actAs(FIRST);
        review.judge(mine, new Judgement("SHR.1", Verdict.Kind.CORRECTED, "2", "Chưa đủ", null, 0));
        forbidden("second.first-reviewer", () -> second.say(mine, "STR.1", new Opinion("3", null)));
        caller.actAs(SECOND);
        second.say(mine, "STR.1", new Opinion("3", null));
        forbidden("second.independent",
                () -> review.judge(mine, new Judgement("STR.2", Verdict.Kind.CORRECTED, "2", "Chưa đủ", null, 0)));
    }

    @Test
    void aDifferenceAboutARestrictedAnswerIsShownToWhoMayReadThoseOfTheAgency() {
        caller.actAs(FIRST);
        List<String> codes = assessments.view(mine).scored().model().criteria().stream().map(Criterion::code).toList();
        review.judge(mine, new Judgement("SEC.1", Verdict.Kind.CORRECTED, "2", "Đã xem", null, 0));
        caller.actAs(SECOND);
        codes.forEach(code -> second.say(mine, code, new Opinion("3", "Đã xem")));
        second.finish(mine);
        caller.actAs(FIRST);
        assertEquals(List.of("SEC.1"),
                agreement.of("2026").differences().stream().map(ReviewerAgreement.Difference::criterion).toList());
        role("kiemtoan", "VN", "HEAD");
        caller.actAs("kiemtoan");
        assertEquals(List.of(), agreement.of("2026").differences(),
                "the head of the whole reads restricted answers of the own agency alone");
    }

    @Test
    void agreementIsComputedOnceTheSecondHasFinished() {
        caller.actAs(FIRST);
        List<String> codes = assessments.view(mine).scored().model().criteria().stream().map(Criterion::code).toList();
        for (int i = 0; i < 6; i++) {
            review.judge(mine,
                    new Judgement(codes.get(i), Verdict.Kind.CORRECTED, i < 3 ? "2" : "3", "Đã xem", null, 0));
        }
        caller.actAs(SECOND);
        for (String code : codes) {
            second.say(mine, code, new Opinion(codes.indexOf(code) < 4 ? "2" : "3", "Đã xem"));
        }
        caller.actAs("kiemtoan");
        assertEquals(0, agreement.of("2026").parts().get("").pairs(), "not finished yet");
        caller.actAs(SECOND);
        second.finish(mine);
        caller.actAs("kiemtoan");
        ReviewerAgreement.Report report = agreement.of("2026");
        Agreement whole = report.parts().get("");
        assertEquals(6, whole.pairs());
        assertEquals(5, whole.same());
        assertEquals(Optional.of(Fraction.of(2, 3)), whole.kappa());
        assertEquals(List.of(), report.differences(), "nothing of it is issued yet");
        caller.actAs(FIRST);
        assertEquals(List.of(codes.get(3)),
                agreement.of("2026").differences().stream().map(ReviewerAgreement.Difference::criterion).toList());
        sql("UPDATE assessment SET state = 'PROVISIONAL' WHERE id = ?1", mine);
        caller.actAs("kiemtoan");
        assertEquals(codes.get(3), agreement.of("2026").differences().get(0).criterion());
        ReviewerAgreement.Leniency first = report.reviewers().stream()
                .filter(one -> one.reviewer().equals("Phạm Thu Hằng")).findFirst().orElseThrow();
        assertEquals(Fraction.of(1, 6), first.againstOther(), "the first set one level higher than the second, of six");
        assertEquals(6, first.answers());
    }

    @Test
    void nothingChangesOnceItIsFinishedAndNothingIsFinishedBefore() {
        caller.actAs(SECOND);
        List<String> codes = assessments.view(mine).scored().model().criteria().stream().map(Criterion::code).toList();
        codes.forEach(code -> second.say(mine, code, new Opinion("2", null)));
        int level = assessments.view(mine).scored().official().whole().level();
        second.finish(mine);
        assertTrue(second.desk(mine).done());
        assertEquals(level, assessments.view(mine).scored().official().whole().level(),
                "the result rests on the first review alone");
        refused("review.not-now", () -> second.say(mine, "STR.1", new Opinion("3", null)));
    }

    @Test
    void incompleteReviewsAreNotFinished() {
        caller.actAs(SECOND);
        second.say(mine, "STR.1", new Opinion("2", null));
        refused("second.left", () -> second.finish(mine));
    }

    @Test
    void othersNeitherDrawNorJudgeNorSee() {
        for (String person : List.of(HandingIn.OFFICER, HandingIn.HEAD, "canbo.bo", "kiemtoan", "quantri", "hoidong",
                "phoihop")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> second.desk(mine), person);
            assertThrows(BusinessException.Forbidden.class, () -> second.say(mine, "STR.1", new Opinion("3", null)),
                    person);
            assertThrows(BusinessException.Forbidden.class, () -> second.finish(mine), person);
            assertThrows(BusinessException.Forbidden.class, () -> assessments.peers(mine, "STR.1"), person);
        }
        for (String person : List.of(HandingIn.OFFICER, HandingIn.HEAD, "canbo.bo", FIRST, "kiemtoan", "phoihop")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> second.draw("2026", 1, null), person);
        }
        for (String person : List.of(HandingIn.OFFICER, HandingIn.HEAD, "canbo.bo", "phoihop")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> agreement.of("2026"), person);
        }
    }

    @Test
    void peersAreShownFromFiveOn() {
        caller.actAs(FIRST);
        long others = ((Number) entities
                .createNativeQuery("SELECT COUNT(*) FROM answer w JOIN assessment s ON s.id = w.assessment_id"
                        + " JOIN assessment_round r ON r.id = s.round_id AND r.code = '2026' JOIN agency a ON a.id = s.agency_id AND a.type = 'province'"
                        + " WHERE w.criterion = 'STR.1' AND w.value IS NOT NULL AND s.id <> ?1")
                .setParameter(1, mine).getSingleResult()).longValue();
        assertTrue(others >= 5);
        assertEquals(others, assessments.peers(mine, "STR.1").values().stream().mapToLong(Long::longValue).sum());
        entities.createNativeQuery(
                "DELETE w FROM answer w JOIN assessment s ON s.id = w.assessment_id JOIN assessment_round r ON r.id = s.round_id"
                        + " AND r.code = '2026' JOIN agency a ON a.id = s.agency_id AND a.type = 'province' WHERE w.criterion = 'STR.1' AND s.id <> ?1 AND a.code <> '79'")
                .setParameter(1, mine).executeUpdate();
        assertTrue(assessments.peers(mine, "STR.1").isEmpty());
    }

    @Test
    void aRoundWithNewOfficersOnlyIsARisk() {
        caller.actAs(FIRST);
        boolean known = line().newOfficer();
        entities.createNativeQuery(
                "UPDATE membership m JOIN agency a ON a.id = m.agency_id SET m.valid_from = '2020-01-01' WHERE a.code = '15'")
                .executeUpdate();
        assertFalse(line().newOfficer());
        entities.createNativeQuery(
                "UPDATE membership m JOIN agency a ON a.id = m.agency_id SET m.valid_from = DATE(UTC_TIMESTAMP() + INTERVAL 7 HOUR) WHERE a.code = '15'")
                .executeUpdate();
        assertTrue(line().newOfficer());
        assertTrue(known, "the accounts of the demonstration are made with it");
    }

    private QueueLine line() {
        return review.queue(new QueueFilter("Lào Cai", null), Cut.by(QueueOrder.RISK)).rows().get(0);
    }

    private static void forbidden(String key, Executable deed) {
        assertEquals(key, assertThrows(BusinessException.Forbidden.class, deed).key());
    }
}
