package vn.thang.assessment.filling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.answer.KnownEvidence;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.platform.BusinessException;

/** Everything happens to the demonstration assessment of Lào Cai and is undone. */
class EvidenceKeepingIT extends ProvinceFixture {

    private static final byte[] CONTENT = "Nhật ký kết nối".getBytes(StandardCharsets.UTF_8);

    @Inject
    private EvidenceKeeping evidence;

    @Inject
    private EvidenceOpening opening;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @BeforeEach
    void begin() throws Exception {
        caller.actAs("canbo");
    }

    @Test
    void keepsTheFileAndRecognisesItAgain() {
        assertTrue(evidence.attachFile(place("DIG.1", 2), "nhật ký.txt", CONTENT));
        assertFalse(evidence.attachFile(place("DIG.1", 2), "tên khác.txt", CONTENT));
        assertTrue(evidence.attachFile(place("DIG.1", 3), "nhật ký.txt", CONTENT));
        AttachedEvidence item = attached("DIG.1").get(0);
        assertEquals("nhật ký.txt", item.title());
        assertEquals(CONTENT.length, item.size());
        EvidenceOpening.File download = opening.open(item.id());
        assertArrayEquals(CONTENT, download.content());
        assertEquals("text/plain", download.mediaType());
    }

    @Test
    void whatIsTakenBackCountsNoMoreAndIsKept() {
        workflow.answer(mine, new AssessmentWorkflow.Draft("DIG.1", "2", null, 0));
        evidence.attachFile(place("DIG.1", 2), "nhật ký.txt", CONTENT);
        assertEquals(2, official());
        long id = attached("DIG.1").get(0).id();
        evidence.remove(id);
        assertEquals(1, official());
        assertTrue(attached("DIG.1").isEmpty());
        Object[] row = (Object[]) entities
                .createNativeQuery("SELECT e.removed_at IS NOT NULL, c.content FROM evidence e"
                        + " JOIN evidence_content c ON c.evidence_id = e.id WHERE e.id = ?1")
                .setParameter(1, id).getSingleResult();
        assertEquals(1, ((Number) row[0]).intValue());
        assertArrayEquals(CONTENT, (byte[]) row[1]);
        assertThrows(BusinessException.NotFound.class, () -> opening.open(id));
    }

    @Test
    void takesWebAddressesOnly() throws Exception {
        assertTrue(evidence.attachLink(place("DIG.1", 2), "Kế hoạch", " https://laocai.gov.vn/ke-hoach "));
        assertFalse(evidence.attachLink(place("DIG.1", 2), "Lần nữa", "https://laocai.gov.vn/ke-hoach"));
        assertEquals("https://laocai.gov.vn/ke-hoach", attached("DIG.1").get(0).url());
        for (String address : List.of("javascript:alert(1)", "data:text/html,x", "ftp://a.vn/x", "https://",
                "laocai.gov.vn", "",
                "https://a.vn/" + "x".repeat(2_000))) {
            refusedAndUndone("evidence.link", () -> evidence.attachLink(place("DIG.1", 2), "x", address));
        }
    }

    @Test
    void belongsToALevelThatAsksForIt() throws Exception {
        refusedAndUndone("evidence.no-such-level", () -> evidence.attachFile(place("DIG.1", 1), "a.txt", CONTENT));
        refusedAndUndone("evidence.no-such-level", () -> evidence.attachFile(place("DIG.1", 6), "a.txt", CONTENT));
        refusedAndUndone("assessment.unknown-criterion",
                () -> evidence.attachFile(place("XXX.1", 2), "a.txt", CONTENT));
        refusedAndUndone("evidence.type", () -> evidence.attachFile(place("DIG.1", 2), "a.pdf",
                "<html></html>".getBytes(StandardCharsets.UTF_8)));
    }

