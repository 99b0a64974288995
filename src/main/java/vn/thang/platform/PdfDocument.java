package vn.thang.platform;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;

/** A document of ours as PDF/A-2a and PDF/UA: it can be kept for ever, and screen readers understand it. */
public final class PdfDocument {

    /** The typeface that a document asks for; no other is known. */
    public static final String FONT = "Be Vietnam Pro";

    /** With which the address of a picture in the document begins; what follows is its content by base 64. */
    public static final String PICTURE = "data:image/png;base64,";

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    /** Where the list of tables begins in a font, and how long an entry is. */
    private static final int TABLES = 12;
    private static final int TABLE = 16;

    private static final byte[] COLORS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final byte[] UPRIGHT = font("Regular");
    private static final byte[] HEAVY = font("Bold");
    private static final byte[] SLANTED = font("Italic");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfDocument() {
    }

    /** @param xhtml with its {@link #head}; nothing that it names is fetched, pictures stand in it */
    public static byte[] of(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(COLORS);
        builder.useFont(in(UPRIGHT), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(in(HEAVY), FONT, BOLD, FontStyle.NORMAL, true);
        builder.useFont(in(SLANTED), FONT, REGULAR, FontStyle.ITALIC, true);
        builder.useUriResolver((base, address) -> address.startsWith(PICTURE) ? address : null);
        builder.withHtmlContent(xhtml, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        run(builder);
        return out.toByteArray();
    }

    /**
     * Writes the document with no other XML machines in sight than those of Java. For each document the library asks several times
     * which there are, and the answer is looked for in every archive of the application: a fifth of the time of a report.
     */
    private static void run(PdfRendererBuilder builder) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /**
     * Begins a document, up to its body.
     *
     * @param title in XHTML, as what follows
     * @param about says in one sentence what the document is: readers of PDF/A look for it as the subject, others as the description
     */
    public static String head(Locale locale, String title, String about, String style) {
        return "<html lang=\"" + locale.getLanguage() + "\"><head><title>" + title + "</title>"
                + "<meta name=\"subject\" content=\"" + about + "\"/><meta name=\"description\" content=\"" + about
                + "\"/>"
                + "<style>" + style + "</style></head>";
    }

    /** A text within the document. */
    public static String escaped(String text) {
        return text == null ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static byte[] font(String style) {
        try (InputStream file = PdfDocument.class
                .getResourceAsStream("/reports/fonts/BeVietnamPro-" + style + ".ttf")) {
            return withoutLigatures(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> in(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    /** Hides the table of substitutions: a ligature would not be told apart into its letters, which PDF/A asks for. */
    private static byte[] withoutLigatures(byte[] font) {
        int tables = ByteBuffer.wrap(font).getShort(4);
        for (int i = 0; i < tables; i++) {
            int tag = TABLES + i * TABLE;
            if (new String(font, tag, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[tag] = 'X';
            }
        }
        return font;
    }
}
