package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The doors of the application: the pages of the war, and the operations of the description of the API, so that a new one is
 * tried like all others.
 */
public final class EveryDoor {

    /** A machine that does other things besides answers late, and that is no fault of the door. */
    public static final int PATIENCE = 180_000;
    private static final String ZIP = "PK\u0003\u0004";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private EveryDoor() {
    }

    /** An operation of the API. */
    public record Operation(String method, String path) {

        /** Whether it changes nothing. */
        public boolean reads() {
            return method.equals("GET");
        }
    }

    /** The pages of the war. */
    public static List<String> pages() throws IOException {
        Path root = Path.of("src/main/webapp");
        try (Stream<Path> files = Files.walk(root)) {
            List<String> pages = files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> "/" + root.relativize(file)).filter(page -> !page.startsWith("/WEB-INF/")).sorted()
                    .toList();
            assertTrue(pages.size() > 80, () -> pages.size() + " pages");
            return pages;
        }
    }

    /** All that pages ask of their address; what a page does not know it leaves alone. */
    public static String query(String page, long assessment, String agency, String criterion) {
        return "assessment=" + assessment + "&criterion=" + criterion + "&dimension="
                + criterion.replaceAll("\\..*", "") + "&round=2026&agency=" + agency + "&code="
                + (page.startsWith("/organisation/") || page.endsWith("-agency.xhtml") ? agency : "2026")
                + "&target=1&indicator=1&a=" + agency + "&b=15";
    }

    /** The operations that the API describes. */
    public static List<Operation> operations(Browser browser) {
        APIResponse document = browser.person().request().get(Browser.address("/openapi?format=json"),
                RequestOptions.create().setTimeout(PATIENCE));
        List<Operation> operations = new ArrayList<>();
        try (var reader = Json.createReader(new StringReader(document.text()))) {
            JsonObject described = reader.readObject().getJsonObject("paths");
            described.forEach((path, item) -> item.asJsonObject().keySet().stream()
                    .map(method -> method.toUpperCase(Locale.ROOT))
                    .filter(method -> method.matches("GET|POST|PUT|DELETE"))
                    .map(method -> new Operation(method, path)).forEach(operations::add));
        }
        assertTrue(operations.size() > 25, () -> operations.size() + " operations");
        return operations;
    }

    /** The address of an operation about this assessment and agency. */
    public static String filled(String path, long assessment, String agency, String criterion) {
        Map<String, String> values = Map.of("round", "2026", "agency", agency, "criterion", criterion, "assessment",
                Long.toString(assessment), "id", Long.toString(assessment), "level", "1");
        return PARAMETER.matcher(path).replaceAll(name -> values.getOrDefault(name.group(1), "1"));
    }

    /** What a person reads in an answer: what is packed is unpacked, packs in packs too, and of a PDF its text. */
    public static String read(byte[] body) {
        try {
            if (begins(body, ZIP)) {
                StringBuilder all = new StringBuilder();
                try (ZipFile zip = ZipFile.builder().setByteArray(body).get()) {
                    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                        try (InputStream content = zip.getInputStream(entry)) {
                            all.append(read(content.readAllBytes())).append('\n');
                        }
                    }
                }
                return all.toString();
            }
            if (begins(body, "%PDF-")) {
                try (PDDocument document = Loader.loadPDF(body)) {
                    return new PDFTextStripper().getText(document);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether an answer is a pack: a workbook, a document or an archive. */
    public static boolean isZip(byte[] body) {
        return begins(body, ZIP);
    }

    private static boolean begins(byte[] body, String with) {
        return body.length >= with.length()
                && new String(body, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }
}
