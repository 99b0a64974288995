package vn.thang.assessment.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.thang.report.LibreOffice;

/** A workbook that LibreOffice opens, in which cells are filled, and which LibreOffice saves as xlsx again. */
public final class FilledByLibreOffice {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final LibreOffice office;
    private final Path folder;
    private final Path flat;
    private final Document document;

    public FilledByLibreOffice(LibreOffice office, byte[] workbook, Path folder)
            throws IOException, InterruptedException {
        this.office = office;
        this.folder = folder;
        Path file = Files.write(folder.resolve("answers.xlsx"), workbook);
        this.flat = office.convert(file, "fods", "fods", Files.createDirectories(folder.resolve("flat")));
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            this.document = factory.newDocumentBuilder().parse(flat.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    /** A number as LibreOffice holds it, whatever its locale shows. */
    public void number(String sheet, int row, int column, double value) {
        Element cell = empty(sheet, row, column);
        cell.setAttributeNS(OFFICE, "office:value-type", "float");
        cell.setAttributeNS(OFFICE, "office:value", String.valueOf(value));
    }

    public void text(String sheet, int row, int column, String... paragraphs) {
        Element cell = empty(sheet, row, column);
        cell.setAttributeNS(OFFICE, "office:value-type", "string");
        for (String paragraph : paragraphs) {
            cell.appendChild(document.createElementNS(TEXT, "text:p")).setTextContent(paragraph);
        }
    }

    public byte[] save() throws IOException, InterruptedException {
        try {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document),
                    new StreamResult(flat.toFile()));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
        return Files.readAllBytes(office.convert(flat, "xlsx:Calc MS Excel 2007 XML", "xlsx",
                Files.createDirectories(folder.resolve("saved"))));
    }

    private Element empty(String sheet, int row, int column) {
        Element table = children(document.getDocumentElement(), "table").stream()
                .filter(one -> one.getAttributeNS(TABLE, "name").equals(sheet)).findFirst().orElseThrow();
        Element cell = own(children(own(children(table, "table-row"), row, "number-rows-repeated"), "table-cell"),
                column,
                "number-columns-repeated");
        while (cell.getFirstChild() != null) {
            cell.removeChild(cell.getFirstChild());
        }
        List.of("value-type", "value", "string-value").forEach(name -> cell.removeAttributeNS(OFFICE, name));
        cell.removeAttributeNS("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type");
        return cell;
    }

    /** The element at the place; where one stands for several, they are written out first. */
    private static Element own(List<Element> elements, int place, String repeated) {
        int at = 0;
        for (Element element : elements) {
            String attribute = element.getAttributeNS(TABLE, repeated);
            int times = attribute.isEmpty() ? 1 : Integer.parseInt(attribute);
            if (place < at + times) {
                element.removeAttributeNS(TABLE, repeated);
                Element wanted = element;
                for (int i = 1; i < times; i++) {
                    Node copy = element.getParentNode().insertBefore(element.cloneNode(true), element.getNextSibling());
                    wanted = i == place - at ? (Element) copy : wanted;
                }
                return wanted;
            }
            at += times;
        }
        throw new AssertionError(repeated + " " + place);
    }

    /** Elements of that name below, in order, without going into tables twice. */
    private static List<Element> children(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && TABLE.equals(element.getNamespaceURI())
                    && element.getLocalName().equals(name)) {
                found.add(element);
            } else if (child instanceof Element) {
                found.addAll(children(child, name));
            }
        }
        return found;
    }
}
