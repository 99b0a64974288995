package vn.thang.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import vn.thang.platform.BusinessException;

/**
 * Turns the XML of a sheet into lines as a reader sees them: numbers in their format, dates as ISO days with their time. What
 * a damaged sheet holds in place of numbers and references makes it throw a runtime exception.
 */
final class SheetReader extends DefaultHandler {

    private static final int MOST_COLUMNS = 60;
    private static final String INLINE = "inlineStr";
    private static final MathContext HELD = new MathContext(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

    /**
     * Excel holds numbers up to 10 to the 308th; beyond, a number is damage, and writing it out would fill the memory.
     */
    private static final int FURTHEST_DIGIT = 340;

    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean from1904;
    private final List<TableLine> lines;
    private final int mostRows;
    private final DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
    private final StringBuilder value = new StringBuilder();

    private List<TableLine.Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private String kind = "n";
    private int style;
    private boolean formula;
    private boolean inValue;
    private boolean inPhonetic;

    /** @param from1904 whether the workbook counts its days from 1904, as Excel for Mac did, and not from 1900 */
    SheetReader(SharedStrings strings, StylesTable styles, boolean from1904, List<TableLine> lines, int mostRows) {
        this.from1904 = from1904;
        this.strings = strings;
        this.styles = styles;
        this.lines = lines;
        this.mostRows = mostRows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
                cells = new ArrayList<>();
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : column(reference);
                kind = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
                formula = false;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> inPhonetic = true;
            case "v" -> inValue = !kind.equals(INLINE); // some programs leave the text that stood in the cell before
            case "t" -> inValue = kind.equals(INLINE) && !inPhonetic;
            default -> {
            }
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inValue) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> put(cell());
            case "row" -> endLine();
            default -> {
            }
        }
    }

    private void endLine() throws SAXException {
        TableLine line = new TableLine(row, List.copyOf(cells));
        if (!line.empty()) {
            lines.add(line);
        }
        if (lines.size() > mostRows + 1) {
            throw new SAXException(new BusinessException("table.rows", mostRows));
        }
    }

    private void put(TableLine.Cell cell) {
        if (column < 0 || column >= MOST_COLUMNS || cell.equals(TableLine.Cell.EMPTY)) {
            return;
        }
        if (cells.size() <= column) {
            cells.addAll(Collections.nCopies(column + 1 - cells.size(), TableLine.Cell.EMPTY));
        }
        cells.set(column, cell);
    }

    private TableLine.Cell cell() {
        String text = value.toString();
        return switch (kind) {
            case "s" -> new TableLine.Cell(text.isEmpty() ? "" : strings.getItemAt(Integer.parseInt(text)).getString(),
                    formula, false, null);
            case "n" -> number(text);
            case "d" -> new TableLine.Cell(day(text), formula, false, null);
            case "b" -> new TableLine.Cell(text.equals("1") ? "TRUE" : "FALSE", formula, false, null);
            default -> new TableLine.Cell(text, formula, false, null);
        };
    }

    private static int column(String reference) {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException(reference);
        }
        return new CellReference(reference).getCol();
    }

    /** Returns a day, with the time of day where there is one. */
    private static String moment(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString()
                : time.toLocalDate() + " " + time.toLocalTime().format(TIME);
    }

    /** A date may stand in a cell as ISO 8601 writes it; what is none stays as it is, for the check to refuse. */
    private static String day(String text) {
        try {
            return text.contains("T") ? moment(LocalDateTime.parse(text.replaceFirst("Z$", ""))) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private TableLine.Cell number(String text) {
        if (text.isEmpty()) {
            return new TableLine.Cell("", formula, false, null);
        }
        double number = Double.parseDouble(text);
        BigDecimal exact = new BigDecimal(text).round(HELD);
        if (Math.abs(exact.scale()) > FURTHEST_DIGIT) {
            throw new NumberFormatException(text);
        }
        XSSFCellStyle look = styles != null && style < styles.getNumCellStyles() ? styles.getStyleAt(style) : null;
        int format = look == null ? 0 : look.getDataFormat();
        String pattern = look == null || look.getDataFormatString() == null
                ? BuiltinFormats.getBuiltinFormat(format) : look.getDataFormatString();
        if (DateUtil.isADateFormat(format, pattern) && DateUtil.isValidExcelDate(number)) {
            return new TableLine.Cell(moment(DateUtil.getLocalDateTime(number, from1904, true)), formula, false, null);
        }
        boolean general = "General".equalsIgnoreCase(pattern);
        return new TableLine.Cell(formatter.formatRawCellContents(number, format, pattern), formula, general, exact);
    }
}
