package vn.thang.matter.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** What was frozen before plans and provinces were looked at names none of it; it is read, and has the hash of then. */
    @Test
    void whatWasFrozenByAnOlderReleaseIsReadWithItsHash() throws JsonProcessingException {
        JsonMapper json = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();
        ObjectNode tree = (ObjectNode) json.readTree(FrozenText.of(SampleMeeting.full()).text());
        tree.get("targets").forEach(target -> ((ObjectNode) target).remove("ifKept"));
        tree.get("provinces").forEach(one -> ((ObjectNode) one).remove(List.of("waiting", "late", "asked")));
        tree.get("asked").forEach(one -> ((ObjectNode) one).remove("province"));
        tree.get("decisions").forEach(one -> ((ObjectNode) one).remove("province"));
        String older = json.writeValueAsString(tree);
        FrozenText frozen = new FrozenText(older, Sha256.hex(older));
        assertTrue(frozen.intact());
        FrozenMeeting meeting = frozen.meeting();
        assertTrue(meeting.targets().stream().allMatch(target -> target.ifKept() == null));
        MeetingTexts texts = new MeetingTexts(meeting, Locale.forLanguageTag("vi"));
        assertEquals(List.of(), texts.plans());
        FrozenMeeting.Province province = meeting.provinces().get(1);
        assertNull(province.asked());
        assertNull(texts.waiting(province));
        assertEquals(List.of(1L), texts.asked(province).stream().map(FrozenMeeting.Asked::id).toList());
        assertEquals(List.of(), texts.decisions(province));
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
