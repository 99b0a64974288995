package vn.thang.assessment.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        assertNotEquals(HandedInContent.hash(head("2026", "15"), "model", List.of(FIRST), List.of()),
                HandedInContent.hash(head("2026", "15"), "other", List.of(FIRST), List.of()));
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
        return HandedInContent.hash(head(round, agency), "model", answers, evidence);
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
