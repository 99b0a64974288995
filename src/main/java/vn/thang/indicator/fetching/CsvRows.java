package vn.thang.indicator.fetching;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.BusinessException;
import vn.thang.table.DecimalSign;
import vn.thang.table.Folded;
import vn.thang.table.Headings;
import vn.thang.table.Table;
import vn.thang.table.TableLine;
import vn.thang.table.TextTable;

/** Reads readings from CSV with a header, and from the CSV of SDMX. */
public final class CsvRows {

    private static final Map<String, String> CSV = Map.of("Accept", "text/csv, text/plain;q=0.5");
    private static final Map<String, String> SDMX = Map.of("Accept",
            "application/vnd.sdmx.data+csv;version=2.0.0, application/vnd.sdmx.data+csv, text/csv;q=0.5");
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SDMX_BEGINS = Set.of("dataflow", "structure");
    private static final String TABLE = "table.";
    /** What is told of a table at other doors is told of one that was fetched, with its line. */
    private static final Set<String> KNOWN = Set.of("table.encoding", "table.quotes", "table.empty");
    private static final String ACTION = "ACTION";
    /** The power of ten that a source leaves out of its values. */
    private static final String POWER = "UNIT_MULT";
    /** A code, and behind it what people call it; a time of day is none. */
    private static final Pattern LABEL = Pattern.compile("(?![0-9]{4}-[0-9]{2}-[0-9]{2}T)([^\\s:]+):\\s?\\S.*");

    private final RemoteDocument.Fetched document;
    private final FieldMapping fields;
    private final boolean sdmx;

    private CsvRows(RemoteDocument.Fetched document, FieldMapping fields, boolean sdmx) {
        this.document = document;
        this.fields = fields;
        this.sdmx = sdmx;
    }

    /** Returns all rows of all pages, as the server says beside each that another follows. */
    public static List<ReadingRow> csv(Fetching documents, URI begin, FieldMapping fields, RowMapping mapping, int most)
            throws RemoteDocument.Failed {
        return pages(documents, begin, CSV,
                (page, before) -> new CsvRows(page, fields, false).read(mapping, most, before));
    }

    /** The same of SDMX. */
    public static List<ReadingRow> sdmx(Fetching documents, URI begin, FieldMapping fields, RowMapping mapping,
            int most) throws RemoteDocument.Failed {
        return pages(documents, begin, SDMX,
                (page, before) -> new CsvRows(page, fields, true).read(mapping, most, before));
    }

    private interface PageRows {

        /** @param before how many rows earlier pages had */
        List<ReadingRow> of(RemoteDocument.Fetched page, int before) throws RemoteDocument.Failed;
    }

    private static List<ReadingRow> pages(Fetching documents, URI begin, Map<String, String> headers,
            PageRows reader) throws RemoteDocument.Failed {
        List<ReadingRow> rows = new ArrayList<>();
        DocumentPages.each(documents, begin, headers, page -> {
            rows.addAll(reader.of(page, rows.size()));
            return page.next();
        });
        return rows;
    }

    public static List<ReadingRow> csv(RemoteDocument.Fetched document, FieldMapping fields, RowMapping mapping,
            int most) throws RemoteDocument.Failed {
        return new CsvRows(document, fields, false).read(mapping, most, 0);
    }

    /** With the names of columns that SDMX fixes, where the mapping names no others. */
    public static List<ReadingRow> sdmx(RemoteDocument.Fetched document, FieldMapping fields, RowMapping mapping,
            int most) throws RemoteDocument.Failed {
        return new CsvRows(document, fields, true).read(mapping, most, 0);
    }

    /** The mapping with what SDMX calls an area, a time and a value. */
    public static FieldMapping sdmxFields(FieldMapping given) {
        boolean parts = given.numerator() != null;
        return new FieldMapping(null, null, given.indicator(), given.indicatorField(),
                given.agency() == null ? "REF_AREA" : given.agency(),
                given.period() == null ? "TIME_PERIOD" : given.period(), given.numerator(), given.denominator(),
                given.value() == null && !parts ? "OBS_VALUE" : given.value(), given.measuredAt(), given.only(),
                given.separator(), given.decimals());
    }

    private List<ReadingRow> read(RowMapping mapping, int most, int before) throws RemoteDocument.Failed {
        Optional<String> other = Table.otherKind(document.content());
        if (other.isPresent()) {
            throw new RemoteDocument.Failed("not-csv", other.get());
        }
        List<ReadingRow> rows = new ArrayList<>();
        try {
            TextTable table = TextTable.read(new ByteArrayInputStream(document.content()), charset(), separator(),
                    this::isHeading);
            Columns columns = columns(table.heading());
            while (table.hasNext()) {
                TableLine line = table.next();
                if (before + rows.size() == most) {
                    throw new RemoteDocument.Failed("too-many-rows", most);
                }
                if (!isDeletion(columns, line)) {
                    mapping.row(line.number(), new Row(columns, line, table.separator())).ifPresent(rows::add);
                }
            }
            return rows;
        } catch (RemoteDocument.Failed e) {
            throw e;
        } catch (BusinessException e) {
            String key = e.key();
            throw KNOWN.contains(key) ? new RemoteDocument.Failed(key.substring(TABLE.length()), e.arguments())
                    : new RemoteDocument.Failed("not-csv", type());
        } catch (UncheckedIOException e) {
            throw new RemoteDocument.Failed("not-csv", type());
        }
    }

