package vn.thang.assessment.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.reply.Objection.Decision;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.workbook.SampleWorkbook;
import vn.thang.audit.reading.TrailHead;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;

/** What the minutes say, and whether the document keeps to its standards. */
class MinutesDocumentTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:15:00Z");
    private static final Sitting SITTING = new Sitting(7,
            new Sitting.Meeting(" Hà Nội ", LocalDate.of(2026, 11, 20), "Bùi Thanh Bình",
                    "Vụ trưởng", "Đỗ Thị Hoa", "Lý Thị Sen; Nguyễn Văn Ước"),
            "Bùi Thanh Bình", NOW);
    private static final String GROUNDS = "Nhật ký <b>kết nối</b> & số liệu \"quý III\"\nđã gửi kèm; đường trục ưu đãi, nghiệp vụ, affidavit office fluff";
    private static final List<RaisedObjection> OBJECTIONS = List.of(
            objection("SHR.1", "2", "4", Decision.UPHELD, "4", 60),
            objection("SHR.2", "3", "5", Decision.DISMISSED, "3", 0),
            objection("SEC.1", "1", "5", Decision.PARTLY, "2", 120));

    private final Catalog catalog = new Catalog(Optional.empty());

    @Test
    void itSaysWhoMetWhereAndWhenAndWhatWasDecidedWithWhatEffect() throws IOException {
        Minutes minutes = minutes(Set.of());
        String text = text(pdf(minutes, "vi"));
        for (String said : List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 07/BB-HĐ",
                "Hà Nội, ngày 20 tháng 11 năm 2026", "Chủ trì: Bùi Thanh Bình, Vụ trưởng.", "Thư ký: Đỗ Thị Hoa.",
                "Lý Thị Sen; Nguyễn Văn Ước",
                "Nhật ký <b>kết nối</b> & số liệu \"quý III\"", "đường trục ưu đãi, nghiệp vụ, affidavit office fluff",
                "Chấp nhận: 4", "Không chấp nhận: 3",
                "Chấp nhận một phần: 2", "Báo cáo đối soát.pdf", "SHA-256 0123456789abcdef", "Tỉnh Lào Cai", "1 / ")) {
            assertTrue(text.replaceAll("\\s+", " ").contains(said), () -> said + " is not in:\n" + text);
        }
        assertFalse(text.contains("#"), "a letter without a glyph");
        for (NodeScore whole : List.of(minutes.before(), minutes.after())) {
            assertTrue(text.contains("Mức %d, chỉ số %s".formatted(whole.level(),
                    whole.index().toDecimal(2).toPlainString().replace('.', ','))), text);
        }
    }

    @Test
    void everyDecisionStandsOnTheOnesBeforeIt() {
        Minutes minutes = minutes(Set.of());
        assertEquals(List.of("SHR.2", "SHR.1", "SEC.1"),
                minutes.items().stream().map(item -> item.objection().criterion()).toList());
        List<NodeScore> before = new ArrayList<>();
        List<NodeScore> after = new ArrayList<>();
        for (Minutes.Item item : minutes.items()) {
            assertEquals(List.of(item.objection().criterion().substring(0, 3), ""),
                    item.effects().stream().map(ScoreEffect::node).toList());
            before.add(item.effects().get(1).before());
            after.add(item.effects().get(1).after());
        }
        assertEquals(minutes.before(), before.get(0));
        assertEquals(before.subList(1, 3), after.subList(0, 2));
        assertEquals(minutes.after(), after.get(2));
        assertEquals(before.get(0), after.get(0), "a dismissed objection changes nothing");
        assertTrue(minutes.after().index().compareTo(minutes.before().index()) > 0);
        assertEquals(view(Set.of()).scored().official().whole(), minutes.after(), "it ends with the result that holds");
    }

    @Test
    void whatMayNotBeReadIsLeftOutAndSaidToBe() throws IOException {
        Minutes minutes = minutes(Set.of("SEC.1"));
        assertEquals(1, minutes.hidden());
        String text = text(pdf(minutes, "vi"));
        assertFalse(text.contains("SEC.1"));
        assertTrue(text.contains("1 đề nghị xem xét lại về tiêu chí hạn chế"));
        assertEquals(minutes(Set.of()).after(), minutes.after());
        for (NodeScore whole : List.of(minutes.before(), minutes.after())) {
            assertFalse(text.contains("chỉ số " + whole.index().toDecimal(2).toPlainString().replace('.', ',')),
                    "what is hidden would follow from it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void itKeepsForEverAndScreenReadersUnderstandIt(String language) throws Exception {
        byte[] pdf = pdf(minutes(Set.of()), language);
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertTrue(result.isCompliant(), () -> flavour + ": " + result.getTestAssertions());
            }
        }
    }

    private Minutes minutes(Set<String> unseen) {
        return Minutes.of(view(unseen), OBJECTIONS, Optional.of(SITTING));
    }

    private AssessmentView view(Set<String> unseen) {
        AssessmentHead head = SampleWorkbook.head("2026", "15", "vn-dgm/1.0");
        MaturityModel model = catalog.model("vn-dgm/1.0").forAgencyType("province");
        List<AttachedEvidence> evidence = List
                .of(new AttachedEvidence(7, "SHR.1", 0, "FILE", "Báo cáo đối soát.pdf", null, null, 9L,
                        "0123456789abcdef0123456789abcdef", "Minh", NOW, null, null, false, true));
        List<GivenAnswer> answers = model.criteria().stream()
                .map(criterion -> SampleWorkbook.answer(criterion.code(), "3", null)).toList();
        ScoredAssessment scored = ScoredAssessment.of(model, ScoredAssessment.inputs(model, answers, evidence,
                new Rulings(Map.of("SHR.1", "4", "SHR.2", "3", "SEC.1", "2"), Set.of())));
        return new AssessmentView(head, scored, Map.of(), evidence, Map.of(), Optional.empty(), Set.of(), Map.of(),
                Map.of(), unseen, Set.of(), false);
    }

    private byte[] pdf(Minutes minutes, String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        byte[] pdf = new MinutesDocument(minutes, catalog.texts("vn-dgm/1.0", locale), locale,
                new TrailHead.Head(7, Instant.parse("2026-06-01T08:00:00Z"), "0".repeat(64))).pdf();
        Files.write(Path.of("target", "minutes-" + language + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\r", "");
        }
    }

    private static RaisedObjection objection(String criterion, String provisional, String claimed, Decision decision,
            String value, int seconds) {
        return new RaisedObjection(criterion, provisional, claimed, GROUNDS, "Trần Thị Mai", NOW.minusSeconds(90_000),
                decision, value,
                "Minh chứng đầy đủ", "Bùi Thanh Bình; Lý Thị Sen", "Bùi Thanh Bình", NOW.plusSeconds(seconds), true);
    }
}
