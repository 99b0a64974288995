package vn.thang.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import vn.thang.platform.BusinessException;

/** Reads the sheet of an Excel workbook whose heading fits, as a stream, within limits that a hostile file cannot pass. */
final class WorkbookTable {

    private static final long MOST_INFLATED = 60_000_000;
    private static final int MOST_PARTS = 200;
    private static final String STRICT = PackageRelationshipTypes.STRICT_CORE_DOCUMENT;
    private static final Set<String> TRUE = Set.of("1", "true", "on");
    private static final String DAMAGED = "table.workbook";

    static {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(MOST_INFLATED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMaxTextSize(2_000_000);
    }

    private WorkbookTable() {
    }

    static Table read(byte[] content, int mostRows, Predicate<TableLine> heading) {
        List<String> names = new ArrayList<>();
        List<Table> found = new ArrayList<>();
        walk(content, mostRows, sheet -> {
            sheet.from(heading).ifPresent(found::add);
            if (!sheet.lines().isEmpty()) {
                names.add(sheet.sheet());
            }
            return found.isEmpty();
        });
        if (found.isEmpty()) {
            throw names.isEmpty() ? new BusinessException("table.empty")
                    : new BusinessException("table.no-heading", String.join(", ", names));
        }
        return found.get(0);
    }

    /** All sheets from their first lines on. */
    static List<Table> all(byte[] content, int mostRows) {
        List<Table> all = new ArrayList<>();
        walk(content, mostRows, all::add);
        if (all.stream().allMatch(sheet -> sheet.lines().isEmpty())) {
            throw new BusinessException("table.empty");
        }
        return all;
    }

    /** Reads one sheet after the other, for as long as the reader wants more. */
    private static void walk(byte[] content, int mostRows, Predicate<Table> reader) {
        checkParts(content);
        try (OPCPackage parts = readable(() -> OPCPackage.open(new ByteArrayInputStream(content)))) {
            if (!readable(() -> parts.getRelationshipsByType(STRICT)).isEmpty()) {
                throw new BusinessException("table.strict");
            }
            walk(parts, mostRows, reader);
        } catch (IOException e) {
            throw new BusinessException(DAMAGED);
        }
    }

    private static void walk(OPCPackage parts, int mostRows, Predicate<Table> reader) {
        XSSFReader workbook = readable(() -> new XSSFReader(parts));
        SharedStrings strings = readable(() -> new Strings(parts));
        StylesTable styles = readable(workbook::getStylesTable);
        boolean from1904 = readable(() -> isFrom1904(workbook));
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) readable(workbook::getSheetsData);
        boolean more = true;
        while (more && readable(sheets::hasNext)) {
            List<TableLine> lines = readable(() -> lines(sheets.next(), strings, styles, from1904, mostRows));
            more = reader.test(new Table(sheets.getSheetName(), lines));
        }
    }

    private static boolean isFrom1904(XSSFReader workbook)
            throws IOException, InvalidFormatException, SAXException, ParserConfigurationException {
        boolean[] from1904 = {false};
        try (InputStream content = workbook.getWorkbookData()) {
            parse(content, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    String written = name.equals("workbookPr") ? attributes.getValue("date1904") : null;
                    from1904[0] |= written != null && TRUE.contains(written.strip());
                }
            });
        }
        return from1904[0];
    }

    private static List<TableLine> lines(InputStream content, SharedStrings strings, StylesTable styles,
            boolean from1904, int mostRows) throws IOException, SAXException, ParserConfigurationException {
        List<TableLine> lines = new ArrayList<>();
        try (InputStream sheet = content) {
            parse(sheet, new SheetReader(strings, styles, from1904, lines, mostRows));
        }
        return lines;
    }

    /**
     * Parses a part whose size {@link #checkParts} has bounded. The limits of Java 24 and newer are meant for documents from
     * anywhere: they count every escaped character of a part and would end at the hundred thousandth.
     */
    private static void parse(InputStream part, ContentHandler reader)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setProperty("jdk.xml.maxGeneralEntitySizeLimit", String.valueOf(MOST_INFLATED));
        xml.setProperty("jdk.xml.totalEntitySizeLimit", String.valueOf(MOST_INFLATED));
        xml.setContentHandler(reader);
        xml.parse(new InputSource(part));
    }

    /** The texts that the sheets share. */
    private static final class Strings extends ReadOnlySharedStringsTable {

        Strings(OPCPackage parts) throws IOException, SAXException {
            super(parts, false);
        }

        @Override
        public void readFrom(InputStream part) throws IOException, SAXException {
            PushbackInputStream content = new PushbackInputStream(part);
            int first = content.read();
            if (first < 0) {
                return;
            }
            content.unread(first);
            try {
                parse(content, this);
            } catch (ParserConfigurationException e) {
                throw new SAXException(e);
            }
        }
    }

    /** A damaged file makes the reader of workbooks throw nearly anything; all of it says the same to the person. */
    private static <T> T readable(Callable<T> part) {
        try {
            return part.call();
        } catch (BusinessException refusal) {
            throw refusal;
        } catch (Exception e) {
            throw e.getCause() instanceof BusinessException refusal ? refusal : new BusinessException(DAMAGED);
        }
    }

    /** Macros, embedded files and links to other files have no place in a list; an inflating bomb neither. */
    private static void checkParts(byte[] content) {
        long inflated = 0;
        int parts = 0;
        byte[] buffer = new byte[16_384];
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            for (ZipArchiveEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("externallinks/") || name.contains("embeddings/")
                        || name.contains("activex/") || name.contains("macrosheets/") || name.contains("customui/")
                        || name.contains("oleobject")) {
                    throw new BusinessException("table.active");
                }
                if (name.equals("mimetype")) {
                    throw new BusinessException("table.open-document");
                }
                for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
                    inflated += n;
                    if (inflated > MOST_INFLATED) {
                        throw new BusinessException("table.inflated");
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw new BusinessException("table.inflated");
                }
            }
        } catch (IOException e) {
            throw new BusinessException(DAMAGED);
        }
    }
}