    /** Whoever will be merged keeps its evidence until then. */
    @Test
    void isUsedAgainByWhatCameOfAnAgencyOnceItIsMerged() {
        long other = number("SELECT MIN(e.id) FROM evidence e JOIN assessment s ON s.id = e.assessment_id JOIN agency a"
                + " ON a.id = s.agency_id WHERE a.code = '48' AND NOT e.for_objection AND e.removed_at IS NULL");
        sql("UPDATE evidence SET title = 'Của cơ quan kia' WHERE id = ?1", other);
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a, agency b"
                + " WHERE a.code = '15' AND b.code = '48'");
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '48'", LocalDate.now(clock).minusDays(1));
        assertEquals(List.of(other),
                evidence.known(mine, "DIG.2", "cơ quan kia").stream().map(KnownEvidence::id).toList());
        assertTrue(evidence.attachAgain(place("DIG.1", 2), other));
        sql("UPDATE agency SET valid_to = ?1 WHERE code = '48'", LocalDate.now(clock));
        assertEquals(List.of(), evidence.known(mine, "DIG.2", "cơ quan kia").stream()
                .filter(known -> known.id() == other).toList());
        assertThrows(BusinessException.NotFound.class, () -> evidence.attachAgain(place("DIG.1", 3), other));
    }

    @Test
    void isUsedAgainInAnotherPlaceWithoutBeingSentTwice() {
        evidence.attachFile(place("DIG.1", 2), "nhật ký.txt", CONTENT);
        long first = attached("DIG.1").get(0).id();
        KnownEvidence known = evidence.known(mine, "DIG.2", "nhật ký").get(0);
        assertEquals(first, known.id());
        assertEquals(1, known.uses());
        assertTrue(evidence.attachAgain(place("DIG.2", 3), known.id()));
        assertFalse(evidence.attachAgain(place("DIG.2", 3), known.id()));
        long second = attached("DIG.2").get(0).id();
        assertArrayEquals(CONTENT, opening.open(second).content());
        evidence.remove(first);
        assertArrayEquals(CONTENT, opening.open(second).content(), "what is used elsewhere stays there");
    }

    @Test
    void aNewerVersionTakesItsPlaceAndTheOlderOneIsKept() throws Exception {
        evidence.attachFile(place("DIG.1", 2), "quy chế.txt", CONTENT);
        long older = attached("DIG.1").get(0).id();
        evidence.hold(older, LocalDate.of(2026, 1, 1), null);
        byte[] content = "Quy chế sửa đổi".getBytes(StandardCharsets.UTF_8);
        evidence.renew(older, "quy chế 2.txt", content);
        AttachedEvidence newer = attached("DIG.1").get(0);
        assertEquals(1, attached("DIG.1").size());
        assertTrue(newer.newer());
        assertEquals(LocalDate.of(2026, 1, 1), newer.validFrom());
        assertArrayEquals(content, opening.open(newer.id()).content());
        assertEquals(older,
                ((Number) entities.createNativeQuery("SELECT replaces_id FROM evidence WHERE id = ?1")
                        .setParameter(1, newer.id())
                        .getSingleResult()).longValue());
        refusedAndUndone("evidence.same-version", () -> evidence.renew(newer.id(), "quy chế 3.txt", content));
    }

    @Test
    void saysFromWhenUntilWhenItHolds() throws Exception {
        evidence.attachLink(place("DIG.1", 2), "Kế hoạch", "https://laocai.gov.vn/ke-hoach");
        long id = attached("DIG.1").get(0).id();
        evidence.hold(id, LocalDate.of(2025, 2, 1), LocalDate.of(2026, 1, 31));
        AttachedEvidence item = attached("DIG.1").get(0);
        assertEquals(LocalDate.of(2026, 1, 31), item.validUntil());
        assertFalse(item.holdsOn(LocalDate.of(2026, 2, 1)));
        assertTrue(item.holdsOn(LocalDate.of(2026, 1, 31)));
        refusedAndUndone("evidence.days", () -> evidence.hold(id, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)));
    }

    @Test
    void ofOtherAgenciesIsNotUsedAgain() {
        long other = ((Number) entities
                .createNativeQuery("SELECT MIN(e.id) FROM evidence e JOIN assessment s ON s.id = e.assessment_id"
                        + " JOIN agency a ON a.id = s.agency_id WHERE a.code <> '15' AND e.level = 2")
                .getSingleResult()).longValue();
        assertThrows(BusinessException.NotFound.class, () -> evidence.attachAgain(place("DIG.1", 2), other));
    }

    @Test
    void isLockedWithTheAssessment() throws Exception {
        evidence.attachFile(place("DIG.1", 2), "a.txt", CONTENT);
        long id = attached("DIG.1").get(0).id();
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1").setParameter(1, mine)
                .executeUpdate();
        assertArrayEquals(CONTENT, opening.open(id).content());
        refusedAndUndone("assessment.closed", () -> evidence.remove(id));
        entities.createNativeQuery("UPDATE assessment SET state = 'READY', ready_from = 'IN_PROGRESS' WHERE id = ?1")
                .setParameter(1, mine).executeUpdate();
        refusedAndUndone("assessment.closed", () -> evidence.attachFile(place("DIG.1", 3), "a.txt", CONTENT));
    }

    @Test
    void othersSeeWhatTheyMaySeeAndChangeNothing() throws Exception {
        evidence.attachFile(place("DIG.1", 2), "a.txt", CONTENT);
        evidence.attachFile(place("SEC.1", 2), "b.txt", CONTENT);
        long open = attached("DIG.1").get(0).id();
        long restricted = attached("SEC.1").get(0).id();
        sql("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1", mine);
        caller.actAs("thamdinh");
        assertArrayEquals(CONTENT, opening.open(restricted).content());
        caller.actAs("lanhdao");
        assertArrayEquals(CONTENT, opening.open(open).content());
        assertThrows(BusinessException.Forbidden.class, () -> opening.open(restricted));
    }

    @Test
    void onlyTheAgencysOwnPeopleAttachAndRemove() throws Exception {
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            List<Executable> deeds = List.of(
                    () -> evidence.attachFile(place("DIG.1", 2), "a.txt", CONTENT),
                    () -> evidence.attachLink(place("DIG.1", 2), "x", "https://example.org/"),
                    () -> evidence.attachAgain(place("DIG.1", 2), anyEvidence()),
                    () -> evidence.renew(anyEvidence(), "a.txt", CONTENT),
                    () -> evidence.hold(anyEvidence(), null, null),
                    () -> evidence.known(mine, "DIG.1", null),
                    () -> evidence.remove(anyEvidence()));
            for (Executable deed : deeds) {
                caller.actAs(person);
                assertThrows(BusinessException.Forbidden.class, deed, person);
                again();
            }
        }
        caller.actAs("canbo.bo");
        assertThrows(BusinessException.Forbidden.class, () -> opening.open(anyEvidence()));
    }

    private EvidencePlace place(String criterion, int level) {
        return new EvidencePlace(mine, criterion, level);
    }

    private List<AttachedEvidence> attached(String criterion) {
        return assessments.view(mine).evidenceOf(criterion);
    }

    private int official() {
        return assessments.view(mine).scored().official().node("DIG.1").level();
    }

    private long anyEvidence() {
        return ((Number) entities.createNativeQuery("SELECT MIN(id) FROM evidence WHERE assessment_id = ?1")
                .setParameter(1, mine).getSingleResult()).longValue();
    }
}
