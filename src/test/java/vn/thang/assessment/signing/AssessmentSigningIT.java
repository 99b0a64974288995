package vn.thang.assessment.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.course.TakenStep;
import vn.thang.assessment.filling.AssessmentWorkflow.Draft;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.review.CompletenessCheck;
import vn.thang.assessment.review.ExemptionRequest;
import vn.thang.organisation.factor.FactorProof;
import vn.thang.organisation.passkey.PasskeyProof;
import vn.thang.platform.BusinessException;
import vn.thang.security.Whence;

/** The head of the province of the demonstration signs; everything is undone. */
class AssessmentSigningIT extends ProvinceFixture {

    private static final String WAITING_PROVINCE = "SELECT MIN(s.id) FROM assessment s WHERE s.state = 'READY'";

    @Inject
    private AssessmentSigning signing;

    @Inject
    private SignedContents contents;

    @Inject
    private SignatureFactor factor;

    @Inject
    private FactorProof proof;

    @Inject
    private PasskeyProof passkeys;

    @Inject
    private HandingIn handing;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private ExemptionRequest exemptions;

    @Inject
    private CompletenessCheck check;

    @BeforeEach
    void answerAll() throws Exception {
        nothingMeasures(number("SELECT agency_id FROM assessment WHERE id = ?1", mine)); // nothing has to be explained
        answering.of(mine).by(HandingIn.OFFICER).andAllOthers("3", "đã có");
    }

    @Test
    void whatIsSubmittedIsLockedAndNotHandedInYet() {
        signing.submit(mine);
        AssessmentView view = assessments.view(mine);
        assertEquals(AssessmentState.READY, view.head().state());
        assertFalse(view.editable());
        assertFalse(view.head().state().isHandedIn());
        assertNull(view.head().receipt());
        assertEquals(List.of("Trần Văn Hòa"), signing.signatories(List.of(view.head())).get(view.head().agencyId()));
        int version = view.answers().get("STR.1").version();
        refused("assessment.closed", () -> workflow.answer(mine, new Draft("STR.1", "1", "sau khi trình", version)));
    }

    @Test
    void theSignatureKeepsWhoWhenAndWhat() {
        signing.submit(mine);
        caller.actAs(HandingIn.HEAD);
        SignatureSheet sheet = signing.sheet(mine);
        assertEquals(sheet.hash(), sheet.groups().replace(" ", ""));
        assertTrue(sheet.answeredBy().containsKey("Nguyễn Thị Minh"), () -> sheet.answeredBy().toString());
        AssessmentHead head = signing.sign(mine, sheet.seen(), "  Phó Chủ tịch UBND tỉnh ", null);
        assertEquals(AssessmentState.HANDED_IN, head.state());
        assertEquals(sheet.hash(), head.contentHash());
        List<GivenSignature> signatures = signing.signatures(mine);
        assertEquals(1, signatures.size());
        GivenSignature signature = signatures.get(0);
        assertEquals("Trần Văn Hòa", signature.personName());
        assertEquals("Phó Chủ tịch UBND tỉnh", signature.position());
        assertEquals(head.handedInAt(), signature.signedAt());
        assertEquals(sheet.hash(), signature.contentHash());
        assertEquals(head.receipt(), signature.receipt());
        assertTrue(signature.inForce());
        assertEquals(List.of(Step.HAND_IN, Step.SUBMIT), signing.steps(mine).stream().map(TakenStep::step).toList());
        assertEquals("Phó Chủ tịch UBND tỉnh", signing.lastPosition());
    }

    @Test
    void whatChangedSinceItWasShownIsNotSigned() {
        signing.submit(mine);
        caller.actAs(HandingIn.HEAD);
        String seen = signing.sheet(mine).seen();
        signing.withdraw(mine, "Xem lại STR.1");
        caller.actAs(HandingIn.OFFICER);
        workflow.answer(mine, new Draft("STR.1", "1", "sửa", assessments.view(mine).answers().get("STR.1").version()));
        signing.submit(mine);
        caller.actAs(HandingIn.HEAD);
        refused("sign.changed", () -> signing.sign(mine, seen, HandingIn.POSITION, null));
    }

