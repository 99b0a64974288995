package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What people take along of a page: Chromium prints it on A4, and the sheets are looked at as pictures and as text. */
public final class Paper {

    /** Longer than the wider side of A4 without its margins, in pixels of Chromium. */
    private static final int PRINTED_WIDTH = 1_032;
    private static final float DOTS_AN_INCH = 40;
    private static final double INCH = 25.4;
    /** Where nothing is printed at the sides, in millimetres; the margin is wider. */
    private static final int EDGE = 8;
    /** How far down a sheet that is not the last must be printed. */
    private static final double LEAST_FILLED = 0.5;
    private static final int WHITE = 0xF4;
    private static final String CUT = "[...document.querySelectorAll('main, main *')].filter(part => part.getClientRects().length"
            + " && !part.closest('svg') && part.scrollWidth > part.clientWidth + 2 && part.clientWidth > 1"
            + " && getComputedStyle(part).overflowX !== 'visible' && !part.matches('.away, .away *'))"
            + ".map(part => part.outerHTML.slice(0, 120))";

    private final List<String> texts = new ArrayList<>();
    private final List<BufferedImage> sheets = new ArrayList<>();
    private final String address;

    private Paper(String address) {
        this.address = address;
    }

    /** Prints the page, and looks that no part of it is cut within it. The paper is kept in target/screenshots. */
    public static Paper of(Page page, String name) {
        Paper paper = new Paper(page.url());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PRINTED_WIDTH, 700);
        assertEquals(List.of(), page.evaluate(CUT), page::url);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1366, 900);
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true)
                .setPath(Path.of("target/screenshots", "paper-" + name + ".pdf")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int one = 0; one < document.getNumberOfPages(); one++) {
                paper.sheets.add(renderer.renderImageWithDPI(one, DOTS_AN_INCH));
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(one + 1);
                text.setEndPage(one + 1);
                paper.texts.add(plain(text.getText(document)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return paper;
    }

    /** The sheets are A4, not more than so many, well filled, printed within their margins, and the first begins with these words. */
    public Paper holds(int mostSheets, String first) {
        assertTrue(sheets.size() <= mostSheets, () -> address + ": " + sheets.size() + " sheets");
        String beginning = texts.get(0).substring(0, Math.min(texts.get(0).length(), 400));
        assertTrue(beginning.contains(plain(first)), () -> address + " begins: " + beginning);
        for (int one = 0; one < sheets.size(); one++) {
            BufferedImage sheet = sheets.get(one);
            String where = address + ", sheet " + (one + 1);
            assertEquals(297.0 + 210, (sheet.getWidth() + sheet.getHeight()) / DOTS_AN_INCH * INCH, 4, where);
            assertTrue(one == sheets.size() - 1 || filled(sheet) >= LEAST_FILLED,
                    () -> where + " is filled to " + Math.round(filled(sheet) * 100) + "%");
            int edge = (int) (EDGE / INCH * DOTS_AN_INCH);
            assertTrue(isWhite(sheet, 0, edge) && isWhite(sheet, sheet.getWidth() - edge, sheet.getWidth()),
                    () -> where + " is printed over its margin");
        }
        return this;
    }

    /** The head of a table stands on each sheet on which one of its rows does. */
    public Paper repeats(String head, List<String> rows) {
        int spread = 0;
        for (int one = 0; one < texts.size(); one++) {
            String text = texts.get(one);
            if (rows.stream().anyMatch(row -> text.contains(plain(row)))) {
                spread++;
                assertTrue(text.contains(plain(head)), address + ", sheet " + (one + 1) + " does not repeat " + head);
            }
        }
        assertTrue(spread > 1, address + ": the table stands on one sheet");
        return this;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static double filled(BufferedImage sheet) {
        int row = sheet.getHeight() - 1;
        while (row > 0 && isWhite(sheet, row)) {
            row--;
        }
        return (double) row / sheet.getHeight();
    }

    private static boolean isWhite(BufferedImage sheet, int row) {
        for (int x = 0; x < sheet.getWidth(); x++) {
            if (!isWhite(sheet.getRGB(x, row))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhite(BufferedImage sheet, int from, int to) {
        for (int x = from; x < to; x++) {
            for (int y = 0; y < sheet.getHeight(); y++) {
                if (!isWhite(sheet.getRGB(x, y))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isWhite(int colour) {
        return (colour >> 16 & 0xFF) >= WHITE && (colour >> 8 & 0xFF) >= WHITE && (colour & 0xFF) >= WHITE;
    }
}
