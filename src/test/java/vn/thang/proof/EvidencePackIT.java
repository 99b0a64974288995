package vn.thang.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.audit.anchor.TimeAuthorityFixture;
import vn.thang.audit.anchor.TrailAnchoring;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.catalog.Catalog;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Sha256;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.ReportContent;

/** A pack proves itself without the database, hides restricted answers, and whatever is changed in it or before it is named. */
class EvidencePackIT extends ContainerFixture {

    private static final String OF_15 = " = (SELECT s.id FROM assessment s JOIN assessment_round r ON r.id = s.round_id"
            + " JOIN agency a ON a.id = s.agency_id WHERE r.code = '2025' AND a.code = '15')";

    @Inject
    private EvidencePack packs;

    @Inject
    private TrailSealing sealing;

    @Inject
    private TrailAnchoring anchoring;

    @Inject
    private Catalog catalog;

    private final TimeAuthorityFixture authority = new TimeAuthorityFixture();

    @BeforeEach
    void seal() {
        sql("DELETE FROM trail_anchor");
        sealAll();
        anchoring.due().ifPresent(due -> anchoring.add(due, authority.token(due.hash())));
        caller.actAs("kiemtoan");
    }

    @Test
    void aPackProvesItselfAndHidesRestrictedAnswers() throws IOException {
        Map<String, byte[]> pack = pack("15");
        String said = verified(pack);
        assertTrue(said.contains("1 results were computed again, 1 of them without restricted answers."), said);
        assertTrue(said.contains("The signatures of the time stamps were compared"), said);
        List<CSVRecord> answers = csv(pack, "data/answers.csv");
        assertEquals(number("SELECT COUNT(*) FROM answer WHERE assessment_id" + OF_15), answers.size());
        for (CSVRecord row : answers) {
            boolean restricted = row.get("criterion").startsWith("SEC.");
            assertEquals(restricted, row.get("value").isEmpty(), row::toString);
            assertEquals(restricted, row.get("hidden_hash").length() == 64, row::toString);
            assertEquals("", row.get("hidden_salt"));
        }
        pack.forEach((name, content) -> {
            if (name.startsWith("results/")) {
                assertFalse(
                        new String(content, StandardCharsets.UTF_8).contains("\"criterion\":\"SEC.1\",\"declared\""));
            }
        });
        assertTrue(pack.keySet().stream().anyMatch(name -> name.startsWith("trail/anchors/")));
        assertTrue(pack.keySet().stream().anyMatch(name -> name.startsWith("evidence/"))
                || number("SELECT COUNT(*) FROM evidence WHERE sha256 IS NOT NULL AND assessment_id" + OF_15) == 0);
        assertTrue(new String(pack.get("index.html"), StandardCharsets.UTF_8).contains("Gói minh chứng"));
    }

    /** In whose file a scanner found something, nobody gets it, by no way; the row with its hash stays. */
    @Test
    void aFileInWhichSomethingWasFoundIsNotInThePack() throws IOException {
        sql("INSERT INTO evidence (id, assessment_id, criterion, level, kind, title, media_type, size, sha256, attached_at)"
                + " SELECT NEXTVAL(evidence_seq), MAX(x.id), 'STR.1', 2, 'FILE', 'a.pdf', 'application/pdf', 1, SHA2('x', 256), NOW(6)"
                + " FROM assessment x WHERE x.id" + OF_15);
        long document = number("SELECT MAX(id) FROM evidence");
        sql("INSERT INTO evidence_content (evidence_id, content, scan) VALUES (?1, 'x', 'CLEAN')", document);
        assertTrue(pack("15").containsKey("evidence/" + document + ".pdf"));
        sql("UPDATE evidence_content SET scan = 'FOUND', finding = 'Eicar' WHERE evidence_id = ?1", document);
        Map<String, byte[]> pack = pack("15");
        assertTrue(pack.keySet().stream().noneMatch(name -> name.matches("evidence/" + document + "(\\..*)?")));
        assertTrue(verified(pack).contains("The file evidence/" + document + " is not in the pack"));
    }

