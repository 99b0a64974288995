package vn.thang.assessment.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sets that statements are given agree with what a state says of itself. */
class AssessmentStateTest {

    @ParameterizedTest
    @EnumSource(AssessmentState.class)
    void theSetsAgreeWithTheState(AssessmentState state) {
        assertEquals(state.isHandedIn(), AssessmentState.handedIn().contains(state));
        assertNotEquals(AssessmentState.handedIn().contains(state), AssessmentState.waiting().contains(state));
        assertEquals(state.isOpen(), AssessmentState.open().contains(state));
    }
}
