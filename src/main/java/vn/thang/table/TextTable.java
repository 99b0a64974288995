package vn.thang.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.thang.platform.BusinessException;

/** Reads a table of values separated by commas, semicolons or tabs, in UTF-8, with or without byte order mark. */
final class TextTable {

    private TextTable() {
    }

    static List<TableLine> read(byte[] content, int mostRows) {
        String text = decode(content);
        CSVFormat format = CSVFormat.DEFAULT.builder()
                .setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).setIgnoreSurroundingSpaces(true).get();
        List<TableLine> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            int line = 1;
            while (next(records, line)) {
                TableLine read = new TableLine(line, records.next().stream().map(TableLine.Cell::text).toList());
                if (!read.empty()) {
                    lines.add(read);
                }
                if (lines.size() > mostRows + 1) {
                    throw new BusinessException("table.rows", mostRows);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.isEmpty()) {
            throw new BusinessException("table.empty");
        }
        return lines;
    }

    private static boolean next(Iterator<CSVRecord> records, int line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw new BusinessException("table.quotes", line);
        }
    }

    private static String decode(byte[] content) {
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), text, true);
        text.flip();
        if (text.chars().anyMatch(c -> c == 0)) {
            throw new BusinessException("table.kind");
        }
        if (result.isError()) {
            throw new BusinessException("table.encoding", 1 + text.chars().filter(c -> c == '\n').count());
        }
        String decoded = text.toString();
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    /** The one that the heading has most of. */
    private static char delimiter(String text) {
        String heading = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(sign -> heading.chars().filter(c -> c == sign).count())).orElseThrow();
    }
}
