package vn.thang.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.tika.Tika;
import vn.thang.platform.BusinessException;

/**
 * A file offered as evidence, checked by its content; what its name says of its type does not count.
 *
 * @param name      without folders and control characters
 * @param mediaType found in the content
 */
record EvidenceFile(String name, String mediaType, byte[] content, String sha256) {

    private static final Set<String> PLAIN = Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");
    /** The part that tells an office document from any other archive, and its type. */
    private static final Map<String, String> OFFICE = Map.of(
            "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    private static final Set<String> OPEN_DOCUMENT = Set.of("application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation");
    private static final int LONGEST_NAME = 200;

    /** @throws BusinessException when the file is empty, too large, of another type, or holds macros */
    static EvidenceFile of(String name, byte[] content, long mostBytes) {
        String clean = clean(name);
        if (content.length == 0) {
            throw new BusinessException("evidence.empty", clean);
        }
        if (content.length > mostBytes) {
            throw new BusinessException("evidence.too-large", clean, mostBytes / (1024 * 1024));
        }
        String detected = new Tika().detect(content);
        String type = PLAIN.contains(detected) || OPEN_DOCUMENT.contains(detected) ? detected : office(clean, content);
        return new EvidenceFile(clean, type, content, sha256(content));
    }

    /** Reads the directory of the archive only, so that nothing is unpacked. */
    private static String office(String name, byte[] content) {
        String type = null;
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (part.getName().endsWith("vbaProject.bin")) {
                    throw new BusinessException("evidence.macros", name);
                }
                type = OFFICE.getOrDefault(part.getName(), type);
            }
        } catch (IOException e) {
            throw new BusinessException("evidence.type", name);
        }
        if (type == null) {
            throw new BusinessException("evidence.type", name);
        }
        return type;
    }

    private static String clean(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\"<>|:*?]", " ").strip();
        String kept = clean.isEmpty() ? "minh-chung" : clean;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