    /** Whoever sees everything opens the hashes of whoever does not. */
    @Test
    void theWholePackOpensTheHashesOfTheOther() throws IOException {
        List<CSVRecord> hidden = csv(pack("15"), "data/answers.csv");
        role("kiemtoan", "VN", "REVIEWER");
        caller.actAs("kiemtoan");
        Map<String, byte[]> whole = pack("15");
        assertTrue(verified(whole).contains("1 results were computed again, 0 of them"));
        List<CSVRecord> seen = csv(whole, "data/answers.csv");
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(hidden.get(i).get("hidden_hash"), seen.get(i).get("hidden_hash"));
            if (seen.get(i).get("criterion").startsWith("SEC.")) {
                assertFalse(seen.get(i).get("value").isEmpty());
                assertEquals(32, seen.get(i).get("hidden_salt").length());
            }
        }
        Map<String, byte[]> forged = changed(whole, "data/answers.csv",
                text -> text.replaceFirst("(?m)^(\\d+,\\d+,15,SEC\\.\\d+),\\d", "$1,0"));
        assertTrue(wrong(forged).contains("of data/answers.csv does not fit its hash"));
    }

    /** Every file of the pack is turned by one byte in turn, and each is named. */
    @Test
    void aFlippedByteIsFoundAndItsFileNamed() throws IOException {
        Map<String, byte[]> pack = pack("15");
        for (String name : pack.keySet()) {
            if (!name.equals("manifest.json") && pack.get(name).length > 0) {
                byte[] turned = pack.get(name).clone();
                turned[turned.length / 2] ^= 0x01;
                Map<String, byte[]> other = new HashMap<>(pack);
                other.put(name, turned);
                assertTrue(wrong(other).contains("The file " + name + " was changed."), name);
            }
        }
    }

    /** A pack whose manifest was made to fit is found by what was sealed. */
    @Test
    void aPackThatWasForgedWithItsManifestIsFoundByTheTrail() throws IOException {
        Map<String, byte[]> pack = pack("15");
        String entries = wrong(
                changed(pack, "trail/entries.jsonl", text -> text.replaceFirst("hash=[0-9a-f]", "hash=x")));
        assertTrue(entries.contains("The entry was changed after it was sealed"), entries);
        String blocks = wrong(
                changed(pack, "trail/blocks.jsonl", text -> text.replaceFirst("\"entries\":", "\"entries\":1")));
        assertTrue(blocks.contains("block"), blocks);
        String results = wrong(changed(pack,
                pack.keySet().stream().filter(name -> name.startsWith("results/")).findFirst()
                        .orElseThrow(),
                text -> text.replaceFirst("\"declared\":\"[0-9]\"", "\"declared\":\"5\"")
                        .replaceFirst("\"confirmed\":(null|\"[0-9]\")", "\"confirmed\":\"0\"")));
        assertTrue(results.contains("computes otherwise"), results);
    }

    @Test
    void anAnswerThatWasChangedBehindTheBackIsNamed() throws IOException {
        sql("UPDATE answer SET value = IF(value = '5', '4', '5') WHERE criterion = 'STR.1' AND assessment_id" + OF_15);
        String said = wrong(pack("15"));
        assertTrue(said.contains("Agency 15, criterion STR.1: the stored answer is"), said);
    }

    @Test
    void anEntryThatWasChangedBehindTheBackIsNamed() throws IOException {
        sql("UPDATE change_log SET details = CONCAT(details, '0') WHERE action = 'publish-result' AND subject_id"
                + OF_15);
        String said = wrong(pack("15"));
        assertTrue(said.contains("The entry was changed after it was sealed"), said);
        assertTrue(said.contains("is not the one that the trail told of"), said);
    }

    @Test
    void aHashThatIsKnownIsCompared() throws IOException {
        Path file = written(pack("15"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertFalse(check(said).verify(file, "0".repeat(64)));
        assertNotEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsPackedWhereThereIsNothing() {
        anAgency("XP1").below("15");
        refused("pack.nothing", () -> pack("XP1"));
    }

    private Map<String, byte[]> pack(String agency) throws IOException {
        String path = (String) entities.createNativeQuery("SELECT path FROM agency WHERE code = ?1")
                .setParameter(1, agency)
                .getSingleResult();
        entities.flush();
        ReportContent.Made made = packs.make(new ReportContent.Asked("2025",
                number("SELECT id FROM assessment_round WHERE code = '2025'"), agency, path, null,
                Locale.forLanguageTag("vi")), Progress.UNSEEN);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(made.content().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Changes a file of a pack and makes its manifest fit. */
    private static Map<String, byte[]> changed(Map<String, byte[]> pack, String name, UnaryOperator<String> change)
            throws IOException {
        String before = new String(pack.get(name), StandardCharsets.UTF_8);
        byte[] after = change.apply(before).getBytes(StandardCharsets.UTF_8);
        assertNotEquals(before, new String(after, StandardCharsets.UTF_8), name);
        Map<String, byte[]> other = new HashMap<>(pack);
        other.put(name, after);
        other.put("manifest.json", new String(pack.get("manifest.json"), StandardCharsets.UTF_8)
                .replace(Sha256.hex(pack.get(name)), Sha256.hex(after))
                .getBytes(StandardCharsets.UTF_8));
        return other;
    }

    private static List<CSVRecord> csv(Map<String, byte[]> pack, String name) throws IOException {
        try (var rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(
                new InputStreamReader(new ByteArrayInputStream(pack.get(name)), StandardCharsets.UTF_8))) {
            return rows.getRecords();
        }
    }

    private String verified(Map<String, byte[]> pack) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertTrue(check(said).verify(written(pack), null), said::toString);
        return said.toString(StandardCharsets.UTF_8);
    }

    private String wrong(Map<String, byte[]> pack) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertFalse(check(said).verify(written(pack), null), said::toString);
        return said.toString(StandardCharsets.UTF_8);
    }

    private PackCheck check(ByteArrayOutputStream said) throws IOException {
        return new PackCheck(catalog, TrustedAuthorities.read(authority.trusted()),
                new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH);
    }

    private static Path written(Map<String, byte[]> pack) throws IOException {
        Path file = Files.createTempFile("pack", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> one : pack.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        file.toFile().deleteOnExit();
        return file;
    }

    private void sealAll() {
        entities.flush();
        var reached = sealing.seal(null);
        for (int block = 0; block < 100 && reached.isPresent(); block++) {
            reached = sealing.seal(null);
        }
    }
}