    @Test
    void anExemptionThatWasDecidedMeanwhileIsShownBeforeItIsSigned() {
        exemptions.ask(mine, "OPN.3", "Không có dữ liệu mở");
        signing.submit(mine);
        caller.actAs(HandingIn.HEAD);
        String seen = signing.sheet(mine).seen();
        caller.actAs("thamdinh");
        exemptions.decide(number("SELECT MAX(id) FROM exemption WHERE assessment_id = " + mine), true, "Đúng");
        caller.actAs(HandingIn.HEAD);
        assertEquals(List.of("OPN.3"), signing.sheet(mine).exempt());
        refused("sign.changed", () -> signing.sign(mine, seen, HandingIn.POSITION, null));
    }

    @Test
    void whereAFactorIsRequiredNobodySignsWithoutOne() throws Exception {
        signing.submit(mine);
        caller.actAs(HandingIn.HEAD);
        String seen = signing.sheet(mine).seen();
        assertFalse(factor.isMissing(), "the demonstration asks those alone who have one");
        required(true);
        try {
            assertTrue(factor.isMissing());
            refused("sign.factor-missing", () -> signing.sign(mine, seen, HandingIn.POSITION, null));
            refused("sign.factor-missing", () -> signing.sign(mine, seen, HandingIn.POSITION,
                    new ShownCode("123456", new Whence("127.0.0.1", null), null)));
        } finally {
            required(false);
        }
    }

    /** Nothing has to be set for it: only the demonstration, or who says so, lets people sign who have no factor. */
    @ParameterizedTest
    @CsvSource({",false,true", ",true,false", "required,true,true", "held,false,false", "anything,true,true"})
    void aFactorIsRequiredUnlessItIsSaidOtherwise(String asked, boolean demo, boolean required) {
        caller.actAs(HandingIn.HEAD);
        assertEquals(required,
                new SignatureFactor(proof, passkeys, caller, Optional.ofNullable(asked), demo).isMissing());
    }

    /** What the settings of the server would say; the instance behind the proxies is the one that signing asks. */
    private static void required(boolean required) throws ReflectiveOperationException {
        BeanManager beans = CDI.current().getBeanManager();
        Field setting = SignatureFactor.class.getDeclaredField("required");
        setting.setAccessible(true);
        setting.setBoolean(beans.getContext(ApplicationScoped.class)
                .get(beans.resolve(beans.getBeans(SignatureFactor.class))), required);
    }

