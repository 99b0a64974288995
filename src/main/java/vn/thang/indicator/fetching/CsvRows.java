package vn.thang.indicator.fetching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.DecimalSign;

/** Reads readings from CSV with a header, and from the CSV of SDMX. */
public final class CsvRows {

    private static final Set<String> OTHER_TYPES = Set.of("text/html", "application/json", "application/xml",
            "text/xml", "application/pdf",
            "application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_COLUMNS = 300;

    private final RemoteDocument.Fetched document;
    private final FieldMapping fields;
    private final boolean sdmx;

    private CsvRows(RemoteDocument.Fetched document, FieldMapping fields, boolean sdmx) {
        this.document = document;
        this.fields = fields;
        this.sdmx = sdmx;
    }

    public static List<ReadingRow> csv(RemoteDocument.Fetched document, FieldMapping fields, RowMapping mapping,
            int most) throws RemoteDocument.Failed {
        return new CsvRows(document, fields, false).read(mapping, most);
    }

    /** With the names of columns that SDMX fixes, where the mapping names no others. */
    public static List<ReadingRow> sdmx(RemoteDocument.Fetched document, FieldMapping fields, RowMapping mapping,
            int most) throws RemoteDocument.Failed {
        return new CsvRows(document, fields, true).read(mapping, most);
    }

    /** The mapping with what SDMX calls an area, a time and a value. */
    public static FieldMapping sdmxFields(FieldMapping given) {
        boolean parts = given.numerator() != null;
        return new FieldMapping(null, null, given.indicator(), given.indicatorField(),
                given.agency() == null ? "REF_AREA" : given.agency(),
                given.period() == null ? "TIME_PERIOD" : given.period(), given.numerator(), given.denominator(),
                given.value() == null && !parts ? "OBS_VALUE" : given.value(), given.measuredAt(), given.only(),
                given.separator(), DecimalSign.POINT);
    }

    private List<ReadingRow> read(RowMapping mapping, int most) throws RemoteDocument.Failed {
        String type = document.mediaType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (OTHER_TYPES.contains(type)) {
            throw new RemoteDocument.Failed("not-csv", type);
        }
        List<ReadingRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser
                .parse(new InputStreamReader(new ByteArrayInputStream(document.content()), charset()), format())) {
            Map<String, Integer> columns = null;
            for (CSVRecord record : parser) {
                if (columns == null) {
                    columns = columns(record);
                } else if (rows.size() == most) {
                    throw new RemoteDocument.Failed("too-many-rows", most);
                } else if (!isDeletion(columns, record)) {
                    Map<String, Integer> known = columns;
                    mapping.row(name -> cell(known, record, name)).ifPresent(rows::add);
                }
            }
            if (columns == null) {
                throw new RemoteDocument.Failed("not-csv", type);
            }
            return rows;
        } catch (RemoteDocument.Failed e) {
            throw e;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new RemoteDocument.Failed("not-csv", type);
        }
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(document.mediaType());
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private CSVFormat format() {
        String separator = sdmx || fields.separator() == null ? ","
                : fields.separator().equals("tab") ? "\t" : fields.separator();
        return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    }

    private Map<String, Integer> columns(CSVRecord header) throws RemoteDocument.Failed {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), MOST_COLUMNS); i++) {
            columns.putIfAbsent(named(header.get(i).replace("\ufeff", "")), i);
        }
        if (sdmx && !columns.containsKey("DATAFLOW") && !columns.containsKey("STRUCTURE")) {
            throw new RemoteDocument.Failed("not-sdmx");
        }
        List<String> wanted = Stream.concat(
                Stream.of(fields.agency(), fields.period(), fields.indicator() == null ? fields.indicatorField() : null,
                        fields.numerator(), fields.denominator(), fields.value(), fields.measuredAt()),
                Pairs.of(fields.only()).keySet().stream())
                .filter(name -> name != null && !columns.containsKey(name)).toList();
        if (!wanted.isEmpty()) {
            throw new RemoteDocument.Failed("no-column", wanted.get(0), shortened(String.join(", ", columns.keySet())));
        }
        return columns;
    }

    /** SDMX lets a source send what no longer holds; that is no reading. */
    private boolean isDeletion(Map<String, Integer> columns, CSVRecord record) {
        return sdmx && "D".equals(cell(columns, record, "ACTION"));
    }

    private String cell(Map<String, Integer> columns, CSVRecord record, String name) {
        Integer place = columns.get(name);
        return place == null || place >= record.size() ? null : named(record.get(place));
    }

    /** SDMX may write the name behind the code: {@code REF_AREA: Area}. */
    private String named(String text) {
        String word = text.strip();
        int colon = word.indexOf(": ");
        return sdmx && colon > 0 ? word.substring(0, colon).strip() : word;
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
