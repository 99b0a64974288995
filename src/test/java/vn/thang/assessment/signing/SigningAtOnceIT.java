package vn.thang.assessment.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.it.AtOnceFixture;

/** Two heads of an agency of the demonstration that has not begun, at the same moment; it begins afresh afterwards. */
class SigningAtOnceIT extends AtOnceFixture {

    private static final List<String> HEADS = List.of("phoihop", "thamdinh");

    @Inject
    private AssessmentSigning signing;

    @Inject
    private EvidenceKeeping evidences;

    private String agency;
    private long assessment;
    private String held;
    private String seen;

    @BeforeEach
    void itWaitsForTheSignature() throws Exception {
        agency = (String) entities.createNativeQuery("SELECT MAX(a.code) FROM agency a JOIN assessment s ON"
                + " s.agency_id = a.id JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2026'"
                + " AND a.type = 'province' AND s.state = 'NOT_STARTED'").getSingleResult();
        assessment = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2026' AND a.code = ?1", agency);
        held = "SELECT id FROM assessment WHERE id = " + assessment + " FOR UPDATE";
        committed(() -> {
            HEADS.forEach(head -> role(head, agency, "HEAD"));
            sql("INSERT INTO answer (id, assessment_id, criterion, value, answered_at, version) SELECT NEXTVAL(answer_seq),"
                    + " ?1, w.criterion, '1', NOW(6), 1 FROM answer w WHERE w.assessment_id = (SELECT MIN(o.id)"
                    + " FROM assessment o JOIN agency b ON b.id = o.agency_id AND b.type = 'province'"
                    + " JOIN assessment_round r ON r.id = o.round_id WHERE r.code = '2026' AND o.state IN ('HANDED_IN',"
                    + " 'ADMITTED'))", assessment);
            sql("UPDATE assessment SET state = 'IN_PROGRESS', started_at = NOW(6), version = version + 1 WHERE id = ?1",
                    assessment);
            caller.actAs(HEADS.get(0));
            signing.submit(assessment);
            return null;
        });
        caller.actAs(HEADS.get(0));
        seen = signing.sheet(assessment).seen();
    }

    @AfterEach
    void afresh() throws Exception {
        empty(assessment);
        committed(() -> sql("DELETE FROM membership WHERE role = 'HEAD' AND agency_id = (SELECT id FROM agency"
                + " WHERE code = ?1) AND person_id IN (SELECT id FROM person WHERE FIND_IN_SET(username, ?2))", agency,
                String.join(",", HEADS)));
    }

    @Test
    void itIsSignedOnce() throws Exception {
        assertEquals(List.of(DONE, "sign.signed-already"), atOnce(held, signs(0), signs(1)));
        assertEquals(1, number("SELECT COUNT(*) FROM assessment_signature WHERE assessment_id = ?1", assessment));
        assertEquals(1, steps("HAND_IN"));
        assertEquals("HANDED_IN", state());
    }

    @Test
    void itIsSignedOrTakenBackAndNotBoth() throws Exception {
        List<String> ends = atOnce(held, signs(0),
                new Deed(HEADS.get(1), () -> signing.withdraw(assessment, "Xem lại STR.1")));
        assertEquals(List.of(DONE, "sign.signed-already"), ends);
        assertEquals(0, steps("WITHDRAW"));
        assertEquals("HANDED_IN", state());
    }

    /** Whoever has looked at the evidence before it was submitted does not take it away afterwards. */
    @Test
    void whatIsSubmittedKeepsItsEvidence() throws Exception {
        long[] evidence = {0};
        committed(() -> {
            caller.actAs(HEADS.get(0));
            signing.withdraw(assessment, "Thêm minh chứng");
            evidences.attachLink(new EvidencePlace(assessment, "GOV.3", 2), "Kế hoạch", "https://example.vn/ke-hoach");
            evidence[0] = number("SELECT id FROM evidence WHERE assessment_id = ?1", assessment);
            return null;
        });
        assertEquals(List.of(DONE, "assessment.closed"),
                atOnce(held, new Deed(HEADS.get(0), () -> signing.submit(assessment)),
                        new Deed(HEADS.get(1), () -> evidences.remove(evidence[0]))));
        assertEquals("READY", state());
        assertEquals(1, number("SELECT COUNT(*) FROM evidence WHERE id = ?1 AND removed_at IS NULL", evidence[0]));
    }

    private Deed signs(int head) {
        return new Deed(HEADS.get(head), () -> signing.sign(assessment, seen, HandingIn.POSITION, null));
    }

    private long steps(String step) {
        return number("SELECT COUNT(*) FROM assessment_step WHERE assessment_id = ?1 AND step = ?2", assessment, step);
    }

    private String state() {
        return (String) entities.createNativeQuery("SELECT state FROM assessment WHERE id = " + assessment)
                .getSingleResult();
    }
}
