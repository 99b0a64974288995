package vn.thang.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import vn.thang.bulletin.BulletinFacts.Figure;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Texts;

/** The sentences of a bulletin: each follows from two facts, in three languages, and none is said without one. */
class BulletinTextsTest {

    private static final Catalog CATALOG = new Catalog(Optional.empty());
    private static final List<String> CODES = CATALOG.programme().targets().stream().map(one -> one.code()).toList();
    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);
    private static final String HASH = "ab".repeat(32);

    private static Figure figure(String code, String value, Long reported, String status, boolean measured) {
        return new Figure(code, "2027-12-31", value == null ? null : new BigDecimal(value), BigDecimal.valueOf(80), "≥",
                true, value == null ? null : "Q3/2026", reported, reported == null ? null : 34L, status,
                value == null ? null : "SUPPORTED",
                value == null ? null
                        : new BulletinFacts.Outlook(new BigDecimal("60.1"), new BigDecimal("70.2"),
                                new BigDecimal("80.3"), 35, false),
                measured && value != null ? CATALOG.edition().indicators().iterator().next().source() : null,
                measured || value == null ? null : "<2025>");
    }

    private static BulletinFacts facts(String month, String before, List<Figure> figures) {
        return new BulletinFacts(BulletinFacts.FORMAT, month, "2026-11-30T03:00:00Z", before, figures);
    }

    private static BulletinWords words(BulletinFacts now, BulletinFacts before, Locale language) {
        return new BulletinTexts(now, Optional.ofNullable(before), CATALOG.programmeTexts(language), HASH, language)
                .words();
    }

    private static final BulletinFacts BEFORE = facts("2026-10-01", null, List.of(
            figure(CODES.get(0), "50", 30L, "risk", true), figure(CODES.get(1), null, null, "none", true),
            figure(CODES.get(2), "44.4", 34L, "off", false), figure(CODES.get(3), "60", 34L, "on", true)));
    private static final BulletinFacts NOW = facts("2026-11-01", "2026-10-01", List.of(
            figure(CODES.get(0), "55.5", 32L, "on", true), figure(CODES.get(1), "12", 20L, "risk", true),
            figure(CODES.get(2), "40", 34L, "off", false), figure(CODES.get(3), "60", 34L, "on", true),
            figure(CODES.get(4), null, null, "few", true)));

    @Test
    void whatChangedIsSaidAndWhatDidNotIsNot() {
        BulletinWords words = words(NOW, BEFORE, VIETNAMESE);
        BulletinWords.Chapter changes = words.chapters().get(1);
        assertEquals(List.of("4 trên 5 mục tiêu có thay đổi so với bản tin tháng 10/2026:"), changes.sentences());
        assertTrue(
                changes.items().get(0).endsWith("Tăng từ 50% lên 55,5% (Q3/2026). Tiến độ chuyển từ “Có nguy cơ không"
                        + " đạt” sang “Đúng hướng”. Số cơ quan đã báo cáo từ 30 thành 32 trên 34."),
                changes.items().get(0));
        assertTrue(changes.items().get(1).contains("Có giá trị đầu tiên: 12% (Q3/2026)."), changes.items().get(1));
        assertTrue(changes.items().get(2).endsWith("Giảm từ 44,4% xuống 40% (Q3/2026)."), changes.items().get(2));
        assertTrue(changes.items().get(3).endsWith("mục tiêu mới trong chương trình."), changes.items().get(3));
        assertEquals("tháng 11/2026", BulletinTexts.month(java.time.LocalDate.of(2026, 11, 1), VIETNAMESE));
        assertTrue(words.chapters().get(4).items().contains("Kết quả đã công bố của đợt <2025>: " + CODES.get(2)));
        assertEquals(List.of("Không có thay đổi so với bản tin tháng 10/2026."), words(facts("2026-11-01", "2026-10-01",
                BEFORE.targets()), BEFORE, VIETNAMESE).chapters().get(1).sentences());
        assertEquals(List.of("Đây là bản tin đầu tiên nên chưa có bản tin trước để so sánh."),
                words(NOW, null, VIETNAMESE).chapters().get(1).sentences());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en", "de"})
    void everySentenceHasItsFactsAndThePdfIsKeptForEver(String code) throws Exception {
        Locale language = Texts.language(code);
        BulletinWords words = words(NOW, BEFORE, language);
        String told = BulletinText.of(words);
        assertEquals(words, BulletinText.read(told, BulletinWords.class));
        assertFalse(told.contains("{0}") || told.contains("null") || told.contains("bulletin."), told);
        byte[] pdf = BulletinMaking.pdf(words, language);
        Files.createDirectories(Path.of("target", "bulletins"));
        Files.write(Path.of("target", "bulletins", code + ".pdf"), pdf);
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertTrue(result.isCompliant(), () -> flavour + ": " + result.getTestAssertions());
            }
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains(words.chapters().get(1).sentences().get(0)), text);
            assertTrue(text.contains("<2025>"), text);
        }
    }
}
