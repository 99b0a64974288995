package vn.thang.assessment.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Says what an archive of Office holds. Its relationships name the main part, whatever it is called, and its list of types says
 * what that part is; the names of the parts say nothing.
 */
final class OfficePackage {

    static final int LONGEST_LIST = 1 << 20;
    /** All lists together, unpacked. */
    private static final long LONGEST_LISTS = 4L * LONGEST_LIST;
    private static final String PREFIX = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> TYPES = Map.of(
            PREFIX + "wordprocessingml.document.main+xml", PREFIX + "wordprocessingml.document",
            PREFIX + "spreadsheetml.sheet.main+xml", PREFIX + "spreadsheetml.sheet",
            PREFIX + "presentationml.presentation.main+xml", PREFIX + "presentationml.presentation");
    /** The relationship to the main part, as it is usual and as it is strict. */
    private static final Set<String> MAIN = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument");

    /** In the types and relationships of what holds macros, in small letters. */
    private static final List<String> MACROS = List.of("macroenabled", "vbaproject", "wordvbadata", "macrosheet",
            "keymapcustomizations");

    private OfficePackage() {
    }

    /** Returns the type of the document; empty where the archive holds none. */
    static Optional<String> type(ZipFile zip) throws IOException {
        Map<String, ZipArchiveEntry> parts = new HashMap<>();
        Collections.list(zip.getEntries()).forEach(part -> parts.put(key(part.getName()), part));
        ZipArchiveEntry relations = parts.get("/_rels/.rels");
        ZipArchiveEntry types = parts.get("/[content_types].xml");
        if (relations == null || types == null) {
            return Optional.empty();
        }
        try {
            Optional<String> main = elements(zip, relations, "Relationship").stream()
                    .filter(one -> MAIN.contains(one.get("Type")) && one.containsKey("Target"))
                    .map(one -> key(URI.create("/").resolve(one.get("Target")).getPath()))
                    .filter(parts::containsKey).findFirst();
            return main.isEmpty() ? Optional.empty() : type(zip, types, main.get());
        } catch (XMLStreamException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the archive says of a part that it holds macros, or refers to one that does: by the types and relationships that it
     * lists, however they are written and whatever the parts are called.
     *
     * @throws IOException when a list cannot be read whole: nobody knows then what it hides
     */
    static boolean holdsMacros(ZipFile zip) throws IOException {
        long left = LONGEST_LISTS;
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            String name = key(part.getName());
            boolean types = name.equals("/[content_types].xml");
            if (types || name.endsWith(".rels")) {
                left -= Math.max(part.getSize(), 0);
                if (left < 0) {
                    throw new IOException("The lists of parts are too long");
                }
                if (lists(zip, part, types ? "ContentType" : "Type")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lists(ZipFile zip, ZipArchiveEntry part, String attribute) throws IOException {
        try {
            return elements(zip, part, null).stream()
                    .map(one -> one.getOrDefault(attribute, "").toLowerCase(Locale.ROOT))
                    .anyMatch(said -> MACROS.stream().anyMatch(said::contains));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static Optional<String> type(ZipFile zip, ZipArchiveEntry types, String part)
            throws IOException, XMLStreamException {
        String ending = part.substring(part.lastIndexOf('.') + 1);
        Optional<String> said = elements(zip, types, "Override").stream()
                .filter(one -> key(one.getOrDefault("PartName", "")).equals(part)).findFirst()
                .map(one -> one.get("ContentType"));
        if (said.isEmpty()) {
            said = elements(zip, types, "Default").stream()
                    .filter(one -> one.getOrDefault("Extension", "").equalsIgnoreCase(ending)).findFirst()
                    .map(one -> one.get("ContentType"));
        }
        return said.map(TYPES::get);
    }

    /** Returns the attributes of all elements of that name, of all where it is null; what a document type declares or refers to is not read. */
    private static List<Map<String, String>> elements(ZipFile zip, ZipArchiveEntry part, String name)
            throws IOException, XMLStreamException {
        byte[] content;
        try (InputStream in = zip.getInputStream(part)) {
            content = in.readNBytes(LONGEST_LIST + 1);
        }
        if (content.length > LONGEST_LIST) {
            throw new IOException("A list of parts is too long");
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        List<Map<String, String>> found = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && (name == null || xml.getLocalName().equals(name))) {
                Map<String, String> attributes = new HashMap<>();
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                }
                found.add(attributes);
            }
        }
        return found;
    }

    /** Names of parts are compared without regard to capitals, and begin with a slash. */
    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") ? lower : "/" + lower;
    }
}
