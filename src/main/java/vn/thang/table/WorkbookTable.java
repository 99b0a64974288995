package vn.thang.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import vn.thang.platform.BusinessException;

/** Reads the sheet of an Excel workbook whose heading fits, as a stream, within limits that a hostile file cannot pass. */
final class WorkbookTable {

    private static final long MOST_INFLATED = 60_000_000;
    private static final int MOST_PARTS = 200;

    static {
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(MOST_INFLATED);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
        ZipSecureFile.setMaxTextSize(2_000_000);
    }

    private WorkbookTable() {
    }

    static Table read(byte[] content, int mostRows, Predicate<TableLine> heading) {
        try {
            checkParts(content);
            try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content))) {
                return fitting(parts, mostRows, heading);
            }
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException | ParserConfigurationException e) {
            throw e.getCause() instanceof BusinessException refusal ? refusal : new BusinessException("table.workbook");
        }
    }

    private static Table fitting(OPCPackage parts, int mostRows, Predicate<TableLine> heading)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader workbook = new XSSFReader(parts);
        SharedStrings strings = new ReadOnlySharedStringsTable(parts, false);
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
        List<String> names = new ArrayList<>();
        while (sheets.hasNext()) {
            List<TableLine> lines = new ArrayList<>();
            try (InputStream sheet = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new SheetReader(strings, workbook.getStylesTable(), lines, mostRows));
                xml.parse(new InputSource(sheet));
            }
            Optional<Table> found = Table.fitting(sheets.getSheetName(), lines, heading);
            if (found.isPresent()) {
                return found.get();
            }
            if (!lines.isEmpty()) {
                names.add(sheets.getSheetName());
            }
        }
        throw names.isEmpty() ? new BusinessException("table.empty") : new BusinessException("table.no-heading", String.join(", ", names));
    }

    /** Macros, embedded files and links to other files have no place in a list; an inflating bomb neither. */
    private static void checkParts(byte[] content) throws IOException {
        long inflated = 0;
        int parts = 0;
        byte[] buffer = new byte[16_384];
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            for (ZipArchiveEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("externallinks/") || name.contains("embeddings/")
                        || name.contains("activex/") || name.contains("macrosheets/") || name.contains("customui/") || name.contains("oleobject")) {
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
        }
    }
}
