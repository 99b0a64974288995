package vn.thang.matter.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.thang.platform.Sha256;

/** What is frozen is read again as it was, and a change of it is found. */
class FrozenTextTest {

    @Test
    void whatIsFrozenIsReadAgainAsItWasAndIsTheSameText() {
        FrozenText frozen = FrozenText.of(SampleMeeting.full());
        assertEquals(SampleMeeting.full(), frozen.meeting());
        assertEquals(frozen, FrozenText.of(frozen.meeting()));
        assertTrue(frozen.intact());
    }

    /** What was frozen before plans were looked at names none; it is read, and has the hash of then. */
    @Test
    void whatWasFrozenByAnOlderReleaseIsReadWithItsHash() {
        String older = FrozenText.of(SampleMeeting.full()).text().replaceAll(",?\"ifKept\":(null|\\{[^}]*})", "");
        FrozenText frozen = new FrozenText(older, Sha256.hex(older));
        assertFalse(older.contains("ifKept"));
        assertTrue(frozen.intact());
        FrozenMeeting meeting = frozen.meeting();
        assertTrue(meeting.targets().stream().allMatch(target -> target.ifKept() == null));
        assertEquals(List.of(), new MeetingTexts(meeting, Locale.forLanguageTag("vi")).plans());
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
