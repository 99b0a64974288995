package vn.thang.matter.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is frozen is read again as it was, and a change of it is found. */
class FrozenTextTest {

    @Test
    void whatIsFrozenIsReadAgainAsItWasAndIsTheSameText() {
        FrozenText frozen = FrozenText.of(SampleMeeting.full());
        assertEquals(SampleMeeting.full(), frozen.meeting());
        assertEquals(frozen, FrozenText.of(frozen.meeting()));
        assertTrue(frozen.intact());
    }

    @Test
    void aChangedLetterIsFound() {
        FrozenText frozen = FrozenText.of(SampleMeeting.full());
        FrozenText changed = new FrozenText(frozen.text().replace("Q3", "Q4"), frozen.hash());
        assertFalse(changed.intact());
    }

    @Test
    void anotherFormatIsNotTakenForThisOne() {
        FrozenText frozen = FrozenText.of(SampleMeeting.full());
        FrozenText other = new FrozenText(frozen.text().replace(FrozenMeeting.FORMAT, "thang-meeting-9"),
                frozen.hash());
        assertThrows(IllegalStateException.class, other::meeting);
    }
}
