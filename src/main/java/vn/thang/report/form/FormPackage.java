package vn.thang.report.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.platform.BusinessException;

/**
 * Lets in a template whose parts are those of a plain workbook or document. Whatever runs, reaches outside, hides another file or
 * unpacks to more than a form can need is refused before anything of it is opened; what a part is follows from the list of types.
 */
public final class FormPackage {

    /** The largest template. */
    public static final int MOST_BYTES = 5_000_000;
    private static final int MOST_PARTS = 200;
    private static final long MOST_UNPACKED = 30_000_000;
    private static final int LONGEST_FIELD = 1_000;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    /** Types of parts that hold text, form and pictures, and nothing else. */
    private static final Set<String> PLAIN = Set.of("application/xml", "image/png", "image/jpeg", "image/gif",
            "application/vnd.openxmlformats-package.relationships+xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            "application/vnd.ms-office.chartstyle+xml", "application/vnd.ms-office.chartcolorstyle+xml",
            "application/vnd.ms-word.styleswitheffects+xml", "application/vnd.ms-excel.threadedcomments+xml",
            "application/vnd.ms-excel.person+xml");
    private static final Set<String> OF_OFFICE = Set.of("extended-properties+xml", "custom-properties+xml",
            "customxmlproperties+xml", "theme+xml", "themeoverride+xml", "drawing+xml", "vmldrawing",
            "drawingml.chart+xml", "drawingml.chartshapes+xml", "obfuscatedfont",
            "spreadsheetml.sheet.main+xml", "spreadsheetml.worksheet+xml", "spreadsheetml.styles+xml",
            "spreadsheetml.sharedstrings+xml", "spreadsheetml.calcchain+xml", "spreadsheetml.comments+xml",
            "spreadsheetml.printersettings", "spreadsheetml.sheetmetadata+xml",
            "wordprocessingml.document.main+xml", "wordprocessingml.styles+xml", "wordprocessingml.settings+xml",
            "wordprocessingml.websettings+xml", "wordprocessingml.fonttable+xml", "wordprocessingml.numbering+xml",
            "wordprocessingml.header+xml", "wordprocessingml.footer+xml", "wordprocessingml.footnotes+xml",
            "wordprocessingml.endnotes+xml", "wordprocessingml.comments+xml", "wordprocessingml.printersettings");
    /** Fields of a document that count, date and refer within it. */
    private static final Pattern FIELD = Pattern.compile("(?i)\\s*(PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|SEQ|REF"
            + "|PAGEREF|STYLEREF|TOC)(\\s.*)?", Pattern.DOTALL);

    private final List<String> types = new ArrayList<>();

    private FormPackage() {
    }

    /**
     * A template that is let in.
     *
     * @param name of the file, clean
     */
    public record Template(String name, FormKind kind, byte[] content, String sha256) {
    }

    /** @throws BusinessException when it is none, or holds what a template may not */
    public static Template of(String name, byte[] content) {
        EvidenceFile file = file(name, content);
        FormKind kind = Stream.of(FormKind.values()).filter(one -> one.mediaType().equals(file.mediaType()))
                .findFirst().orElseThrow(() -> new BusinessException("report.form.kind", file.name()));
        new FormPackage().look(content);
        return new Template(file.name(), kind, content, file.sha256());
    }

    /** What a file is, and whether it holds macros, is asked as of evidence; what else may be sent as evidence is no template. */
    private static EvidenceFile file(String name, byte[] content) {
        String clean = EvidenceFile.clean(name);
        if (content.length > MOST_BYTES) {
            throw new BusinessException("report.form.too-large", clean, MOST_BYTES / 1_000_000);
        }
        try {
            return EvidenceFile.of(name, content, MOST_BYTES);
        } catch (BusinessException refused) {
            throw refused.key().equals("evidence.type") || refused.key().equals("evidence.picture")
                    ? new BusinessException("report.form.kind", clean) : refused;
        }
    }

    private void look(byte[] content) {
        long left = MOST_UNPACKED;
        int parts = 0;
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            for (ZipArchiveEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                byte[] unpacked = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
                left -= unpacked.length;
                if (left < 0 || ++parts > MOST_PARTS) {
                    throw new BusinessException("report.form.too-much", MOST_UNPACKED / 1_000_000, MOST_PARTS);
                }
                if (isLookedAt(part.getName())) {
                    part(part.getName(), unpacked);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BusinessException("report.form.damaged");
        }
        types.stream().filter(type -> !plain(type)).findFirst().ifPresent(type -> {
            throw new BusinessException("report.form.part", type);
        });
    }

    private static boolean isLookedAt(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    /** What a part is follows from its type, whatever it is called. */
    private static boolean isText(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.endsWith("xml") || lower.endsWith("vmldrawing");
    }

    private static boolean plain(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return PLAIN.contains(lower)
                || lower.startsWith(OFFICE) && OF_OFFICE.contains(lower.substring(OFFICE.length()));
    }

    private void part(String name, byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = new ByteArrayInputStream(content)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            StringBuilder field = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.DTD -> throw new BusinessException("report.form.part", name);
                    case XMLStreamReader.START_ELEMENT -> element(name, xml, field);
                    case XMLStreamReader.END_ELEMENT -> {
                        if (xml.getLocalName().equals("body")) {
                            field(field);
                        }
                    }
                    default -> {
                        // text is looked at where it is filled
                    }
                }
            }
            field(field);
        } catch (XMLStreamException | IOException e) {
            throw new BusinessException("report.form.damaged");
        }
    }

    private void element(String part, XMLStreamReader xml, StringBuilder field) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "Default", "Override" -> {
                String type = xml.getAttributeValue(null, "ContentType");
                if (type != null) {
                    types.add(type);
                    String place = xml.getLocalName().equals("Default")
                            ? "." + xml.getAttributeValue(null, "Extension") : xml.getAttributeValue(null, "PartName");
                    if (isText(type) && !isLookedAt(String.valueOf(place))) {
                        throw new BusinessException("report.form.part", String.valueOf(place));
                    }
                }
            }
            case "Relationship" -> {
                String target = xml.getAttributeValue(null, "Target");
                if ("External".equalsIgnoreCase(xml.getAttributeValue(null, "TargetMode"))
                        || target != null && (target.contains("://") || target.startsWith("//"))) {
                    throw new BusinessException("report.form.link", FormMarks.shortened(String.valueOf(target)));
                }
            }
            case "altChunk", "ddeLink", "oleLink", "oleObject", "OLEObject", "control", "webPublishItem",
                    "dbPr", "webPr", "mailMerge", "attachedTemplate", "script" ->
                throw new BusinessException(
                        "report.form.part", part + ": " + xml.getLocalName());
            case "fldSimple" -> {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    if (xml.getAttributeLocalName(i).equals("instr")) {
                        field(new StringBuilder(xml.getAttributeValue(i)));
                    }
                }
            }
            case "fldChar" -> field(field);
            case "instrText" -> field.append(xml.getElementText());
            default -> {
                // form and text
            }
        }
    }

    /** A field is whole when the next character of a field comes. */
    private static void field(StringBuilder field) {
        String code = field.toString();
        field.setLength(0);
        if (!code.isBlank() && (code.length() > LONGEST_FIELD || !FIELD.matcher(code).matches())) {
            throw new BusinessException("report.form.field", FormMarks.shortened(code.strip()));
        }
    }
}
