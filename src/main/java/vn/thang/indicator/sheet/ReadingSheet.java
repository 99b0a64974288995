package vn.thang.indicator.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.table.DecimalSign;
import vn.thang.table.Folded;
import vn.thang.table.Table;
import vn.thang.table.TableLine;
import vn.thang.table.WrittenMoment;
import vn.thang.table.WrittenNumber;

/** A sheet of readings, or of denominators, as somebody gave it: the rows that can be read, and the faults of the others. */
final class ReadingSheet {

    static final int MOST_BYTES = 10_000_000;
    private static final int MOST_ROWS = 50_000;
    private static final int LONGEST = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Table table;
    private final Set<ReadingColumn> filled;
    private final Map<String, String> codes;
    private final Map<ReadingColumn, Integer> places = new EnumMap<>(ReadingColumn.class);
    private final List<String> ignored = new ArrayList<>();
    private final List<ReadingRow> rows = new ArrayList<>();
    private final List<SheetFault> faults = new ArrayList<>();
    /** As they are written: a sheet names few of them many times. */
    private final Map<String, String> indicators = new HashMap<>();
    private final Map<String, String> periods = new HashMap<>();
    private int blank;

    /**
     * @param required columns that must be there
     * @param filled   a row without any of these was left empty on purpose
     * @param codes    of indicators, by their names in every language without marks
     */
    ReadingSheet(byte[] content, Set<ReadingColumn> required, Set<ReadingColumn> filled, Map<String, String> codes) {
        this.table = Table.read(content, new Table.Limits(MOST_BYTES, MOST_ROWS), ReadingSheet::isHeading);
        this.filled = filled;
        this.codes = codes;
        head();
        String missing = required.stream().filter(column -> !places.containsKey(column)).map(ReadingSheet::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() || filled.stream().noneMatch(places::containsKey)) {
            throw new BusinessException("reading.sheet.missing", sheet(), missing.isEmpty()
                    ? filled.stream().map(ReadingSheet::heading).collect(Collectors.joining(" / ")) : missing);
        }
        table.rows().forEach(this::read);
    }

    private static boolean isHeading(TableLine line) {
        Set<ReadingColumn> known = line.cells().stream().flatMap(cell -> ReadingColumn.of(cell.text()).stream())
                .collect(Collectors.toSet());
        return known.contains(ReadingColumn.AGENCY) && known.contains(ReadingColumn.INDICATOR);
    }

    private static String heading(ReadingColumn column) {
        return column.key().replace('-', '_');
    }

    private void head() {
        for (int i = 0; i < width(); i++) {
            String title = table.heading().cell(i).text();
            ReadingColumn column = ReadingColumn.of(title).orElse(null);
            if (column != null && places.putIfAbsent(column, i) != null) {
                throw new BusinessException("reading.sheet.twice", sheet(), Table.place(table.heading().number(), i),
                        title);
            }
            if (column == null && !title.isBlank()) {
                ignored.add(shown(title));
            }
        }
    }

    private int width() {
        return table.heading().cells().size();
    }

    private void read(TableLine line) {
        if (filled.stream().filter(places::containsKey).map(column -> line.cell(places.get(column)))
                .allMatch(cell -> cell.text().isBlank() && !cell.formula())) {
            blank++;
            return;
        }
        int before = faults.size();
        if (line.cells().size() > width()) {
            faults.add(SheetFault.of(width(), ReadingColumn.VALUE,
                    new ReadingFault(line.number(), "reading.fault.cells", List.of()))); // the others stand in the wrong column
            return;
        }
        Map<ReadingColumn, String> texts = new EnumMap<>(ReadingColumn.class);
        places.forEach((column, place) -> texts.put(column, text(line, column)));
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
        TableLine.Cell cell = line.cell(places.get(column));
        String text = shown(cell.text());
        if (cell.formula()) {
            fault(line, column, "formula", text);
        } else if (column == ReadingColumn.AGENCY && cell.number() && text.length() != 2 && text.length() != 5) {
            fault(line, column, "zeros", text);
        } else if (column == ReadingColumn.PERIOD) {
            return periods.computeIfAbsent(text,
                    written -> Period.written(written).map(Period::toString).orElse(written));
        } else if (column == ReadingColumn.MEASURED_AT) {
            return WrittenMoment.of(text).map(Object::toString).orElse(text);
        }
        return text;
    }

    /** Returns null for what is no number, whose fault is noted. */
    private WrittenNumber number(TableLine line, ReadingColumn column) {
        TableLine.Cell cell = places.containsKey(column) ? line.cell(places.get(column)) : null;
        String text = cell == null ? "" : shown(cell.text());
        if (text.isEmpty() || cell.formula()) {
            return null;
        }
        boolean percent = text.endsWith("%");
        if (percent && column != ReadingColumn.VALUE) {
            fault(line, column, "percent", text);
            return null;
        }
        WrittenNumber number = cell.exact() == null
                ? new WrittenNumber(percent ? text.substring(0, text.length() - 1) : text, DecimalSign.UNKNOWN)
                : WrittenNumber.exact((percent ? cell.exact().multiply(HUNDRED) : cell.exact()).toString());
        try {
            number.value();
            return number;
        } catch (WrittenNumber.Unclear unclear) {
            fault(line, column, unclear.getMessage(), unclear.arguments().toArray(new String[0]));
            return null;
        }
    }

    private void fault(TableLine line, ReadingColumn column, String reason, String... arguments) {
        faults.add(SheetFault.of(places.get(column), column,
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
        ReadingColumn there = places.containsKey(column) ? column : ReadingColumn.INDICATOR;
        faults.add(SheetFault.of(places.get(there), there, fault));
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
        return ignored;
    }

    int blank() {
        return blank;
    }
}
