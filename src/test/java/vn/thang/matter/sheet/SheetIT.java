package vn.thang.matter.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkFile;

/** Reports of agencies in the round of the demonstration. */
class SheetIT extends ContainerFixture {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final int TRIED = 20;
    private static final double MILLION = 1e6;

    @Inject
    private SheetMaking sheets;

    @Inject
    private AgencySheetWork work;

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() >= 2 && document.getNumberOfPages() <= 4,
                    () -> document.getNumberOfPages() + " pages");
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theReportSaysResultReasonsPeersPathAndPlan() throws IOException {
        caller.actAs("lanhdao.tinh");
        byte[] pdf = sheets.make("15", VI).orElseThrow();
        Files.write(Path.of("target", "sheet-15.pdf"), pdf);
        String text = text(pdf);
        for (String chapter : List.of("Kết quả và thay đổi", "Mức theo lĩnh vực", "Vì sao chưa lên mức tiếp theo",
                "So với cơ quan cùng loại", "Cách lên mức ít công sức nhất", "Kế hoạch cải thiện",
                "Ý kiến thẩm định")) {
            assertTrue(text.contains(chapter), chapter);
        }
        long level = number("SELECT c.level FROM assessment_score c JOIN assessment s ON s.id = c.assessment_id"
                + " JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                + " WHERE a.code = '15' AND r.state = 'PUBLISHED' ORDER BY r.due_on DESC LIMIT 1");
        assertTrue(text.contains("Mức " + level + " ("), text);
    }

    /** Before a merger the report compares with the index of all that are one now, and says so; without a level of its own it tells none. */
    @Test
    void beforeAMergerTheReportSaysWhoseIndexItIs() throws IOException {
        caller.actAs("lanhdao.tinh");
        String merged = Texts.text(VI, "trend.merged");
        assertFalse(line("15").contains(merged));
        sql("UPDATE agency SET valid_to = '2025-06-30' WHERE code = '48'");
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code = '48' WHERE a.code = '15'");
        String both = line("15");
        assertTrue(both.contains(merged) && both.matches(".*Đợt 2024: mức \\d, nay mức \\d; chỉ số .*"), both);
        sql("DELETE c FROM assessment_score c JOIN assessment s ON s.id = c.assessment_id JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE a.code = '15' AND r.code = '2024'");
        String only = line("15");
        assertTrue(only.contains(merged) && only.matches(".*Đợt 2024: chỉ số [\\d,]+, nay [\\d,]+\\. .*"), only);
        assertFalse(only.contains("Chưa có kết quả đợt trước"), only);
    }

    @Test
    void theReportSaysWhetherTheRoundBeforeCompares() throws IOException {
        caller.actAs("lanhdao.tinh");
        assertFalse(line("15").contains("Mô hình chuyển từ"));
        sql("UPDATE assessment_round SET model_version = '1.1' WHERE code = '2024'");
        String broken = line("15").replace("vn- dgm", "vn-dgm"); // where a line of the page ends
        assertTrue(broken.contains(Texts.text(VI, "trend.break", "vn-dgm/1.1", "vn-dgm/1.0")), broken);
    }

    private String line(String agency) throws IOException {
        return text(sheets.make(agency, VI).orElseThrow()).replaceAll("\\s+", " ");
    }

    /** What is about restricted answers stands in no report of who may not read these. */
    @Test
    void restrictedCriteriaAreLeftOut() throws IOException {
        caller.actAs("lanhdao");
        assertFalse(text(sheets.make("15", VI).orElseThrow()).matches("(?s).*\\bSEC\\.\\d.*"));
    }

    @Test
    void onlyWhoTakesNumbersOfTheAgencyHasItsReport() {
        for (String person : List.of("canbo.bo", "canbo", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> sheets.make("15", VI));
            forbidden(() -> sheets.start("15", true, VI));
        }
        caller.actAs("lanhdao.tinh");
        forbidden(() -> sheets.make("48", VI));
        caller.actAs("quantri");
        sql("UPDATE assessment_round SET state = 'CLOSED' WHERE state = 'PUBLISHED'");
        refused("sheet.no-result", () -> sheets.start("15", false, VI));
    }

    @Test
    void theArchiveHoldsAReportForEachAndTheManifestTheirHashes() throws IOException {
        caller.actAs("quantri");
        long told = number("SELECT COUNT(*) FROM change_log WHERE action = 'take-sheets'");
        WorkFile file = work.run(new AgencySheetWork.Wanted("15", true, "vi", caller.personId()), Progress.UNSEEN)
                .file();
        Map<String, byte[]> held = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                held.put(entry.getName(), zip.readAllBytes());
            }
        }
        List<String> manifest = new String(held.remove("manifest.csv"), StandardCharsets.UTF_8).lines().skip(1)
                .toList();
        assertEquals(sheets.atAndBelow("15").size(), manifest.size());
        assertTrue(held.containsKey("thang-15.pdf"));
        held.forEach((name, content) -> assertTrue(
                manifest.contains(Sha256.hex(content) + "," + content.length + "," + name), name));
        assertEquals(held.size(), manifest.stream().filter(line -> !line.startsWith(",")).count());
        assertEquals(told + 1, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-sheets'"));
    }

    /** No assertion on time: the figure is told, and the statements of one report are bounded. */
    @Test
    void aReportCostsTheSameForEachAgency() {
        caller.actAs("quantri");
        sheets.make("15", VI);
        long begun = System.nanoTime();
        for (int i = 0; i < TRIED; i++) {
            sheets.make("15", VI);
        }
        System.getLogger(SheetIT.class.getName()).log(System.Logger.Level.INFO, "A report takes {0} ms",
                (System.nanoTime() - begun) / MILLION / TRIED);
        long used = used(() -> sheets.make("15", VI));
        assertTrue(used <= 60, () -> "statements: " + used);
    }
}
