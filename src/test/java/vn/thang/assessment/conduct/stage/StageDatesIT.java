package vn.thang.assessment.conduct.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.GivenRounds;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.QueueFilter;
import vn.thang.assessment.review.QueueLine;
import vn.thang.assessment.review.QueueOrder;
import vn.thang.assessment.round.ExtensionOrder;
import vn.thang.assessment.round.GivenExtension;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** In a round of its own for Lào Cai and the other provinces, which is undone. */
class StageDatesIT extends ProvinceFixture {

    @Inject
    private GivenRounds rounds;

    @Inject
    private StageDates dates;

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication publication;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentReview review;

    private LocalDate due;
    private String code;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("quantri");
        due = today.plusDays(20);
        code = "S" + Long.toString(System.nanoTime(), 36);
        rounds.aRound(code).of("province").from(today.minusDays(30)).until(due)
                .withDays(Map.of(Stage.CHECK, 10, Stage.REVIEW, 20, Stage.CORRECTION, 5, Stage.REPLY, 5, Stage.DECISION,
                        5, Stage.PUBLICATION, 5))
                .opened();
        mine = dates.of(code, "15").head().id();
    }

    @Test
    void theDaysFollowThePlanTheDueDayAndWhatIsMoved() {
        assertEquals(List.of(0, 10, 30, 35, 40, 45, 50), after(due));
        dates.move(code, version(), Stage.REVIEW, due.plusDays(60), "Nhiều hồ sơ");
        assertEquals(List.of(0, 10, 60, 65, 70, 75, 80), after(due));
        administration.extend(code, version(), due.plusDays(3));
        assertEquals(List.of(3, 13, 60, 65, 70, 75, 80), after(due));
        dates.move(code, version(), Stage.REVIEW, null, "Trở lại kế hoạch");
        assertEquals(List.of(3, 13, 33, 38, 43, 48, 53), after(due));
        assertEquals(List.of("REVIEW=" + due.plusDays(60) + " Nhiều hồ sơ", "REVIEW=null Trở lại kế hoạch"),
                entities.createNativeQuery(
                        "SELECT details FROM change_log WHERE action = 'move-stage' AND subject_id = ?1 ORDER BY id")
                        .setParameter(1, administration.get(code).id()).getResultList());
    }

    @Test
    void aMoveNeedsAReasonADayInOrderAndTheVersionThatWasSeen() {
        int version = version();
        refused("stage.reason", () -> dates.move(code, version, Stage.REVIEW, due.plusDays(60), " "));
        refused("stage.order", () -> dates.move(code, version, Stage.REVIEW, due.plusDays(9), "Sớm"));
        refused("stage.order", () -> dates.move(code, version, Stage.REVIEW, today.plusYears(3), "Muộn"));
        refused("stage.unknown", () -> dates.move(code, version, Stage.ANSWERING, due.plusDays(9), "Hạn nộp"));
        dates.move(code, version, Stage.REVIEW, due.plusDays(60), "Lần một");
        assertThrows(BusinessException.Conflict.class,
                () -> dates.move(code, version, Stage.REVIEW, due.plusDays(70), "Lần hai"));
    }

    @Test
    void anExtensionHoldsForOneAgencyAndTheOldOneStays() {
        dates.extend(mine, Stage.ANSWERING, due.plusDays(5), "Bão lũ");
        dates.extend(mine, Stage.ANSWERING, due.plusDays(9), "Bão lũ kéo dài");
        caller.actAs("canbo");
        StageDates.OfAgency own = dates.of(mine);
        assertEquals(due.plusDays(9), own.extendedTo(Stage.ANSWERING));
        assertEquals(due.plusDays(9), own.head().dueOn());
        assertEquals(due.plusDays(9), own.holding().get(0).dueOn());
        assertEquals(due.plusDays(10), own.holding().get(1).dueOn());
        assertTrue(own.isPresent(own.days().get(0)));
        assertEquals(List.of("Bão lũ kéo dài", "Bão lũ"),
                own.extensions().stream().map(GivenExtension::reason).toList());
        assertEquals(List.of(true, false), own.extensions().stream().map(GivenExtension::holding).toList());
        assertEquals("Hoàng Minh Đức", own.extensions().get(0).givenBy());
        assertEquals(own.head(),
                dates.running("15").get(0).head().roundCode().equals(code) ? dates.running("15").get(0).head()
                        : dates.running("15").get(1).head());
        caller.actAs("quantri");
        assertEquals(List.of("15"), dates.extensions(code, null, Cut.by(ExtensionOrder.NAMES)).rows().stream()
                .map(GivenExtension::agencyCode).toList());
        for (ExtensionOrder order : ExtensionOrder.values()) {
            assertEquals(1, dates.extensions(code, "15", new Cut<>(order, true, 1, Slice.SIZE)).rows().size());
        }
        assertEquals(0, dates.extensions(code, "không có", Cut.by(ExtensionOrder.NAMES)).total());
        assertEquals(due, dates.of(code, "24").head().dueOn());
    }

    @Test
    void anExtensionNeedsAReasonAndALaterDay() {
        refused("stage.reason", () -> dates.extend(mine, Stage.ANSWERING, due.plusDays(5), null));
        refused("stage.extension-day", () -> dates.extend(mine, Stage.ANSWERING, null, "Bão lũ"));
        refused("stage.extension-day", () -> dates.extend(mine, Stage.ANSWERING, due.minusDays(1), "Bão lũ"));
        refused("stage.extension-day", () -> dates.extend(mine, Stage.ANSWERING, today.plusYears(3), "Bão lũ"));
    }

    @Test
    void whoHasTimeGoesOnAfterTheRoundWasClosedAndNobodyElse() {
        dates.extend(mine, Stage.ANSWERING, due.plusDays(5), "Bão lũ");
        administration.close(code, version());
        caller.actAs("canbo");
        workflow.answer(mine, new AssessmentWorkflow.Draft("STR.1", "2", null, 0));
        assertEquals(AssessmentState.IN_PROGRESS, dates.of(mine).head().state());
        caller.actAs("quantri");
        refused("round.extensions-run", () -> publication.publish(code, version()));
        entities.createNativeQuery("UPDATE stage_extension SET due_on = ?1 WHERE assessment_id = ?2")
                .setParameter(1, java.sql.Date.valueOf(today.minusDays(1))).setParameter(2, mine).executeUpdate();
        caller.actAs("canbo");
        refused("assessment.round-not-open",
                () -> workflow.answer(mine, new AssessmentWorkflow.Draft("STR.2", "2", null, 0)));
    }

    @Test
    void lateIsShownAndNothingIsCutOff() {
        entities.createNativeQuery("UPDATE assessment_round SET opens_on = ?1, due_on = ?2 WHERE code = ?3")
                .setParameter(1, java.sql.Date.valueOf(today.minusDays(60)))
                .setParameter(2, java.sql.Date.valueOf(today.minusDays(4)))
                .setParameter(3, code).executeUpdate();
        entities.clear();
        caller.actAs("canbo");
        assertEquals(4, dates.of(mine).head().daysLate(today));
        workflow.answer(mine, new AssessmentWorkflow.Draft("STR.1", "2", null, 0));
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN', handed_in_at = ?1 WHERE id = ?2")
                .setParameter(1, today.atStartOfDay()).setParameter(2, mine).executeUpdate();
        assertEquals(4, dates.of(mine).head().daysLate(today.plusDays(30)));
        entities.createNativeQuery("UPDATE assessment SET first_handed_in_at = ?1 WHERE id = ?2")
                .setParameter(1, today.minusDays(1).atStartOfDay()).setParameter(2, mine).executeUpdate();
        assertEquals(3, dates.of(mine).head().daysLate(today.plusDays(30)),
                "what came back and was handed in again is no later for it");
        entities.createNativeQuery("UPDATE assessment SET state = 'IN_PROGRESS', handed_in_at = NULL WHERE id = ?1")
                .setParameter(1, mine).executeUpdate();
        assertEquals(3, dates.of(mine).head().daysLate(today.plusDays(30)), "nor is what is to be completed");
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN', handed_in_at = ?1 WHERE id = ?2")
                .setParameter(1, today.atStartOfDay()).setParameter(2, mine).executeUpdate();
        entities.createNativeQuery("UPDATE round_stage SET due_on = ?1 WHERE stage = 'CHECK' AND round_id = ?2")
                .setParameter(1, java.sql.Date.valueOf(today.minusDays(2)))
                .setParameter(2, dates.of(mine).head().roundId())
                .executeUpdate();
        caller.actAs("thamdinh");
        QueueLine line = review.queue(new QueueFilter("Lào Cai", null), Cut.by(QueueOrder.RISK)).rows().stream()
                .filter(one -> one.assessment() == mine).findFirst().orElseThrow();
        assertEquals(Stage.CHECK, line.stage());
        assertEquals(2, line.daysLate(today));
    }

    @Test
    void onlyNationalAdministratorsChangeDaysAndOnlyTheOwnAgencySeesThem() {
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo", "thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            List<Executable> methods = List.of(
                    () -> dates.ofRound(code),
                    () -> dates.extensions(code, null, Cut.by(ExtensionOrder.NAMES)),
                    () -> dates.move(code, 1, Stage.REVIEW, due.plusDays(60), "x"),
                    () -> dates.extend(mine, Stage.ANSWERING, due.plusDays(60), "x"));
            methods.forEach(method -> assertThrows(BusinessException.Forbidden.class, method, person));
        }
        caller.actAs("canbo.bo");
        assertThrows(BusinessException.Forbidden.class, () -> dates.of(mine));
        assertThrows(BusinessException.Forbidden.class, () -> dates.of(code, "15"));
        assertEquals(List.of(), dates.running("15"));
        caller.actAs("canbo");
        assertFalse(dates.running("15").isEmpty());
    }

    private List<Integer> after(LocalDate day) {
        return dates.ofRound(code).stream().map(one -> (int) one.daysLeft(day)).toList();
    }

    private int version() {
        return administration.get(code).version();
    }
}
