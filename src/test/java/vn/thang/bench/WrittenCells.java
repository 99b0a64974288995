package vn.thang.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** All cells of a workbook in memory, to be written again without anything around them. */
final class WrittenCells {

    private static final String MOST_ESCAPED = "50000000";

    private record Written(int column, String formula, String value, boolean text) {
    }

    private final List<List<List<Written>>> sheets = new ArrayList<>();

    static WrittenCells read(Path workbook) throws Exception {
        WrittenCells cells = new WrittenCells();
        try (OPCPackage file = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            Iterator<java.io.InputStream> sheets = new XSSFReader(file).getSheetsData();
            while (sheets.hasNext()) {
                List<List<Written>> rows = new ArrayList<>();
                try (java.io.InputStream sheet = sheets.next()) {
                    reader().parse(sheet, new Rows(rows));
                }
                cells.sheets.add(rows);
            }
        }
        return cells;
    }

    /** The sheet was written by the project itself and is larger than what Java takes from anywhere. */
    private static SAXParser reader() throws ParserConfigurationException, SAXException {
        SAXParser reader = SAXParserFactory.newInstance().newSAXParser();
        reader.setProperty("jdk.xml.maxGeneralEntitySizeLimit", MOST_ESCAPED);
        reader.setProperty("jdk.xml.totalEntitySizeLimit", MOST_ESCAPED);
        return reader;
    }

    long count() {
        return sheets.stream().flatMap(List::stream).mapToLong(List::size).sum();
    }

    void write(Path file) throws Exception {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100); OutputStream out = Files.newOutputStream(file)) {
            for (List<List<Written>> rows : sheets) {
                Sheet sheet = workbook.createSheet();
                for (int i = 0; i < rows.size(); i++) {
                    Row row = sheet.createRow(i);
                    rows.get(i).forEach(written -> write(row.createCell(written.column()), written));
                }
            }
            workbook.write(out);
        }
    }

    private static void write(Cell cell, Written written) {
        if (written.formula() != null) {
            cell.setCellFormula(written.formula());
        }
        if (written.text()) {
            cell.setCellValue(written.value());
        } else if (!written.value().isEmpty()) {
            cell.setCellValue(Double.parseDouble(written.value()));
        }
    }

    private static final class Rows extends DefaultHandler {

        private final List<List<Written>> rows;
        private final StringBuilder text = new StringBuilder();
        private String formula;
        private String value = "";
        private boolean isText;

        Rows(List<List<Written>> rows) {
            this.rows = rows;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            text.setLength(0);
            if (name.equals("row")) {
                rows.add(new ArrayList<>());
            } else if (name.equals("c")) {
                formula = null;
                value = "";
                isText = "inlineStr".equals(attributes.getValue("t")) || "str".equals(attributes.getValue("t"));
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String local, String name) {
            switch (name) {
                case "f" -> formula = text.toString();
                case "v", "t" -> value = text.toString();
                case "c" -> {
                    List<Written> row = rows.get(rows.size() - 1);
                    row.add(new Written(row.size(), formula, value, isText));
                }
                default -> {
                    return;
                }
            }
        }
    }
}