    /** As the server calls it. */
    private String type() {
        return document.mediaType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Null where none is named that there is. */
    private Charset charset() {
        Matcher named = CHARSET.matcher(document.mediaType());
        try {
            return named.find() ? Charset.forName(named.group(1)) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private char separator() {
        return fields.separator() == null ? TextTable.UNNAMED
                : fields.separator().equals("tab") ? '\t' : fields.separator().charAt(0);
    }

    /** What is wanted stands in it; of SDMX the first name is enough, so that a missing one can be told. */
    private boolean isHeading(TableLine line) {
        if (sdmx) {
            return SDMX_BEGINS.contains(Folded.of(named(line.cell(0).text())));
        }
        Set<String> titles = line.cells().stream().map(cell -> Folded.of(cell.text())).collect(Collectors.toSet());
        return wanted().allMatch(name -> titles.contains(Folded.of(name)));
    }

    private Stream<String> wanted() {
        return Stream.concat(
                Stream.of(fields.agency(), fields.period(), fields.indicator() == null ? fields.indicatorField() : null,
                        fields.numerator(), fields.denominator(), fields.value(), fields.measuredAt()),
                Pairs.of(fields.only()).keySet().stream()).filter(Objects::nonNull);
    }

    /**
     * Where the wanted fields stand.
     *
     * @param labelled  columns in whose heading a label stands behind the code, as then in their cells
     * @param headings  what says how wide a row is
     */
    private record Columns(Map<String, Integer> places, Set<Integer> labelled, Headings<String> headings) {
    }

    private Columns columns(TableLine heading) throws RemoteDocument.Failed {
        List<String> titles = heading.cells().stream().map(cell -> named(cell.text())).toList();
        if (sdmx && titles.stream().map(Folded::of).noneMatch(SDMX_BEGINS::contains)) {
            throw new RemoteDocument.Failed("not-sdmx");
        }
        Map<String, Integer> places = new HashMap<>();
        for (String name : Stream.concat(wanted(), sdmx ? Stream.of(ACTION, POWER) : Stream.empty()).toList()) {
            List<Integer> found = found(titles, name::equals);
            found = found.isEmpty() ? found(titles, title -> Folded.of(title).equals(Folded.of(name))) : found;
            if (found.size() > 1) {
                throw new RemoteDocument.Failed("column-twice", name);
            }
            if (found.isEmpty() && !(sdmx && (name.equals(ACTION) || name.equals(POWER)))) {
                throw new RemoteDocument.Failed("no-column", name, shortened(heading.cells().stream()
                        .map(TableLine.Cell::text).filter(title -> !title.isBlank())
                        .collect(Collectors.joining(", "))));
            }
            found.forEach(place -> places.put(name, place));
        }
        Set<Integer> labelled = new HashSet<>();
        for (int i = 0; i < titles.size(); i++) {
            if (sdmx && heading.cell(i).text().contains(":")) {
                labelled.add(i);
            }
        }
        return new Columns(places, labelled, new Headings<>(heading, title -> Optional.empty()));
    }

    private static List<Integer> found(List<String> titles, Predicate<String> wanted) {
        return IntStream.range(0, titles.size()).filter(i -> wanted.test(titles.get(i))).boxed().toList();
    }

    /** SDMX lets a source send what no longer holds; that is no reading. */
    private boolean isDeletion(Columns columns, TableLine line) {
        return sdmx && "D".equals(cell(columns, line, ACTION));
    }

    private String cell(Columns columns, TableLine line, String name) {
        Integer place = columns.places().get(name);
        if (place == null || place >= line.cells().size()) {
            return null;
        }
        String text = line.cell(place).text().strip();
        Matcher coded = LABEL.matcher(text);
        return sdmx && (text.contains(": ") || columns.labelled().contains(place)) && coded.matches() ? coded.group(1)
                : text;
    }

    private final class Row implements RowMapping.Fields {

        private final Columns columns;
        private final TableLine line;
        private final char separator;

        Row(Columns columns, TableLine line, char separator) {
            this.columns = columns;
            this.line = line;
            this.separator = separator;
        }

        /** SDMX writes decimals with a point, unless the comma is free for them. */
        @Override
        public DecimalSign decimals() {
            return sdmx && separator != ';' ? DecimalSign.POINT : DecimalSign.UNKNOWN;
        }

        @Override
        public String text(String name) {
            return cell(columns, line, name);
        }

        @Override
        public String power() {
            String written = sdmx ? cell(columns, line, POWER) : null;
            return written == null || written.isBlank() ? null : written;
        }

        @Override
        public boolean isOverrun() {
            return columns.headings().isOverrunBy(line);
        }

        @Override
        public int width() {
            return columns.headings().width();
        }
    }

    /** SDMX may write the label behind the code, {@code REF_AREA: Area}, and behind the first name what separates values in a cell. */
    private String named(String text) {
        String word = text.replace("\ufeff", "").strip();
        if (!sdmx) {
            return word;
        }
        int colon = word.indexOf(':');
        return (colon > 0 ? word.substring(0, colon) : word).replaceFirst("\\[.]$", "").strip();
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
