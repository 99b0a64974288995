package vn.thang.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import vn.thang.dashboard.target.BrokenSeries;
import vn.thang.dashboard.target.TargetLine;
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
                measured || value == null ? null : "<2025>", null, value == null ? null : code.equals(CODES.get(0)),
                value == null || !code.equals(CODES.get(0)) ? null
                        : new BulletinFacts.Bounds(new BigDecimal("54.1"), new BigDecimal("58")));
    }

    private static Figure broken(Figure one, String on, String reason) {
        return new Figure(one.code(), one.due(), one.value(), one.wanted(), one.relation(), one.percent(), one.period(),
                one.reported(), one.expected(), one.status(), one.confidence(), one.forecast(), one.source(),
                one.round(), new BulletinFacts.Break(on, reason), one.stale(), one.bounds());
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

    /** 40 % by the old way of counting, 85 % by a new one: nothing rose, the break is named. */
    @Test
    void overABreakNothingRoseOrFell(@TempDir Path folder) throws IOException {
        Catalog catalog = BrokenSeries.catalog(folder, CODES.get(0), "2026-07-01", "Đếm theo định nghĩa mới.");
        BulletinFacts before = facts("2026-08-01", null, List.of(figure(CODES.get(0), "40", 34L, "off", true)));
        BulletinFacts now = facts("2026-10-01", "2026-08-01", List.of(
                broken(figure(CODES.get(0), "85", 34L, "on", true), "2026-07-01", BrokenSeries.REASON)));
        String item = new BulletinTexts(now, Optional.of(before), catalog.programmeTexts(VIETNAMESE), HASH, VIETNAMESE)
                .words().chapters().get(1).items().get(0);
        assertFalse(item.contains("Tăng từ"), item);
        assertTrue(item.contains("Nay là 85% (Q3/2026), không so được với 40% ở bản tin trước: từ 01/07/2026,"), item);
        assertTrue(item.contains("Đếm theo định nghĩa mới."), item);
    }

    /** The facts say by which break; the value of the bulletin before may be of the newest period or one that is told no more. */
    @Test
    void theBreakLiesBetweenTheValuesThatTheTwoBulletinsTell(@TempDir Path folder) throws IOException {
        Catalog catalog = BrokenSeries.catalog(folder, "P1-01", "2026-07-01", "Đếm theo định nghĩa mới.");
        TargetLine line = BrokenSeries.line(catalog, "P1-01", Map.of("Q2/2026", 40, "Q3/2026", 85));
        for (Map.Entry<String, Boolean> told : Map.of("Q2/2026", true, "Q3/2026", false, "2025", true).entrySet()) {
            Figure before = new Figure("P1-01", "2027-12-31", new BigDecimal("40"), BigDecimal.valueOf(80), "≥", true,
                    told.getKey(), null, null, "off", "WEAK", null, null, null, null, null, null);
            assertEquals(told.getValue() ? new BulletinFacts.Break("2026-07-01", BrokenSeries.REASON) : null,
                    BulletinFigures.figure(line, Optional.of(before), catalog.breaks()).broken(), told.getKey());
        }
        assertEquals(null, BulletinFigures.figure(line, Optional.empty(), catalog.breaks()).broken());
    }

    /** What was made before breaks were told is read as it was. */
    @Test
    void factsOfAnEarlierReleaseAreReadStill() {
        String told = BulletinText.of(BEFORE).replace("\"broken\":null,", "")
                .replaceAll(",\"stale\":(true|false|null)", "")
                .replaceAll("\"bounds\":(\\{[^}]*}|null),", "");
        assertFalse(told.contains("broken") || told.contains("stale") || told.contains("bounds"));
        BulletinFacts read = BulletinText.read(told, BulletinFacts.class);
        assertTrue(read.targets().stream().allMatch(one -> one.stale() == null && one.bounds() == null));
        assertEquals("50% (Q3/2026)", words(read, null, VIETNAMESE).chapters().get(2).rows().get(0).get(1));
    }

    /** Age and bounds stand beside the value and the coverage, and where nobody is missing nothing stands. */
    @Test
    void ageAndBoundsStandBesideTheValue() {
        List<List<String>> rows = words(NOW, BEFORE, VIETNAMESE).chapters().get(2).rows();
        assertEquals("55,5% (Q3/2026)\nSố liệu đã quá hạn", rows.get(0).get(1));
        assertEquals("32/34 cơ quan\ncó thể 54,1% – 58%", rows.get(0).get(3));
        assertEquals(List.of("12% (Q3/2026)", "20/34 cơ quan"), List.of(rows.get(1).get(1), rows.get(1).get(3)));
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
