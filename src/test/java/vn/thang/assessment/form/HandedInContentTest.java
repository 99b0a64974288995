package vn.thang.assessment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.round.RoundState;

class HandedInContentTest {

    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final GivenAnswer FIRST = answer("STR.1", "3", "Kế hoạch");
    private static final GivenAnswer SECOND = answer("STR.2", "2", null);
    private static final AttachedEvidence FILE = evidence(7, "STR.1", 2, "FILE", null, "ab12");
    private static final AttachedEvidence LINK = evidence(8, "STR.1", 3, "LINK", "https://example.org/", null);

    private final String hash = hash("2026", "15", List.of(FIRST, SECOND), List.of(FILE, LINK));

    @Test
    void theSameContentHasTheSameHashInAnyOrderAndWhoeverAnswered() {
        assertTrue(hash.matches("[0-9a-f]{64}"));
        assertEquals(hash, hash("2026", "15", List.of(SECOND, FIRST), List.of(LINK, FILE)));
        GivenAnswer byAnother = new GivenAnswer("STR.2", "2", null, "Hòa", NOW.plusSeconds(9), 4);
        assertEquals(hash, hash("2026", "15", List.of(FIRST, byAnother), List.of(FILE, LINK)));
    }

    @Test
    void everyPartOfTheContentChangesTheHash() {
        List<AttachedEvidence> evidence = List.of(FILE, LINK);
        assertNotEquals(hash, hash("2025", "15", List.of(FIRST, SECOND), evidence));
        assertNotEquals(hash, hash("2026", "16", List.of(FIRST, SECOND), evidence));
        assertNotEquals(hash, hash("2026", "15", List.of(FIRST), evidence));
        assertNotEquals(hash, hash("2026", "15", List.of(FIRST, answer("STR.2", "3", null)), evidence));
        assertNotEquals(hash, hash("2026", "15", List.of(answer("STR.1", "3", "Kế hoạch."), SECOND), evidence));
        assertNotEquals(hash, hash("2026", "15", List.of(FIRST, SECOND), List.of(FILE)));
        assertNotEquals(hash, hash("2026", "15", List.of(FIRST, SECOND),
                List.of(evidence(7, "STR.1", 2, "FILE", null, "ab13"), LINK)));
        assertNotEquals(HandedInContent.hash(of("model"), List.of(FIRST), List.of(), List.of()),
                HandedInContent.hash(of("other"), List.of(FIRST), List.of(), List.of()));
    }

    @Test
    void aTextCannotPassForTheNextField() {
        assertNotEquals(hash("2026", "15", List.of(answer("STR.1", "3", "a\n1:b")), List.of()),
                hash("2026", "15", List.of(answer("STR.1", "3", "a"), answer("b", null, null)), List.of()));
    }

    @Test
    void theReceiptCanBeReadAloud() {
        String receipt = HandedInContent.receipt(head("2026", "15"), hash);
        assertTrue(receipt.matches("2026-15-[2-9A-HJKMNP-Z]{8}"), receipt);
        assertEquals(receipt, HandedInContent.receipt(head("2026", "15"), hash));
    }

    private static String hash(String round, String agency, List<GivenAnswer> answers,
            List<AttachedEvidence> evidence) {
        return HandedInContent.hash(HandedInContent.Of.head(head(round, agency), "model"), answers, evidence,
                List.of());
    }

    private static HandedInContent.Of of(String modelHash) {
        return HandedInContent.Of.head(head("2026", "15"), modelHash);
    }

    /** What the agency said of a discrepancy is signed like its answers. */
    @Test
    void anExplanationIsAPartOfWhatIsSigned() {
        List<HandedInContent.Explained> said = List.of(new HandedInContent.Explained("STR.1", "Nguồn chưa cập nhật."));
        String signed = HandedInContent.hash(of("model"), List.of(FIRST), List.of(), said);
        assertTrue(HandedInContent.isOf(signed, of("model"), List.of(FIRST), List.of(), said));
        assertFalse(HandedInContent.isOf(signed, of("model"), List.of(FIRST), List.of(), List.of()));
        assertFalse(HandedInContent.isOf(signed, of("model"), List.of(FIRST), List.of(),
                List.of(new HandedInContent.Explained("STR.1", "Khác."))));
    }

    /** A signature that was given before explanations were a part of it is compared in the form that it had. */
    @Test
    void aSignatureOfTheFormBeforeHolds() {
        String once = "e34426ca94b3dc7d742491e4235edcff3a8e4f16f5407bf56eb587d584840342";
        List<HandedInContent.Explained> said = List.of(new HandedInContent.Explained("STR.1", "Nguồn chưa cập nhật."));
        assertTrue(HandedInContent.isOf(once, of("model"), List.of(FIRST), List.of(), said));
        assertFalse(HandedInContent.isOf(once, of("model"), List.of(SECOND), List.of(), said));
    }

    @Test
    void aReceiptSaysWhatTheAgencyWasCalled() {
        assertEquals("H-15-2", HandedInContent.agency("2026-1-H-15-2-ABCDEFGH", "2026-1"));
    }

    private static GivenAnswer answer(String criterion, String value, String comment) {
        return new GivenAnswer(criterion, value, comment, "Minh", NOW, 1);
    }

    private static AttachedEvidence evidence(long id, String criterion, int level, String kind, String url,
            String sha256) {
        return new AttachedEvidence(id, criterion, level, kind, "Tên", url, null, null, sha256, "Minh", NOW);
    }

    private static AssessmentHead head(String round, String agency) {
        return new AssessmentHead(1, AssessmentState.IN_PROGRESS, NOW, null, null, null, null, 1, round, "Đợt",
                "vn-dgm/1.0",
                LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), RoundState.OPEN, 1, agency, "Lào Cai", "province",
                "/1/15/", null, null);
    }
}
