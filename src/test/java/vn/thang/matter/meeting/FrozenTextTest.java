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
import java.math.BigDecimal;
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
        assertNull(texts.of(province).waiting());
        assertEquals(List.of(1L), texts.of(province).asked().stream().map(FrozenMeeting.Asked::id).toList());
        assertEquals(List.of(), texts.of(province).decisions());
    }

    @Test
    void aChangedLetterIsFound() {
        FrozenText frozen = FrozenText.of(SampleMeeting.full());
        FrozenText changed = new FrozenText(frozen.text().replace("Q3", "Q4"), frozen.hash());
        assertFalse(changed.intact());
    }

    /** What an earlier release froze says nothing of mergers, age and bounds: it is read as it was, and its hash still holds. */
    @Test
    void whatAnEarlierReleaseFrozeIsReadStill() {
        String text = FrozenText.of(SampleMeeting.full()).text().replaceAll(",\"merged\":(true|false)", "")
                .replaceAll(",\"stale\":(true|false|null)", "").replaceAll("\"bounds\":(\\{[^}]*}|null),", "");
        assertFalse(text.contains("stale") || text.contains("bounds") || text.contains("merged"));
        FrozenText old = new FrozenText(text, Sha256.hex(text));
        assertTrue(old.intact());
        FrozenMeeting meeting = old.meeting();
        assertTrue(meeting.provinces().stream().allMatch(one -> one.merged() == null));
        MeetingTexts said = new MeetingTexts(meeting, Locale.of("vi"));
        assertEquals("Mức 4, chỉ số 41,3.", said.of(meeting.provinces().get(3)).level().substring(0, 19));
        assertFalse(said.of(meeting.provinces().get(3)).level().contains("sáp nhập"));
        assertEquals("32% (2026-Q3)", said.value("P1-01"));
        assertEquals("32% (2026-Q3) · có thể 31% – 34,5% · Số liệu đã quá hạn",
                new MeetingTexts(SampleMeeting.full(), Locale.of("vi")).value("P1-01"));
        assertTrue(said.of(SampleMeeting.full().provinces().get(3)).level().contains("sáp nhập"));
    }

    /** A province whose round before was by another version of the model is told whether the two compare. */
    @Test
    void aProvinceSaysWhetherItsRoundBeforeCompares() {
        FrozenMeeting meeting = FrozenText.of(SampleMeeting.full()).meeting();
        MeetingTexts said = new MeetingTexts(meeting, Locale.of("vi"));
        assertFalse(said.of(meeting.provinces().get(1)).level().contains("vn-dgm"), "both are by one version");
        assertFalse(said.of(meeting.provinces().get(2)).level().contains("vn-dgm"), "there was none before");
        assertTrue(said.of(meeting.provinces().get(3)).level().contains(
                "Mô hình chuyển từ vn-dgm/1.0 sang vn-dgm/1.1: mức và chỉ số của toàn bộ và của các lĩnh vực so sánh được"));
        FrozenMeeting.Province broken = new FrozenMeeting.Province("1", "A", "A", "A", 1, 1, 3,
                new BigDecimal("3.1"), 2, new BigDecimal("2.9"), List.of(), List.of(), false, 0L,
                0L, List.of(), new FrozenMeeting.Versions("vn-dgm/1.1", "vn-dgm/2.0", false));
        assertTrue(
                said.of(broken).level()
                        .endsWith("sang vn-dgm/2.0: mức và chỉ số không so sánh được với nhau, nên chênh lệch"
                                + " không phản ánh thay đổi thực tế."),
                said.of(broken).level());
    }

    @Test
    void anotherFormatIsNotTakenForThisOne() {
        FrozenText frozen = FrozenText.of(SampleMeeting.full());
        FrozenText other = new FrozenText(frozen.text().replace(FrozenMeeting.FORMAT, "thang-meeting-9"),
                frozen.hash());
        assertThrows(IllegalStateException.class, other::meeting);
    }
}
