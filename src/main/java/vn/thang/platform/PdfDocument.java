package vn.thang.platform;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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

    private PdfDocument() {
    }

    /** @param xhtml with language, title and description; nothing that it names is fetched, pictures stand in it */
    public static byte[] of(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(font("Regular"), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(font("Bold"), FONT, BOLD, FontStyle.NORMAL, true);
        builder.useFont(font("Italic"), FONT, REGULAR, FontStyle.ITALIC, true);
        builder.useUriResolver((base, address) -> address.startsWith(PICTURE) ? address : null);
        builder.withHtmlContent(xhtml, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            builder.toStream(out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A text within the document. */
    public static String escaped(String text) {
        return text == null ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static FSSupplier<InputStream> font(String style) {
        return () -> {
            try (InputStream file = PdfDocument.class
                    .getResourceAsStream("/reports/fonts/BeVietnamPro-" + style + ".ttf")) {
                return new ByteArrayInputStream(withoutLigatures(file.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
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