    /** Whoever changes behind the application's back what was signed is found; what the agency changes later is told apart. */
    @ParameterizedTest
    @ValueSource(strings = {
            "UPDATE answer SET value = IF(value = '3', '4', '3') WHERE criterion = 'STR.1' AND assessment_id = ?1",
            "UPDATE answer SET comment = 'khác' WHERE criterion = 'STR.1' AND assessment_id = ?1",
            "UPDATE discrepancy_step SET words = 'khác' WHERE step = 'EXPLAINED' AND discrepancy_id = (SELECT MAX(id)"
                    + " FROM discrepancy WHERE assessment_id = ?1)",
            "UPDATE assessment_signature SET content_hash = SHA2('x', 256) WHERE assessment_id = ?1",
            "UPDATE assessment_signature SET content_hash = NULL WHERE assessment_id = ?1",
            "UPDATE assessment_signature SET ended_at = UTC_TIMESTAMP(6) WHERE assessment_id = ?1",
            "DELETE FROM assessment_signature WHERE assessment_id = ?1",
            "UPDATE evidence SET title = 'khác' WHERE assessment_id = ?1"})
    void aSignatureIsComparedWithWhatIsStored(String change) {
        sql("INSERT INTO evidence (id, assessment_id, criterion, level, for_objection, kind, title, url, attached_at)"
                + " VALUES (NEXTVAL(evidence_seq), ?1, 'STR.1', 2, FALSE, 'LINK', 'x', 'https://x', '2020-01-01')",
                mine);
        sql("INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, value,"
                + " declared, measured, lapsed, state, stands, late, opened_at, explanation, explained_at)"
                + " VALUES (NEXTVAL(discrepancy_seq), ?1, 'OPN.9', 'OPN', FALSE, 'x', '2026', 1, 3, 2, FALSE,"
                + " 'EXPLAINED', 1, FALSE, '2020-01-01', 'Lý do', '2020-01-01')", mine);
        sql("INSERT INTO discrepancy_step (id, discrepancy_id, step, declared, measured, words, taken_at)"
                + " SELECT NEXTVAL(discrepancy_step_seq), MAX(id), 'EXPLAINED', 3, 2, 'Lý do', '2020-01-01'"
                + " FROM discrepancy WHERE assessment_id = ?1", mine);
        signing.submit(mine);
        handing.sign(mine);
        entities.flush();
        assertEquals(List.of(true), signing.signatures(mine).stream().map(GivenSignature::holds).toList());
        assertEquals(List.of(), contents.broken(mine, null));
        sql(change, mine);
        assertEquals(change.startsWith("DELETE") ? List.of() : List.of(false),
                signing.signatures(mine).stream().map(GivenSignature::holds).toList());
        assertFalse(contents.broken(mine, null).isEmpty());
        assertEquals(contents.broken(mine, null), contents.broken(null, "2026").stream()
                .filter(one -> one.assessment() == mine).toList());
    }

    /** A signature that ended when the assessment was turned back is missed by nobody. */
    @Test
    void aSignatureThatWasTurnedBackIsNotMissed() {
        handing.handIn(mine);
        caller.actAs("thamdinh");
        check.turnBack(mine, "Thiếu minh chứng");
        assertEquals(List.of(), contents.broken(mine, null));
    }

    @Test
    void isSignedOnce() {
        handing.handIn(mine);
        String seen = signing.sheet(mine).seen();
        refused("sign.signed-already", () -> signing.sign(mine, seen, HandingIn.POSITION, null));
    }

    @Test
    void isNotSignedBeforeItIsSubmitted() {
        caller.actAs(HandingIn.HEAD);
        String seen = signing.sheet(mine).seen();
        refused("sign.not-ready", () -> signing.sign(mine, seen, HandingIn.POSITION, null));
    }

    @Test
    void needsAPosition() throws Exception {
        for (String position : new String[]{null, " ", "x".repeat(121)}) {
            signing.submit(mine);
            caller.actAs(HandingIn.HEAD);
            String seen = signing.sheet(mine).seen();
            refused("sign.position-missing", () -> signing.sign(mine, seen, position, null));
            beginAgain();
            answerAll();
        }
    }

    @Test
    void theOfficersReadWhyItCameBack() {
        signing.submit(mine);
        caller.actAs(HandingIn.HEAD);
        signing.withdraw(mine, " Bổ sung minh chứng SHR.1 ");
        caller.actAs(HandingIn.OFFICER);
        AssessmentView view = assessments.view(mine);
        assertEquals(AssessmentState.IN_PROGRESS, view.head().state());
        assertTrue(view.editable());
        assertEquals("Bổ sung minh chứng SHR.1", view.head().sentBack().word());
        assertEquals("Trần Văn Hòa", view.head().sentBack().takenBy());
        signing.submit(mine);
        assertNull(assessments.head(mine).sentBack());
    }

