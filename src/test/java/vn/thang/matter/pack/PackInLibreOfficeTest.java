package vn.thang.matter.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.matter.meeting.SampleMeeting;
import vn.thang.report.LibreOffice;

/** LibreOffice opens the documents of a pack and prints them, where it is installed with the program that does so. */
class PackInLibreOfficeTest {

    private static final double POINTS = 72 / 25.4;

    private static Pack pack() {
        return new MeetingPackContent(SampleMeeting.full(), "0f".repeat(32), null, Locale.forLanguageTag("vi"),
                List.of())
                .whole();
    }

    private static byte[] printed(LibreOffice office, PackForm form, byte[] content, Path folder) throws Exception {
        Path document = Files.write(folder.resolve("pack." + form.ending()), content);
        byte[] pdf = Files.readAllBytes(office.convert(document, "pdf", "pdf", folder));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "pack-" + form.ending() + "-printed.pdf"), pdf);
        return pdf;
    }

    private static String size(PDRectangle page) {
        return Math.round(page.getWidth() / POINTS) + " × " + Math.round(page.getHeight() / POINTS);
    }

    private static void assertTells(PDDocument document, Pack pack) throws IOException {
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        pack.chapters().forEach(chapter -> assertTrue(text.contains(chapter.heading().replaceAll("\\s+", "")),
                () -> chapter.heading()));
        assertTrue(text.contains("Dự kiến đạt 8 trên 24 mục tiêu".replaceAll("\\s+", "")));
    }

    @Test
    void theWordDocumentPrintsWholeOnA4(@TempDir Path folder) throws Exception {
        LibreOffice office = LibreOffice.installed(LibreOffice.Part.WRITER);
        Pack pack = pack();
        try (PDDocument document = Loader.loadPDF(
                printed(office, PackForm.WORD, PackForm.WORD.of(pack), folder))) {
            assertTells(document, pack);
            document.getPages().forEach(page -> assertEquals("210 × 297", size(page.getMediaBox())));
            assertTrue(document.getNumberOfPages() >= 3 && document.getNumberOfPages() <= 12,
                    () -> document.getNumberOfPages() + " pages");
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper page = new PDFTextStripper();
                page.setStartPage(i);
                page.setEndPage(i);
                String text = page.getText(document).strip();
                assertTrue(text.length() > 100, "page " + i + " is empty");
                assertTrue(i == 1 || text.lines().findFirst().orElse("").strip().equals(String.valueOf(i)),
                        "page " + i + " bears its number at the top");
            }
        }
    }

    @Test
    void everySlideIsAPage(@TempDir Path folder) throws Exception {
        LibreOffice office = LibreOffice.installed(LibreOffice.Part.IMPRESS);
        Pack pack = pack();
        byte[] slides = PackForm.SLIDES.of(pack);
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(slides));
                PDDocument document = Loader.loadPDF(printed(office, PackForm.SLIDES, slides, folder))) {
            assertTells(document, pack);
            assertEquals(show.getSlides().size(), document.getNumberOfPages());
            document.getPages().forEach(page -> assertEquals(
                    (double) show.getPageSize().width / show.getPageSize().height,
                    (double) page.getMediaBox().getWidth() / page.getMediaBox().getHeight(), 0.01));
        }
    }
}
