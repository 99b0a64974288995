package vn.thang.assessment.course;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.assessment.round.RoundState;
import vn.thang.platform.BusinessException;

/** When an answer may be changed, and what is said where it may not. */
class AnswerLockTest {

    @ParameterizedTest(name = "{0} in a round that is {1}: own {2}, returned {3}, exempt {4}: {5}")
    @CsvSource({
            "NOT_STARTED, OPEN, true, false, false, ", "IN_PROGRESS, OPEN, true, false, false, ",
            "IN_PROGRESS, OPEN, true, true, false, ", "IN_PROGRESS, OPEN, false, false, false, OF_OTHERS",
            "IN_PROGRESS, OPEN, true, false, true, EXEMPT", "IN_PROGRESS, OPEN, false, false, true, OF_OTHERS",
            "IN_PROGRESS, PLANNED, true, false, false, ROUND_NOT_OPEN",
            "IN_PROGRESS, CLOSED, true, false, false, ROUND_NOT_OPEN",
            "IN_PROGRESS, PUBLISHED, true, false, false, ROUND_NOT_OPEN",
            "RETURNED, OPEN, true, true, false, ", "RETURNED, CLOSED, true, true, false, ",
            "RETURNED, OPEN, true, false, false, NOT_RETURNED", "RETURNED, CLOSED, true, false, false, NOT_RETURNED",
            "RETURNED, OPEN, true, true, true, EXEMPT", "RETURNED, OPEN, true, false, true, NOT_RETURNED",
            "RETURNED, OPEN, false, true, false, OF_OTHERS", "RETURNED, PUBLISHED, true, true, false, ROUND_NOT_OPEN",
            "READY, OPEN, true, true, false, CLOSED", "READY, CLOSED, true, true, false, ROUND_NOT_OPEN"})
    void statesRulingsExemptionsAndSections(AssessmentState state, RoundState round, boolean own, boolean returned,
            boolean exempt,
            AnswerLock.Reason reason) {
        assertEquals(Optional.ofNullable(reason), AnswerLock.of(head(state, round),
                new AnswerLock.Question("STR.1", own, returned, exempt)).map(AnswerLock::reason));
    }

    @ParameterizedTest
    @EnumSource(AssessmentState.class)
    void onlyTheThreeOpenStatesLetAnswersChange(AssessmentState state) {
        boolean changes = AssessmentState.open().contains(state);
        assertEquals(changes, AnswerLock.of(head(state, RoundState.OPEN)).isEmpty());
        assertEquals(changes,
                AnswerLock.of(head(state, RoundState.OPEN), new AnswerLock.Question("STR.1", true, true, false))
                        .isEmpty());
        assertEquals(changes, !Step.ANSWER.from(state).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, assessment.closed", "ROUND_NOT_OPEN, assessment.round-not-open", "NOT_RETURNED, review.locked",
            "EXEMPT, exemption.locked", "OF_OTHERS, security.forbidden"})
    void theRefusalSaysTheReason(AnswerLock.Reason reason, String key) {
        BusinessException refusal = assertThrows(BusinessException.class,
                () -> AnswerLock.requireNone(Optional.of(new AnswerLock(reason, "STR.1"))));
        assertEquals(key, refusal.key());
        assertEquals(reason == AnswerLock.Reason.OF_OTHERS, refusal instanceof BusinessException.Forbidden);
    }

    @Test
    void withoutALockNothingIsRefused() {
        assertDoesNotThrow(
                () -> AnswerLock.requireNone(AnswerLock.of(head(AssessmentState.IN_PROGRESS, RoundState.OPEN))));
    }

    /** Nothing rests on the evidence of an exempt question, so it can be taken back while the state allows a change. */
    @ParameterizedTest
    @EnumSource(AnswerLock.Reason.class)
    void anExemptionAloneKeepsNoEvidence(AnswerLock.Reason reason) {
        assertEquals(reason == AnswerLock.Reason.EXEMPT,
                AnswerLock.ofRemoval(Optional.of(new AnswerLock(reason, "STR.1"))).isEmpty());
        assertEquals(Optional.empty(), AnswerLock.ofRemoval(Optional.empty()));
    }

    private static AssessmentHead head(AssessmentState state, RoundState round) {
        return new AssessmentHead(1, state, Instant.EPOCH, null, null, null, null, 1, "2026", "Round", "vn-dgm/1.0",
                LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), round, 1, "15", "Agency", "province", "/1/15/",
                null, null);
    }
}
