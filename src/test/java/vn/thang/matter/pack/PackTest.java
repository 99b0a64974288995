package vn.thang.matter.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.thang.audit.reading.TrailHead;
import vn.thang.matter.meeting.FrozenMeeting;
import vn.thang.matter.meeting.MeetingTexts;
import vn.thang.matter.meeting.SampleMeeting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sha256;

/** The pack of a frozen meeting: always the same content, in three languages and three forms. */
class PackTest {

    private static final String HASH = "0f".repeat(32);
    /** Points in a millimetre. */
    private static final double POINTS = 72 / 25.4;
    private static final double TWENTIETHS = 20;
    private static final double TOLERANCE = 0.3;
    private static final double WIDTH = 210;
    private static final double HEIGHT = 297;

    private static Pack pack(String language) {
        return pack(SampleMeeting.full(), language);
    }

    private static Pack pack(FrozenMeeting meeting, String language) {
        return new MeetingPackContent(meeting, HASH, null, Locale.forLanguageTag(language), List.of()).whole();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void madeAgainItHasTheSameContent(String language) {
        List<String> first = pack(language).told();
        assertEquals(first, pack(language).told());
        assertEquals(Sha256.hex(String.join("\n", first)), Sha256.hex(String.join("\n", pack(language).told())));
        assertFalse(String.join("\n", first).contains("{"), "a sentence lacks its fact");
    }

    @Test
    void theSentencesSayWhatIsFrozenAndNothingElse() {
        List<String> told = pack("vi").told();
        String text = String.join("\n", told);
        assertTrue(text.contains("Dự kiến đạt 8 trên 24 mục tiêu; 4 mục tiêu chậm tiến độ, 4 mục tiêu có nguy cơ"),
                text);
        assertTrue(text.contains("Xấu đi so với phiên trước: từ “Đúng hướng” thành “Có nguy cơ không đạt”."));
        assertTrue(text.contains("Được chọn để xem xét: Theo yêu cầu của Thủ tướng"));
        assertTrue(text
                .contains("Phiên ngày 29/10/2026 và các quyết định cũ còn mở: 2 quyết định; 1 đã xong, 1 quá hạn."));
        assertTrue(text.contains(
                "Số tỉnh, thành phố theo mức: mức 5: 6; mức 4: 7; mức 3: 7; mức 2: 7; mức 1: 6; chưa có kết quả: 1."));
        assertTrue(text.contains("Ý kiến của Nguyễn Thị Minh ngày 20/11/2026"));
        assertTrue(text.contains("thêm 9 cơ quan đạt mức 3: mục tiêu P1-08 từ 44,1% hiện nay có thể đạt 68,2%, thay vì"
                + " 61,5% theo dự báo. Trước đây 1 trên 2 biện pháp hoàn thành đúng hạn"), text);
        assertTrue(text.contains("Chưa có kế hoạch nào của cơ quan làm thay đổi các mục tiêu: P2-06."), text);
        assertTrue(text.endsWith(HASH));
        assertNotEquals(told, pack("en").told());
    }

    @Test
    void whatSamplesFoundStandsBesideTheFigures() {
        String text = String.join("\n", pack("vi").told());
        assertTrue(text.contains(
                "P1-08, P2-06: Mẫu kiểm toán: ước tính 1,7% câu trả lời sai, cao nhất 4,9% với độ tin cậy 95%."),
                text);
    }

    /** What is left out of the list is counted, and what is no part of it is named. */
    @Test
    void aListThatIsCutSaysSo() {
        FrozenMeeting full = SampleMeeting.full();
        assertEquals(
                "14 việc đang chờ, trong đó 3 việc quá hạn; dưới đây là các việc đến hạn trong vòng 30 ngày sau phiên"
                        + " giao ban. Ngoài ra có 2 biện pháp trong kế hoạch cải thiện quá hạn.",
                new MeetingTexts(full, Locale.forLanguageTag("vi")).waiting());
        FrozenMeeting cut = new FrozenMeeting(full.format(), full.heldOn(), full.frozenAt(), full.round(),
                full.roundName(), full.standing(), full.before(), full.targets(), full.picked(), full.gains(),
                full.risks(), full.waiting(), full.late(), full.asked(), 1_203L, 0L, full.decisions(),
                full.dimensions(), full.provinces());
        assertTrue(String.join("\n", pack(cut, "vi").told())
                .contains("Có 1.203 việc như vậy, dưới đây là 14 việc đến hạn sớm nhất."));
    }

    /** Whoever keeps the paper can prove later that nothing before that block has changed. */
    @Test
    void thePaperKeepsHowFarTheTrailIsSealed() {
        TrailHead.Head head = new TrailHead.Head(17, Instant.parse("2026-11-29T01:00:00Z"), "ab".repeat(32));
        for (String language : List.of("vi", "en", "de")) {
            String text = String.join("\n", new MeetingPackContent(SampleMeeting.full(), HASH, head,
                    Locale.forLanguageTag(language), List.of()).whole().told());
            assertTrue(text.contains(HASH) && text.contains("17") && text.endsWith("ab".repeat(32)), text);
        }
    }

    @Test
    void theAnnexOfAProvinceSaysWhatIsItsOwn() {
        MeetingPackContent content = new MeetingPackContent(SampleMeeting.full(), HASH, null,
                Locale.forLanguageTag("vi"), List.of());
        String text = String.join("\n", content.annex("11").told());
        assertTrue(text.contains("Phụ lục về Tỉnh Số 1, phục vụ giao ban ngày 29/11/2026"));
        assertTrue(text.contains("Mức 2, chỉ số 41,1. Đợt trước: mức 1, chỉ số 38,5."));
        assertTrue(text.contains("P1-03 · Mục tiêu P1-03 về kết nối, chia sẻ dữ liệu: 12,5 · ≥ 80% đến 31/12/2027"));
        assertFalse(text.contains("Tỉnh Số 2"));
        assertTrue(text.contains("51 vấn đề đang mở tại địa phương và các đơn vị trực thuộc, trong đó 1 quá hạn."
                + " Dưới đây là 2 vấn đề đến hạn sớm nhất."), text);
        assertTrue(text.contains("Ưu đãi đường trục 35") && text.contains("Ưu đãi đường trục 341"), text);
        assertTrue(text.contains("Phiên ngày 29/10/2026 không có quyết định nào giao cho địa phương"), text);
        String decided = String.join("\n", content.annex("33").told());
        assertTrue(decided.contains("các quyết định cũ còn mở: 1 quyết định; 0 đã xong, 1 quá hạn."), decided);
        assertTrue(decided.contains("Ưu đãi đường trục 91") && !decided.contains("Ưu đãi đường trục 90"), decided);
        assertThrows(BusinessException.NotFound.class, () -> content.annex("99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void thePdfIsKeptForEverAndScreenReadersUnderstandIt(String language) throws Exception {
        Pack pack = pack(language);
        byte[] pdf = keep(PackForm.PDF, pack, language);
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertTrue(result.isCompliant(), () -> flavour + ": " + result.getTestAssertions());
            }
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(pack.about(), document.getDocumentInformation().getSubject());
            assertHolds(new PDFTextStripper().getText(document), pack);
            document.getPages().forEach(page -> assertEquals("210 × 297",
                    Math.round(page.getMediaBox().getWidth() / POINTS) + " × "
                            + Math.round(page.getMediaBox().getHeight() / POINTS)));
            for (Written one : written(document)) {
                assertTrue(one.left() >= Margins.LEFT.least - TOLERANCE, () -> "left of the margin: " + one);
                assertTrue(WIDTH - one.right() >= Margins.RIGHT.least - TOLERANCE, () -> "right of the margin: " + one);
                assertTrue(HEIGHT - one.bottom() >= Margins.BOTTOM.least - TOLERANCE, () -> "below the margin: " + one);
                assertTrue(one.top() >= Margins.TOP.least - TOLERANCE || one.text().matches("\\d+"),
                        () -> "above the margin, where the number of the page stands alone: " + one);
            }
            assertTrue(written(document).stream().anyMatch(one -> one.left() <= Margins.LEFT.most),
                    "the text begins at the margin");
        }
    }

    /** The margins of Decree 30/2020, in millimetres. */
    private enum Margins {
        TOP(20, 25), BOTTOM(20, 25), LEFT(30, 35), RIGHT(15, 20);

        private final double least;
        private final double most;

        Margins(double least, double most) {
            this.least = least;
            this.most = most;
        }

        private void hold(Object twentieths) {
            double found = ((Number) twentieths).doubleValue() / TWENTIETHS / POINTS;
            assertTrue(found > least - TOLERANCE && found < most + TOLERANCE, () -> this + " is " + found + " mm");
        }
    }

    /** Words on a page, with their edges in millimetres. */
    private record Written(String text, double left, double right, double top, double bottom) {
    }

    private static List<Written> written(PDDocument document) throws IOException {
        List<Written> written = new ArrayList<>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                List<TextPosition> seen = letters.stream().filter(one -> !one.getUnicode().isBlank()).toList();
                if (!seen.isEmpty()) {
                    written.add(new Written(text.strip(),
                            seen.stream().mapToDouble(TextPosition::getXDirAdj).min().orElseThrow() / POINTS,
                            seen.stream().mapToDouble(one -> one.getXDirAdj() + one.getWidthDirAdj()).max()
                                    .orElseThrow() / POINTS,
                            seen.stream().mapToDouble(one -> one.getYDirAdj() - one.getHeightDir()).min()
                                    .orElseThrow() / POINTS,
                            seen.stream().mapToDouble(TextPosition::getYDirAdj).max().orElseThrow() / POINTS));
                }
            }
        }.getText(document);
        return written;
    }

    @Test
    void theWordDocumentHasStylesTablesWithHeadsAndTheFormOfTheDecree() throws IOException {
        Pack pack = pack("vi");
        byte[] docx = keep(PackForm.WORD, pack, "vi");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            String text = extractor.getText();
            assertHolds(text, pack);
            assertTrue(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
            assertEquals(pack.chapters().stream().map(Pack.Chapter::heading).toList(),
                    word.getParagraphs().stream().filter(one -> WordStyles.HEADING.equals(one.getStyle()))
                            .map(one -> one.getText()).toList());
            assertTrue(word.getParagraphs().stream().allMatch(one -> word.getStyles().styleExist(one.getStyle())));
            List<XWPFTable> tables = word.getTables().subList(1, word.getTables().size());
            assertEquals(4, tables.size());
            assertTrue(tables.stream().allMatch(table -> table.getRow(0).isRepeatHeader()));
            var section = word.getDocument().getBody().getSectPr();
            assertEquals("11906 16838", section.getPgSz().getW() + " " + section.getPgSz().getH());
            Margins.TOP.hold(section.getPgMar().getTop());
            Margins.BOTTOM.hold(section.getPgMar().getBottom());
            Margins.LEFT.hold(section.getPgMar().getLeft());
            Margins.RIGHT.hold(section.getPgMar().getRight());
            assertEquals("Times New Roman",
                    word.getStyles().getStyle(WordStyles.BODY).getCTStyle().getRPr().getRFontsArray(0).getAscii());
        }
    }

    @Test
    void slidesHaveTitlesAndAllThatThePackTells() throws IOException {
        Pack pack = pack("vi");
        byte[] pptx = keep(PackForm.SLIDES, pack, "vi");
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(pptx))) {
            StringBuilder text = new StringBuilder();
            for (XSLFSlide slide : show.getSlides()) {
                assertFalse(slide.getTitle().isBlank());
                for (XSLFShape shape : slide.getShapes()) {
                    assertTrue(shape.getAnchor().getMaxY() <= show.getPageSize().height + 1
                            && shape.getAnchor().getMaxX() <= show.getPageSize().width + 1
                            && shape.getAnchor().getX() >= 0 && shape.getAnchor().getY() >= 0,
                            () -> slide.getTitle() + " goes beyond its slide");
                    text.append(read(shape)).append('\n');
                }
            }
            assertHolds(text.toString(), pack);
        }
    }

    private static String read(XSLFShape shape) {
        return switch (shape) {
            case XSLFTextShape written -> written.getText();
            case XSLFTable table -> table.getRows().stream().flatMap(row -> row.getCells().stream())
                    .map(XSLFTextShape::getText).collect(Collectors.joining("\n"));
            default -> "";
        };
    }

    private static byte[] keep(PackForm form, Pack pack, String language) throws IOException {
        byte[] content = form.of(pack);
        Files.write(Path.of("target", "pack-" + language + "." + form.ending()), content);
        return content;
    }

    /** Every word that the pack tells stands in the document; lines break where they must. */
    private static void assertHolds(String document, Pack pack) {
        String letters = letters(document);
        pack.told().forEach(told -> told.lines()
                .forEach(line -> assertTrue(letters.contains(letters(line)) || split(letters, line), line)));
    }

    /** In a PDF the lines of cells beside each other are mixed: their words are looked for one by one. */
    private static boolean split(String letters, String line) {
        return line.codePoints().filter(Character::isWhitespace).count() > 0
                && List.of(line.split("\\s+")).stream().allMatch(word -> letters.contains(letters(word)));
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\\u000b]+", "");
    }
}
