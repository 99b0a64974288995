package vn.thang.assessment.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.tika.Tika;
import vn.thang.platform.BusinessException;

/**
 * A file offered as evidence, checked by its content; what its name says of its type does not count.
 *
 * @param name      without folders and control characters
 * @param mediaType found in the content
 * @param scan      what a scanner has said of it
 */
public record EvidenceFile(String name, String mediaType, byte[] content, String sha256, ScanState scan) {

    private static final Set<String> PLAIN = Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");
    /** Pictures that people send and that not every reader can show, with their names. */
    private static final Map<String, String> OTHER_PICTURES = Map.of("image/tiff", "TIFF", "image/heic", "HEIC",
            "image/heif", "HEIF", "image/webp", "WebP", "image/bmp", "BMP", "image/gif", "GIF");
    private static final Set<String> OPEN_DOCUMENT = Set.of("application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation");
    /** Parts that hold macros: of Office, old ones of Excel, of OpenDocument. */
    private static final Pattern MACROS = Pattern
            .compile("(?i).*vbaProject\\.bin|.*/macrosheets/.*|(Basic|Scripts)/.+");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OASIS = "application/vnd.oasis.opendocument.";
    /** With which endings a name may tell a type, the usual one first. */
    private static final Map<String, List<String>> ENDINGS = Map.of("application/pdf", List.of(".pdf"), "image/png",
            List.of(".png"), "image/jpeg", List.of(".jpg", ".jpeg"), "text/plain",
            List.of(".txt", ".csv", ".md", ".log"),
            OFFICE + "wordprocessingml.document", List.of(".docx"), OFFICE + "spreadsheetml.sheet", List.of(".xlsx"),
            OFFICE + "presentationml.presentation", List.of(".pptx"), OASIS + "text", List.of(".odt"),
            OASIS + "spreadsheet", List.of(".ods"), OASIS + "presentation", List.of(".odp"));
    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_NAME = 200;

    /** @throws BusinessException when the file is empty, too large, of another type, or holds macros */
    public static EvidenceFile of(String name, byte[] content, long mostBytes) {
        String clean = clean(name);
        if (content.length == 0) {
            throw new BusinessException("evidence.empty", clean);
        }
        if (content.length > mostBytes) {
            throw new BusinessException("evidence.too-large", clean, mostBytes / (1024 * 1024));
        }
        String detected = new Tika().detect(content);
        if (OTHER_PICTURES.containsKey(detected)) {
            throw new BusinessException("evidence.picture", clean, OTHER_PICTURES.get(detected));
        }
        String type = PLAIN.contains(detected) ? detected
                : MessageText.is(detected, content) ? "text/plain" : document(clean, content, detected);
        return new EvidenceFile(ending(clean, type), type, content, sha256(content), ScanState.NOT_SCANNED);
    }

    EvidenceFile scanned(ScanState state) {
        return new EvidenceFile(name, mediaType, content, sha256, state);
    }

    /** The type of an office document, by what its archive says of its parts; nothing but the lists of them is unpacked. */
    private static String document(String name, byte[] content, String detected) {
        String type = OPEN_DOCUMENT.contains(detected) ? detected : null;
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.stream().anyMatch(part -> MACROS.matcher(part.getName()).matches())
                    || OfficePackage.holdsMacros(zip)) {
                throw new BusinessException("evidence.macros", name);
            }
            if (type == null && parts.size() <= MOST_PARTS) {
                type = OfficePackage.type(zip).orElse(null);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BusinessException("evidence.type", name);
        }
        if (type == null) {
            throw new BusinessException("evidence.type", name);
        }
        return type;
    }

    /** The name with an ending of its type: what a content is not, its name does not say to the machine that opens it. */
    private static String ending(String name, String type) {
        List<String> endings = ENDINGS.get(type);
        String lower = name.toLowerCase(Locale.ROOT);
        if (endings.stream().anyMatch(lower::endsWith)) {
            return name;
        }
        String ended = name + endings.get(0);
        return ended.length() <= LONGEST_NAME ? ended : ended.substring(ended.length() - LONGEST_NAME);
    }

    public static String clean(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\"<>|:*?]", " ").strip();
        String kept = clean.isEmpty() ? "minh-chung" : clean;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
