package vn.thang.assessment.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
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
 */
public record EvidenceFile(String name, String mediaType, byte[] content, String sha256) {

    private static final Set<String> PLAIN = Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");
    /** Pictures that people send and that not every reader can show, with their names. */
    private static final Map<String, String> OTHER_PICTURES = Map.of("image/tiff", "TIFF", "image/heic", "HEIC",
            "image/heif", "HEIF", "image/webp", "WebP", "image/bmp", "BMP", "image/gif", "GIF");
    private static final Set<String> OPEN_DOCUMENT = Set.of("application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation");
    /** Parts that hold macros: of Office, old ones of Excel, of OpenDocument. */
    private static final Pattern MACROS = Pattern
            .compile("(?i).*vbaProject\\.bin|.*/macrosheets/.*|(Basic|Scripts)/.+");
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
                : Letter.is(detected, content) ? "text/plain" : document(clean, content, detected);
        return new EvidenceFile(clean, type, content, sha256(content));
    }

    /** The type of an office document, by what its archive says of its parts; nothing but the lists of them is unpacked. */
    private static String document(String name, byte[] content, String detected) {
        String type = OPEN_DOCUMENT.contains(detected) ? detected : null;
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.stream().anyMatch(part -> MACROS.matcher(part.getName()).matches()) || namesMacros(zip)) {
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

    private static boolean namesMacros(ZipFile zip) throws IOException {
        ZipArchiveEntry types = zip.getEntry("[Content_Types].xml");
        if (types == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(types)) {
            return new String(in.readNBytes(OfficePackage.LONGEST_LIST), StandardCharsets.UTF_8)
                    .contains("macroEnabled");
        }
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