    @Test
    void everySignatureStaysAndTheNewestIsInForce() {
        handing.handIn(mine);
        caller.actAs("thamdinh");
        check.turnBack(mine, "Thiếu minh chứng");
        assertTrue(signing.signatures(mine).stream().noneMatch(GivenSignature::inForce));
        assertNotNull(assessments.head(mine).time().firstHandedInAt(), "that it was in time stays true");
        entities.flush();
        entities.clear();
        entities.createNativeQuery("UPDATE assessment SET first_handed_in_at = '2026-01-02 03:00:00' WHERE id = ?1")
                .setParameter(1, mine)
                .executeUpdate();
        handing.handIn(mine);
        assertEquals(Instant.parse("2026-01-02T03:00:00Z"), assessments.head(mine).time().firstHandedInAt());
        assertEquals(List.of(true, false), signing.signatures(mine).stream().map(GivenSignature::inForce).toList());
    }

    @Test
    void onlyTheHeadOfTheAgencySigns() throws Exception {
        for (String person : List.of("canbo", "canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            for (Executable deed : List.<Executable>of(() -> signing.sheet(mine),
                    () -> signing.sign(mine, "", "x", null))) {
                signing.submit(mine);
                forbidden(person, deed);
            }
        }
        entities.createNativeQuery("UPDATE membership m JOIN person p ON p.id = m.person_id SET m.agency_id ="
                + " (SELECT id FROM agency WHERE code = 'BTP') WHERE p.username = 'lanhdao.tinh'").executeUpdate();
        forbidden(HandingIn.HEAD, () -> signing.sign(mine, "", "x", null));
    }

    @Test
    void onlyTheAgencysOwnPeopleSubmitAndTakeBack() throws Exception {
        for (String person : List.of("canbo.bo", "thamdinh", "lanhdao", "kiemtoan", "quantri")) {
            forbidden(person, () -> signing.submit(mine));
            signing.submit(mine);
            forbidden(person, () -> signing.withdraw(mine, null));
        }
        forbidden("canbo.bo", () -> signing.signatures(mine));
        forbidden("canbo.bo", () -> signing.steps(mine));
    }

    /** With an assessment whose submission is stored already: what is undone leaves neither signature nor state. */
    @Test
    void aSignatureThatIsUndoneLeavesNothing() throws Exception {
        long waiting = number(WAITING_PROVINCE);
        entities.createNativeQuery("UPDATE membership m JOIN person p ON p.id = m.person_id SET m.agency_id ="
                + " (SELECT agency_id FROM assessment WHERE id = ?1) WHERE p.username = 'lanhdao.tinh'")
                .setParameter(1, waiting).executeUpdate();
        assertEquals(AssessmentState.HANDED_IN, handing.sign(waiting).state());
        assertEquals(1, traces(waiting));
        transaction.rollback();
        transaction.begin();
        entities.clear();
        assertEquals(0, traces(waiting));
        assertEquals("READY", entities.createNativeQuery("SELECT state FROM assessment WHERE id = ?1")
                .setParameter(1, waiting).getSingleResult());
        assertNull(entities.createNativeQuery("SELECT receipt FROM assessment WHERE id = ?1").setParameter(1, waiting)
                .getSingleResult());
    }

    @Test
    void theDatabaseTakesNoSecondSignatureInForce() {
        handing.handIn(mine);
        entities.flush();
        assertThrows(PersistenceException.class, () -> entities.createNativeQuery("INSERT INTO assessment_signature"
                + " (id, assessment_id, person_name, position, signed_at, receipt) VALUES (-1, ?1, 'x', 'y', NOW(6), 'z')")
                .setParameter(1, mine).executeUpdate());
    }

    private long traces(long assessment) {
        long signatures = number("SELECT COUNT(*) FROM assessment_signature WHERE assessment_id = " + assessment);
        assertEquals(signatures, number("SELECT COUNT(*) FROM assessment_step WHERE assessment_id = " + assessment));
        assertEquals(signatures,
                number("SELECT COUNT(*) FROM change_log WHERE action = 'hand-in' AND subject_id = " + assessment));
        return signatures;
    }

    private void forbidden(String person, Executable deed) throws Exception {
        caller.actAs(person);
        assertThrows(BusinessException.Forbidden.class, deed, person);
        beginAgain();
        answerAll();
    }
}
