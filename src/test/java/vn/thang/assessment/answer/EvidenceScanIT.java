package vn.thang.assessment.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.HandingIn;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.EvidenceKeeping;
import vn.thang.assessment.filling.EvidenceOpening;
import vn.thang.it.GivenScanner;
import vn.thang.platform.BusinessException;
import vn.thang.platform.work.Progress;

/** Files of evidence and a scanner: none, one that answers, one that is silent, one that comes later. Everything is undone. */
class EvidenceScanIT extends ProvinceFixture {

    /** What an agency may keep where nobody says otherwise. */
    private static final long LIMIT = 2_147_483_648L;
    private static final byte[] CLEAN = "Quyết định ban hành quy chế".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EICAR = GivenScanner.EICAR.getBytes(StandardCharsets.US_ASCII);

    @Inject
    private EvidenceKeeping keeping;

    @Inject
    private EvidenceOpening opening;

    @Inject
    private Evidences evidences;

    @Inject
    private Assessments assessments;

    @Inject
    private Rescanning rescanning;

    @Inject
    @ConfigProperty(name = "thang.scanner.address")
    private String address;

    private GivenScanner scanner;
    private EvidencePlace place;

    @BeforeEach
    void begin() {
        caller.actAs(HandingIn.OFFICER);
        place = new EvidencePlace(mine, "DIG.1", 2);
    }

    @AfterEach
    void end() throws IOException {
        if (scanner != null) {
            scanner.close();
        }
    }

    /** Nobody is where the configuration of the tests looks for a scanner, until one is here. */
    private void aScannerIsThere() throws IOException {
        scanner = GivenScanner.at(Path.of(address.substring("unix:".length())));
    }

    @Test
    void whileTheScannerIsSilentAFileIsKeptAsNotScanned() {
        keeping.attachFile(place, "van-ban.txt", CLEAN);
        assertEquals(ScanState.NOT_SCANNED, attached().scan());
    }

    @Test
    void whatTheScannerFindsIsRefusedAndNothingOfItKept() throws IOException {
        aScannerIsThere();
        keeping.attachFile(place, "van-ban.txt", CLEAN);
        assertEquals(ScanState.CLEAN, attached().scan());
        BusinessException refusal = assertThrows(BusinessException.class,
                () -> keeping.attachFile(place, "thu.txt", EICAR));
        assertEquals("evidence.infected", refusal.key());
        assertEquals(List.of("thu.txt", "Eicar-Test-Signature"), List.of(refusal.arguments()));
        assertEquals(2, scanner.looks());
    }

    @Test
    void aScannerThatComesLaterLooksAtWhatIsKeptAndLocksWhatItFinds() throws IOException {
        keeping.attachFile(place, "thu.txt", EICAR);
        AttachedEvidence found = attached();
        assertEquals("thu.txt", opening.open(found.id()).name());
        rescanning.run(Progress.UNSEEN);
        assertEquals(ScanState.NOT_SCANNED, attached().scan());
        aScannerIsThere();
        rescanning.run(Progress.UNSEEN);
        assertEquals(ScanState.FOUND, attached().scan());
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'find-in-file' AND details LIKE ?1",
                "%evidence=" + found.id()));
        int looks = scanner.looks();
        rescanning.run(Progress.UNSEEN);
        assertEquals(looks, scanner.looks());
        refused("evidence.found", () -> opening.open(found.id()));
    }

    @Test
    void whoeverMayNotAttachMakesNoScannerWork() throws IOException {
        aScannerIsThere();
        for (String person : List.of("thamdinh", "lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(() -> keeping.attachFile(place, "van-ban.txt", CLEAN));
        }
        assertEquals(0, scanner.looks());
    }

    @Test
    void anAgencyKeepsSoMuchAndNoMore() {
        keeping.attachFile(place, "van-ban.txt", CLEAN);
        assertTrue(evidences.bytes(assessments.head(mine).agencyId()) >= CLEAN.length);
        sql("UPDATE evidence SET size = ?1 WHERE id = ?2", LIMIT - evidences.bytes(assessments.head(mine).agencyId())
                + CLEAN.length, attached().id());
        refused("evidence.quota", () -> keeping.attachFile(place, "khac.txt",
                "Văn bản khác".getBytes(StandardCharsets.UTF_8)));
    }

    private AttachedEvidence attached() {
        return evidences.of(mine).stream().filter(place::holds).reduce((one, other) -> other).orElseThrow();
    }
}
