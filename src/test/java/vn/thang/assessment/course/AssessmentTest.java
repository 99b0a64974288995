package vn.thang.assessment.course;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thang.assessment.round.RoundState;
import vn.thang.platform.BusinessException;

class AssessmentTest {

    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"NOT_STARTED, IN_PROGRESS", "IN_PROGRESS, IN_PROGRESS", "RETURNED, RETURNED"})
    void answeringStartsIt(AssessmentState before, AssessmentState after) throws Exception {
        Assessment assessment = in(before);
        assessment.change(NOW);
        assertEquals(after, state(assessment));
    }

    @ParameterizedTest
    @EnumSource(AssessmentState.class)
    void whatWaitsForItsSignatureOrWasHandedInIsLocked(AssessmentState state) throws Exception {
        Assessment assessment = in(state);
        if (state == AssessmentState.NOT_STARTED) {
            assessment.change(NOW);
        }
        if (state.isOpen()) {
            refused("sign.not-ready", () -> assessment.handIn(handIn()));
            assessment.submit();
            refused("assessment.closed", () -> assessment.change(NOW));
            refused("assessment.closed", assessment::submit);
            assertDoesNotThrow(() -> assessment.handIn(handIn()));
            assertEquals(state == AssessmentState.RETURNED ? AssessmentState.ADMITTED : AssessmentState.HANDED_IN,
                    state(assessment));
        }
        AssessmentState locked = state(assessment);
        refused("assessment.closed", () -> assessment.change(NOW));
        refused("assessment.closed", assessment::submit);
        assertEquals(locked, state(assessment));
    }

    @ParameterizedTest
    @EnumSource(value = AssessmentState.class, names = {"IN_PROGRESS", "RETURNED"})
    void whatIsTakenBackGoesToWhereItCameFrom(AssessmentState from) throws Exception {
        Assessment assessment = in(from);
        refused("sign.not-ready", () -> assessment.withdraw(1));
        assessment.submit();
        assessment.withdraw(1);
        assertEquals(from, state(assessment));
        refused("sign.not-ready", () -> assessment.withdraw(1));
    }

    private static void refused(String key, Executable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed).key());
    }

    private static HandIn handIn() {
        return new HandIn(NOW, 1L, "2026-15-ABC", "hash");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-12-31T16:59:59Z, false
            2026-12-31T17:00:00Z, true
            """)
    void lateIsAfterTheDueDayInVietnam(Instant handedIn, boolean late) {
        AssessmentHead head = new AssessmentHead(1, AssessmentState.HANDED_IN, NOW, handedIn, "Minh", "r", "h", 1,
                "2026",
                "Đợt 2026", "vn-dgm/1.0", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), RoundState.OPEN, 1,
                "15",
                "Lào Cai",
                "province", "/1/15/", null, null);
        assertEquals(late, head.isLate(LocalDate.of(2027, 5, 1)));
    }

    private static Assessment in(AssessmentState state) throws Exception {
        Assessment assessment = new Assessment();
        field().set(assessment, state);
        return assessment;
    }

    private static AssessmentState state(Assessment assessment) throws Exception {
        return (AssessmentState) field().get(assessment);
    }

    private static Field field() throws NoSuchFieldException {
        Field field = Assessment.class.getDeclaredField("state");
        field.setAccessible(true);
        return field;
    }
}
