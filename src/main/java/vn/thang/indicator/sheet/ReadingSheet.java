package vn.thang.indicator.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.table.Folded;
import vn.thang.table.Headings;
import vn.thang.table.Table;
import vn.thang.table.TableLine;
import vn.thang.table.WrittenNumber;

/** A sheet of readings, or of denominators, as somebody gave it: the rows that can be read, and the faults of the others. */
final class ReadingSheet {

    static final int MOST_BYTES = 10_000_000;
    private static final int MOST_ROWS = 50_000;
    private static final int LONGEST = 40;

    private final Table table;
    private final Set<ReadingColumn> filled;
    private final Map<String, String> codes;
    private final Headings<ReadingColumn> headings;
    private final List<ReadingRow> rows = new ArrayList<>();
    private final List<SheetFault> faults = new ArrayList<>();
    /** As they are written: a sheet names few of them many times. */
    private final Map<String, String> indicators = new HashMap<>();
    private int blank;

    /**
     * @param required columns that must be there
     * @param filled   a row without any of these was left empty on purpose
     * @param codes    of indicators, by their names in every language without marks
     */
    ReadingSheet(byte[] content, Set<ReadingColumn> required, Set<ReadingColumn> filled, Map<String, String> codes) {
        this.table = Table.read(content, new Table.Limits(MOST_BYTES, MOST_ROWS), ReadingColumn::isHeading);
        this.headings = new Headings<>(table.heading(), ReadingColumn::of);
        this.filled = filled;
        this.codes = codes;
        String missing = required.stream().filter(column -> !headings.has(column)).map(ReadingColumn::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() || filled.stream().noneMatch(headings::has)) {
            throw new BusinessException("reading.sheet.missing", sheet(), missing.isEmpty()
                    ? filled.stream().map(ReadingColumn::heading).collect(Collectors.joining(" / ")) : missing);
        }
        table.rows().forEach(this::read);
    }

    private void read(TableLine line) {
        if (filled.stream().map(column -> headings.cell(line, column))
                .allMatch(cell -> cell.text().isBlank() && !cell.formula())) {
            blank++;
            return;
        }
        int before = faults.size();
        if (headings.isOverrunBy(line)) {
            faults.add(SheetFault.of(headings.width(), ReadingColumn.VALUE, // the others may stand in the wrong column
                    new ReadingFault(line.number(), "reading.fault.cells", List.of(String.valueOf(headings.width())))));
            return;
        }
        Map<ReadingColumn, String> texts = new EnumMap<>(ReadingColumn.class);
        headings.places().keySet().forEach(column -> texts.put(column, text(line, column)));
        WrittenNumber numerator = number(line, ReadingColumn.NUMERATOR);
        WrittenNumber denominator = number(line, ReadingColumn.DENOMINATOR);
        WrittenNumber value = number(line, ReadingColumn.VALUE);
        String indicator = texts.get(ReadingColumn.INDICATOR);
        if (faults.size() == before) {
            rows.add(new ReadingRow(line.number(), texts.get(ReadingColumn.AGENCY),
                    indicators.computeIfAbsent(indicator, name -> codes.getOrDefault(Folded.of(name), name)),
                    texts.get(ReadingColumn.PERIOD), numerator, denominator, value,
                    texts.get(ReadingColumn.MEASURED_AT)));
        }
    }

    private String text(TableLine line, ReadingColumn column) {
        TableLine.Cell cell = headings.cell(line, column);
        String text = shown(cell.text());
        if (cell.formula()) {
            fault(line, column, "formula", text);
        }
        return text;
    }

    /** Returns null for what is no number, whose fault is noted. */
    private WrittenNumber number(TableLine line, ReadingColumn column) {
        TableLine.Cell cell = headings.cell(line, column);
        WrittenNumber number = cell.formula() ? null : WrittenNumber.of(cell);
        if (number == null) {
            return null;
        }
        if (number.percent() && column != ReadingColumn.VALUE) {
            fault(line, column, "percent", shown(cell.text()));
            return null;
        }
        try {
            number.value();
            return number;
        } catch (WrittenNumber.Unclear unclear) {
            fault(line, column, unclear.getMessage(), unclear.arguments().toArray(new String[0]));
            return null;
        }
    }

    private void fault(TableLine line, ReadingColumn column, String reason, String... arguments) {
        faults.add(SheetFault.of(headings.places().get(column), column,
                new ReadingFault(line.number(), "reading.fault." + reason, List.of(arguments))));
    }

    private static String shown(String text) {
        String clean = Normalizer.normalize(text.replace('\u00A0', ' ').replaceAll("\\p{Cntrl}", " ").strip(),
                Normalizer.Form.NFC);
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    /** Refuses a row for a reason found later. */
    void refuse(ReadingFault fault) {
        ReadingColumn column = ReadingColumn.of(fault);
        ReadingColumn there = headings.has(column) ? column : ReadingColumn.INDICATOR;
        faults.add(SheetFault.of(headings.places().get(there), there, fault));
    }

    /** For people: the name of the sheet, or what stands for it in a text file. */
    String sheet() {
        return table.sheet().isEmpty() ? "CSV" : table.sheet();
    }

    List<ReadingRow> rows() {
        return rows;
    }

    /** By line. */
    List<SheetFault> faults() {
        return faults.stream().sorted(Comparator.comparingInt(fault -> fault.fault().line())).toList();
    }

    List<String> ignored() {
        return headings.ignored();
    }

    int blank() {
        return blank;
    }
}
