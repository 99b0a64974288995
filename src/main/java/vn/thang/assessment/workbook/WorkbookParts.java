package vn.thang.assessment.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Looks through the parts of an uploaded workbook, within limits, before anything in it is believed. */
final class WorkbookParts {

    static final int MOST_BYTES = 5_000_000;
    private static final int MOST_INFLATED = 12_000_000;
    private static final int MOST_PARTS = 200;
    private static final int SHORTEST_END = 22;
    private static final int LONGEST_END = SHORTEST_END + 65_535;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final List<String> ACTIVE = List.of("embeddings/", "activex/", "externallinks/", "oleobject",
            "customui/");

    static {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(60_000_000);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMaxTextSize(2_000_000);
    }

    private final byte[] buffer = new byte[16_384];
    private int inflated;
    private int parts;

    private WorkbookParts() {
    }

    /** What stands against opening the file; nothing when its parts are those of a plain workbook. */
    static Optional<WorkbookFault> fault(byte[] content) {
        if (content.length == 0) {
            return Optional.of(WorkbookFault.file("empty"));
        }
        if (content.length > MOST_BYTES) {
            return Optional.of(WorkbookFault.file("too-large", MOST_BYTES / 1_000_000));
        }
        if (beginsWith(content, 0, OLD_OFFICE)) {
            return Optional.of(WorkbookFault.file("old-or-locked"));
        }
        if (!beginsWith(content, 0, ZIP)) {
            return Optional.of(WorkbookFault.file("no-workbook"));
        }
        try {
            return new WorkbookParts().look(content).or(() -> ends(content) ? Optional.empty()
                    : Optional.of(WorkbookFault.file("truncated")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(WorkbookFault.file("truncated"));
        }
    }

    private Optional<WorkbookFault> look(byte[] content) throws IOException {
        boolean workbook = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("macrosheets/")) {
                    return Optional.of(WorkbookFault.file("macros"));
                }
                if (ACTIVE.stream().anyMatch(name::contains)) {
                    return Optional.of(WorkbookFault.file("foreign-parts", part.getName()));
                }
                String text = text(zip);
                if (text == null || ++parts > MOST_PARTS) {
                    return Optional.of(WorkbookFault.file("bomb"));
                }
                if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
                    return Optional.of(WorkbookFault.file("entities", part.getName()));
                }
                if (name.equals("[content_types].xml") && text.contains("macroEnabled")) {
                    return Optional.of(WorkbookFault.file("macros"));
                }
                if (name.equals("_rels/.rels") && text.contains(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
                    return Optional.of(WorkbookFault.file("strict"));
                }
                if (name.equals("mimetype") && text.startsWith("application/vnd.oasis.opendocument")) {
                    return Optional.of(WorkbookFault.file("open-document"));
                }
                workbook |= name.equals("xl/workbook.xml");
            }
        }
        return workbook || !ends(content) ? Optional.empty() : Optional.of(WorkbookFault.file("no-workbook"));
    }

    /** One sign a byte, which is enough to find markup; null when all parts together grow too large. */
    private String text(ZipInputStream zip) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
            inflated += n;
            if (inflated > MOST_INFLATED) {
                return null;
            }
            part.write(buffer, 0, n);
        }
        return part.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the list of parts, with which a whole archive ends, is there. */
    private static boolean ends(byte[] content) {
        for (int i = content.length - ZIP_END.length; i >= Math.max(0, content.length - LONGEST_END); i--) {
            if (beginsWith(content, i, ZIP_END)) {
                return content.length >= i + SHORTEST_END;
            }
        }
        return false;
    }

    private static boolean beginsWith(byte[] content, int from, byte[] sign) {
        boolean same = content.length >= from + sign.length;
        for (int i = 0; same && i < sign.length; i++) {
            same = content[from + i] == sign[i];
        }
        return same;
    }
}
