package vn.thang.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thang.audit.anchor.TimeAuthorityFixture;
import vn.thang.audit.anchor.TrailAnchoring;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.seal.Block;
import vn.thang.audit.seal.SealedEntry;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.catalog.Catalog;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.MatterEvent;
import vn.thang.platform.Sha256;
import vn.thang.platform.list.Cut;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.ReportContent;
import vn.thang.sampling.AuditSample;
import vn.thang.sampling.AuditSampling;
import vn.thang.sampling.CaseOrder;
import vn.thang.sampling.Division;
import vn.thang.sampling.SampleJudging;

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
    private Event<MatterEvent> events;

    @Inject
    private AuditSampling sampling;

    @Inject
    private SampleJudging judging;

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

    /** In entries that are older than values kept apart, level and address of restricted evidence stand in the details. */
    @Test
    void whatOldEntriesTellOfRestrictedEvidenceIsHidden() throws IOException {
        sql("UPDATE assessment SET handed_in_at = NULL WHERE id" + OF_15); // what comes later is for an objection
        for (String criterion : List.of("SEC.1", "STR.1")) {
            sql("INSERT INTO change_log (id, at, action, subject, subject_id, details) SELECT ?1, UTC_TIMESTAMP(6),"
                    + " 'attach', 'assessment', s.id, ?2 FROM assessment s WHERE s.id" + OF_15,
                    criterion.startsWith("SEC") ? -81 : -82, criterion + " 4 https://bi-mat.example");
        }
        sealAll();
        Map<String, byte[]> pack = pack("15");
        verified(pack);
        String entries = new String(pack.get(PackTrail.ENTRIES), StandardCharsets.UTF_8);
        assertFalse(entries.contains("SEC.1 4"));
        assertTrue(entries.contains("STR.1 4 https://bi-mat.example"));
        assertEquals(1, entries.lines().filter(line -> line.contains("\"hidden\":")).count());
        String said = wrong(changed(pack, PackTrail.ENTRIES, text -> text.replaceFirst("\"hidden\":\"....",
                "\"hidden\":\"0000")));
        assertTrue(said.contains("The entry was changed after it was sealed"), said);
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

    /**
     * Beside what was asked about the result stands what was asked of the agency while the round was its newest, with figure,
     * money and people; a step that followed by itself stands there too.
     */
    @Test
    void whatWasAskedOfTheAgencyStandsInThePackWithEveryStep() throws IOException {
        long own = matter("AGENCY", null, false, "2025", 10);
        long later = matter("AGENCY", null, false, "2026", 10);
        long before = matter("AGENCY", null, false, "2025", -10);
        long restricted = matter("CRITERION", "SEC.1", true, "2025", 10);
        step(own, "SUCCEEDED", false);
        step(own, "ANSWER", true);
        entities.flush();
        events.fire(new MatterEvent.MatterAsked(own, number("SELECT id FROM agency WHERE code = '15'"), "QUESTION",
                "AGENCY"));
        sealAll();
        Map<String, byte[]> pack = pack("15");
        verified(pack);
        Map<String, CSVRecord> matters = byId(csv(pack, "data/matters.csv"));
        assertFalse(matters.containsKey(String.valueOf(before)), "it belongs to a round before");
        assertFalse(matters.containsKey(String.valueOf(later)), "it belongs to the round after");
        CSVRecord asked = matters.get(String.valueOf(own));
        assertEquals(List.of("AGENCY", "2.500000", "3", "7000000", "lanhdao", "canbo"),
                List.of(asked.get("about"), asked.get("figure_value"), asked.get("figure_level"), asked.get("money"),
                        asked.get("asked_by"), asked.get("asked_of")));
        CSVRecord hidden = matters.get(String.valueOf(restricted));
        assertEquals(List.of("", "", "", ""), List.of(hidden.get("figure_value"), hidden.get("figure_level"),
                hidden.get("money"), hidden.get("raise_to")));
        assertEquals(64, hidden.get("hidden_hash").length());
        List<CSVRecord> steps = csv(pack, "data/matter-steps.csv").stream()
                .filter(row -> row.get("matter").equals(String.valueOf(own))).toList();
        assertEquals(List.of("SUCCEEDED", "ANSWER"), steps.stream().map(row -> row.get("step")).toList());
        assertEquals(List.of("", "canbo"), steps.stream().map(row -> row.get("taken_by")).toList());
        assertTrue(new String(pack.get("trail/entries.jsonl"), StandardCharsets.UTF_8).lines()
                .anyMatch(line -> line.contains("ask-matter") && line.contains(String.valueOf(own))));
    }

    /** An entry without a level says why it has none. */
    @Test
    void whatIsNotMeasuredIsMarked() throws IOException {
        sql("INSERT INTO discrepancy (id, assessment_id, criterion, dimension, restricted, indicator, period, declared, lapsed, state,"
                + " late, opened_at) SELECT NEXT VALUE FOR discrepancy_seq, s.id, 'SHR.1', 'SHR', FALSE, 'systems_connected',"
                + " '2023-Q1', 3, TRUE, 'SETTLED', FALSE, NOW(6) FROM assessment s WHERE s.id" + OF_15);
        Map<String, byte[]> pack = pack("15");
        verified(pack);
        CSVRecord row = csv(pack, "data/discrepancies.csv").stream()
                .filter(one -> one.get("period").equals("2023-Q1")).findFirst().orElseThrow();
        assertEquals(List.of("3", "", ""), List.of(row.get("declared"), row.get("measured"), row.get("value")));
        assertTrue(List.of("true", "1").contains(row.get("lapsed")), row::toString);
    }

    /** A matter about a reading, an indicator or a source stands there with its subject and its figure; a restricted one by its hash. */
    @Test
    void whatWasAskedAboutReadingsStandsInThePackWithItsFigure() throws IOException {
        long reading = asked("READING", false, "indicator, figure_indicator, figure_reading, figure_reading_period",
                "'x_read', 'x_read', 40.5, 'Q4/2025'");
        long indicator = asked("INDICATOR", false, "indicator, figure_indicator, figure_value, figure_wanted",
                "'x_read', 'x_read', 30, 34");
        long source = asked("SOURCE", false, "source, figure_status", "'x_source', 'LATE'");
        long restricted = asked("READING", true,
                "indicator, figure_measured, figure_indicator, figure_reading, figure_reading_period",
                "'x_hidden', 2, 'x_hidden', 99, 'Q4/2025'");
        Map<String, byte[]> pack = pack("15");
        verified(pack);
        assertEquals("x_read – – x_read 40.500000 Q4/2025", reading(pack, reading));
        assertEquals("x_read – – x_read – –", reading(pack, indicator));
        assertEquals("– x_source – – – –", reading(pack, source));
        assertEquals("x_hidden – – x_hidden – Q4/2025", reading(pack, restricted));
        String hash = byId(csv(pack, "data/matters.csv")).get(String.valueOf(restricted)).get("hidden_hash");
        role("kiemtoan", "VN", "REVIEWER");
        caller.actAs("kiemtoan");
        Map<String, byte[]> whole = pack("15");
        verified(whole);
        assertEquals("x_hidden – 2 x_hidden 99.000000 Q4/2025", reading(whole, restricted));
        assertEquals(hash, byId(csv(whole, "data/matters.csv")).get(String.valueOf(restricted)).get("hidden_hash"));
        assertTrue(wrong(changed(whole, "data/matters.csv", text -> text.replace("99.000000", "98.000000")))
                .contains("of data/matters.csv does not fit its hash"));
    }

    private static String reading(Map<String, byte[]> pack, long matter) throws IOException {
        CSVRecord row = byId(csv(pack, "data/matters.csv")).get(String.valueOf(matter));
        return Stream.of("indicator", "source", "figure_measured", "figure_indicator", "figure_reading",
                "figure_reading_period").map(row::get).map(value -> value.isEmpty() ? "–" : value)
                .collect(Collectors.joining(" "));
    }

    /** Something that is asked of agency 15 while the round of 2025 is its newest. */
    private long asked(String about, boolean restricted, String columns, String values) {
        sql("INSERT INTO matter (id, kind, about, restricted, agency_id, asked_by, asked_from, asked_at, first_due_on,"
                + " due_on, state, figure_percent, version, " + columns
                + ") SELECT NEXTVAL(matter_seq), 'QUESTION', ?1,"
                + " ?2, a.id, p.id, a.id, o.opens_on + INTERVAL 10 DAY, '2026-01-31', '2026-01-31', 'OPEN', TRUE, 0, "
                + values + " FROM agency a JOIN person p ON p.username = 'lanhdao' JOIN assessment_round o"
                + " ON o.code = '2025' WHERE a.code = '15'", about, restricted);
        return number("SELECT MAX(id) FROM matter");
    }

    @Test
    void aPackOfASampleHoldsItsSeedItsRuleWhatWasDrawnAndWhatWasFound() throws IOException {
        sql("DELETE FROM verdict");
        long sample = sampling.draw(new AuditSampling.Wanted("2025", "15", "Kiểm toán", 95, 20, 0, Division.TYPE,
                "seed-1"));
        caller.actAs("thamdinh");
        List<AuditSample.Case> drawn = sampling.cases(sample, Cut.whole(CaseOrder.DRAWN, false)).rows();
        drawn.forEach(one -> judging.judge(one.id(), one.value(), "as found"));
        sealAll();
        caller.actAs("kiemtoan");
        Map<String, byte[]> pack = pack("15", sample);
        verified(pack);
        CSVRecord told = csv(pack, "data/sample.csv").getFirst();
        assertEquals(List.of("seed-1", "TYPE", "2025", "15", String.valueOf(drawn.size()), "kiemtoan"),
                List.of(told.get("seed"), told.get("division"), told.get("round"), told.get("agency"),
                        told.get("size"), told.get("drawn_by")));
        assertTrue(told.get("rule").contains("sha-256"));
        assertEquals(Long.parseLong(told.get("population")), csv(pack, "data/sample-parts.csv").stream()
                .mapToLong(part -> Long.parseLong(part.get("population"))).sum());
        List<CSVRecord> cases = csv(pack, "data/sample-cases.csv");
        assertEquals(drawn.stream().map(AuditSample.Case::criterion).toList(),
                cases.stream().map(row -> row.get("criterion")).toList());
        assertTrue(cases.stream().anyMatch(row -> row.get("criterion").startsWith("SEC.")));
        for (CSVRecord row : cases) {
            boolean restricted = row.get("criterion").startsWith("SEC.");
            assertEquals(restricted, row.get("value").isEmpty(), row::toString);
            assertEquals(restricted, row.get("found").isEmpty(), row::toString);
            assertEquals(restricted, row.get("reason").isEmpty(), row::toString);
            assertEquals(restricted, row.get("hidden_hash").length() == 64, row::toString);
            assertEquals("thamdinh", row.get("judged_by"));
        }
        String trail = new String(pack.get("trail/entries.jsonl"), StandardCharsets.UTF_8);
        assertTrue(trail.lines().anyMatch(line -> line.contains("draw-audit-sample")), trail);
        assertTrue(trail.contains("judge-audit-case"));
        assertTrue(new String(pack.get("manifest.json"), StandardCharsets.UTF_8).contains("\"sample\":" + sample));
        assertFalse(pack("15").containsKey("data/sample.csv"));
    }

    /** Of a pack that was made before, matters knew less, and their hashes were of what they knew. */
    @ParameterizedTest
    @CsvSource({"thang-pack-2, raise_to", "thang-pack-3, raise_to money figure_value figure_wanted figure_level",
            "thang-pack-4, raise_to money figure_value figure_wanted figure_level"})
    void aPackOfAFormatBeforeIsStillVerified(String format, String known) throws IOException {
        Map<String, byte[]> pack = pack("15");
        String salt = "00112233445566778899aabbccddeeff";
        List<String> columns = List.of(known.split(" "));
        Map<String, String> values = columns.stream().collect(Collectors.toMap(one -> one, one -> "4"));
        String row = "1,1,15,SEC.1,true,MEASURE,CRITERION,OPEN," + String.join(",", values.values())
                + ",2025-12-10T03:00:00Z,2026-01-31,2026-01-31,," + salt + ",";
        String hash = PackSight.hash(salt, columns, values);
        String heading = "id,assessment,agency,criterion,restricted,kind,about,state," + String.join(",", columns)
                + ",asked_at,first_due_on,due_on,ended_at,hidden_salt,hidden_hash\r\n";
        Map<String, byte[]> old = once(pack, format, heading + row + hash + "\r\n");
        verified(old);
        assertTrue(wrong(once(pack, format, heading + row.replace("OPEN,4,", "OPEN,5,") + hash + "\r\n"))
                .contains("of data/matters.csv does not fit its hash"));
    }

    /** As a format before wrote it. */
    private static Map<String, byte[]> once(Map<String, byte[]> pack, String format, String matters) {
        Map<String, byte[]> old = new HashMap<>(pack);
        byte[] after = matters.getBytes(StandardCharsets.UTF_8);
        old.put("data/matters.csv", after);
        old.put("manifest.json", new String(pack.get("manifest.json"), StandardCharsets.UTF_8)
                .replace(PackFile.FORMAT, format)
                .replaceFirst("(\"name\":\"data/matters.csv\",\"size\":\\d+,\"sha256\":\")[0-9a-f]+",
                        "$1" + Sha256.hex(after))
                .getBytes(StandardCharsets.UTF_8));
        return old;
    }

    private static Map<String, CSVRecord> byId(List<CSVRecord> rows) {
        Map<String, CSVRecord> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.get("id"), row));
        return byId;
    }

    /** Something that is asked of agency 15, of its assessment of 2025 where it is about a criterion. */
    private long matter(String about, String criterion, boolean restricted, String round, int days) {
        sql("INSERT INTO matter (id, kind, about, assessment_id, criterion, raise_to, restricted, agency_id, person_id,"
                + " asked_by, asked_from, asked_at, first_due_on, due_on, money, state, figure_value, figure_level,"
                + " figure_percent, version) SELECT NEXTVAL(matter_seq), 'QUESTION', ?1, IF(?2 IS NULL, NULL, s.id), ?2,"
                + " IF(?2 IS NULL, NULL, '4'), ?3, s.agency_id, o.id, p.id, s.agency_id,"
                + " (SELECT o.opens_on + INTERVAL ?4 DAY FROM assessment_round o WHERE o.code = ?5), '2026-01-31', '2026-01-31', 7000000, 'OPEN', 2.5, 3, FALSE, 0 FROM assessment s"
                + " JOIN person p ON p.username = 'lanhdao' JOIN person o ON o.username = 'canbo' WHERE s.id" + OF_15,
                about, criterion, restricted, days, round);
        return number("SELECT MAX(id) FROM matter");
    }

    private void step(long matter, String kind, boolean taken) {
        sql("INSERT INTO matter_step (id, matter_id, step, words, due_on, taken_by, taken_at)"
                + " SELECT NEXTVAL(matter_step_seq), ?1, ?2, '–', '2026-01-31', IF(?3, p.id, NULL), NOW(6)"
                + " FROM person p WHERE p.username = 'canbo'", matter, kind, taken);
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

    /**
     * Result and told hash are forged together, their block is made anew, and the block behind it, which would say otherwise,
     * is taken out of the list.
     */
    @Test
    void aResultThatWasForgedWithItsEntryItsBlockAndAGapIsFound() throws IOException {
        sql("DELETE FROM trail_anchor");
        for (int block = 0; block < 2; block++) {
            events.fire(new MatterEvent.MatterAsked(1, number("SELECT id FROM agency WHERE code = '15'"), "QUESTION",
                    "AGENCY"));
            sealAll();
        }
        anchoring.due().ifPresent(due -> anchoring.add(due, authority.token(due.hash())));
        Map<String, byte[]> pack = pack("15");
        JsonObject told = new String(pack.get(PackTrail.ENTRIES), StandardCharsets.UTF_8).lines()
                .filter(line -> line.contains("publish-result")).findFirst().map(PackTrail::object).orElseThrow();
        String id = told.getJsonArray("entry").getString(0);
        long block = told.getJsonNumber("block").longValue();
        Map<String, byte[]> forged = changed(pack, PackTrail.ENTRIES, text -> text.lines()
                .map(line -> PackTrail.entry(line).id().equals(id)
                        ? line.replaceFirst("hash=[0-9a-f]{8}", "hash=00000000") : line)
                .collect(Collectors.joining("\n", "", "\n")));
        SealedEntry entry = new String(forged.get(PackTrail.ENTRIES), StandardCharsets.UTF_8).lines()
                .map(PackTrail::entry).filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        String said = wrong(changed(forged, PackTrail.BLOCKS, text -> text.lines()
                .filter(line -> PackTrail.number(line) != block + 1)
                .map(line -> PackTrail.number(line) == block ? anew(PackTrail.block(line), entry) : line)
                .collect(Collectors.joining("\n", "", "\n"))));
        assertTrue(said.contains("A block is missing (block " + (block + 1) + ","), said);
        assertTrue(said.contains("stand in blocks from which no unbroken chain leads to a time stamp: "), said);
    }

    private static String anew(Block block, SealedEntry entry) {
        Block made = Block.of(block.number(), block.sealedAt(), block.entries(), entry.root(), block.previousHash());
        return PackTrail.written(made).strip();
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

    /** Of two entries the one that was sealed first counts, whatever time the other one claims. */
    @Test
    void aSecondEntryThatClaimsToBeOlderDeceivesNoPack() throws IOException {
        long one = number("SELECT assessment_id FROM published_result WHERE assessment_id" + OF_15);
        sql("INSERT INTO change_log (id, at, action, subject, subject_id, details) SELECT -9,"
                + " (SELECT MIN(e.at) - INTERVAL 1 SECOND FROM change_log e WHERE e.action = 'publish-result'"
                + " AND e.subject_id = assessment_id), 'publish-result', 'assessment', assessment_id,"
                + " CONCAT('hash=', SHA2(REGEXP_REPLACE(content,"
                + " '\"salt\":\"....', '\"salt\":\"0000'), 256)) FROM published_result WHERE assessment_id = ?1", one);
        sealAll();
        verified(pack("15"));
        sql("UPDATE published_result SET content = REGEXP_REPLACE(content, '\"salt\":\"....', '\"salt\":\"0000'),"
                + " hash = SHA2(content, 256) WHERE assessment_id = ?1", one);
        assertEquals(1, number("SELECT COUNT(*) FROM change_log e JOIN published_result f ON f.assessment_id ="
                + " e.subject_id WHERE e.id = -9 AND e.details = CONCAT('hash=', f.hash)"));
        String said = wrong(pack("15"));
        assertTrue(said.contains("is not the one that the trail told of at publication"), said);
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
        return pack(agency, null);
    }

    private Map<String, byte[]> pack(String agency, Long sample) throws IOException {
        String path = (String) entities.createNativeQuery("SELECT path FROM agency WHERE code = ?1")
                .setParameter(1, agency)
                .getSingleResult();
        entities.flush();
        ReportContent.Made made = packs.make(new ReportContent.Asked("2025",
                number("SELECT id FROM assessment_round WHERE code = '2025'"), agency, path, sample,
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
