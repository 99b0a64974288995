package vn.thang.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.thang.platform.BusinessException;

/**
 * A table of separated values, which is read line by line from its heading on. The separator is the one with which a heading is
 * found among the first lines, whatever stands above it; a line {@code sep=;}, which Excel understands, names it.
 */
public final class TextTable implements Iterator<TableLine> {

    /** Stands for a separator that nobody has named. */
    public static final char UNNAMED = 0;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern NAMED = Pattern.compile("\\s*\"?sep=([^\"\\r\\n])\"?;*,*[ \\t]*(\\r\\n|\\r|\\n|$)",
            Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AHEAD = 32_768;

    private final char separator;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long skipped;
    private final Iterator<TableLine> first;
    private final TableLine heading;
    private final boolean fits;
    private TableLine next;

    private TextTable(Reader text, long skipped, char separator, Predicate<TableLine> heading) throws IOException {
        this.separator = separator;
        this.parser = CSVParser.parse(text, format(separator));
        this.records = parser.iterator();
        this.skipped = skipped;
        List<TableLine> begin = new ArrayList<>();
        for (TableLine line = read(); line != null; line = read()) {
            begin.add(line);
            if (begin.size() == Table.BEFORE_HEADING || heading.test(line)) {
                break;
            }
        }
        if (begin.isEmpty()) {
            throw new BusinessException("table.empty");
        }
        int place = 0;
        while (place < begin.size() && !heading.test(begin.get(place))) {
            place++;
        }
        this.fits = place < begin.size();
        this.heading = begin.get(fits ? place : 0);
        this.first = begin.subList((fits ? place : 0) + 1, begin.size()).iterator();
    }

    /**
     * Reads text in UTF-8, with or without byte order mark, or in UTF-16 with one.
     *
     * @param heading how the heading is known
     * @throws BusinessException when the text is in another encoding, is empty, or its quotation marks do not match; while it is
     *                           read, too
     */
    public static TextTable read(InputStream content, Predicate<TableLine> heading) {
        return read(content, null, UNNAMED, heading);
    }

    /**
     * @param encoding  the one that came with the text; null where none did
     * @param separator the sign between the values, or {@link #UNNAMED} for it to be found
     */
    public static TextTable read(InputStream content, Charset encoding, char separator, Predicate<TableLine> heading) {
        try {
            Reader text = new StrictReader(content, encoding);
            BufferedReader reader = new BufferedReader(text, LOOKED_AHEAD);
            skipMark(reader);
            String begin = ahead(reader);
            Matcher named = NAMED.matcher(begin);
            boolean isNamed = named.lookingAt();
            if (isNamed) {
                reader.skip(named.end());
            }
            char sign = separator != UNNAMED ? separator : isNamed ? named.group(1).charAt(0) : found(begin, heading);
            return new TextTable(reader, isNamed ? 1 : 0, sign, heading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static String ahead(Reader reader) throws IOException {
        reader.mark(LOOKED_AHEAD);
        char[] begin = new char[LOOKED_AHEAD];
        int length = 0;
        for (int read = 0; read >= 0 && length < LOOKED_AHEAD; length += Math.max(0, read)) {
            read = reader.read(begin, length, LOOKED_AHEAD - length);
        }
        reader.reset();
        return new String(begin, 0, length);
    }

    /** The separator with which a heading has the most columns; without any heading, the one that its first line has most of. */
    private static char found(String begin, Predicate<TableLine> heading) throws IOException {
        char best = SEPARATORS[0];
        long most = -1;
        for (char sign : SEPARATORS) {
            long columns = columns(begin, sign, heading);
            if (columns > most) {
                best = sign;
                most = columns;
            }
        }
        return best;
    }

    private static long columns(String begin, char sign, Predicate<TableLine> heading) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(begin), format(sign))) {
            Iterator<CSVRecord> records = parser.iterator();
            for (int i = 0; i < Table.BEFORE_HEADING * 2 && records.hasNext(); i++) {
                TableLine line = new TableLine(i, records.next().stream().map(TableLine.Cell::text).toList());
                if (heading.test(line)) {
                    return line.cells().size() * (long) LOOKED_AHEAD; // more than any line has of a sign
                }
            }
        } catch (UncheckedIOException e) {
            // what was looked at ends within quotation marks: with another sign, or further on, it may be well
        }
        return begin.lines().filter(line -> !line.isBlank()).findFirst().orElse("").chars().filter(c -> c == sign)
                .count();
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true).get();
    }

    /** Returns the next line that is not empty; null at the end. */
    private TableLine read() {
        TableLine line;
        do {
            long number = parser.getCurrentLineNumber() + 1 + skipped;
            if (!hasRecord(number)) {
                return null;
            }
            line = new TableLine((int) number, records.next().stream().map(TableLine.Cell::text).toList());
        } while (line.empty());
        return line;
    }

    private boolean hasRecord(long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw isOfContent(e) ? new BusinessException("table.quotes", line) : e;
        } catch (IllegalStateException e) {
            throw new BusinessException("table.quotes", line);
        }
    }

    /** Whether the text is wrong, and not the way on which it comes. */
    private static boolean isOfContent(UncheckedIOException e) {
        return e.getCause().getClass().getName().startsWith("org.apache.commons.csv.");
    }

    /** Returns the sign between the values. */
    public char separator() {
        return separator;
    }

    /** Whether a heading was found; otherwise the first line stands for it. */
    public boolean hasHeading() {
        return fits;
    }

    public TableLine heading() {
        return heading;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = first.hasNext() ? first.next() : read();
        }
        return next != null;
    }

    @Override
    public TableLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TableLine line = next;
        next = null;
        return line;
    }
}
