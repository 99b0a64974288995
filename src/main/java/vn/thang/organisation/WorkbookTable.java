package vn.thang.organisation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import vn.thang.platform.BusinessException;

/** Reads the first sheet of an Excel workbook as a stream, within limits that a hostile file cannot pass. */
final class WorkbookTable {

    private static final long MOST_INFLATED = 60_000_000;
    private static final int MOST_PARTS = 200;

    static {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(20_000_000);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMaxTextSize(2_000_000);
    }

    private WorkbookTable() {
    }

    static List<TableLine> read(byte[] content) {
        try {
            checkParts(content);
            try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content))) {
                return firstSheet(parts);
            }
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException | ParserConfigurationException e) {
            throw e.getCause() instanceof BusinessException refusal ? refusal : new BusinessException("organisation.file.workbook");
        }
    }

    private static List<TableLine> firstSheet(OPCPackage parts)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader workbook = new XSSFReader(parts);
        Iterator<InputStream> sheets = workbook.getSheetsData();
        if (!sheets.hasNext()) {
            throw new BusinessException("organisation.file.workbook");
        }
        List<TableLine> lines = new ArrayList<>();
        SheetReader reader = new SheetReader(new ReadOnlySharedStringsTable(parts, false), workbook.getStylesTable(), lines);
        try (InputStream sheet = sheets.next()) {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(reader);
            xml.parse(new InputSource(sheet));
        }
        return lines;
    }

    /** Macros, embedded files and links to other files have no place in a list; an inflating bomb neither. */
    private static void checkParts(byte[] content) throws IOException {
        long inflated = 0;
        int parts = 0;
        byte[] buffer = new byte[16_384];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("externallinks/") || name.contains("embeddings/")
                        || name.contains("activex/")) {
                    throw new BusinessException("organisation.file.active");
                }
                for (int n = zip.read(buffer); n > 0; n = zip.read(buffer)) {
                    inflated += n;
                    if (inflated > MOST_INFLATED) {
                        throw new BusinessException("organisation.file.inflated");
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw new BusinessException("organisation.file.inflated");
                }
            }
        }
    }
}
