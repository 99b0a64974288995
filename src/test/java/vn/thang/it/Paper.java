package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A page as Chromium prints it, looked at as a person would who holds it in hand. */
public final class Paper {

    private static final float SIDE = 841.9f;
    private static final float MARGIN = 24;
    private static final int WIDTH_BETWEEN_MARGINS = 1032;
    private static final float DOTS = 36;
    private static final int WHITE = 245;

    private final String name;
    private final List<Sheet> sheets;

    /**
     * One side of a sheet.
     *
     * @param text   what can be read
     * @param first  how far below the upper edge the first letter stands, as a part of the height
     * @param right  how far the letters go to the right, in points
     * @param width  of the sheet, in points
     * @param height of the sheet, in points
     * @param last   how far down there is any ink, as a part of the height
     */
    public record Sheet(String text, float first, float right, float width, float height, double last) {
    }

    private Paper(String name, List<Sheet> sheets) {
        this.name = name;
        this.sheets = List.copyOf(sheets);
    }

    /** Prints what the page shows, and keeps the document in target/screenshots. */
    public static Paper of(Page page, String name) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(WIDTH_BETWEEN_MARGINS, 700);
        List<?> cut = (List<?>) page.evaluate("[...document.querySelectorAll('main *')].filter(part =>"
                + " part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.away, svg')"
                + " && getComputedStyle(part).display !== 'none').map(part => part.outerHTML.slice(0, 90))");
        assertEquals(List.of(), cut, name + " is wider than its paper");
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true)
                .setPath(Path.of("target/screenshots", "paper-" + name + ".pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Sheet> sheets = new ArrayList<>();
            PDFRenderer pictures = new PDFRenderer(document);
            for (int one = 0; one < document.getNumberOfPages(); one++) {
                Letters letters = new Letters();
                letters.setStartPage(one + 1);
                letters.setEndPage(one + 1);
                String text = letters.getText(document);
                PDRectangle size = document.getPage(one).getMediaBox();
                sheets.add(new Sheet(Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip(),
                        letters.first / size.getHeight(),
                        letters.right, size.getWidth(), size.getHeight(), ink(pictures.renderImageWithDPI(one, DOTS))));
            }
            return new Paper(name, sheets);
        }
    }

    /** How far down there is any ink. */
    private static double ink(BufferedImage picture) {
        for (int y = picture.getHeight() - 1; y >= 0; y--) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFF) < WHITE) {
                    return (double) y / picture.getHeight();
                }
            }
        }
        return 0;
    }

    /** A4, nothing beyond the margin, begun at the top, and no sheet empty or nearly so. */
    public Paper isWhole(int most) {
        assertTrue(sheets.size() <= most, () -> name + " takes " + sheets.size() + " sheets");
        for (int at = 0; at < sheets.size(); at++) {
            Sheet sheet = sheets.get(at);
            String where = name + ", sheet " + (at + 1) + ": " + sheet;
            assertEquals(SIDE, Math.max(sheet.width(), sheet.height()), 1, where);
            assertTrue(sheet.right() <= sheet.width() - MARGIN, where);
            assertTrue(sheet.first() < 0.25, where);
            boolean end = at == sheets.size() - 1;
            assertTrue(sheet.last() > (end ? 0.12 : 0.5), where);
            assertTrue(sheet.text().length() > (end ? 60 : 200), where);
        }
        return this;
    }

    /** The first sheet says all of this. */
    public Paper beginsWith(String... words) {
        for (String word : words) {
            assertTrue(sheets.get(0).text().contains(word),
                    () -> name + " does not say " + word + ": " + sheets.get(0));
        }
        return this;
    }

    /** Each sheet but the last has these words, which are those of the head of its table. */
    public Paper repeats(String... heads) {
        for (Sheet sheet : sheets.subList(0, Math.max(1, sheets.size() - 1))) {
            for (String head : heads) {
                assertTrue(sheet.text().contains(head), () -> name + " does not repeat " + head + ": " + sheet);
            }
        }
        return this;
    }

    /** Letters with the place where they stand. */
    private static final class Letters extends PDFTextStripper {

        private float first = Float.MAX_VALUE;
        private float right;

        @Override
        protected void writeString(String text, List<TextPosition> letters) throws IOException {
            for (TextPosition letter : letters) {
                first = Math.min(first, letter.getYDirAdj());
                right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
            }
            super.writeString(text, letters);
        }
    }
}
