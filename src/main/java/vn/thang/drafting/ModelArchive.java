package vn.thang.drafting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.thang.drafting.form.FormReader;
import vn.thang.drafting.form.UploadedFiles;
import vn.thang.platform.BusinessException;

/**
 * The files of a version out of an uploaded archive. Nothing is ever unpacked to a disk, and no more is read than a model can
 * be. Files lie side by side, whatever folder they lie in; what systems add to archives by themselves is passed over.
 */
final class ModelArchive {

    /** So much may be uploaded. */
    static final int MOST_BYTES = 5_000_000;
    private static final int MOST_UNPACKED = 12_000_000;
    private static final int MOST_OF_FILE = 3_000_000;
    private static final int MOST_FILES = 30;
    private static final int LONGEST_NAME = 60;
    private static final String FILES = "(model|programme|indicators|texts\\.[a-z]{2,3})\\.yaml";
    /** What lies beside the programme, and comes with the application. */
    private static final String BESIDE = "(agencies|tiles)\\.csv";
    private static final byte[] BEGINNING = {'P', 'K', 3, 4};

    private int unpacked;

    private ModelArchive() {
    }

    /**
     * The files of an archive or of a workbook.
     *
     * @throws BusinessException where it is neither
     */
    static UploadedFiles read(byte[] content) {
        return isWorkbook(content) ? FormReader.read(content, MOST_BYTES) : UploadedFiles.of(files(content));
    }

    /** A workbook is an archive as well, which names what its parts are. */
    private static boolean isWorkbook(byte[] content) {
        String names = new String(content, StandardCharsets.ISO_8859_1);
        return names.startsWith("PK") && names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml");
    }

    /** An archive with these files in the folder of the version. */
    static byte[] write(String ref, Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(ref + "/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @throws BusinessException where it is no archive of a version */
    static Map<String, byte[]> files(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new BusinessException("draft.too-large", MOST_BYTES / 1_000_000);
        }
        for (int i = 0; i < BEGINNING.length; i++) {
            if (content.length <= i || content[i] != BEGINNING[i]) {
                throw new BusinessException("draft.no-zip");
            }
        }
        try {
            return new ModelArchive().unpack(content);
        } catch (IOException | IllegalArgumentException e) {
            throw new BusinessException("draft.broken-zip");
        }
    }

    private Map<String, byte[]> unpack(byte[] content) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw new BusinessException("draft.too-many", MOST_FILES);
                }
                String path = path(entry.getName());
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (entry.isDirectory() || path.startsWith("__MACOSX/") || name.startsWith(".")
                        || name.equalsIgnoreCase("README.md") || name.matches(BESIDE)) {
                    bytes(zip, path);
                } else if (name.length() > LONGEST_NAME || !name.matches(FILES)) {
                    throw new BusinessException("draft.other-file", path);
                } else if (seen.putIfAbsent(name, path) != null) {
                    throw new BusinessException("draft.twice", name, seen.get(name), path);
                } else {
                    files.put(name, bytes(zip, path));
                }
            }
        }
        if (files.isEmpty()) {
            throw new BusinessException("draft.empty-zip");
        }
        return files;
    }

    /** The path of an entry, which leads nowhere but down. */
    private static String path(String name) {
        String path = name.replace('\\', '/');
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*") || ("/" + path + "/").contains("/../")) {
            throw new BusinessException("draft.path", name);
        }
        return path;
    }

    private byte[] bytes(InputStream zip, String path) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] some = new byte[8_192];
        for (int read = zip.read(some); read >= 0; read = zip.read(some)) {
            unpacked += read;
            content.write(some, 0, read);
            if (unpacked > MOST_UNPACKED || content.size() > MOST_OF_FILE) {
                throw new BusinessException("draft.bomb", path, MOST_OF_FILE / 1_000_000,
                        MOST_UNPACKED / 1_000_000);
            }
        }
        return content.toByteArray();
    }
}
